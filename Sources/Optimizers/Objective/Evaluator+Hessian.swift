import ChainRule

/// The program of a Hessian as a matrix, with the data bound.
struct HessianProgram {
  private let bound: BoundProgram
  /// The blocks on and above the diagonal, by the positions of their parameters.
  private let blocks: [(row: Int, column: Int, tensor: Tensor)]
  /// How many coefficients there may be: the work grows with their number for each row, and so does the memory of a block.
  static let mostCoefficients = 300
  private static let mostBytes = 64 << 20

  /// Nil where it is too much to compute at once, as it is where rows cannot be taken in blocks.
  init?(_ objective: Objective, _ gradients: [Tensor]) throws {
    guard objective.layout.count <= Self.mostCoefficients else { return nil }
    var blocks: [(row: Int, column: Int, tensor: Tensor)] = []
    for row in gradients.indices {
      for column in row..<gradients.count {
        let block = try gradients[row].jacobian(withRespectTo: objective.parameters[column])
        blocks.append((row, column, block))
      }
    }
    let products = blocks.map(\.tensor)
    // The loss itself is not run: it holds the rows, where the blocks depend on nothing but their number.
    let outputs = products.contains(objective.smooth) ? products : [objective.smooth] + products
    // Lengths other than that of rows are not known here: such objectives do with products.
    let program = try Program<Double>(computing: outputs)
    guard let plan = try? program.plan(rows: objective.rowCount), plan.bytes(threads: 2) <= Self.mostBytes
    else { return nil }
    self.blocks = blocks
    bound = try BoundProgram(outputs, objective, data: objective.data, program: program)
  }

  /// The elements by rows, which are those of columns: it is made symmetric.
  func matrix(at point: [Double], _ layout: ParameterLayout) throws -> [Double] {
    try bound.move(to: point, layout)
    try bound.session.run(only: blocks.map(\.tensor))
    let n = layout.count
    var matrix = Array(repeating: 0.0, count: n * n)
    for (row, column, tensor) in blocks {
      let (down, across) = (layout.ranges[row], layout.ranges[column])
      try bound.session.withElements(of: tensor) { elements in
        for (i, place) in down.enumerated() {
          for (j, other) in across.enumerated() {
            let element = elements[i * across.count + j]
            if row == column {
              matrix[place * n + other] += 0.5 * element
              matrix[other * n + place] += 0.5 * element
            } else {
              (matrix[place * n + other], matrix[other * n + place]) = (element, element)
            }
          }
        }
      }
    }
    return matrix
  }
}

extension Evaluator {
  /// The Hessian of the smooth part at a point, by rows; nil where it is too large to compute at once.
  ///
  /// One pass over the rows gives all of it, where products with unit vectors take a pass each.
  package func hessian(at point: [Double]) throws -> [Double]? {
    try check(point, "the point")
    counts.products += dimension
    if let constant = try constantHessian() { return constant }
    return try hessianProgram()?.matrix(at: point, objective.layout)
  }

  /// The Hessian of a quadratic smooth part with many more rows than coefficients, which is computed only once.
  package func constantHessian() throws -> [Double]? {
    if let known = knownHessian { return known }
    guard mayHaveConstantHessian else { return nil }
    mayHaveConstantHessian = false
    guard objective.rowCount >= 4 * dimension, try hasConstantHessian(), let program = try hessianProgram()
    else {
      return nil
    }
    knownHessian = try program.matrix(at: Array(repeating: 0, count: dimension), objective.layout)
    return knownHessian
  }
}
