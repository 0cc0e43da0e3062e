import Figures
import Foundation

/// What is told of one workload.
struct Report: Encodable, Equatable {
  let workload: String
  let precision: String
  let threads: Int
  /// `full`, or `small` where the arrays were made in memory for a check.
  let size: String
  /// What the times are divided by.
  let per: String
  var median_ms = 0.0
  var min_ms = 0.0
  var samples = 0
  /// How long the first call took, not divided by anything.
  var first_call_ms = 0.0
  var loss: Double
  var gradient_norm: Double
  var gradient_first3: [Double]
  /// `read` or `multiply`: what the machine could not do faster; nil where no amount of it is known.
  var limit: String?
  var limit_ms: Double?
  var times_limit: Double?
  var gflop_per_s: Double?
  var read_gb_per_s: Double?
  /// For a variant, its time over that of the plain workload beside it.
  var ratio: Double?
  /// What the loss and gradient were compared with, and whether they agree; nil where there is nothing to compare with.
  var compared_with: String?
  var agrees: Bool?

  init(_ workload: Workload, _ precision: String, _ threads: Int, isFull: Bool, _ outcome: Outcome) {
    self.workload = workload.name
    self.precision = precision
    self.threads = threads
    size = isFull ? "full" : "small"
    per = workload.kind.per
    (loss, gradient_norm, gradient_first3) = (outcome.loss, outcome.norm, Array(outcome.gradient.prefix(3)))
  }

  /// Takes over the times of `units` steps or operations.
  mutating func take(_ sampler: Sampler, units: Int) {
    let scale = 1000 / Double(units)
    (median_ms, min_ms, samples) = (sampler.median * scale, sampler.least * scale, sampler.samples.count)
    first_call_ms = sampler.first * 1000
  }

  /// Takes over what the machine can do at best.
  mutating func take(limit kind: String, seconds: Double) {
    (limit, limit_ms, times_limit) = (kind, seconds * 1000, median_ms / (seconds * 1000))
  }

  /// One line of JSON, its keys in alphabetical order.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// The same to be read.
  var text: String {
    var line = "\(workload) \(precision), \(threads) thread\(threads == 1 ? "" : "s")"
    if size == "small" { line += ", small" }
    line += ": \(Self.time(median_ms)) each \(per), at least \(Self.time(min_ms)) (\(samples) samples)"
    if let limit, let limit_ms, let times_limit {
      line += "; \(DecimalText.fixed(times_limit, places: 2)) × the \(limit) limit of \(Self.time(limit_ms))"
    }
    if let gflop_per_s { line += "; \(DecimalText.fixed(gflop_per_s, places: 1)) GFLOP/s" }
    if let read_gb_per_s { line += "; reads \(DecimalText.fixed(read_gb_per_s, places: 1)) GB/s" }
    if let ratio { line += "; \(DecimalText.fixed(ratio, places: 2)) × the plain workload" }
    let comparison = compared_with.map { (agrees == true ? "as by " : "NOT as by ") + $0 }
    return line + "\n  loss \(loss), gradient of length \(gradient_norm), "
      + (comparison ?? "compared with nothing")
  }

  /// A time in the unit that suits it.
  static func time(_ milliseconds: Double) -> String {
    switch milliseconds {
    case ..<0.1: DecimalText.fixed(milliseconds * 1000, places: 3) + " µs"
    case ..<1000: DecimalText.fixed(milliseconds, places: 3) + " ms"
    default: DecimalText.fixed(milliseconds / 1000, places: 3) + " s"
    }
  }
}
