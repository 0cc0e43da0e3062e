#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An axis of a plot: its title, whether it is linear or logarithmic, and its range.
///
/// ```swift
/// let x: PlotAxis = "step"
/// let y = PlotAxis.logarithmic("loss", range: 1e-6...1)
/// try Plot("Loss", x: x, y: y, marks: [.line(x: [0, 1], y: [1, 1e-3])]).write(svgFile: "loss.svg")
/// ```
public struct PlotAxis: Sendable, Hashable, ExpressibleByStringLiteral {
  /// What the axis shows.
  public var title: String
  /// Whether equal factors, and not equal differences, have equal lengths.
  public var isLogarithmic: Bool
  /// The values at its ends; nil for those of the data with some room.
  ///
  /// A range that is not finite or has no length, or is not positive on a logarithmic axis, counts as nil.
  public var range: ClosedRange<Double>?

  /// An axis on which equal differences have equal lengths.
  public static func linear(_ title: String = "", range: ClosedRange<Double>? = nil) -> PlotAxis {
    PlotAxis(title: title, isLogarithmic: false, range: range)
  }

  /// An axis on which equal factors have equal lengths; it shows positive values only.
  public static func logarithmic(_ title: String = "", range: ClosedRange<Double>? = nil) -> PlotAxis {
    PlotAxis(title: title, isLogarithmic: true, range: range)
  }

  private init(title: String, isLogarithmic: Bool, range: ClosedRange<Double>?) {
    (self.title, self.isLogarithmic, self.range) = (title, isLogarithmic, range)
  }

  /// A linear axis of this title.
  public init(stringLiteral title: String) { self = .linear(title) }

  /// Whether the axis has a place for the value.
  func shows(_ value: Double) -> Bool { value.isFinite && (!isLogarithmic || value > 0) }

  /// The range to be drawn for values that reach from the lower to the upper bound.
  func bounds(of extent: ClosedRange<Double>?, isTight: Bool) -> ClosedRange<Double> {
    // With the room added, the span must still be a number.
    let limit = 8e307
    if let range, shows(range.lowerBound), shows(range.upperBound), range.overlaps(-limit...limit),
      !AxisScale.isDegenerate(range.clamped(to: -limit...limit), isLogarithmic: isLogarithmic)
    {
      return range.clamped(to: -limit...limit)
    }
    guard let extent else { return isLogarithmic ? 1...10 : 0...1 }
    let lower = max(extent.lowerBound, isLogarithmic ? 1e-306 : -limit)
    let upper = max(min(extent.upperBound, limit), isLogarithmic ? lower : -limit)
    guard lower <= upper, extent.upperBound >= -limit else {
      return extent.lowerBound > 0 ? limit / 2...limit : -limit ... -limit / 2
    }
    if isLogarithmic {
      if AxisScale.isDegenerate(lower...upper, isLogarithmic: true) {
        return lower / 3...min(upper * 3, limit)
      }
      let room = isTight ? 1 : pow(10, (log10(upper) - log10(lower)) * 0.04)
      return max(lower / room, 1e-307)...min(upper * room, limit)
    }
    if AxisScale.isDegenerate(lower...upper, isLogarithmic: false) {
      let half = abs(upper) < 1e-290 ? 0.5 : abs(upper) * 0.1
      return upper - half...upper + half
    }
    let room = isTight ? 0 : upper * 0.04 - lower * 0.04
    return lower - room...upper + room
  }
}

/// The map from an axis to a picture.
struct AxisScale: Sendable {
  let isLogarithmic: Bool
  let bounds: ClosedRange<Double>
  /// The coordinates of the bounds.
  var start, end: Double

  /// Whether a range is too narrow to be told from a point.
  static func isDegenerate(_ range: ClosedRange<Double>, isLogarithmic: Bool) -> Bool {
    let (lower, upper) = (range.lowerBound, range.upperBound)
    if isLogarithmic { return lower < 1e-307 ? upper < 1e-306 : upper / lower < 1 + 1e-9 }
    let largest = max(abs(lower), abs(upper))
    return largest < 1e-290 || upper / largest - lower / largest < 1e-10
  }

  /// The coordinate of a value; nil where the axis has no place for it.
  func position(_ value: Double) -> Double? {
    guard value.isFinite, !isLogarithmic || value > 0 else { return nil }
    let (lower, upper) = (bounds.lowerBound, bounds.upperBound)
    let part: Double
    if isLogarithmic {
      part = (log10(value) - log10(lower)) / (log10(upper) - log10(lower))
    } else {
      // Halved, since the difference of two numbers may be too large for one.
      part = (value / 2 - lower / 2) / (upper / 2 - lower / 2)
    }
    let place = start + part * (end - start)
    return place.isFinite ? min(max(place, -1e5), 1e5) : nil
  }

  /// The value so much of the way from the lower to the upper bound.
  func value(at part: Double) -> Double {
    let (lower, upper) = (bounds.lowerBound, bounds.upperBound)
    if isLogarithmic { return pow(10, log10(lower) * (1 - part) + log10(upper) * part) }
    return lower * (1 - part) + upper * part
  }
}
