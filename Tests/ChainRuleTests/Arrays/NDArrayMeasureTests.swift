import ChainRule
import Testing

@Suite("What is measured of all elements at once")
struct NDArrayMeasureTests {
  /// Rows and columns, of which the last are enough for several threads.
  static let shapes = [
    (0, 3), (3, 0), (1, 1), (5, 7), (1, 3000), (700, 1), (1500, 37), (9000, 50), (300_000, 1),
  ]

  @Test("Magnitudes of columns are those of a plain loop", arguments: shapes)
  func magnitudes(_ rows: Int, _ width: Int) throws {
    let array = try NDArray<Double>.uniform(in: -1..<1, shape: [rows, width], seed: 3)
    let elements = array.elements
    let expected = (0..<width).map { column in
      (0..<rows).reduce(0.0) { max($0, abs(elements[$1 * width + column])) }
    }
    #expect(array.columnMagnitudes() == expected)
  }

  @Test(
    "An element that is not finite shows in its column alone, and is found where it is", arguments: shapes)
  func notFinite(_ rows: Int, _ width: Int) throws {
    let count = rows * width
    for position in Set([0, count / 3, count / 2, count - 1]) where (0..<count).contains(position) {
      for value in [Double.nan, -.infinity] {
        var elements = Array(repeating: -0.5, count: count)
        elements[position] = value
        let array = try NDArray(shape: [rows, width], elements: elements)
        let sizes = array.columnMagnitudes()
        for column in 0..<width where column != position % width || rows == 0 {
          #expect(sizes[column] == 0.5)
        }
        let size = sizes[position % width]
        #expect(value.isNaN ? size.isNaN : size == .infinity)
        #expect(array.firstNonFinite == position)
        elements[count - 1] = .nan
        #expect(try NDArray(shape: [rows, width], elements: elements).firstNonFinite == position)
      }
    }
    #expect(try NDArray<Double>(repeating: 1, shape: [rows, width]).firstNonFinite == nil)
  }
}
