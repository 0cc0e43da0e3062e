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
      let count = try Self.count(of: parameter, lengths)
      shapes.append(lengths)
      ranges.append(start..<start + count)
      start += count
    }
    self.parameters = parameters
    self.shapes = shapes
    self.ranges = ranges
  }

  /// The number of elements, as far as there can be such a number.
  private static func count(of parameter: Tensor, _ lengths: [Int]) throws -> Int {
    var (count, overflows) = (lengths.contains(0) ? 0 : 1, false)
    for length in lengths where !overflows {
      (count, overflows) = count.multipliedReportingOverflow(by: length)
    }
    guard !overflows, count <= 1 << 48 else {
      throw Objective.refuse(parameter.labelled, "it is larger than any memory", "give it a smaller shape")
    }
    return count
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
    let place = elementIndices(at: coefficient - ranges[position].lowerBound, in: shapes[position])
    return parameters[position].label + (place.isEmpty ? "" : "\(place)")
  }
}
