import ChainRule
import Optimizers
import Testing

/// Optimizers that are not the library's, and claim what is not so: every number that ends a search is the objective's own.
@Suite("An optimizer that lies is found out")
struct LyingOptimizerTests {
  private static let t = TestFunctions.t

  /// What a state claims.
  enum Claim: String, CaseIterable, CustomTestStringConvertible, Sendable {
    case noSlope, lowValue, otherPoint, fixed, minusInfinity
    var testDescription: String { rawValue }
  }

  /// Walks down by small steps, and says something else of where it is.
  struct Liar: Optimizer {
    let claim: Claim
    var name: String { "liar" }

    struct State: OptimizerState {
      let claim: String
      var place: [Double]
      var current: Iterate {
        get {
          switch Claim(rawValue: claim) {
          case .noSlope: Iterate(point: place, value: 7, gradient: [0])
          case .lowValue: Iterate(point: place, value: -1e200, gradient: [1])
          case .otherPoint: Iterate(point: place, value: 0, gradient: [1e-300])
          case .minusInfinity: Iterate(point: place, value: -.infinity, gradient: [.nan])
          default: Iterate(point: place, value: 1, gradient: [0])
          }
        }
        set {
          // A setter that does as it likes.
        }
      }
    }

    func start(at point: [Double], on evaluator: Evaluator) throws -> State {
      State(claim: claim.rawValue, place: point)
    }

    func step(_ state: inout State, on evaluator: Evaluator) throws {
      if claim == .fixed { return }
      let slope = try Iterate(at: state.place, on: evaluator).gradient[0]
      state.place[0] -= 0.01 * slope
    }
  }

  @Test(
    "The value and the slope are those of the point, and the end is that of the search",
    arguments: Claim.allCases)
  func liars(_ claim: Claim) throws {
    let objective = try Objective(squared(Self.t - 3))
    let solution = try minimize(
      objective, from: [0], using: Liar(claim: claim), until: StoppingRule(maximumIterations: 20))
    let x = solution.point[0]
    #expect(solution.status == .iterationLimit && solution.certificate == nil, "\(solution)")
    #expect(solution.value == (x - 3) * (x - 3) && solution.stationarity == abs(2 * (x - 3)), "\(solution)")
    #expect(solution.history.first?.value == 9 && solution.history.first?.stationarity == 6)
  }

  @Test("One that goes all the way converges, whatever it says")
  func arrival() throws {
    let objective = try Objective(1 + squared(Self.t - 3))
    let solution = try minimize(
      objective, from: [0], using: Liar(claim: .lowValue), until: StoppingRule(maximumIterations: 5000))
    #expect(solution.isConverged && abs(solution.point[0] - 3) < 1e-7 && abs(solution.value - 1) < 1e-12)
  }

  /// Hands the work on to a method of the library, and costs no evaluation more.
  struct Honest: Optimizer {
    var name: String { "honest" }
    func start(at point: [Double], on evaluator: Evaluator) throws -> TruncatedNewton.State {
      try TruncatedNewton().start(at: point, on: evaluator)
    }
    func step(_ state: inout TruncatedNewton.State, on evaluator: Evaluator) throws {
      try TruncatedNewton().step(&state, on: evaluator)
    }
  }

  @Test("What the evaluator found last is not computed anew")
  func honest() throws {
    let objective = try TestFunctions.logistic(separable: false)
    let own = try minimize(objective, using: .truncatedNewton())
    let other = try minimize(objective, using: Honest())
    #expect(other.point == own.point && other.counts == own.counts && other.reason == own.reason)
  }

  /// The residuals of another objective, which are all nothing.
  struct Borrowed: Optimizer {
    var name: String { "borrowed" }
    func start(at point: [Double], on evaluator: Evaluator) throws -> LevenbergMarquardt.State {
      let other = try Evaluator(Objective(squared(0 * LyingOptimizerTests.t), over: [LyingOptimizerTests.t]))
      return try LevenbergMarquardt().start(at: point, on: other)
    }
    func step(_ state: inout LevenbergMarquardt.State, on evaluator: Evaluator) throws {}
  }

  @Test("What is said of the residuals by another optimizer is not believed")
  func residuals() throws {
    let solution = try minimize(
      Objective(squared(Self.t - 3)), from: [0], using: Borrowed(), until: StoppingRule(maximumIterations: 3))
    #expect(solution.status == .iterationLimit && solution.value == 9, "\(solution)")
  }
}
