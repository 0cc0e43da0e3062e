#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where an axis is marked, and with what numbers.
package struct AxisTicks: Sendable {
  /// A mark with its number.
  package struct Tick: Sendable {
    package let value: Double
    package let label: String
  }

  /// The numbered marks, in ascending order.
  package var ticks: [Tick]
  /// Marks between them, without a number.
  package var minor: [Double] = []
  /// What stands beside the axis title: a power of ten by which the labels are to be multiplied, a number to be added.
  package var suffix = ""

  /// Marks at multiples of 1, 2 or 5 times a power of ten.
  ///
  /// - Parameters:
  ///   - count: How many there are to be, about.
  ///   - fits: Whether the labels of so many marks have room; with fewer than three it is not asked.
  package static func linear(
    _ lower: Double, _ upper: Double, count: Int, fits: (AxisTicks) -> Bool
  ) -> AxisTicks {
    let rough = (upper - lower) / Double(max(count, 1))
    var exponent = Int(log10(rough).rounded(.down))
    let part = rough / pow(10, Double(exponent))
    var unit = part <= 1.4 ? 1 : part <= 3.2 ? 2 : part <= 7.1 ? 5 : 10
    while true {
      if unit == 10 { (unit, exponent) = (1, exponent + 1) }
      let result = multiples(of: unit, exponent: exponent, from: lower, to: upper)
      if result.ticks.count < 3 || fits(result) { return result }
      unit = unit == 1 ? 2 : unit == 2 ? 5 : 10
    }
  }

  /// All multiples of `unit · 10^exponent` in a range; integers until the last step, so that labels are exact.
  private static func multiples(of unit: Int, exponent: Int, from lower: Double, to upper: Double)
    -> AxisTicks
  {
    let step = scaled(unit, exponent)
    let first = (lower / step - 1e-6).rounded(.up)
    let last = (upper / step + 1e-6).rounded(.down)
    guard first <= last, abs(first) < 1e15, abs(last) < 1e15 else { return AxisTicks(ticks: []) }
    let digits = (Int(first)...Int(last)).map { $0 * unit }
    let largest = digits.map(\.magnitude).max() ?? 0
    // Seven digits of which all but the last are the same are better said once.
    var offset = 0
    if largest > UInt(unit) * 100_000 {
      var block = 1
      while block < (digits.last ?? 0) - (digits.first ?? 0) + unit { block *= 10 }
      offset = Int((Double(digits.first ?? 0) / Double(block)).rounded(.down)) * block
    }
    let rest = digits.map { ($0 - offset).magnitude }.max() ?? 0
    var leading = exponent + "\(rest)".count - 1
    leading = leading > 4 || leading < -3 ? Int((Double(leading) / 3).rounded(.down)) * 3 : 0
    var notes: [String] = []
    if leading != 0 { notes.append("×" + DecimalText.power(leading)) }
    if offset != 0 {
      let text = DecimalText.short(offset, exponent: exponent)
      notes.append(offset < 0 ? DecimalText.minus + " " + text.dropFirst() : "+ " + text)
    }
    var zeros = exponent - leading
    // 10, 20, 30 at 10¹ are written as they are; 0.10, 0.20 do not occur, as unit is not a multiple of ten.
    if rest == 0 { zeros = max(zeros, 0) }
    return AxisTicks(
      ticks: digits.map { digit in
        Tick(value: scaled(digit, exponent), label: label(digit - offset, zeros))
      },
      suffix: notes.isEmpty ? "" : "(" + notes.joined(separator: " ") + ")")
  }

  private static func label(_ digits: Int, _ exponent: Int) -> String {
    digits == 0 ? "0" : DecimalText.plain(digits, exponent: exponent)
  }

  /// Marks at powers of ten, or within one decade at 1, 2 and 5 times them.
  package static func logarithmic(
    _ lower: Double, _ upper: Double, count: Int, fits: (AxisTicks) -> Bool
  ) -> AxisTicks {
    let bottom = Int((log10(lower) - 1e-9).rounded(.up))
    let top = Int((log10(upper) + 1e-9).rounded(.down))
    if top > bottom {
      for stride in [1, 2, 5, 10, 20, 50, 100, 200] {
        let exponents = (bottom...top).filter { $0 % stride == 0 }
        guard exponents.count > 1 || stride == 200 else { continue }
        var result = powers(exponents.map { (1, $0) })
        guard exponents.count < 3 || (exponents.count <= max(count, 2) && fits(result)) else { continue }
        result.minor = minor(stride: stride, bottom: bottom, top: top, lower: lower, upper: upper)
        return result
      }
    }
    let within = (bottom - 1...max(top, bottom)).flatMap { exponent in [1, 2, 5].map { ($0, exponent) } }
      .filter { (lower...upper).contains(scaled($0, $1)) }
    let result = powers(within)
    if within.count > 2, fits(result) {
      var marked = result
      marked.minor = minor(stride: 1, bottom: bottom, top: top, lower: lower, upper: upper)
      return marked
    }
    return linear(lower, upper, count: count, fits: fits)
  }

  private static func powers(_ values: [(unit: Int, exponent: Int)]) -> AxisTicks {
    let isPlain = values.allSatisfy { (-3...4).contains($0.exponent) }
    return AxisTicks(
      ticks: values.map { unit, exponent in
        let power = DecimalText.power(exponent)
        let label =
          isPlain ? DecimalText.plain(unit, exponent: exponent) : unit == 1 ? power : "\(unit)·" + power
        return Tick(value: scaled(unit, exponent), label: label)
      })
  }

  /// The multiples of a power of ten, or, of those with too many decades, the powers between the numbered ones.
  private static func minor(
    stride: Int, bottom: Int, top: Int, lower: Double, upper: Double
  ) -> [Double] {
    if top - bottom > 60 { return [] }
    let units = stride == 1 && top - bottom <= 7 ? Array(2...9) : stride > 1 ? [1] : []
    return (bottom - 1...max(top, bottom)).flatMap { exponent in units.map { scaled($0, exponent) } }
      .filter { (lower...upper).contains($0) }
  }

  /// `digits · 10^exponent`, correctly rounded for the common exponents.
  private static func scaled(_ digits: Int, _ exponent: Int) -> Double {
    exponent < 0 ? Double(digits) / pow(10, Double(-exponent)) : Double(digits) * pow(10, Double(exponent))
  }
}
