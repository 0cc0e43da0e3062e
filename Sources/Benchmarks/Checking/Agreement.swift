/// Whether what was computed is what had to be computed.
struct Agreement: Equatable {
  /// What it was compared with, in words.
  let reference: String
  /// What is off, in sentences; empty if all agrees.
  let complaints: [String]

  init(_ reference: String, _ complaints: [String]) {
    self.reference = reference
    self.complaints = complaints
  }

  /// Compares with golden numbers.
  ///
  /// - Parameters:
  ///   - outcome: What was computed.
  ///   - golden: What NumPy computed.
  ///   - full: The whole of its gradient, if there is a file of it.
  ///   - tolerance: How far numbers may be apart, relative to the loss and to the length of the gradient.
  init(_ outcome: Outcome, golden: Golden.Point, full: [Double]?, tolerance: Double) {
    var complaints: [String] = []
    func compare(_ what: String, _ found: Double, _ expected: Double, size: Double) {
      let difference = abs(found - expected) / max(abs(size), 1e-300)
      // A NaN is never within a tolerance.
      if !(difference <= tolerance) {
        complaints.append(
          "\(what) is \(found) and \(expected) was expected; apart by \(difference), allowed are \(tolerance)"
        )
      }
    }
    compare("the loss", outcome.loss, golden.loss, size: golden.loss)
    let gradient = outcome.gradient
    guard gradient.count == golden.grad_size, full.map({ $0.count == gradient.count }) ?? true else {
      self.init(
        "golden.json",
        complaints + ["the gradient has \(gradient.count) elements and \(golden.grad_size) were expected"])
      return
    }
    if let full {
      let difference = length(zip(gradient, full).lazy.map { $0 - $1 })
      compare("the length of the gradient's error", difference, 0, size: golden.grad_norm)
      self.init("golden.json and all \(full.count) elements of the gradient", complaints)
      return
    }
    compare("the gradient's length", outcome.norm, golden.grad_norm, size: golden.grad_norm)
    for (index, expected) in golden.grad_first3.enumerated() {
      compare("element \(index) of the gradient", gradient[index], expected, size: golden.grad_norm)
    }
    compare(
      "the gradient's last element", gradient[gradient.count - 1], golden.grad_last, size: golden.grad_norm)
    self.init("golden.json", complaints)
  }

  /// Compares with another outcome, element by element.
  init(_ outcome: Outcome, _ reference: String, _ expected: Outcome, tolerance: Double) {
    let point = Golden.Point(
      loss: expected.loss, grad_norm: expected.norm, grad_first3: [], grad_last: 0,
      grad_size: expected.gradient.count)
    let compared = Agreement(outcome, golden: point, full: expected.gradient, tolerance: tolerance)
    self.init(reference, compared.complaints)
  }

  /// Compares the objective of a fit, whose parameters may be some way from the optimum.
  init(fit outcome: Outcome, optimum: Double) {
    let gap = (outcome.loss - optimum) / abs(optimum)
    let holds = abs(gap) <= FitKind.gap
    self.init(
      "the optimum",
      holds
        ? []
        : [
          "the objective is \(outcome.loss) and the optimum \(optimum); apart by \(gap), allowed are \(FitKind.gap)"
        ])
  }
}
