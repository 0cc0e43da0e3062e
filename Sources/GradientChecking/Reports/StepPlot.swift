internal import ChainRule
public import Figures

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

extension CentralDifferences {
  /// The error of a given derivative against the step of the differences that it is compared with, on logarithmic axes.
  ///
  /// ```swift
  /// let plot = try CentralDifferences().stepPlot(at: 1, derivative: 3) { x in x * x * x }
  /// try plot.write(svgFile: "steps.svg")
  /// ```
  ///
  /// For a right derivative the curve is a valley: truncation falls with the step to the left, until rounding grows. For a
  /// wrong one it ends on a plateau, as high as the derivative is off. Lines show both laws, the step of the estimate and
  /// its error bar.
  ///
  /// - Parameters:
  ///   - x: The point.
  ///   - given: The derivative there.
  ///   - title: What stands over the picture.
  ///   - function: The function of one number; for one coordinate of several, with the others held.
  /// - Throws: What ``derivative(at:of:)`` throws.
  /// - Complexity: About 260 calls of `function`.
  public func stepPlot(
    at x: Double, derivative given: Double, title: String = "Error against step",
    of function: (Double) throws -> Double
  ) throws -> Plot {
    let estimate = try derivative(at: x, of: function)
    let scale = max(abs(x), 1)
    let centre = try function(x)
    var (steps, central, oneSided): ([Double], [Double], [Double]) = ([], [], [])
    // Eight steps a decade; powers of two would hide rounding.
    for number in 0...112 {
      let step = 0.93 * scale * pow(10, -Double(number) / 8)
      let (right, left) = (x + step, x - step)
      guard right > x, left < x else { break }
      let (after, before) = (try function(right), try function(left))
      steps.append(step)
      // What is exactly 0 has no place on a logarithmic axis; it stands at the last digit.
      let least = max(abs(given).ulp, abs(given) * 0x1p-53)
      central.append(max(abs((after - before) / (right - left) - given), least))
      oneSided.append(max(abs((after - centre) / (right - x) - given), least))
    }
    var marks: [PlotMark] = [
      .points(x: steps, y: oneSided, name: "to one side", color: .gray, symbol: .circle, radius: 2),
      .points(x: steps, y: central, name: "central", color: .series(0), symbol: .circle, radius: 3),
    ]
    marks += laws(steps, central)
    if estimate.isUsable {
      if estimate.errorBound > 0 {
        marks.append(
          .horizontalRule(at: estimate.errorBound, name: "error bar of the estimate", color: .series(2)))
      }
      marks.append(.verticalRule(at: estimate.step, name: "step of the estimate", color: .series(3)))
    }
    let off = abs(estimate.value - given)
    if off > 3 * estimate.errorBound {
      marks.append(.horizontalRule(at: off, name: "plateau: the given derivative is off", color: .series(1)))
    }
    var plot = Plot(
      title, x: .logarithmic("step"), y: .logarithmic("|difference quotient − given derivative|"),
      marks: marks)
    plot.description =
      "Error of difference quotients against a given derivative of \(given), from a step of "
      + "\(steps.last ?? 0) to one of \(steps.first ?? 0)."
    return plot
  }

  /// Lines of slope 2 and −1 through the errors: what truncation and what rounding do.
  private func laws(_ steps: [Double], _ errors: [Double]) -> [PlotMark] {
    guard let least = errors.min(), let valley = errors.firstIndex(of: least), valley > 16,
      valley + 16 < steps.count
    else { return [] }
    // One decade below the largest step; and over the two smallest decades, where rounding scatters below its law.
    let anchor = errors[8] / (steps[8] * steps[8])
    let rounding = steps.indices.suffix(16).map { errors[$0] * steps[$0] }.max() ?? 0
    let truncation = steps.map { ($0, anchor * $0 * $0) }.filter { $0.1 >= least }
    let noise = steps.map { ($0, rounding / $0) }.filter { $0.1 >= least && $0.0 <= steps[8] }
    return [(truncation, "truncation ∝ step²", 4), (noise, "rounding ∝ 1/step", 5)].map {
      points, name, color in
      var mark = PlotMark.line(
        x: points.map(\.0), y: points.map(\.1), name: name, color: .series(color)
      ).dashed()
      mark.width = 1.5
      return mark
    }
  }
}
