/// The element types of NumPy that `.npy` files are read from and written in.
public enum NPYType: String, Sendable, CaseIterable {
  /// IEEE 754 binary32, NumPy's `f4`.
  case float32
  /// IEEE 754 binary64, NumPy's `f8`.
  case float64
  /// Signed integers of 32 bits, NumPy's `i4`.
  case int32
  /// Signed integers of 64 bits, NumPy's `i8`.
  case int64
  /// One byte, 1 for true and 0 for false, NumPy's `b1`.
  case bool

  /// NumPy's two letters for the type: kind and number of bytes.
  var code: String {
    switch self {
    case .float32: "f4"
    case .float64: "f8"
    case .int32: "i4"
    case .int64: "i8"
    case .bool: "b1"
    }
  }

  /// The type with its byte order as headers have it; files are written in little-endian order.
  var descr: String { (self == .bool ? "|" : "<") + code }

  /// The number of bytes of one element.
  var byteCount: Int {
    switch self {
    case .bool: 1
    case .float32, .int32: 4
    case .float64, .int64: 8
    }
  }

  /// Whether the type holds numbers that need not be whole.
  var isFloating: Bool { self == .float32 || self == .float64 }

  /// The type and byte order that a header names, or nil where it is none of these.
  static func parsed(_ descr: String) -> (type: NPYType, isBigEndian: Bool)? {
    let code = descr.dropFirst()
    guard let type = allCases.first(where: { $0.code == code }) else { return nil }
    switch (type, descr.first) {
    case (.bool, "|"): return (type, false)
    case (.bool, _): return nil
    case (_, "<"): return (type, false)
    case (_, ">"): return (type, true)
    default: return nil
    }
  }
}
