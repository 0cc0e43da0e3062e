import ChainRule
import Testing

@Suite struct NDArrayErrorTests {
  /// Demands that `body` throws an error of kind `.array` that reads as `text`.
  private func expect(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation, from body: () throws -> Void
  ) {
    let error = #expect(throws: ChainRuleError.self, sourceLocation: sourceLocation, performing: body)
    #expect(error?.description == text, sourceLocation: sourceLocation)
    #expect(error?.kind == .array, sourceLocation: sourceLocation)
  }

  @Test("A wrong number of elements names the shape and both numbers")
  func count() {
    expect(
      "NDArray(shape:elements:): shape [2, 3]: the shape needs 6 elements and 5 came; 5 fill the shape [5]"
    ) { _ = try NDArray<Double>(shape: [2, 3], elements: [1, 2, 3, 4, 5]) }
    expect(
      "NDArray(shape:elements:): shape []: the shape needs 1 element and 0 came; 0 fill the shape [0]"
    ) { _ = try NDArray<Double>(shape: [], elements: []) }
  }

  @Test("Shapes that no array can have say why")
  func shapes() {
    expect(
      "NDArray(repeating:shape:): shape [2, -1]: the extent -1 of axis 1 is negative; extents are 0 or more"
    ) { _ = try NDArray<Double>(repeating: 0, shape: [2, -1]) }
    expect(
      "NDArray(shape:elements:): shape [0, -1]: the extent -1 of axis 1 is negative; extents are 0 or more"
    ) { _ = try NDArray<Double>(shape: [0, -1], elements: []) }
    expect(
      "NDArray(repeating:shape:): shape [4294967296, 4294967296]: the number of elements is larger than "
        + "9223372036854775807"
    ) { _ = try NDArray<Double>(repeating: 0, shape: [1 << 32, 1 << 32]) }
    expect(
      "NDArray(repeating:shape:): shape [9223372036854775807]: there is no memory for 9223372036854775807 "
        + "elements of 4 bytes"
    ) { _ = try NDArray<Float>(repeating: 0, shape: [.max]) }
    expect(
      "NDArray(repeating:shape:): shape [1048576, 1073741824]: there is no memory for 1125899906842624 "
        + "elements of 8 bytes"
    ) { _ = try NDArray<Double>(repeating: 0, shape: [1 << 20, 1 << 30]) }
    expect(
      "NDArray.evenlySpaced(from:through:count:): shape [-3]: the extent -3 of axis 0 is negative; extents are "
        + "0 or more"
    ) { _ = try NDArray<Double>.evenlySpaced(from: 0, through: 1, count: -3) }
  }

  @Test("A ragged matrix names the row and both lengths")
  func ragged() {
    expect("NDArray(rows:): row 2 has 1 element and row 0 has 2; rows of a matrix are equally long") {
      _ = try NDArray<Double>(rows: [[1, 2], [3, 4], [5]])
    }
  }

  @Test("Reshaping to another number of elements names both")
  func reshaping() {
    let matrix: NDArray<Double> = [[1, 2, 3], [4, 5, 6]]
    expect(
      "reshaped(to:): array [2, 3], shape [4]: the array has 6 elements and the shape needs 4; choose extents "
        + "whose product is 6"
    ) { _ = try matrix.reshaped(to: [4]) }
    expect("reshaped(to:): shape [-1]: the extent -1 of axis 0 is negative; extents are 0 or more") {
      _ = try matrix.reshaped(to: [-1])
    }
  }

  @Test("Only an array of one element has a scalar, whatever its rank")
  func scalar() throws {
    #expect(try NDArray<Double>(5).scalar == 5)
    #expect(try NDArray<Double>(rows: [[6]]).scalar == 6)
    expect(
      "NDArray.scalar: array [2]: the array has 2 elements, not just one; read elements by subscript or with "
        + "elements"
    ) { _ = try NDArray([1.0, 2.0]).scalar }
  }

  @Test("Random numbers refuse ranges and deviations that are none")
  func random() {
    expect(
      "NDArray.uniform(in:shape:): range 1.0..<1.0: the range is empty; bounds are finite numbers, the lower "
        + "one first"
    ) { _ = try NDArray<Double>.uniform(in: 1..<1, shape: [2], seed: 0) }
    expect(
      "NDArray.uniform(in:shape:): range 0.0..<inf: the width of the range is not finite; bounds are finite "
        + "numbers, the lower one first"
    ) { _ = try NDArray<Double>.uniform(in: 0 ..< .infinity, shape: [2], seed: 0) }
    expect(
      "NDArray.normal(mean:standardDeviation:shape:): mean 0.0, standard deviation -1.0: there is no such normal "
        + "distribution; both are finite and the standard deviation is 0 or more"
    ) { _ = try NDArray<Double>.normal(standardDeviation: -1, shape: [2], seed: 0) }
    expect(
      "NDArray.normal(mean:standardDeviation:shape:): shape [-2]: the extent -2 of axis 0 is negative; extents "
        + "are 0 or more"
    ) { _ = try NDArray<Double>.normal(shape: [-2], seed: 0) }
  }

  @Test("Comparing different shapes, or nothing, has no worst element")
  func worst() {
    expect(
      "worstDifference(from:): array [2], other [1]: the shapes differ; compare arrays of one shape"
    ) { _ = try NDArray([1.0, 2.0]).worstDifference(from: [1]) }
    expect("worstDifference(from:): array [0], other [0]: there are no elements to compare") {
      _ = try NDArray<Double>([]).worstDifference(from: [])
    }
  }
}
