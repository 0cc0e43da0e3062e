/// A matrix for which an operation has no result.
struct MatrixFailure: Error {
  /// What is wrong with it: `the matrix is singular: …`.
  let problem: String
  let mend: String
  /// Which one of several.
  var matrix: Int
  /// The step that computes it.
  var step = 0
}

/// Several square matrices, one after the other.
///
/// They are computed with in double precision.
struct MatrixStack {
  private let order: Int
  let count: Int

  init(_ shape: StridedShape) {
    order = shape.lengths[shape.lengths.count - 1]
    count = shape.lengths.dropLast(2).reduce(1) { $0 &* $1 }
  }

  func apply<Scalar: TensorScalar>(
    _ function: MatrixFunction, _ operand: Address, _ target: Address, as scalar: Scalar.Type
  ) throws {
    let (source, out) = (operand.assumingMemoryBound(to: scalar), target.assumingMemoryBound(to: scalar))
    let elements = order * order
    let results = function.isScalar ? 1 : elements
    let work = try workMemory(elements + results)
    let (matrix, result) = (work.pointer, work.pointer + elements)
    for number in 0..<count {
      for i in 0..<elements { matrix[i] = Double(source[number * elements + i]) }
      try apply(function, matrix, result, number)
      for i in 0..<results { out[number * results + i] = Scalar(result[i]) }
    }
    withExtendedLifetime(work) {}
  }

  private func apply(
    _ function: MatrixFunction, _ matrix: UnsafeMutablePointer<Double>,
    _ result: UnsafeMutablePointer<Double>,
    _ number: Int
  ) throws {
    switch function {
    case .inverse: try factorization(matrix, number).inverse(into: result)
    case .logDeterminant: result[0] = try factorization(matrix, number).logAbsoluteDeterminant
    case .determinant: result[0] = LUFactorization(matrix, order: order).determinant
    case .cofactors: CofactorMatrix.write(of: matrix, order: order, into: result)
    case .cholesky:
      if let pivot = CholeskyFactorization.lowerFactor(of: matrix, order: order, into: result) {
        throw MatrixFailure(
          problem: "the matrix is not positive definite: the leading block of order \(pivot + 1) has no root",
          mend: "add a positive number to its diagonal, or take solve for a matrix that is not definite",
          matrix: number)
      }
    }
  }

  func solve<Scalar: TensorScalar>(
    _ matrices: Address, _ rightSides: Address, _ target: Address, columns: Int, as scalar: Scalar.Type
  ) throws {
    let (source, right) = (
      matrices.assumingMemoryBound(to: scalar), rightSides.assumingMemoryBound(to: scalar)
    )
    let out = target.assumingMemoryBound(to: scalar)
    let (elements, results) = (order * order, order * columns)
    let work = try workMemory(elements + results)
    let (matrix, result) = (work.pointer, work.pointer + elements)
    for number in 0..<count {
      for i in 0..<elements { matrix[i] = Double(source[number * elements + i]) }
      for i in 0..<results { result[i] = Double(right[number * results + i]) }
      try factorization(matrix, number).solve(result, columns: columns)
      for i in 0..<results { out[number * results + i] = Scalar(result[i]) }
    }
    withExtendedLifetime(work) {}
  }

  func cofactorDerivative<Scalar: TensorScalar>(
    _ matrices: Address, _ directions: Address, _ target: Address, as scalar: Scalar.Type
  ) throws {
    let (source, along) = (
      matrices.assumingMemoryBound(to: scalar), directions.assumingMemoryBound(to: scalar)
    )
    let out = target.assumingMemoryBound(to: scalar)
    let elements = order * order
    let work = try workMemory(3 * elements)
    let (matrix, direction) = (work.pointer, work.pointer + elements)
    let result = direction + elements
    for number in 0..<count {
      for i in 0..<elements {
        matrix[i] = Double(source[number * elements + i])
        direction[i] = Double(along[number * elements + i])
      }
      CofactorDerivativeMatrix.write(of: matrix, along: direction, order: order, into: result)
      for i in 0..<elements { out[number * elements + i] = Scalar(result[i]) }
    }
    withExtendedLifetime(work) {}
  }

  /// - Throws: `MatrixFailure` if there is no memory, also for the factors, which take as much again.
  private func workMemory(_ count: Int) throws -> AlignedStorage<Double> {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: 2 * MemoryLayout<Double>.stride)
    guard !overflow, AvailableMemory.holds(bytes), let work = AlignedStorage<Double>(ifAvailable: count)
    else {
      throw MatrixFailure(
        problem: "there is no memory to compute with \(count) numbers of 8 bytes, and their factors",
        mend: "use smaller matrices", matrix: 0)
    }
    return work
  }

  private func factorization(_ matrix: UnsafeMutablePointer<Double>, _ number: Int) throws -> LUFactorization
  {
    let isFinite = UnsafeBufferPointer(start: matrix, count: order * order).allSatisfy(\.isFinite)
    let factorization = LUFactorization(matrix, order: order)
    if let pivot = factorization.zeroPivot {
      if !isFinite {
        throw MatrixFailure(
          problem: "the matrix has an element that is not finite",
          mend: "ask firstNonFinite() of a session where it comes from", matrix: number)
      }
      throw MatrixFailure(
        problem: "the matrix is singular: pivot \(pivot) is 0",
        mend: "check for rows or columns that depend on each other, or add a positive number to the diagonal",
        matrix: number)
    }
    return factorization
  }
}

/// A function of each of several matrices, or the solution of systems with them.
struct MatrixStackLoop: Loop {
  enum Operation {
    case function(MatrixFunction)
    case solution(columns: Int)
    case cofactorDerivative
  }

  let operation: Operation
  let stack: MatrixStack
  /// The number of rows at a time, where the matrices are read by rows.
  let rows: Int?
  let step: Int

  func run(_ operands: (Address, Address, Address), _ out: Address, _ machine: Machine, firstRow: Int) throws
  {
    do {
      switch machine.precision {
      case .double: try run(operands, out, as: Double.self)
      case .single: try run(operands, out, as: Float.self)
      }
    } catch var failure as MatrixFailure {
      failure.step = step
      if let rows { failure.matrix += firstRow * (stack.count / rows) }
      throw failure
    }
  }

  private func run<Scalar: TensorScalar>(
    _ operands: (Address, Address, Address), _ out: Address, as scalar: Scalar.Type
  ) throws {
    switch operation {
    case .function(let function): try stack.apply(function, operands.0, out, as: scalar)
    case .solution(let columns):
      try stack.solve(operands.0, operands.1, out, columns: columns, as: scalar)
    case .cofactorDerivative:
      try stack.cofactorDerivative(operands.0, operands.1, out, as: scalar)
    }
  }
}
