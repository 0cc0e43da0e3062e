package import ChainRule

/// Where each parameter stands in the one vector of numbers that optimizers work on.
package struct ParameterLayout: Sendable {
  package let parameters: [Tensor]
  package let shapes: [[Int]]
  package let ranges: [Range<Int>]

  /// The number of coefficients.
  package var count: Int { ranges.last?.upperBound ?? 0 }

  init(_ parameters: [Tensor]) throws {
    var shapes: [[Int]] = []
    var ranges: [Range<Int>] = []
    var start = 0
    for (position, parameter) in parameters.enumerated() {
      let lengths = try parameter.shape.extents.map { extent in
        guard case .fixed(let length) = extent else {
          throw Objective.refuse(
            parameter.labelled, "the shape is not fixed", "parameters need fixed lengths")
        }
        return length
      }
      if parameters.prefix(position).contains(parameter) {
        throw Objective.refuse(parameter.labelled, "it is listed twice")
      }
      let count = lengths.reduce(1, *)
      shapes.append(lengths)
      ranges.append(start..<start + count)
      start += count
    }
    self.parameters = parameters
    self.shapes = shapes
    self.ranges = ranges
  }

  /// How many neighbouring coefficients of a parameter make one group: a row, and of a vector one element.
  package func groupSize(_ position: Int) -> Int { shapes[position].dropFirst().reduce(1, *) }

  /// The arrays that a vector stands for.
  package func arrays(_ point: [Double]) throws -> [NDArray<Double>] {
    try zip(shapes, ranges).map { try NDArray(shape: $0, elements: point[$1]) }
  }

  /// The vector of some arrays, checked against the shapes.
  package func point(_ arrays: [NDArray<Double>]) throws -> [Double] {
    for (parameter, (shape, array)) in zip(parameters, zip(shapes, arrays)) where array.shape != shape {
      throw Objective.refuse(
        parameter.labelled, "the start has shape \(array.shape)", "it needs shape \(shape)")
    }
    return arrays.flatMap(\.elements)
  }

  /// The parameter and the place in it of a coefficient, such as `w[3]`.
  package func name(of coefficient: Int) -> String {
    let position = ranges.firstIndex { $0.contains(coefficient) } ?? 0
    var rest = coefficient - ranges[position].lowerBound
    var place: [Int] = []
    for length in shapes[position].reversed() {
      place.insert(rest % length, at: 0)
      rest /= length
    }
    return parameters[position].label + (place.isEmpty ? "" : "\(place)")
  }
}
