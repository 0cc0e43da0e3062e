import ChainRule
import Testing

@Suite struct NDArrayTests {
  @Test("Literals nest to any depth and hold whole numbers, fractions and signs")
  func literals() {
    let scalar: NDArray<Double> = 0
    let vector: NDArray<Float> = [-1, 2.5]
    let matrix: NDArray<Double> = [[1, 2], [3, 4], [5, 6]]
    let cube: NDArray<Double> = [[[1.5], [2]], [[3], [4]]]
    let empty: NDArray<Double> = []
    #expect(scalar.shape == [] && scalar.elements == [0])
    #expect(vector.shape == [2] && vector.elements == [-1, 2.5])
    #expect(matrix.shape == [3, 2] && matrix.elements == [1, 2, 3, 4, 5, 6])
    #expect(cube.shape == [2, 2, 1] && cube.elements == [1.5, 2, 3, 4])
    #expect(empty.shape == [0] && empty.elements == [])
  }

  @Test("A Float literal in an array is the number that it is elsewhere")
  func literalRounding() {
    // Just above the midpoint of 1 and its successor; by way of Double it would become 1 on x86.
    let value: NDArray<Float> = 1.0000000596046447764
    let number: Float = 1.0000000596046447764
    #expect(value.elements == [number])
  }

  @Test("A ragged literal ends the process")
  func raggedLiteral() async {
    await #expect(processExitsWith: .failure) {
      let ragged: NDArray<Double> = [[1, 2], [3]]
      _ = ragged
    }
  }

  @Test("Initializers arrange the elements in row-major order")
  func creation() throws {
    #expect(NDArray<Double>(3.5).shape == [])
    #expect(NDArray([1.0, 2.0]).shape == [2])
    let matrix: NDArray<Double> = [[1, 2, 3], [4, 5, 6]]
    #expect(try NDArray(shape: [2, 3], elements: [1, 2, 3, 4, 5, 6]) == matrix)
    let scattered = (1...6).lazy.map(Double.init)
    #expect(try NDArray(shape: [2, 3], elements: scattered) == matrix)
    #expect(try NDArray(rows: [[1, 2, 3], [4, 5, 6]]) == matrix)
    #expect(try NDArray<Double>(rows: []).shape == [0, 0])
    #expect(try NDArray<Double>(rows: [[], []]).shape == [2, 0])
    #expect(try NDArray<Double>(repeating: 7, shape: [2, 2]) == [[7, 7], [7, 7]])
    #expect(matrix.rank == 2 && matrix.count == 6)
  }

  @Test("Conversion to Float rounds, conversion to Double is exact")
  func conversion() {
    let tenth: NDArray<Double> = [[0.1]]
    let single = NDArray<Float>(tenth)
    #expect(single.shape == [1, 1] && single.elements == [Float(0.1)])
    #expect(NDArray<Double>(single).elements == [Double(Float(0.1))])
  }

  @Test("Evenly spaced numbers end exactly where they were asked to")
  func evenlySpaced() throws {
    #expect(try NDArray<Double>.evenlySpaced(from: 0, through: 1, count: 5) == [0, 0.25, 0.5, 0.75, 1])
    #expect(try NDArray<Double>.evenlySpaced(from: 3, through: 1, count: 1) == [3])
    #expect(try NDArray<Double>.evenlySpaced(from: 3, through: 1, count: 0) == [])
    let tenths = try NDArray<Double>.evenlySpaced(from: 0.1, through: 0.7, count: 50)
    #expect(tenths.elements.last == 0.7)
  }

  @Test("Subscripts address row by row, and trap where there is no element")
  func subscripts() async {
    var matrix: NDArray<Double> = [[1, 2], [3, 4], [5, 6]]
    matrix[2, 0] += 10
    #expect(matrix[2, 0] == 15 && matrix[0, 1] == 2)
    #expect(NDArray<Double>(4)[] == 4)
    await #expect(processExitsWith: .failure) { _ = NDArray([1.0])[1] }
    await #expect(processExitsWith: .failure) { _ = NDArray([1.0])[-1] }
    await #expect(processExitsWith: .failure) { _ = NDArray([1.0])[0, 0] }
  }

  @Test("A copy never sees later changes of its original")
  func valueSemantics() throws {
    var original: NDArray<Double> = [[1, 2], [3, 4]]
    let copy = original
    let flat = try original.reshaped(to: [4])
    #expect(copy.storage === original.storage && flat.storage === original.storage)
    original[0, 0] = 9
    original.withMutableElements { elements in elements[3] = 8 }
    #expect(copy == [[1, 2], [3, 4]])
    #expect(flat == [1, 2, 3, 4])
    #expect(original == [[9, 2], [3, 8]])
  }

  @Test("An array that is not shared is changed in place")
  func inPlace() {
    var array: NDArray<Double> = [1, 2]
    let before = ObjectIdentifier(array.storage)
    array[0] = 5
    array.withMutableElements { elements in elements[1] = 6 }
    #expect(ObjectIdentifier(array.storage) == before)
    #expect(array == [5, 6])
  }

  @Test("Lent elements are the elements in row-major order")
  func spans() {
    let matrix: NDArray<Double> = [[1, 2], [3, 4]]
    let sum = matrix.withElements { elements in
      elements.indices.reduce(0.0) { $0 * 10 + elements[$1] }
    }
    #expect(sum == 1234)
    #expect(matrix.map { -$0 } == [[-1, -2], [-3, -4]])
  }

  @Test("Memory starts on a 64-byte boundary at every size", arguments: [0, 1, 2, 3, 7, 8, 9, 1000, 100_001])
  func alignment(count: Int) throws {
    let double = try NDArray<Double>(repeating: 1, shape: [count])
    let single = try NDArray<Float>(repeating: 1, shape: [count])
    #expect(double.withUnsafePointer { Int(bitPattern: $0) % 64 } == 0)
    #expect(single.withUnsafePointer { Int(bitPattern: $0) % 64 } == 0)
    var copy = single
    if count > 0 { copy[0] = 2 }
    #expect(copy.withUnsafePointer { Int(bitPattern: $0) % 64 } == 0)
  }

  @Test(
    "An extent of 0 makes an array without elements",
    arguments: [[0], [3, 0], [0, Int.max], [Int.max, 2, 0]])
  func zeroSizes(shape: [Int]) throws {
    var array = try NDArray<Double>(repeating: 1, shape: shape)
    #expect(array.shape == shape && array.count == 0 && array.elements == [])
    #expect(array == array.map { $0 + 1 })
    #expect(try array.reshaped(to: [0, 5]).shape == [0, 5])
    array.withMutableElements { #expect($0.count == 0) }
  }

  @Test("Equality is that of IEEE 754, and equal arrays hash alike")
  func equality() throws {
    let zero: NDArray<Double> = [0, 1]
    let negative: NDArray<Double> = [-0.0, 1]
    #expect(zero == negative)
    #expect(Set([zero, negative]).count == 1)
    #expect(NDArray([Double.nan]) != NDArray([Double.nan]))
    #expect(try zero != zero.reshaped(to: [2, 1]))
    #expect(zero != [0, 2])
  }
}
