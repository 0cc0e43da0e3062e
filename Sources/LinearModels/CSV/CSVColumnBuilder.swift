/// What the first pass over a CSV text learns of one column.
struct CSVColumnBuilder {
  /// What is to be made of the fields.
  enum Kind {
    /// Numbers, as long as no field says otherwise.
    case numbers
    /// Categories, which the second pass collects.
    case categories
    /// Nothing.
    case skipped
  }

  /// What is to be made of the fields.
  private(set) var kind: Kind
  /// The numbers so far, or since they were last removed; NaN in place of a missing one.
  private(set) var numbers: [Double] = []
  /// The line of the first missing value.
  private(set) var firstMissingLine: Int?
  /// Line and content of the first number that no double holds.
  private(set) var firstInfinite: (line: Int, text: String)?
  /// Line and content of the field that made a column of numbers one of categories.
  private(set) var firstText: (line: Int, text: String)?
  /// Line and content of the first number whose digits say more than the number: zeros in front, or an integer that no
  /// double holds.
  private(set) var firstRespelled: (line: Int, text: String)?
  /// How many values are missing.
  private(set) var missingCount = 0

  /// A column without fields.
  init(_ kind: Kind) {
    self.kind = kind
  }

  /// Takes in a field that is not missing.
  mutating func append(_ field: CSVField, of bytes: [UInt8]) {
    guard kind == .numbers else { return }
    switch CSVNumber(bytes, field.start, field.end) {
    case .finite(let number):
      numbers.append(number)
      if firstRespelled == nil, CSVNumber.respells(number, bytes, field.start, field.end) {
        firstRespelled = (field.line, String(decoding: bytes[field.start..<field.end], as: UTF8.self))
      }
    case .infinite:
      numbers.append(.infinity)
      if firstInfinite == nil {
        firstInfinite = (field.line, String(decoding: bytes[field.start..<field.end], as: UTF8.self))
      }
    case .text:
      kind = .categories
      firstText = (field.line, String(decoding: bytes[field.start..<field.end], as: UTF8.self))
      numbers = []
    }
  }

  /// Takes in a missing value.
  mutating func appendMissing(line: Int) {
    if firstMissingLine == nil { firstMissingLine = line }
    missingCount += 1
    if kind == .numbers { numbers.append(.nan) }
  }

  /// Makes room for so many numbers, if it is a column of numbers.
  mutating func reserveCapacity(_ count: Int) {
    if kind == .numbers { numbers.reserveCapacity(count) }
  }

  /// Forgets the numbers, which are kept elsewhere.
  mutating func removeNumbers() { numbers.removeAll(keepingCapacity: true) }

  /// Forgets the field of a row that is left out and began on the given line.
  mutating func removeLast(rowLine: Int) {
    if kind == .numbers { numbers.removeLast() }
    if let firstInfinite, firstInfinite.line >= rowLine { self.firstInfinite = nil }
    if let firstRespelled, firstRespelled.line >= rowLine { self.firstRespelled = nil }
  }

  /// Puts the mean of the present numbers in place of the missing ones, of which not all are missing.
  mutating func fillWithMean() {
    guard missingCount > 0 else { return }
    let present = Double(numbers.count - missingCount)
    let sum = numbers.reduce(0) { $1.isNaN ? $0 : $0 + $1 }
    // The sum of huge numbers overflows where their mean does not.
    let mean = sum.isFinite ? sum / present : numbers.reduce(0) { $1.isNaN ? $0 : $0 + $1 / present }
    for index in numbers.indices where numbers[index].isNaN { numbers[index] = mean }
  }
}
