import Figures
import ChainRule
import LinearModels

// The rows beside what the model makes of them.
extension FitReport {
  /// Some rows as the plots need them.
  struct Rows {
    let name: String
    let isTest: Bool
    let features: NDArray<Double>
    /// The targets, or the numbers of their classes.
    let targets: [Double]

    func column(_ feature: Int) -> [Double] {
      let width = features.shape[1]
      return (0..<features.shape[0]).map { features.elements[$0 * width + feature] }
    }
  }

  private func parts() throws -> [Rows] {
    guard let labels = fitted.labels else { return [] }
    func rows(_ table: Table, _ name: String, isTest: Bool) throws -> Rows {
      let targets =
        try labels.classes.map { try table.classLabels(target, levels: $0).codes.map(Double.init) }
        ?? table.numbers(target)
      return Rows(
        name: name, isTest: isTest, features: try labels.encoding.features(of: table), targets: targets)
    }
    return try [rows(training, "fitted", isTest: false)]
      + (test.map { [try rows($0, "kept back", isTest: true)] } ?? [])
  }

  func dataSections() throws -> [Page.Section] {
    let parts = try parts()
    var sections: [Page.Section] = [.heading("The data and the model")]
    if featureNames.count == 1 {
      sections.append(.plot(classes.isEmpty ? try line(parts) : try probabilities(parts)))
    } else if featureNames.count == 2 {
      sections.append(.plot(try plane(parts)))
    }
    sections.append(
      classes.isEmpty ? .grid(try residuals(parts)) : .plot(try rightProbability(parts)))
    return sections
  }

  /// A range with some room at both ends.
  static func span(_ values: [Double]) -> ClosedRange<Double> {
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let room = high > low ? (high - low) * 0.05 : Swift.max(Swift.abs(high) * 0.05, 0.5)
    return low - room...high + room
  }

  private static func steps(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
    let step = range.upperBound - range.lowerBound
    return (0..<count).map { number in
      let share = (Double(number) + 0.5) / Double(count)
      return range.lowerBound + step * share
    }
  }

  /// One feature and a number: the points and the fitted curve.
  private func line(_ parts: [Rows]) throws -> Plot {
    let range = Self.span(parts.flatMap { $0.column(0) })
    let x = Self.steps(range, 200)
    let y = try fitted.predict(NDArray(shape: [x.count, 1], elements: x)).elements
    let marks = parts.map {
      PlotMark.points(
        x: $0.column(0), y: $0.targets, name: "rows \($0.name)", color: .series($0.isTest ? 2 : 0),
        symbol: $0.isTest ? .triangle : .circle)
    }
    return Plot(
      "\(target) against \(featureNames[0])", x: .linear(featureNames[0]), y: .linear(target),
      marks: marks + [.line(x: x, y: y, name: "model", color: .series(1))], width: 760, height: 440)
  }

  /// One feature and classes: the probability of each class, and where the decision changes.
  private func probabilities(_ parts: [Rows]) throws -> Plot {
    let range = Self.span(parts.flatMap { $0.column(0) })
    let x = Self.steps(range, 400)
    let grid = try NDArray(shape: [x.count, 1], elements: x)
    let all = try fitted.predictProbability(grid).elements
    let decisions = try fitted.predictClasses(grid).elements
    // With two classes, the probability of one says that of the other.
    let shown = classes.count == 2 ? [1] : Array(classes.indices)
    var marks = shown.map { position in
      PlotMark.line(
        x: x, y: x.indices.map { all[$0 * classes.count + position] },
        name: "probability of \(classes[position])",
        color: .series(position))
    }
    for place in 1..<x.count where decisions[place] != decisions[place - 1] {
      marks.append(.verticalRule(at: (x[place] + x[place - 1]) / 2, name: "decision"))
    }
    for (position, name) in classes.enumerated() {
      for part in parts {
        let own = zip(part.column(0), part.targets).filter { $1 == Double(position) }.map(\.0)
        if own.isEmpty { continue }
        let height = classes.count == 2 ? Double(position) : -0.05 * Double(position + 1)
        marks.append(
          .points(
            x: own, y: own.map { _ in height }, name: "\(name), \(part.name)", color: .series(position),
            symbol: part.isTest ? .triangle : .circle))
      }
    }
    return Plot(
      "\(target) by \(featureNames[0])", x: .linear(featureNames[0], range: range), y: "probability",
      marks: marks,
      width: 760, height: 440)
  }

  /// Two features: what the model makes of each place, and the rows.
  private func plane(_ parts: [Rows]) throws -> Plot {
    let ranges = (0..<2).map { feature in Self.span(parts.flatMap { $0.column(feature) }) }
    let (across, up) = (Self.steps(ranges[0], 120), Self.steps(ranges[1], 90))
    let grid = try NDArray(
      shape: [across.count * up.count, 2], elements: up.flatMap { y in across.flatMap { [$0, y] } })
    var marks: [PlotMark]
    if classes.isEmpty {
      let values = try fitted.predict(grid).elements
      let lines = up.indices.map { Array(values[$0 * across.count..<($0 + 1) * across.count]) }
      marks = [.heatMap(lines, x: ranges[0], y: ranges[1], name: "predicted \(target)")]
      marks += parts.map {
        .points(
          x: $0.column(0), y: $0.column(1), name: parts.count > 1 ? "rows \($0.name)" : nil,
          color: .series($0.isTest ? 1 : 6),
          symbol: $0.isTest ? .triangle : .circle, radius: 2.5)
      }
    } else {
      let decided = try fitted.predictClasses(grid).elements
      let lines = up.indices.map { Array(decided[$0 * across.count..<($0 + 1) * across.count]) }
      marks = [.regions(lines, x: ranges[0], y: ranges[1], names: classes.map { "decided \($0)" })]
      for (position, name) in classes.enumerated() {
        for part in parts {
          let own = part.targets.indices.filter { part.targets[$0] == Double(position) }
          if own.isEmpty { continue }
          let (x, y) = (part.column(0), part.column(1))
          marks.append(
            .points(
              x: own.map { x[$0] }, y: own.map { y[$0] }, name: "\(name), \(part.name)",
              color: .series(position),
              symbol: part.isTest ? .triangle : .circle))
        }
      }
    }
    return Plot(
      classes.isEmpty ? "What the model predicts" : "What the model decides",
      x: .linear(featureNames[0], range: ranges[0]), y: .linear(featureNames[1], range: ranges[1]),
      marks: marks,
      width: 760, height: 480)
  }
}
