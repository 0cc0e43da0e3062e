import ChainRule
import Foundation
import GradientChecking
import Testing

/// A value that another arithmetic computed to 33 digits.
struct TabulatedValue: CustomStringConvertible {
  let function: String
  let x: Double
  let y: Double
  let value: DoubleDouble

  var description: String { "\(function)(\(x), \(y))" }

  static func all() throws -> [TabulatedValue] {
    let file = try #require(Bundle.module.url(forResource: "functions", withExtension: "csv"))
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: ",").map(String.init)
      func number(_ field: Int) throws -> Double { try #require(Double(fields[field])) }
      return TabulatedValue(
        function: fields[0], x: try number(1), y: try number(2),
        value: DoubleDouble(try number(3), try number(4)))
    }
  }

  /// The function in some numbers.
  func computed<Number: RealNumber>(_: Number.Type) -> Number {
    let functions: [String: RealFunction] = [
      "squareRoot": .squareRoot, "exp": .exp, "expm1": .expm1, "log": .log, "log1p": .log1p, "sin": .sin,
      "cos": .cos, "atan": .atan, "erf": .erf, "erfc": .erfc, "logGamma": .logGamma,
      "logGammaNegative": .logGamma, "digamma": .polygamma(0), "trigamma": .polygamma(1),
      "polygamma2": .polygamma(2), "polygamma5": .polygamma(5),
    ]
    if let function = functions[function] { return Number(x).applying(function) }
    return (Number(y) * Number(x).applying(.log)).applying(.exp)
  }

  /// What an error is relative to: where terms may cancel, the greatest of them, which is 1 at least.
  var scale: Double {
    let cancels = function == "digamma" || function == "logGammaNegative"
    return max(abs(value.high), cancels ? 1 : 0)
  }
}

@Suite("Function tables")
struct FunctionTableTests {
  @Test("Functions have 30 digits")
  func digits() throws {
    for row in try TabulatedValue.all() {
      let error = abs((row.computed(Wide.self).centre - row.value).high) / row.scale
      #expect(error < 1e-30, "\(row) is off by \(error)")
    }
  }

  @Test("The radius of a function holds its error")
  func enclosed() throws {
    for row in try TabulatedValue.all() {
      let computed = row.computed(Wide.self)
      let error = abs((computed.centre - row.value).high)
      // The tables have 33 digits.
      #expect(error <= computed.radius + 1e-32 * abs(row.value.high), "\(row): \(error) > \(computed.radius)")
      #expect(
        computed.radius < 1e-26 * max(row.scale, 1), "\(row): a radius of \(computed.radius) says nothing")
    }
  }

  @Test("A radius holds what a function makes of a radius")
  func spread() throws {
    for row in try TabulatedValue.all() {
      guard row.function != "power", abs(row.x) > 0.02, abs(row.x) < 30 else { continue }
      let wide = Wide(DoubleDouble(row.x), radius: 1e-3 * min(1, abs(row.x - row.x.rounded())))
      let function = row.computed(Recorder.self).function
      let result = wide.applying(try #require(function))
      guard result.isBounded else { continue }
      for step in [-1, -0.5, 0.5, 1] {
        let inside = Wide(row.x + step * wide.radius * 0.99).applying(try #require(function))
        #expect(!result.excludes(inside), "\(row) at a step of \(step)")
      }
    }
  }

  @Test("In double precision the radius holds the error as well")
  func doubles() throws {
    for row in try TabulatedValue.all() {
      let computed = row.computed(Enclosure<Double>.self)
      let error = abs((DoubleDouble(computed.centre) - row.value).high)
      #expect(error <= computed.radius, "\(row): \(error) > \(computed.radius)")
    }
  }
}

/// A number that only remembers which function was applied to it.
private struct Recorder: RealNumber {
  var function: RealFunction?
  init(_ value: Double) {}
  init(real constant: RealConstant) {}
  var approximation: Double { 0 }
  var constant: Recorder { self }
  var isConstant: Bool { true }
  static func + (a: Recorder, b: Recorder) -> Recorder { a }
  static func - (a: Recorder, b: Recorder) -> Recorder { a }
  static func * (a: Recorder, b: Recorder) -> Recorder { a }
  static func / (a: Recorder, b: Recorder) -> Recorder { a }
  static prefix func - (a: Recorder) -> Recorder { a }
  func compared(to other: Recorder) -> RealOrder { RealOrder(.equal) }
  func applying(_ function: RealFunction) -> Recorder {
    var result = self
    result.function = function
    return result
  }
}
