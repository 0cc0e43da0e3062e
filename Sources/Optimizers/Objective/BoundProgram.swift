import ChainRule

/// A program of an objective, with the data bound that it reads.
struct BoundProgram {
  let session: Session<Double>
  private let read: Set<Tensor>

  /// - Parameters:
  ///   - program: The program of the outputs, if there is one already.
  ///   - further: Parameters that are not the objective's, 0 at first.
  init(
    _ outputs: [Tensor], _ objective: Objective, data: Bindings<Double>, program: Program<Double>? = nil,
    with further: [Tensor] = []
  ) throws {
    let read = Set(outputs.flatMap { $0.inputs + $0.parameters })
    // What a derivative does not depend on has no place in its program.
    var bindings = data.filtered(by: read)
    for (parameter, shape) in zip(objective.parameters, objective.layout.shapes)
    where read.contains(parameter) {
      bindings[parameter] = try NDArray(repeating: 0, shape: shape)
    }
    for (parameter, shape) in zip(further, objective.layout.shapes) where read.contains(parameter) {
      bindings[parameter] = try NDArray(repeating: 0, shape: shape)
    }
    self.read = read
    session = try Session(program ?? Program(computing: outputs), binding: bindings)
  }

  func reads(_ tensor: Tensor) -> Bool { read.contains(tensor) }

  /// Writes the coefficients.
  func move(to point: [Double], _ layout: ParameterLayout) throws {
    for (parameter, range) in zip(layout.parameters, layout.ranges) where read.contains(parameter) {
      try session.withMutableElements(of: parameter) { target in
        for (offset, index) in range.enumerated() { target[offset] = point[index] }
      }
    }
  }

  /// The elements of some outputs, one after the other.
  func vector(of outputs: [Tensor]) throws -> [Double] {
    var result: [Double] = []
    for output in outputs {
      try session.withElements(of: output) { elements in
        for index in elements.indices { result.append(elements[index]) }
      }
    }
    return result
  }
}
