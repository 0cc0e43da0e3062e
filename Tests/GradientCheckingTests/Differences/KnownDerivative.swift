import struct ChainRule.SeededGenerator
import Foundation

/// A function with an exactly known derivative.
struct KnownDerivative: Sendable, CustomStringConvertible {
  let description: String
  /// Where points are drawn from.
  let interval: ClosedRange<Double>
  /// Whether the function is smooth on a scale from 0.1 to 10, with a last-digit noise.
  let isWellScaled: Bool
  let function: @Sendable (Double) -> Double
  let derivative: @Sendable (Double) -> Double

  init(
    _ description: String, on interval: ClosedRange<Double>, wellScaled: Bool = false,
    _ function: @escaping @Sendable (Double) -> Double, _ derivative: @escaping @Sendable (Double) -> Double
  ) {
    self.description = description
    self.interval = interval
    isWellScaled = wellScaled
    self.function = function
    self.derivative = derivative
  }

  /// Seeded points of the interval, its ends first.
  func points(_ count: Int, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return [interval.lowerBound, interval.upperBound]
      + (2..<count).map { _ in Double.random(in: interval, using: &generator) }
  }
}

extension KnownDerivative {
  static let all = wellScaled + scaled + cancelling + hard

  /// Smooth on a scale near 1.
  static let wellScaled: [KnownDerivative] = [
    .init("exp x", on: -3...3, wellScaled: true, { exp($0) }, { exp($0) }),
    .init("sin x", on: -1.4...1.4, wellScaled: true, { sin($0) }, { cos($0) }),
    .init("tanh x", on: -2...2, wellScaled: true, { tanh($0) }, { 1 / (cosh($0) * cosh($0)) }),
    .init("log x", on: 0.5...4, wellScaled: true, { log($0) }, { 1 / $0 }),
    .init("√x", on: 0.5...4, wellScaled: true, { $0.squareRoot() }, { 0.5 / $0.squareRoot() }),
    .init("1/x", on: 0.5...4, wellScaled: true, { 1 / $0 }, { -1 / ($0 * $0) }),
    .init(
      "softplus x", on: -5...30, wellScaled: true,
      { max($0, 0) + log1p(exp(-abs($0))) }, { 1 / (1 + exp(-$0)) }),
    .init(
      "log-sum-exp(x, 1, 2x)", on: -3...3, wellScaled: true,
      { log(exp($0) + exp(1) + exp(2 * $0)) },
      { (exp($0) + 2 * exp(2 * $0)) / (exp($0) + exp(1) + exp(2 * $0)) }),
    .init("(x − 7)²", on: -3...3, wellScaled: true, { ($0 - 7) * ($0 - 7) }, { 2 * ($0 - 7) }),
    .init("x³ − 2x + 9", on: 1...3, wellScaled: true, { $0 * $0 * $0 - 2 * $0 + 9 }, { 3 * $0 * $0 - 2 }),
    .init("3x + 1", on: -5...5, wellScaled: true, { 3 * $0 + 1 }, { _ in 3 }),
    .init("x sin x", on: 0.2...1.5, wellScaled: true, { $0 * sin($0) }, { sin($0) + $0 * cos($0) }),
  ]

  /// Tiny and huge functions and arguments.
  static let scaled: [KnownDerivative] = [
    .init("constant 5", on: -9...9, { _ in 5 }, { _ in 0 }),
    .init("constant 0", on: -9...9, { _ in 0 }, { _ in 0 }),
    .init("constant 1e300", on: -9...9, { _ in 1e300 }, { _ in 0 }),
    .init("1e-12 sin x", on: -1.4...1.4, { 1e-12 * sin($0) }, { 1e-12 * cos($0) }),
    .init("1e12 exp x", on: -3...3, { 1e12 * exp($0) }, { 1e12 * exp($0) }),
    .init("1e-290 x²", on: -3...3, { 1e-290 * $0 * $0 }, { 2e-290 * $0 }),
    .init("1e12 + sin x", on: -1.4...1.4, { 1e12 + sin($0) }, { cos($0) }),
    .init("x² near 1e6", on: 999_999...1_000_001, { $0 * $0 }, { 2 * $0 }),
    .init("sin x near 1e6", on: 999_999...1_000_001, { sin($0) }, { cos($0) }),
    .init("log x near 1e6", on: 999_999...1_000_001, { log($0) }, { 1 / $0 }),
    .init("exp(x/1e6)", on: -1e6...1e6, { exp($0 / 1e6) }, { exp($0 / 1e6) / 1e6 }),
    .init("x² near 0", on: -1e-9...1e-9, { $0 * $0 }, { 2 * $0 }),
    .init("exp x near 0", on: 0...1e-12, { exp($0) }, { exp($0) }),
  ]

  /// Rounding errors far above the last digit of the value.
  static let cancelling: [KnownDerivative] = [
    .init("(x + 1e8)² − 1e16", on: 0...3, { ($0 + 1e8) * ($0 + 1e8) - 1e16 }, { 2 * ($0 + 1e8) }),
    .init("(1e6x − 1e6)²", on: 0.999...1.001, { (1e6 * $0 - 1e6) * (1e6 * $0 - 1e6) }, { 2e12 * ($0 - 1) }),
    .init("1 − cos x", on: -0.01...0.01, { 1 - cos($0) }, { sin($0) }),
    .init("(sin x + 1e9) − 1e9", on: -1.4...1.4, { (sin($0) + 1e9) - 1e9 }, { cos($0) }),
    .init("exp x − 1 − x", on: -0.1...0.1, { exp($0) - 1 - $0 }, { expm1($0) }),
    .init("Float(sin x)", on: -1.4...1.4, { Double(Float(sin($0))) }, { cos($0) }),
    .init("Float(exp x)", on: -3...3, { Double(Float(exp($0))) }, { exp($0) }),
    .init("Float(1000 + sin x)", on: -1.4...1.4, { Double(Float(1000 + sin($0))) }, { cos($0) }),
    .init("Float(x²)", on: -3...3, { Double(Float($0 * $0)) }, { 2 * $0 }),
    .init("sin of Float(x)", on: -1.4...1.4, { Double(sin(Float($0))) }, { cos($0) }),
  ]

  /// Domains that end nearby, steep and fast functions, kinks at some distance.
  static let hard: [KnownDerivative] = [
    .init("log x near 0.001", on: 0.0005...0.002, { log($0) }, { 1 / $0 }),
    .init("log x near 1e-8", on: 1e-8...3e-8, { log($0) }, { 1 / $0 }),
    .init("√x near 1e-6", on: 1e-6...4e-6, { $0.squareRoot() }, { 0.5 / $0.squareRoot() }),
    .init("1/x near 1e-4", on: 1e-4...3e-4, { 1 / $0 }, { -1 / ($0 * $0) }),
    .init("1/x near −1e-8", on: -3e-8 ... -1e-8, { 1 / $0 }, { -1 / ($0 * $0) }),
    .init("exp 100x", on: -2...2, { exp(100 * $0) }, { 100 * exp(100 * $0) }),
    .init("exp 1e4x", on: -0.01...0.01, { exp(1e4 * $0) }, { 1e4 * exp(1e4 * $0) }),
    .init("exp(−1e4x²)", on: -0.03...0.03, { exp(-1e4 * $0 * $0) }, { -2e4 * $0 * exp(-1e4 * $0 * $0) }),
    .init("sin 1e3x", on: -3...3, { sin(1e3 * $0) }, { 1e3 * cos(1e3 * $0) }),
    .init("sin 1e5x", on: -3...3, { sin(1e5 * $0) }, { 1e5 * cos(1e5 * $0) }),
    .init("cos 16x", on: -3...3, { cos(16 * $0) }, { -16 * sin(16 * $0) }),
    .init(
      "x + 1e-4 sin 1e4x", on: -3...3, { $0 + 1e-4 * sin(1e4 * $0) }, { 1 + cos(1e4 * $0) }),
    .init("tanh 1e3x", on: -0.005...0.005, { tanh(1e3 * $0) }, { 1e3 / (cosh(1e3 * $0) * cosh(1e3 * $0)) }),
    .init("|x| near 0.001", on: 0.0005...0.002, { abs($0) }, { _ in 1 }),
    .init("relu x near −0.001", on: -0.002 ... -0.0005, { max($0, 0) }, { _ in 0 }),
    .init(
      "Huber near its knee", on: 0.99...0.9999, { abs($0) < 1 ? $0 * $0 / 2 : abs($0) - 0.5 }, { $0 }),
    .init(
      "log-loss at −40…−20", on: -40 ... -20, { max($0, 0) - $0 + log1p(exp(-abs($0))) },
      { -1 / (1 + exp($0)) }),
    .init("|x|^1.5 near 0", on: 1e-4...1e-2, { pow(abs($0), 1.5) }, { 1.5 * $0.squareRoot() }),
    .init(
      "1/(1 + 1e4x²)", on: -1...1, { 1 / (1 + 1e4 * $0 * $0) },
      { -2e4 * $0 / pow(1 + 1e4 * $0 * $0, 2) }),
    .init("x^20", on: 0.5...3, { pow($0, 20) }, { 20 * pow($0, 19) }),
  ]
}
