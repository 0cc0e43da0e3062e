/// What a check of a gradient found.
///
/// ```swift
/// let report = GradientReport(
///   of: "loss",
///   [CheckedDerivative(.coordinate(0, of: "w"), given: 3, truth: TrueDerivative(1, errorBar: 1e-9))])
/// report.outcome                  // wrong
/// report.worst?.relativeError      // Optional(0.6666666666666666)
/// ```
public struct GradientReport: Sendable, Hashable {
  /// The whole verdict.
  public enum Outcome: String, Sendable, Hashable {
    /// Every derivative is right, or a valid subgradient at a kink.
    case right
    /// At least one is wrong.
    case wrong
    /// None is wrong, but of some nothing could be told.
    case cannotTell = "cannot tell"
  }

  /// What was checked, by the name that it has in the text.
  public let subject: String
  /// Each derivative with its verdict, in the order of the parameters.
  public let derivatives: [CheckedDerivative]
  /// The operations at fault, the likeliest first; empty where nothing is recorded or nothing is wrong.
  public let blamed: [BlamedOperation]
  /// What the mistake as a whole looks like, in one sentence; nil where nothing is wrong or it looks like nothing known.
  public let cause: String?
  /// How many times the function was evaluated; an evaluation of a recorded graph counts once.
  public let evaluations: Int
  /// How much of the gradient was looked at, and what could have been missed.
  public let coverage: Coverage
  /// A small point at which the gradient is wrong too; nil if none was looked for or found.
  public let smallest: SmallestFailure?
  /// What else is to be known, one sentence each.
  public let notes: [String]

  /// A point at which a gradient is wrong, with the derivative that shows it.
  public struct SmallestFailure: Sendable, Hashable {
    /// The point, with values brought to 0 or ±1 where it stays wrong.
    public let point: [Double]
    /// The derivative farthest off at that point.
    public let derivative: CheckedDerivative
    /// What the mistake looks like there, as a part of a sentence; nil where it looks like nothing known.
    public let cause: String?

    /// A failure at a point.
    public init(point: [Double], derivative: CheckedDerivative, cause: String? = nil) {
      (self.point, self.derivative, self.cause) = (point, derivative, cause)
    }
  }

  /// A report of derivatives with their verdicts.
  public init(
    of subject: String, _ derivatives: [CheckedDerivative], blamed: [BlamedOperation] = [],
    cause: String? = nil, evaluations: Int = 0, coverage: Coverage? = nil, smallest: SmallestFailure? = nil,
    notes: [String] = []
  ) {
    (self.subject, self.derivatives, self.blamed, self.cause) = (subject, derivatives, blamed, cause)
    (self.evaluations, self.smallest, self.notes) = (evaluations, smallest, notes)
    self.coverage = coverage ?? Coverage(all: derivatives.count)
  }

  /// The whole verdict.
  public var outcome: Outcome {
    if derivatives.contains(where: \.verdict.isFailure) { return .wrong }
    return derivatives.isEmpty || derivatives.contains(where: \.verdict.isUntold) ? .cannotTell : .right
  }

  /// Whether every derivative is right, or a valid subgradient at a kink.
  public var isRight: Bool { outcome == .right }

  /// The status that a command exits with: 1 if a derivative is wrong, else 0.
  public var exitStatus: Int32 { outcome == .wrong ? 1 : 0 }

  /// The derivatives to be mended: coordinates before directions, the one farthest off first.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [3])
  /// let report = try checkGradient([x: x + .constant([0, 0, 1])], of: sum(squared(x)) / 2, at: [x: [1, 2, 3]])
  /// print(report.failures.map { "\($0.place)" })  // ["x[2]"]
  /// ```
  public var failures: [CheckedDerivative] { ordered { $0.verdict.isFailure } }

  /// Some derivatives: coordinates before directions, the one farthest off first.
  private func ordered(_ isIncluded: (CheckedDerivative) -> Bool) -> [CheckedDerivative] {
    // Sorting is stable only by number.
    derivatives.enumerated().filter { isIncluded($0.element) }.sorted { a, b in
      let (first, second) = (a.element, b.element)
      if first.place.isDirection != second.place.isDirection { return second.place.isDirection }
      if first.relativeError != second.relativeError { return first.relativeError > second.relativeError }
      return a.offset < b.offset
    }.map(\.element)
  }

  /// The derivative that is farthest off, relative to its size; of wrong ones if there are any, and a coordinate before a
  /// direction.
  public var worst: CheckedDerivative? {
    failures.first ?? ordered { !$0.verdict.isUntold }.first ?? derivatives.first
  }

  /// How many verdicts there are of each kind.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [3])
  /// let report = try checkGradient(of: sum(abs(x)), at: [x: [-1, 0, 2]])
  /// print(report.counts)  // (right: 2, wrong: 0, kink: 1, cannotTell: 0)
  /// ```
  public var counts: (right: Int, wrong: Int, kink: Int, cannotTell: Int) {
    derivatives.reduce(into: (0, 0, 0, 0)) { counts, checked in
      switch checked.verdict {
      case .right: counts.0 += 1
      case .wrong: counts.1 += 1
      case .kink: counts.2 += 1
      case .cannotTell: counts.3 += 1
      }
    }
  }
}
