import ChainRule
import ChainRuleKernels

/// A number type of the kernels, with their versions.
protocol KernelScalar: TensorScalar, BinaryFloatingPoint, SIMDScalar {
  static func table(_ set: cr_instruction_set) -> UnsafePointer<cr_kernels>?
  /// The units in the last place that an elementwise function may be off.
  static var allowedUnits: Wide { get }
  static func random(seed: UInt64) -> Self
  /// The kernels that programs use.
  static var best: cr_kernels { get }
}

/// The widest numbers there are, for references.
#if arch(x86_64)
  typealias Wide = Float80
#else
  typealias Wide = Double
#endif

extension Double: KernelScalar {
  static func table(_ set: cr_instruction_set) -> UnsafePointer<cr_kernels>? { cr_kernels_f64_for(set) }
  static var allowedUnits: Wide { 2 }
  static var best: cr_kernels { cr_kernels_f64().pointee }
  /// Any bits.
  static func random(seed: UInt64) -> Double { Double(bitPattern: seed) }
}

extension Float: KernelScalar {
  static func table(_ set: cr_instruction_set) -> UnsafePointer<cr_kernels>? { cr_kernels_f32_for(set) }
  static var allowedUnits: Wide { 4 }
  static var best: cr_kernels { cr_kernels_f32().pointee }
  static func random(seed: UInt64) -> Float { Float(bitPattern: UInt32(truncatingIfNeeded: seed >> 32)) }
}

extension KernelScalar {
  /// The kernels for this type in every version that this processor runs.
  static var versions: [(name: String, kernels: cr_kernels)] {
    [("baseline", CR_BASELINE), ("AVX2", CR_AVX2), ("AVX-512", CR_AVX512)].compactMap { name, set in
      table(set).map { ("\(name), \(Self.self)", $0.pointee) }
    }
  }
}

extension SeededGenerator {
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// From −1 to 1.
  mutating func unit() -> Double { Double(Int64(bitPattern: next()) >> 11) * 0x1p-52 }
}

/// Values at which elementwise functions begin, end or change their method, and any others.
enum Arguments {
  static let special: [Double] = [
    0, -0.0, .infinity, -.infinity, .nan, 1, -1, 0x1p-1074, -0x1p-1074, 0x1p-1022, 0x1p-1030, -0x1p-1030,
    1e-45, 1e-40,
    -1e-40,
    0x1p-126, 709.782712893384, 709.7827128933841, 710, -708.4, -745.13, -745.14, -746, -750, 88.72283,
    88.72284,
    88.72285, 89, -87.34, -103.97, -103.98, -105, -110, 1e308, -1e308, 3e38, -3e38, 22, 21.9, -22, 10,
    0.84375, 4, 6,
    -6, 3200, 3201, 1.6e6, 1_600_001, 1e22, 37, 36.7, -36.7, -64, -44, -45, 0.5, -0.5, 0x1p-54, 0x1p-28,
    0x1p-27,
    0x1p-25, 0x1p-13, -0x1p-54, -0x1p-13, 0.707, 1.414, 2, 3.1415926535897931, 6.2831853071795862,
    0.9999999999999999,
    -0.9999999999999999,
  ]

  /// Random bits, and numbers where the functions are not constant.
  static func drawn<Scalar: KernelScalar>(_ count: Int, _: Scalar.Type) -> [Scalar] {
    var draws = SeededGenerator(seed: 7)
    return special.map { Scalar($0) }
      + (0..<count).map { number in
        let u = draws.unit()
        switch number % 7 {
        case 0: return Scalar.random(seed: draws.next())
        case 1: return Scalar(u * (Scalar.self == Double.self ? 750 : 106))
        case 2: return Scalar(u * 1.5)
        case 3: return Scalar(u * 40)
        case 4: return Scalar(1 + u * 0.1)
        case 5: return Scalar(Double(sign: .plus, exponent: -draws.below(60), significand: u))
        default: return Scalar((u * 2000).rounded() * 1.5707963267948966)
        }
      }
  }
}
