/// A workload with its data at hand, ready to be called.
struct Prepared {
  /// What is timed; all that it computes is there when it returns.
  let call: () throws -> Void
  /// What it computes, for comparison.
  let outcome: () throws -> Outcome
  var work = Work()
}

/// How much one call of a workload does.
struct Work {
  /// How many steps or operations it is.
  var units = 1
  /// The bytes that must be read at least, for each unit.
  var bytes: Int?
  /// The multiplications and additions that must be done, for each unit.
  var operations: Double?
  /// Whether it is the multiplying that limits it, not the reading.
  var isLimitedByMultiplying = false
}

/// A loss and its gradient; after a descent the parameters in place of the gradient.
struct Outcome: Equatable {
  var loss: Double
  var gradient: [Double]

  /// The Euclidean length of the gradient.
  var norm: Double { length(gradient) }
}

/// The Euclidean length of a vector.
func length(_ vector: some Sequence<Double>) -> Double {
  vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
}
