/// Tells the fields that stand for a missing value.
struct CSVMissing {
  private let spellings: [[UInt8]]
  /// For each byte, whether a spelling begins with it; most fields are decided here.
  private let begins: [Bool]

  /// The empty field and the given spellings.
  init(spellings: Set<String>) {
    self.spellings = spellings.filter { !$0.isEmpty }.map { Array($0.utf8) }
    var begins = [Bool](repeating: false, count: 256)
    for spelling in self.spellings { begins[Int(spelling[0])] = true }
    self.begins = begins
  }

  /// Whether the content of the field, without spaces and tabs around it, is missing.
  func contains(_ field: CSVField, of bytes: [UInt8]) -> Bool {
    var first = field.start
    var last = field.end
    while first < last, CSVByte.isBlank(bytes[first]) { first += 1 }
    while first < last, CSVByte.isBlank(bytes[last - 1]) { last -= 1 }
    if first == last { return true }
    guard begins[Int(bytes[first])] else { return false }
    return spellings.contains { bytes[first..<last].elementsEqual($0) }
  }
}
