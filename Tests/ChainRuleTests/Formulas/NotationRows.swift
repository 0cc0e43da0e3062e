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
