import ChainRule
import Figures

/// How the time of W3's expression grows with the number of rows.
///
/// Its data are drawn in memory, since only the largest size is as long as the file of W3, or longer. The time to read as
/// many bytes stands beside each: what fits into a cache is read faster, and no expression is to blame for it.
struct Growth {
  let rows: [Int]
  let threads: Int
  let seconds: Double
  private let features = 100

  /// - Parameters:
  ///   - rows: The sizes, each 800 bytes a row.
  ///   - threads: On how many threads to compute.
  ///   - seconds: How long samples of each size are taken.
  init(rows: [Int] = [10_000, 100_000, 1_000_000, 10_000_000], threads: Int, seconds: Double) {
    self.rows = rows
    self.threads = threads
    self.seconds = seconds
  }

  /// Says a line for each size; returns whether all gradients are right.
  ///
  /// With targets Xv + 0.5, the parameters v and 0.5 have a loss and a gradient of 0, at v + 1 the gradient is about
  /// 2/3 in each coefficient, the mean square of the features being 1/3.
  func run(_ say: (String) -> Void, _ complain: (String) -> Void) throws -> Bool {
    let workload = try Workload.named("W3")
    var isRight = true
    for count in rows {
      let (time, outcome, bytes) = try measured(workload, count)
      let limit = try MachineLimit(threads: threads, seconds: min(seconds, 1)).reading(bytes)
      let perRow = DecimalText.fixed(time / Double(count) * 1e9, places: 2)
      say(
        "\(count) rows: \(perRow) ns a row, \(DecimalText.fixed(time / limit, places: 2)) × the read limit of "
          + "\(DecimalText.fixed(limit / Double(count) * 1e9, places: 2)) ns a row")
      if let complaint = complaint(outcome, count) {
        complain(complaint)
        isRight = false
      }
    }
    return isRight
  }

  /// What is wrong with a gradient, if anything.
  func complaint(_ outcome: Outcome, _ count: Int) -> String? {
    // Each is a mean of terms that deviate by less than 7 (the residual has variance 100/3, the feature 1/3): 6
    // deviations do not happen.
    let allowed = 42 / Double(count).squareRoot()
    let errors = outcome.gradient.prefix(features).map { abs($0 - 2.0 / 3) }
    guard let worst = errors.first(where: { !($0 <= allowed) }) else { return nil }
    return "\(count) rows: a derivative is \(worst) from 2/3, where chance allows \(allowed)"
  }

  /// Gives the data back before the limit is measured in as much memory.
  private func measured(_ workload: Workload, _ count: Int) throws -> (Double, Outcome, bytes: Int) {
    let truth = try NDArray<Double>.uniform(in: -1..<1, shape: [features], seed: 2)
    let x = try NDArray<Double>.uniform(in: -1..<1, shape: [count, features], seed: 1)
    let (X, v) = (
      Tensor.input("X", shape: [.batch, .fixed(features)]), Tensor.input("v", shape: [.fixed(features)])
    )
    let targets = try Program<Double>(computing: [X • v + 0.5]).run([X: x, v: truth]).arrays[0]
    let start = NDArray(truth.elements.map { $0 + 1 })
    let data = Dataset(features: x, targets: targets, start: [start, NDArray(0.5)])
    let prepared = try Preparation(workload, data, threads: threads).prepared()
    var sampler = Sampler(seconds: seconds, prepared.call)
    try sampler.run()
    return (sampler.median, try prepared.outcome(), count * features * MemoryLayout<Double>.stride)
  }
}
