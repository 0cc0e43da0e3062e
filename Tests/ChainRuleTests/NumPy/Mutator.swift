import ChainRule

/// Damages small files in the ways in which files are damaged by accident or by intent.
struct Mutator {
  private var generator: SeededGenerator
  private let bases: [[UInt8]]
  private let largeNumbers: [[UInt8]] = [
    [0], [1], [0x7F], [0x80], [0xFF], [0xFF, 0xFF], [0, 0x80], [0xFF, 0xFF, 0xFF, 0xFF],
    [0xFF, 0xFF, 0xFF, 0x7F],
    [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0x80], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
    [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
  ]
  private let words: [[UInt8]] = [
    "0", "1", "2", "9", "-", "99999999999999999999", "4611686018427387904", "()", "(", ")", ",", "'", "\"",
    "{", "}",
    "True", "False", "<f8", ">f4", "|b1", "<i8", " ", "\n", "'shape': (2,), ", "1, ", "PK\u{1}\u{2}",
    "PK\u{3}\u{4}",
  ].map { Array($0.utf8) }

  init(_ bases: [[UInt8]], seed: UInt64) {
    self.bases = bases
    generator = SeededGenerator(seed: seed)
  }

  /// One of the bases after one to three damages.
  mutating func next() -> [UInt8] {
    var bytes = bases[below(bases.count)]
    for _ in 0...below(3) where !bytes.isEmpty { damage(&bytes) }
    return bytes
  }

  private mutating func damage(_ bytes: inout [UInt8]) {
    let position = below(bytes.count)
    switch below(8) {
    case 0: bytes[position] ^= 1 << UInt8(below(8))
    case 1: bytes[position] = UInt8(below(256))
    case 2: bytes.removeLast(bytes.count - position)
    case 3: bytes.insert(contentsOf: words[below(words.count)], at: position)
    case 4: overwrite(&bytes, position, largeNumbers[below(largeNumbers.count)])
    case 5: overwrite(&bytes, position, words[below(words.count)])
    case 6: editDigit(&bytes, after: position)
    default:
      let other = bases[below(bases.count)]
      let start = below(other.count)
      let count = min(below(40), other.count - start)
      let end = min(position + below(40), bytes.count)
      bytes.replaceSubrange(position..<end, with: Array(other[start..<start + count]))
    }
  }

  private func overwrite(_ bytes: inout [UInt8], _ position: Int, _ replacement: [UInt8]) {
    for index in 0..<min(replacement.count, bytes.count - position) {
      bytes[position + index] = replacement[index]
    }
  }

  /// Changes the first digit at or after a position, such as one of the shape.
  private mutating func editDigit(_ bytes: inout [UInt8], after position: Int) {
    for index in position..<bytes.count where bytes[index] >= 0x30 && bytes[index] <= 0x39 {
      bytes[index] = UInt8(0x30 + below(10))
      return
    }
  }

  private mutating func below(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }
}
