/// The elements of a `.npy` file, whatever their type, byte order and order.
struct NPYContent {
  let header: NPYHeader
  private let input: FileInput

  /// Reads the header and checks that the elements are all there and, where they are bool, 0 or 1.
  init(_ input: FileInput) throws {
    self.input = input
    header = try NPYHeader(input)
    guard header.type == .bool else { return }
    for position in header.dataStart..<input.bytes.count where input.bytes[position] > 1 {
      throw input.error("the bool at byte \(position) is \(input.bytes[position])", mend: "a bool is 0 or 1")
    }
  }

  /// An error that names the element at a position in row-major order.
  func error(at offset: Int, _ problem: String, mend: String) -> ChainRuleError {
    input.error("\(elementName(at: offset, in: header.shape)) \(problem)", mend: mend)
  }

  /// An error that is not about one of the elements.
  func error(_ problem: String, mend: String) -> ChainRuleError { input.error(problem, mend: mend) }

  /// Calls `body` with each element of a floating type, given by its bits, and its position in row-major order.
  func forEach<Bits: FixedWidthInteger & BitwiseCopyable>(
    _ bits: Bits.Type, _ body: (Int, Bits) throws -> Void
  ) rethrows {
    // The elements begin at any position, and every pattern of bits is an integer; the span checks the bounds.
    let bytes = input.bytes.span.bytes
    let size = MemoryLayout<Bits>.size
    var target = FortranOrder(header)
    for source in 0..<header.count {
      let loaded = bytes.unsafeLoadUnaligned(fromByteOffset: header.dataStart + source * size, as: Bits.self)
      let value = header.isBigEndian ? Bits(bigEndian: loaded) : Bits(littleEndian: loaded)
      try body(target.offset ?? source, value)
      target.advance()
    }
  }

  /// Calls `body` with each element of an integer type or bool, and its position in row-major order.
  func forEachInteger(_ body: (Int, Int) throws -> Void) rethrows {
    switch header.type {
    case .int32: try forEach(Int32.self) { try body($0, Int($1)) }
    case .int64: try forEach(Int64.self) { try body($0, Int($1)) }
    case .bool: try forEach(UInt8.self) { try body($0, Int($1)) }
    case .float32, .float64: preconditionFailure("\(header.type) is no integer type")
    }
  }
}

/// The row-major positions of elements that come in Fortran order, the first index running fastest.
private struct FortranOrder {
  /// The position of the element whose turn it is; nil where the file has row-major order.
  private(set) var offset: Int?
  private let shape: [Int]
  private var strides: [Int] = []
  private var indices: [Int] = []

  init(_ header: NPYHeader) {
    shape = header.shape
    // Without elements there is nothing to visit, and the other extents may be beyond any stride.
    guard header.isFortranOrder, header.count > 0, shape.count > 1 else { return }
    offset = 0
    indices = [Int](repeating: 0, count: shape.count)
    strides = indices
    var stride = 1
    for axis in shape.indices.reversed() {
      strides[axis] = stride
      stride *= shape[axis]
    }
  }

  mutating func advance() {
    guard var next = offset else { return }
    for axis in shape.indices {
      indices[axis] += 1
      next += strides[axis]
      if indices[axis] < shape[axis] { break }
      indices[axis] = 0
      next -= strides[axis] * shape[axis]
    }
    offset = next
  }
}

/// The element at a position in row-major order in words, such as `element [0, 1]`.
func elementName(at offset: Int, in shape: [Int]) -> String {
  shape.isEmpty ? "the only element" : "element \(elementIndices(at: offset, in: shape))"
}
