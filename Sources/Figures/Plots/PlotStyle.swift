/// A colour of a plot.
public struct PlotColor: Sendable, Hashable {
  /// The parts of red, green and blue, from 0 to 255.
  public let red, green, blue: UInt8

  /// A colour of the given parts of red, green and blue.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  private init(_ hexadecimal: Int) {
    self.init(
      red: UInt8(hexadecimal >> 16 & 255), green: UInt8(hexadecimal >> 8 & 255),
      blue: UInt8(hexadecimal & 255))
  }

  /// Colours that stay apart in every common form of colour blindness.
  ///
  /// - Source: Okabe and Ito, Color Universal Design (2008). Their yellow is last: as a line on white it is faint.
  static let palette = [
    PlotColor(0x0072B2), PlotColor(0xD55E00), PlotColor(0x009E73), PlotColor(0xCC79A7), PlotColor(0xE69F00),
    PlotColor(0x56B4E9), PlotColor(0x000000), PlotColor(0xF0E442),
  ]

  /// The colour that a plot gives to its mark or class of this number, counted from 0.
  ///
  /// ```swift
  /// let blue = PlotColor.series(0)
  /// print(blue.red, blue.green, blue.blue)          // 0 114 178
  /// PlotColor.series(8) == blue                     // true
  /// ```
  public static func series(_ number: Int) -> PlotColor {
    palette[(number % palette.count + palette.count) % palette.count]
  }

  /// The grey of rules.
  public static let gray = PlotColor(0x5F6670)

  /// The colour, so much of the way from this one to another.
  func mixed(with other: PlotColor, _ amount: Double) -> PlotColor {
    let share = min(max(amount, 0), 1)
    func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
      let distance = Double(to) - Double(from)
      return UInt8((Double(from) + distance * share).rounded())
    }
    return PlotColor(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  static let white = PlotColor(0xFFFFFF)
  private static let night = PlotColor(0x00263F)

  /// The colour of a value in a heat map, from 0 to 1: light to dark, so that it is read without colours too.
  static func sequential(_ value: Double) -> PlotColor {
    let light = PlotColor(0xF4F8FB)
    return value < 0.6
      ? light.mixed(with: palette[0], value / 0.6) : palette[0].mixed(with: night, (value - 0.6) / 0.4)
  }

  /// The colour of a value on both sides of zero, from −1 to 1.
  static func diverging(_ value: Double) -> PlotColor {
    PlotColor(0xFAFAFA).mixed(with: value < 0 ? palette[0] : palette[1], abs(value))
  }

  /// The colour as SVG and CSS write it.
  var css: String {
    "#"
      + [red, green, blue].map { part in
        let text = String(part, radix: 16)
        return part < 16 ? "0" + text : text
      }.joined()
  }
}

/// How a line is broken.
public enum PlotDash: String, Sendable, CaseIterable {
  /// Not at all.
  case solid
  /// In dashes.
  case dashed
  /// In dots.
  case dotted
  /// In dashes and dots by turns.
  case dashDotted

  /// The lengths of dashes and gaps.
  var pattern: String? {
    switch self {
    case .solid: nil
    case .dashed: "7 4"
    case .dotted: "1.5 3.5"
    case .dashDotted: "8 3.5 1.5 3.5"
    }
  }
}

/// The shape of a point.
public enum PlotSymbol: String, Sendable, CaseIterable {
  /// A disc.
  case circle
  /// A square.
  case square
  /// A triangle that stands on a side.
  case triangle
  /// A square that stands on a corner.
  case diamond

  /// The shape around the current point of a path; all have about the area of a disc of this radius.
  func path(radius: Double) -> String {
    let n = Markup.number
    switch self {
    case .circle:
      let turn = "a\(n(radius)) \(n(radius)) 0 1 0 "
      return "m\(n(-radius)) 0\(turn)\(n(2 * radius)) 0\(turn)\(n(-2 * radius)) 0z"
    case .square:
      let half = radius * 0.89
      return "m\(n(-half)) \(n(-half))h\(n(2 * half))v\(n(2 * half))h\(n(-2 * half))z"
    case .triangle:
      let half = radius * 1.3
      return "m0 \(n(-half))l\(n(half)) \(n(1.75 * half))h\(n(-2 * half))z"
    case .diamond:
      let half = radius * 1.25
      return "m0 \(n(-half))l\(n(half)) \(n(half))l\(n(-half)) \(n(half))l\(n(-half)) \(n(-half))z"
    }
  }
}
