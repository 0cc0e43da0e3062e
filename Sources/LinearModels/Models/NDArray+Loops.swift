import ChainRule

// Loops over elements where they are: `elements` would copy all of them into memory.
extension NDArray<Double> {
  /// What `combine` makes of all elements, one after the other.
  func reduce(_ start: Double, _ combine: (Double, Double) -> Double) -> Double {
    withElements { elements in
      var result = start
      for index in elements.indices { result = combine(result, elements[index]) }
      return result
    }
  }

  /// The position of the first element that meets a condition; nil if none does.
  func firstIndex(where condition: (Double) -> Bool) -> Int? {
    withElements { elements in elements.indices.first { condition(elements[$0]) } }
  }

  /// Some rows in a new array, which lies in a file if this one does and they are many.
  func rows(_ indices: some Collection<Int>, inFile: Bool, _ operation: String) throws -> NDArray {
    let width = shape.dropFirst().reduce(1, *)
    return try .initialized(shape: [indices.count] + shape.dropFirst(), inFile: inFile, operation) { target in
      withUnsafePointer { source in
        for (place, row) in indices.enumerated() {
          (target + place * width).update(from: source + row * width, count: width)
        }
      }
    }
  }
}
