import ChainRule

/// An operation and how it is written.
struct NotationRow: Sendable {
  let tensor: Tensor
  let unicode: String
  let latex: String
  let swift: String

  init(_ tensor: Tensor, _ unicode: String, _ latex: String, _ swift: String) {
    self.tensor = tensor
    self.unicode = unicode
    self.latex = latex
    self.swift = swift
  }
}

extension NotationRow {
  static let x = Tensor.input("x", shape: [3])
  static let y = Tensor.input("y", shape: [3])
  static let r = Tensor.input("r", shape: [.batch])
  static let X = Tensor.input("X", shape: [.batch, 3])
  static let A = Tensor.parameter("A", shape: [3, 3])
  static let T = Tensor.input("T", shape: [2, 3, 4])
  static let k = Tensor.indices("k", shape: [.batch], below: 3)
}

/// The families of operations; a new case of `Primitive` does not compile until it is named here.
enum NotationFamily: CaseIterable, Sendable {
  case leaf, name, stopGradient, elementwise, polygamma, arithmetic, comparison, select, matrixProduct
  case permutation, reshape, broadcast, slice, pad, reversal, concatenation, gather, scatterAdd, sum,
    reduction
  case normalization, cumulativeSum, arrangement, triangle, diagonal, diagonalMatrix, matrixFunction, solution
  case custom

  static func of(_ primitive: Primitive) -> NotationFamily {
    switch primitive {
    case .leaf: .leaf
    case .name: .name
    case .stopGradient: .stopGradient
    case .elementwise: .elementwise
    case .polygamma: .polygamma
    case .arithmetic: .arithmetic
    case .comparison: .comparison
    case .select: .select
    case .matrixProduct: .matrixProduct
    case .permutation: .permutation
    case .reshape: .reshape
    case .broadcast: .broadcast
    case .slice: .slice
    case .pad: .pad
    case .reversal: .reversal
    case .concatenation: .concatenation
    case .gather: .gather
    case .scatterAdd: .scatterAdd
    case .sum: .sum
    case .reduction: .reduction
    case .normalization: .normalization
    case .cumulativeSum: .cumulativeSum
    case .arrangement: .arrangement
    case .triangle: .triangle
    case .diagonal: .diagonal
    case .diagonalMatrix: .diagonalMatrix
    case .matrixFunction: .matrixFunction
    case .solution: .solution
    case .custom: .custom
    }
  }
}
