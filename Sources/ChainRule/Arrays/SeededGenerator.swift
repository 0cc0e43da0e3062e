#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Random numbers that are the same in every run, on every machine and in every language, for one seed.
///
/// Good for data, initial parameters and tests; not for secrets.
///
/// ```swift
/// var generator = SeededGenerator(seed: 1)
/// generator.uniform()  // 0.5665615751722809
/// ```
///
/// - Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
///   with the constants of S. Vigna's `splitmix64.c`.
public struct SeededGenerator: RandomNumberGenerator, Hashable, Codable, Sendable {
  /// The seed plus one golden-ratio increment for each number drawn so far.
  private var state: UInt64

  /// Starts the sequence that belongs to `seed`.
  public init(seed: UInt64) {
    state = seed
  }

  /// Draws 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// Draws a number from [0, 1): one of the 2⁵³ multiples of 2⁻⁵³, each equally likely.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Draws two independent numbers from the normal distribution with mean 0 and standard deviation 1.
  ///
  /// - Source: G. E. P. Box, M. E. Muller, "A note on the generation of random normal deviates", Annals of
  ///   Mathematical Statistics 29 (1958). The logarithm is that of 1 − u, which is never 0.
  public mutating func normalPair() -> (Double, Double) {
    let radius = (-2 * log1p(-uniform())).squareRoot()
    let angle = 2 * Double.pi * uniform()
    return (radius * cos(angle), radius * sin(angle))
  }
}
