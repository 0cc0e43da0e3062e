import ChainRule
import Testing

@Suite struct IndexArrayTests {
  @Test("Literals nest to any rank")
  func literals() {
    let index: IndexArray = 7
    #expect(index.shape == [] && index.elements == [7] && index.rank == 0 && index.count == 1)
    let labels: IndexArray = [0, 2, 1]
    #expect(labels.shape == [3] && labels.elements == [0, 2, 1])
    let matrix: IndexArray = [[0, 1], [2, 3], [-4, 5]]
    #expect(matrix.shape == [3, 2] && matrix.elements == [0, 1, 2, 3, -4, 5])
    let empty: IndexArray = []
    #expect(empty.shape == [0] && empty.count == 0)
    let rows: IndexArray = [[], []]
    #expect(rows.shape == [2, 0])
    #expect(labels == IndexArray([0, 2, 1]) && labels != [[0, 2, 1]])
  }

  @Test("Elements that do not fill the shape are refused by both numbers")
  func errors() throws {
    let matrix: IndexArray = [[1, 2, 3], [4, 5, 6]]
    #expect(try IndexArray(shape: [2, 3], elements: 1...6) == matrix)
    expect(
      "IndexArray(shape:elements:): shape [2, 3]: the shape needs 6 elements and 5 came; 5 fill the shape [5]",
      shape: [2, 3], 5)
    expect(
      "IndexArray(shape:elements:): shape [2, -1]: the extent -1 of axis 1 is negative; extents are 0 or more",
      shape: [2, -1], 0)
    expect(
      "IndexArray(shape:elements:): shape [4294967296, 4294967296]: the number of elements is larger than "
        + "9223372036854775807",
      shape: [1 << 32, 1 << 32], 1)
  }

  private func expect(_ text: String, shape: [Int], _ count: Int) {
    let error = #expect(throws: ChainRuleError.self) {
      try IndexArray(shape: shape, elements: [Int](repeating: 0, count: count))
    }
    #expect(error?.description == text)
    #expect(error?.kind == .array)
  }

  @Test("Index arrays print as NumPy prints integers")
  func description() throws {
    // print(np.array(…)) for each of these.
    let matrix: IndexArray = [[0, 1], [10, -3]]
    #expect("\(matrix)" == "[[ 0  1]\n [10 -3]]")
    let labels: IndexArray = [0, 2, 1]
    #expect("\(labels)" == "[0 2 1]")
    #expect("\(IndexArray(integerLiteral: -5))" == "-5")
    #expect("\(IndexArray([]))" == "[]")
    #expect("\(IndexArray(Array(0..<2000)))" == "[   0    1    2 ... 1997 1998 1999]")
  }
}
