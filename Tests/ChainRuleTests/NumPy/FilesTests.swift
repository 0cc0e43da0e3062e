import ChainRule
import Testing

/// The tests of files; the suites of this folder extend it.
@Suite enum FilesTests {}

/// The bytes that a text of hexadecimal digits spells; white space between them is ignored.
func bytes(hex: String) -> [UInt8] {
  let digits = hex.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

/// An `.npy` file with any text for a header, right or wrong, without padding.
func npy(_ header: String, data: [UInt8] = [], version: UInt8 = 1) -> [UInt8] {
  let length = header.utf8.count
  let size = [UInt8(length & 0xFF), UInt8(length >> 8)] + (version == 1 ? [] : [0, 0])
  return [0x93] + Array("NUMPY".utf8) + [version, 0] + size + Array(header.utf8) + data
}

/// Demands that `body` throws an error of kind `.file` that reads as `text`.
func expectFileError(
  _ text: String, sourceLocation: SourceLocation = #_sourceLocation, from body: () throws -> Void
) {
  let error = #expect(throws: ChainRuleError.self, sourceLocation: sourceLocation, performing: body)
  #expect(error?.description == text, sourceLocation: sourceLocation)
  #expect(error?.kind == .file, sourceLocation: sourceLocation)
}
