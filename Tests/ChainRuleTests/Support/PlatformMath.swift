#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The C library's functions, for the tests' independent formulas.
enum PlatformMath {
  static let e = 2.718281828459045
  static let ln2 = 0.6931471805599453
  static func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
  static func logarithm2(_ x: Double) -> Double { log2(x) }
  static func naturalLogarithm(_ x: Double) -> Double { log(x) }
  static func tangentHalf(_ x: Double) -> Double { tan(x / 2) }
  static func arcTangent(_ x: Double) -> Double { atan(x) }
  static func sine(_ x: Double) -> Double { sin(x) }
  static func cosine(_ x: Double) -> Double { cos(x) }
  static func arcSine(_ x: Double) -> Double { asin(x) }
  static func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }
}
