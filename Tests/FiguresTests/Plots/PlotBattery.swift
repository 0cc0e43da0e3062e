public import Figures
public import Testing

/// In the log of the tests a plot is its title, not its thousands of numbers.
extension Plot: CustomTestStringConvertible {
  /// The title.
  public var testDescription: String { title }
}

/// Plots that are easily drawn wrong, by name.
enum PlotBattery {
  static let count = 120
  static let iterations = (0..<count).map(Double.init)

  static func decay(_ rate: Double) -> [Double] {
    var value = 40.0
    return iterations.map { _ in
      value *= 1 - rate
      return value
    }
  }

  /// Numbers in (0, 1) that are the same in each run.
  static func numbers(_ count: Int, seed: UInt64 = 1) -> [Double] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
  }

  static let losses = Plot(
    "Loss against iteration", x: "iteration", y: .logarithmic("mean squared error"),
    marks: [
      .line(x: iterations, y: decay(0.02), name: "rate 0.02"),
      .line(x: iterations, y: decay(0.1), name: "rate 0.1"),
      .line(x: iterations, y: decay(0.3), name: "rate 0.3").dashed(),
      .horizontalRule(at: 1e-3, name: "noise"),
    ])

  static let regions = Plot(
    "Decision regions of a softmax model", x: "petal length (cm)", y: "petal width (cm)",
    marks: [
      .regions(
        (0..<60).map { row in (0..<60).map { $0 + row < 40 ? 0 : $0 + row < 80 ? 1 : 2 } }, x: 1...7,
        y: 0...2.5,
        names: ["setosa", "versicolor", "virginica"]),
      .points(x: numbers(40).map { 1 + $0 }, y: numbers(40, seed: 2).map { 0.1 + 0.4 * $0 }, name: "setosa"),
      .points(
        x: numbers(40, seed: 3).map { 3 + 2 * $0 }, y: numbers(40, seed: 4).map { 1 + 0.7 * $0 },
        name: "versicolor"),
      .points(
        x: numbers(40, seed: 5).map { 5 + 2 * $0 }, y: numbers(40, seed: 6).map { 1.5 + $0 },
        name: "virginica"),
    ])

  static let coefficients = Plot(
    "Coefficients with 95 % intervals", x: "coefficient (standardised)",
    marks: [
      .bars(
        ["age", "sex", "bmi", "blood pressure", "a column with a rather long name that goes on", "s2", "s3"],
        [-0.5, -11.4, 24.7, 15.4, -37.7, 22.7, 4.8],
        intervals: [-6...5, -17 ... -5, 18...31, 9...22, -77...2, -10...56, -14...24], name: "least squares"),
      .bars(["bmi", "blood pressure", "s3"], [22.1, 12, -9.2], name: "lasso"),
    ])

  static let heat = Plot(
    "Logarithm of the loss", x: "w", y: "b",
    marks: [
      .heatMap(
        (0..<50).map { row in
          (0..<50).map { column in
            let (x, y) = (Double(column) / 25 - 1, Double(row) / 25 - 1)
            return x * x + 3 * y * y - x * y - 1
          }
        }, x: -2...2, y: -2...2, name: "log loss"),
      .line(x: [-1.5, -0.9, -0.5, -0.2, 0], y: [1.6, 0.2, -0.1, 0, 0], name: "descent", color: .series(6)),
    ])

  static let fitted = Plot(
    "Disease progression against body mass index: a title that is long enough to need more than a single line",
    x: "body mass index", y: "progression",
    marks: [
      .points(
        x: numbers(200).map { 18 + 24 * $0 },
        y: zip(numbers(200), numbers(200, seed: 9)).map { 50 + 200 * $0 + 100 * $1 }, name: "patients"),
      .band(x: [18, 42], lower: [60, 250], upper: [140, 340], name: "interval", color: .series(1)),
      .curve(name: "fit", color: .series(1)) { 100 + 8.2 * ($0 - 18) },
      .verticalRule(at: 30, name: "obese"),
    ])

  static let histogram = Plot(
    "Right answers of guessers", x: "right answers of 10", y: "guessers",
    marks: [
      .columns(
        edges: (0...11).map { Double($0) - 0.5 },
        heights: [977, 9766, 43945, 117_188, 205_078, 246_094, 205_078, 117_188, 43945, 9766, 977])
    ])

  static let all: [(name: String, plot: Plot)] = [
    ("losses", losses), ("regions", regions), ("coefficients", coefficients), ("heat", heat),
    ("fitted", fitted), ("histogram", histogram),
    ("empty", Plot("Nothing", x: "x", y: "y")), ("untitled", Plot()),
    ("one point", Plot("One", x: "x", y: "y", marks: [.points(x: [3], y: [1e-9], name: "it")])),
    ("constant", Plot("Constant", x: "x", y: "y", marks: [.line(x: [0, 1, 2], y: [5, 5, 5])])),
    ("zero", Plot("Zero", x: "x", y: .logarithmic("y"), marks: [.line(x: [0, 1, 2], y: [0, 0, 0])])),
    (
      "not finite",
      Plot(
        "Gaps", x: "x", y: "y",
        marks: [.line(x: [0, 1, 2, 3, 4, .nan, 6], y: [1, .nan, 2, .infinity, 3, 4, 5], name: "gaps")])
    ),
    (
      "times",
      Plot(
        "Time stamps", x: "time (s)", y: "reading",
        marks: [.line(x: [1_600_000_000, 1_600_000_003], y: [1.000_000_1, 1.000_000_2])])
    ),
    (
      "huge", Plot("Huge", x: "x", y: "y", marks: [.line(x: [-1e308, 1e308], y: [-1.7e308, 1.7e308])])
    ),
    ("tiny", Plot("Tiny", x: "x", y: "y", marks: [.line(x: [1e-300, 3e-300], y: [1e-12, -4e-12])])),
    (
      "decades",
      Plot(
        "Decades", x: .logarithmic("λ"), y: .logarithmic("gap"),
        marks: [.steps(x: [1e-5, 1e-2, 1, 1e3], y: [1e-290, 1e-100, 1e20, 1e290], name: "many")])
    ),
    (
      "half a decade",
      Plot(
        "Half a decade", x: .logarithmic("x"), y: .logarithmic("y"),
        marks: [.line(x: [2, 3], y: [1.1, 1.2])])
    ),
    (
      "names",
      Plot(
        "<script>alert(\"1 & 2\")</script>", x: "a < b & 'c'", y: "\"]]>\u{7}",
        marks: [
          .line(x: [0, 1], y: [0, 1], name: "</text><b>&amp;"),
          .line(x: [0, 1], y: [1, 0], name: "重み 👩‍👩‍👧 e\u{301}"),
        ])
    ),
    (
      "crowded",
      Plot(
        String(repeating: "word ", count: 200), x: PlotAxis.linear(String(repeating: "axis ", count: 80)),
        y: .linear(String(repeating: "unbroken", count: 40)),
        marks: (0..<40).map { .line(x: [0, 1], y: [0, Double($0)], name: "series number \($0)") }, width: 300,
        height: 200)
    ),
    (
      "long names",
      Plot(
        "Long names", x: "x", y: "y",
        marks: (0..<9).map { number in
          .points(
            x: [0, 1e6], y: [Double(number), 1e-7],
            name: String(repeating: "name \(number) ", count: 5 + 6 * number))
        })
    ),
    (
      "many bars",
      Plot("Many", x: "w", marks: [.bars((0..<120).map { "feature \($0)" }, numbers(120).map { $0 - 0.5 })])
    ),
    (
      "uneven",
      Plot(
        "Uneven", x: "x", y: .logarithmic("y"),
        marks: [.line(x: [1, 2, 3], y: [1, -2, 3, 4], name: "uneven")])
    ),
    (
      "own ranges",
      Plot(
        "Ranges", x: .linear(range: -1.79e308...1.79e308),
        y: .logarithmic(range: .leastNonzeroMagnitude...1e5),
        marks: [
          .line(x: [-1e308, 0], y: [.leastNonzeroMagnitude, 1], name: "wide"),
          .points(x: [1], y: [2], radius: .nan),
          .horizontalRule(at: .infinity), .verticalRule(at: 1e308), .curve(over: 0 ... .infinity) { $0 },
        ])
    ),
    (
      "impossible ranges",
      Plot(
        "Ranges", x: .linear(range: 3...3), y: .logarithmic(range: -1...5),
        marks: [
          .points(x: [1.7e308], y: [.leastNonzeroMagnitude]), .columns(edges: [.nan, 1], heights: [2, 3]),
          .band(x: [1], lower: [2], upper: []),
        ])
    ),
    (
      "same labels",
      Plot(
        "Same",
        marks: [.bars(["a", "a", ""], [1, .nan, 1e-9]), .bars(["a", "b"], [2, 3, 4], intervals: [1...2])])
    ),
    (
      "odd grids",
      Plot(
        "Grids", x: .logarithmic("x"), y: "y",
        marks: [
          .heatMap(
            [[1], [2, .nan, 3], []], x: 0...1, y: 0...0, name: String(repeating: "long ", count: 40)),
          .heatMap([[5, 5]], x: 0...1, y: 0...2, name: "constant"),
          .regions([[-1, 99]], x: 0...1, y: 0...1, names: ["only"]),
        ])
    ),
    (
      "large numbers",
      Plot("Large", x: "x", y: "y", marks: [.line(x: [123_456, 9_876_543], y: [-2.5e9, 7e9])])
    ),
    (
      "offset below",
      Plot(
        "Below", x: "x", y: "y", marks: [.line(x: [-1_000_000.5, -1_000_000], y: [0, 1])], width: 240,
        height: 160)
    ),
  ]
}
