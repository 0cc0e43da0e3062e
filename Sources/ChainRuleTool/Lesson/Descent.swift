import ChainRule
import Figures

/// Gradient descent on the lesson's data, beside the least-squares line in closed form.
package struct Descent {
  package let x: [Double]
  package let y: [Double]
  package let learningRate: Double
  package let steps: Int

  /// 100 points with x in [0, 2) and y = 4 + 3x + 0.5 · noise, the noise standard normal.
  package init(learningRate: Double = 0.05, steps: Int = 1000) throws {
    x = try NDArray<Double>.uniform(in: 0..<2, shape: [100], seed: 101).elements
    let noise = try NDArray<Double>.normal(shape: [100], seed: 102).elements
    y = zip(x, noise).map { 4 + 3 * $0 + 0.5 * $1 }
    self.learningRate = learningRate
    self.steps = steps
  }

  /// slope = Σ(x − x̄)(y − ȳ) / Σ(x − x̄)², intercept = ȳ − slope · x̄.
  package var leastSquares: (slope: Double, intercept: Double) {
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let covariance = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let variance = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    let slope = covariance / variance
    return (slope, meanY - slope * meanX)
  }

  /// Descends; returns the fitted line and the loss before each step.
  package func fit(_ line: TerminalLine) throws -> (slope: Double, intercept: Double, losses: [Double]) {
    let inputs = Tensor.input("x", shape: [.batch])
    let targets = Tensor.input("y", shape: [.batch])
    let w = Tensor.parameter("w", shape: [], initial: 0)
    let b = Tensor.parameter("b", shape: [], initial: 0)
    let loss = mean(squared(w * inputs + b - targets))
    let gradient = try loss.gradient(withRespectTo: [w, b])
    let program = try Program<Double>(
      computing: [loss],
      updating: [w: w - learningRate * gradient[w], b: b - learningRate * gradient[b]])
    let session = try Session(program, binding: [inputs: NDArray(x), targets: NDArray(y)])
    var losses: [Double] = []
    while losses.count < steps {
      line.show("   descending", losses.count, of: steps)
      losses += try session.iterate(min(50, steps - losses.count), recording: loss)
    }
    line.clear()
    return (try session.value(of: w).scalar, try session.value(of: b).scalar, losses)
  }

  package func run(_ line: TerminalLine) throws -> LessonPart {
    let (slope, intercept, losses) = try fit(line)
    let best = leastSquares
    // What 1000 steps reach: the slowest direction has shrunk its error to 7e-7.
    func digits(_ value: Double) -> String { DecimalText.fixed(value, places: 5) }
    func equation(_ slope: Double, _ intercept: Double) -> String {
      "y = \(digits(intercept)) + \(digits(slope)) x"
    }
    let descended = equation(slope, intercept)
    let closed = equation(best.slope, best.intercept)
    let isRight = descended == closed
    let shown = [0, 9, 99, steps - 1].filter { losses.indices.contains($0) }
    let history = shown.map { "step \($0 + 1): \(DecimalText.fixed(losses[$0], places: 6))" }.joined(
      separator: "   ")
    let apart = max(Swift.abs(slope - best.slope), Swift.abs(intercept - best.intercept))
    let text = """
      4. Gradient descent on 100 points, y = 4 + 3x + 0.5 · noise: \(steps) steps of w ← w − \(learningRate) · ∂L/∂w

      loss before   \(history)
      descended     \(descended)
      closed form   \(closed)
      equal to the last printed digit: \(isRight ? "yes" : "FAILED"), apart by \(DecimalText.scientific(apart, digits: 2))
      """
    return LessonPart(text: text, isRight: isRight)
  }
}
