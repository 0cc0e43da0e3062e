import ChainRule
import Testing

/// Expected texts are the output of NumPy 2.4.6.
///
/// They come from `str(numpy.array(…, dtype))` with default print options, and from `numpy.array2string` for `formatted`.
/// During development, 50 000 random arrays of both precisions and ranks 0 to 4 were compared as well.
@Suite struct NDArrayDescriptionTests {
  static let doubles: [(NDArray<Double>, String)] = [
    (-2, "-2.0"),
    (0.1, "0.1"),
    (1e16, "1e+16"),
    (12345678, "12345678.0"),
    (0.0001, "0.0001"),
    (0.00001, "1e-05"),
    (NDArray(Double.leastNonzeroMagnitude), "5e-324"),
    ([], "[]"),
    ([7, 8, 9], "[7. 8. 9.]"),
    ([1, 0.5, -3.25], "[ 1.    0.5  -3.25]"),
    ([-0.0, 0, 1], "[-0.  0.  1.]"),
    ([-2.6666666666666665, -11.333333333333334], "[ -2.66666667 -11.33333333]"),
    ([0.333333333333, 100], "[  0.33333333 100.        ]"),
    ([1, 1000], "[   1. 1000.]"),
    ([1, 1000.1], "[1.0000e+00 1.0001e+03]"),
    ([0.0001, 0.05], "[0.0001 0.05  ]"),
    ([0.00009, 0.05], "[9.e-05 5.e-02]"),
    ([99999999.5, 123456.75], "[99999999.5    123456.75]"),
    ([100000000, 1], "[1.e+08 1.e+00]"),
    ([1e-5, 1e100], "[1.e-005 1.e+100]"),
    ([1e300, -1e-300, 0], "[ 1.e+300 -1.e-300  0.e+000]"),
    (NDArray([.leastNonzeroMagnitude, 1.5]), "[4.9e-324 1.5e+000]"),
    ([0.123456785, 0.123456775], "[0.12345678 0.12345678]"),
    ([1.5, 0.001953125, 0.000000001], "[1.500000e+00 1.953125e-03 1.000000e-09]"),
    ([0.001953125, 0.005859375], "[0.00195312 0.00585938]"),
    ([[1, 2], [3, 4]], "[[1. 2.]\n [3. 4.]]"),
    ([[1, -2.5], [10.25, 0]], "[[ 1.   -2.5 ]\n [10.25  0.  ]]"),
    ([[[1, 2], [3, 4]], [[5, 6], [7, 8]]], "[[[1. 2.]\n  [3. 4.]]\n\n [[5. 6.]\n  [7. 8.]]]"),
    ([[[[1]], [[2]]], [[[3]], [[4]]]], "[[[[1.]]\n\n  [[2.]]]\n\n\n [[[3.]]\n\n  [[4.]]]]"),
    ([[[1.5]]], "[[[1.5]]]"),
    ([[1e8, 1], [2, 3]], "[[1.e+08 1.e+00]\n [2.e+00 3.e+00]]"),
    ([123456.789, 0.5], "[1.23456789e+05 5.00000000e-01]"),
    ([2.5, 1e5, 0.5], "[2.5e+00 1.0e+05 5.0e-01]"),
    ([9007199254740993, 1], "[9.00719925e+15 1.00000000e+00]"),
    (NDArray([.nan, 1.5]), "[nan 1.5]"),
    (NDArray([.infinity, -.infinity, .nan]), "[ inf -inf  nan]"),
    (NDArray([.nan, .nan]), "[nan nan]"),
    (NDArray([-.infinity, 1e-9, 3]), "[  -inf 1.e-09 3.e+00]"),
    (NDArray([1, .infinity, -2]), "[ 1. inf -2.]"),
  ]

  static let singles: [(NDArray<Float>, String)] = [
    (0.1, "0.1"),
    (1000000, "1e+06"),
    (0.0001, "1e-04"),
    (16777216, "1.6777216e+07"),
    ([0.1, 0.2, 0.33333334], "[0.1        0.2        0.33333334]"),
    ([0.0001, 1], "[1.e-04 1.e+00]"),
    ([999999, 0.5, 1000.5], "[9.99999e+05 5.00000e-01 1.00050e+03]"),
    ([1000000, 1], "[1.e+06 1.e+00]"),
    (NDArray([.leastNonzeroMagnitude, 3e38]), "[1.e-45 3.e+38]"),
    ([3.328136, 1234567.8], "[3.3281360e+00 1.2345678e+06]"),
    ([[0.1, -20.5], [3, 4]], "[[  0.1 -20.5]\n [  3.    4. ]]"),
  ]

  @Test("Double arrays print as in NumPy", arguments: doubles)
  func double(array: NDArray<Double>, text: String) {
    #expect(array.description == text)
  }

  @Test("Float arrays print as in NumPy", arguments: singles)
  func single(array: NDArray<Float>, text: String) {
    #expect(array.description == text)
  }

  @Test("Long rows continue on the next line below the first number")
  func wrapping() {
    let array = NDArray((0..<16).map { 1000.5 * Double($0) })
    let text = """
      [    0.   1000.5  2001.   3001.5  4002.   5002.5  6003.   7003.5  8004.
        9004.5 10005.  11005.5 12006.  13006.5 14007.  15007.5]
      """
    #expect(array.description == text)
  }

  @Test("Beyond 1000 elements only the ends of long axes are printed")
  func summary() throws {
    let row = NDArray((0...1000).map(Double.init))
    #expect(row.description == "[   0.    1.    2. ...  998.  999. 1000.]")
    let matrix = try NDArray(shape: [2, 600], elements: (0..<1200).map(Double.init))
    let text = """
      [[0.000e+00 1.000e+00 2.000e+00 ... 5.970e+02 5.980e+02 5.990e+02]
       [6.000e+02 6.010e+02 6.020e+02 ... 1.197e+03 1.198e+03 1.199e+03]]
      """
    #expect(matrix.description == text)
  }

  @Test("The options of formatted are those of array2string")
  func options() throws {
    let pair = NDArray([-8.0 / 3, -34.0 / 3])
    #expect(pair.formatted(separator: ", ") == "[ -2.66666667, -11.33333333]")
    #expect(pair.formatted(precision: 3) == "[ -2.667 -11.333]")
    #expect(pair.formatted(precision: 0) == "[ -3. -11.]")
    #expect(pair.formatted(precision: 17) == "[ -2.6666666666666665 -11.333333333333334 ]")
    #expect(NDArray([0.5, 1.5, 2.5, 3.5]).formatted(precision: 0) == "[0. 2. 2. 4.]")
    #expect(NDArray(2.0 / 3).formatted() == "0.66666667")
    let table = try NDArray(shape: [4, 5], elements: (0..<20).map(Double.init))
    #expect(table.formatted(threshold: 10, edgeItems: 1) == "[[ 0. ...  4.]\n ...\n [15. ... 19.]]")
    let dozen = NDArray((0..<12).map(Double.init))
    let lines = "[ 0.,  1.,  2.,  3.,\n  4.,  5.,  6.,  7.,\n  8.,  9., 10., 11.]"
    #expect(dozen.formatted(separator: ", ", lineWidth: 20) == lines)
  }

  @Test("Without alignment no spaces are left but those of the separator")
  func unaligned() {
    let pair = NDArray([-8.0 / 3, -34.0 / 3])
    #expect(pair.formatted(separator: ", ", isAligned: false) == "[-2.66666667, -11.33333333]")
    #expect(NDArray([1, .nan, -10.5]).formatted(isAligned: false) == "[1. nan -10.5]")
  }

  @Test("Senseless options are taken as the nearest sensible ones")
  func senselessOptions() {
    let array = NDArray([1.25, 2, 3])
    #expect(array.formatted(precision: -5) == array.formatted(precision: 0))
    #expect(array.formatted(threshold: -1, edgeItems: -1) == "[1.25 ... 3.  ]")
    #expect(array.formatted(threshold: 0, edgeItems: .max) == array.description)
    #expect(array.formatted(lineWidth: .min) == "[1.25\n 2.\n 3.  ]")
    #expect(array.formatted(precision: .max, lineWidth: .max) == array.description)
    #expect(NDArray([1e-9, 1]).formatted(precision: .max) == "[1.e-09 1.e+00]")
  }

  @Test("Arrays without elements print as empty brackets, however large their other extents")
  func empty() throws {
    for shape in [[0], [3, 0], [0, 3], [0, Int.max], [Int.max, 0]] {
      #expect(try NDArray<Double>(shape: shape, elements: []).description == "[]")
    }
  }

  @Test("The debug description shows all digits, and the shape where the elements do not")
  func debugDescription() throws {
    let matrix: NDArray<Double> = [[1, 0.1], [3, 4]]
    #expect(matrix.debugDescription == "NDArray<Double>([[1.0, 0.1], [3.0, 4.0]])")
    #expect(NDArray(Float(0.1)).debugDescription == "NDArray<Float>(0.1)")
    let empty = try NDArray<Float>(shape: [3, 0], elements: [])
    #expect(empty.debugDescription == "NDArray<Float>([], shape: [3, 0])")
    let long = try NDArray<Double>(repeating: 0, shape: [1001])
    #expect(long.debugDescription == "NDArray<Double>([0.0, 0.0, 0.0, ..., 0.0, 0.0, 0.0], shape: [1001])")
  }
}
