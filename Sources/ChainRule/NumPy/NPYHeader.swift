/// What stands before the elements of a `.npy` file: their type, their order and the shape.
///
/// - Source: NumPy Enhancement Proposal 1 and the documentation of `numpy.lib.format`, format versions 1.0 to 3.0.
struct NPYHeader {
  /// The six bytes that every `.npy` file begins with: 0x93 and `NUMPY`.
  static let magic: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]

  let type: NPYType
  let isBigEndian: Bool
  /// Whether the first index runs fastest in the file.
  let isFortranOrder: Bool
  let shape: [Int]
  /// The product of the extents.
  let count: Int
  /// The position of the first element in the file.
  let dataStart: Int

  /// Reads the header and checks it against the number of bytes that follow, so that nothing is obtained on its word.
  init(_ input: FileInput) throws {
    let range = try Self.dictionaryRange(in: input)
    var parser = NPYHeaderParser(input, in: range)
    let fields = try parser.parse()
    guard let descr = fields.descr else { throw Self.missing("descr", input) }
    guard let isFortranOrder = fields.isFortranOrder else { throw Self.missing("fortran_order", input) }
    guard let shape = fields.shape else { throw Self.missing("shape", input) }
    guard let (type, isBigEndian) = NPYType.parsed(descr) else {
      throw input.error(
        "the dtype '\(descr)' of 'descr' is not supported",
        mend: "save the array as float32, float64, int32, int64 or bool, such as array.astype('float64')")
    }
    self.type = type
    self.isBigEndian = isBigEndian
    self.isFortranOrder = isFortranOrder
    self.shape = shape
    dataStart = range.upperBound
    count = try Self.checkedCount(of: shape, type, at: range.upperBound, in: input)
  }

  /// The number of elements, if the file holds exactly as many.
  private static func checkedCount(
    of shape: [Int], _ type: NPYType, at dataStart: Int, in input: FileInput
  ) throws -> Int {
    guard let count = NDArray<Double>.count(of: shape) else {
      throw input.error("the number of elements of shape \(shape) is larger than \(Int.max)")
    }
    let present = input.byteCount - dataStart
    let (needed, overflow) = count.multipliedReportingOverflow(by: type.byteCount)
    if overflow || needed > present {
      throw input.error(
        "shape \(shape) of \(type) needs \(overflow ? "more than \(Int.max)" : "\(needed)") bytes of elements and "
          + "\(present) follow the header at byte \(dataStart)",
        mend: "the file is cut short or 'shape' is wrong")
    }
    if needed < present {
      throw input.error(
        "shape \(shape) of \(type) needs \(countedBytes(needed)) of elements and \(present) follow the header at "
          + "byte \(dataStart)",
        mend: "the file holds something after the array or 'shape' is wrong")
    }
    return count
  }

  /// The positions of the dictionary, by the magic bytes, the version and the length that come before it.
  private static func dictionaryRange(in input: FileInput) throws -> Range<Int> {
    let bytes = input.bytes
    if bytes.isEmpty { throw input.error("the file is empty") }
    guard bytes.starts(with: magic) else {
      let isArchive = bytes.starts(with: ZipRecord.localSignature)
      throw input.error(
        "the file does not begin with the bytes \\x93NUMPY of an .npy file",
        mend: isArchive ? "it begins like an .npz archive; read it as NPZArchive" : "write it with numpy.save"
      )
    }
    guard bytes.count >= 8 else {
      throw input.error("the file ends at byte \(bytes.count), before its version")
    }
    guard (1...3).contains(bytes[6]), bytes[7] == 0 else {
      throw input.error(
        "the file has format version \(bytes[6]).\(bytes[7]) at byte 6",
        mend: "versions 1.0, 2.0 and 3.0 are read")
    }
    let start = bytes[6] == 1 ? 10 : 12
    guard bytes.count >= start else {
      throw input.error("the file ends at byte \(bytes.count), before the length of its header")
    }
    let length = bytes[6] == 1 ? input.uint16(at: 8) : Int(input.uint32(at: 8))
    guard length <= bytes.count - start else {
      throw input.error(
        "the header has \(countedBytes(length)) by the length at byte 8 and the file has \(bytes.count - start) after it",
        mend: "the file is cut short or the length is wrong")
    }
    return start..<start + length
  }

  private static func missing(_ key: String, _ input: FileInput) -> ChainRuleError {
    input.error("the header has no key '\(key)'", mend: "its keys are 'descr', 'fortran_order' and 'shape'")
  }
}

extension NPYHeader {
  /// The bytes that stand before elements in row-major order, as `numpy.save` writes them.
  ///
  /// NumPy leaves room for the first extent to grow to 21 digits and pads the header to a multiple of 64 bytes. The
  /// longest header, that of 64 axes, fits the 65535 bytes of version 1.0, so no later version is ever written.
  static func encoded(_ type: NPYType, shape: [Int]) -> [UInt8] {
    let tuple = shape.map { "\($0)" }.joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var text = "{'descr': '\(type.descr)', 'fortran_order': False, 'shape': (\(tuple)), }"
    if let first = shape.first { text += String(repeating: " ", count: max(21 - "\(first)".count, 0)) }
    let padding = 64 - (10 + text.utf8.count + 1) % 64
    var bytes = magic + [1, 0]
    bytes.append(littleEndian: UInt16(text.utf8.count + padding + 1))
    bytes.append(contentsOf: text.utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: padding))
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}
