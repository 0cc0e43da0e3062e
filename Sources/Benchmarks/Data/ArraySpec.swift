/// A file of raw numbers: little-endian, row-major, without a header.
struct ArraySpec: Hashable, Sendable {
  /// How the numbers are stored, in NumPy's notation.
  enum Element: String, Sendable {
    case double = "<f8"
    case single = "<f4"
    case integer = "<i4"

    /// The size of one number.
    var bytes: Int { self == .double ? 8 : 4 }
  }

  let name: String
  let element: Element
  let shape: [Int]
  /// How the numbers are made, as the manifest tells it.
  let formula: String

  init(_ name: String, _ element: Element, _ shape: [Int], _ formula: String) {
    self.name = name
    self.element = element
    self.shape = shape
    self.formula = formula
  }

  var count: Int { shape.reduce(1, *) }
  var bytes: Int { count * element.bytes }
  /// The name of its file.
  var file: String { name + ".bin" }

  /// What the file keeps of a number.
  func rounded(_ number: Double) -> Double {
    element == .single ? Double(Float(number)) : number
  }
}
