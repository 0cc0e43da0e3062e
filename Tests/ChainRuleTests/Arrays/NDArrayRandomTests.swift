import ChainRule
import Testing

/// Expected numbers come from a transcription of the benchmark specification (SplitMix64, Box–Muller) to Python 3.
@Suite struct NDArrayRandomTests {
  @Test("The generator is SplitMix64")
  func splitMix() {
    var generator = SeededGenerator(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
    #expect(generator.next() == 9_817_491_932_198_370_423)
  }

  @Test("Uniform numbers are bit for bit those of the specification")
  func uniform() throws {
    let unit = try NDArray<Double>.uniform(in: 0..<1, shape: [2, 2], seed: 101)
    #expect(unit == [[0.8164412005984503, 0.01719139902460909], [0.26865236244694557, 0.554580415984277]])
    let scaled = try NDArray<Double>.uniform(in: -2..<2, shape: [4], seed: 701)
    #expect(
      scaled == [-0.5212933984338113, -0.19126697076933175, 1.702723133615336, -1.9898949172337677])
    let single = try NDArray<Float>.uniform(in: 0..<1, shape: [4], seed: 501)
    #expect(
      single.elements.map(Double.init) == [
        0.9556589722633362, 0.7974482178688049, 0.7562091946601868, 0.3855763375759125,
      ])
  }

  @Test("Normal numbers agree with the specification to the accuracy of libm")
  func normal() throws {
    // A few ulp of log, cos and sin, whose values are below 4 here.
    let tolerance = 8 * Double.ulpOfOne
    let standard = try NDArray<Double>.normal(shape: [5], seed: 201)
    let expected: NDArray<Double> = [
      -1.419574235831371, 0.33554319148505807, -1.4395261528030214, -1.537223685734603, -0.6183935825069462,
    ]
    #expect(standard.isApproximatelyEqual(to: expected, relativeTolerance: tolerance))
    let moved = try NDArray<Double>.normal(mean: 2.5, standardDeviation: 0.5, shape: [4], seed: 102)
    let expectedMoved: NDArray<Double> = [
      2.346273463001982, 2.393934497532493, 1.9409995045429218, 2.359989023187336,
    ]
    #expect(moved.isApproximatelyEqual(to: expectedMoved, relativeTolerance: tolerance))
  }

  @Test("A shared generator goes on where the array before stopped, in whole pairs for normal numbers")
  func shared() throws {
    var generator = SeededGenerator(seed: 201)
    let first = try NDArray<Double>.normal(shape: [3], using: &generator)
    let second = try NDArray<Double>.normal(shape: [1], using: &generator)
    let all = try NDArray<Double>.normal(shape: [5], seed: 201).elements
    #expect(first.elements == Array(all[0..<3]))
    #expect(second.elements == [all[4]])
  }

  @Test("A million uniform numbers stay in their range, with the mean and variance of theory")
  func uniformMoments() throws {
    let sample = try NDArray<Double>.uniform(in: 3..<5, shape: [1_000_000], seed: 7).elements
    #expect(sample.allSatisfy { (3..<5).contains($0) })
    let mean = sample.reduce(0, +) / 1e6
    let variance = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1e6
    // Five standard errors: √(1/3) / 1000 for the mean, √(4/45) / 1000 for the variance.
    #expect(abs(mean - 4) < 5 * 0.578e-3)
    #expect(abs(variance - 1.0 / 3) < 5 * 0.299e-3)
  }

  @Test("A million normal numbers have the mean and variance of theory")
  func normalMoments() throws {
    let sample = try NDArray<Double>.normal(mean: -1, standardDeviation: 2, shape: [1_000_000], seed: 8)
      .elements
    let mean = sample.reduce(0, +) / 1e6
    let variance = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1e6
    // Five standard errors: 2 / 1000 for the mean, √2 · 4 / 1000 for the variance.
    #expect(abs(mean + 1) < 5 * 2e-3)
    #expect(abs(variance - 4) < 5 * 5.66e-3)
  }
}
