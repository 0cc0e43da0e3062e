import GradientChecking
import Testing

@Suite("Verdicts")
struct VerdictTests {
  @Test("A derivative within the bar is right, beyond it wrong, by how many bars")
  func bars() {
    let truth = TrueDerivative(2, errorBar: 0.5)
    #expect(truth.verdict(on: 2.5) == .right(.withinBar(relative: 0.25)))
    #expect(truth.verdict(on: 4) == .wrong(.beyondBar(4)))
    #expect(TrueDerivative(0, errorBar: 0).verdict(on: 0) == .right(.withinBar(relative: 0)))
    #expect(TrueDerivative(0, errorBar: 0).verdict(on: 1e-300) == .wrong(.beyondBar(.infinity)))
  }

  @Test(
    "NaN and infinities are wrong wherever the truth is known",
    arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(given: Double) {
    #expect(TrueDerivative(2, errorBar: 0.5).verdict(on: given) == .wrong(.beyondBar(.infinity)))
    #expect(
      TrueDerivative(2, errorBar: 0.5, isProved: true).verdict(on: given) == .wrong(.beyondBar(.infinity)))
    #expect(TrueDerivative(slopes: 0, 1).verdict(on: given) == .kink(isSubgradient: false))
    #expect(
      CheckedDerivative(.direction(1), given: given, truth: TrueDerivative(2, errorBar: 1)).relativeError
        == .infinity)
  }

  @Test("Outside of a proved interval a derivative is proved wrong")
  func proved() {
    #expect(TrueDerivative(2, errorBar: 1e-20, isProved: true).verdict(on: 2.1) == .wrong(.proved))
  }

  @Test("Nothing is told where the truth is not known", arguments: [Double.nan, 1])
  func unknown(value: Double) {
    #expect(TrueDerivative(value, errorBar: .infinity).verdict(on: 1).isUntold)
    #expect(TrueDerivative(.nan, errorBar: 1).verdict(on: 1).isUntold)
  }

  @Test("At a kink what lies between the slopes is a subgradient, in any order of the slopes")
  func kinks() {
    for truth in [
      TrueDerivative(slopes: -1, 1, errorBar: 1e-9), TrueDerivative(slopes: 1, -1, errorBar: 1e-9),
    ] {
      #expect(
        truth.verdict(on: 0.3) == .kink(isSubgradient: true)
          && truth.verdict(on: 1) == .kink(isSubgradient: true))
      #expect(truth.verdict(on: 1.001) == .kink(isSubgradient: false) && truth.distance(to: 3) == 2)
    }
    #expect(
      GradientVerdict.kink(isSubgradient: false).isFailure
        && !GradientVerdict.kink(isSubgradient: true).isFailure)
  }

  @Test("A place is written with the coordinates of its parameter's shape")
  func places() {
    let place = { (i: Int, shape: [Int]) in "\(CheckedDerivative.Place.coordinate(i, of: "A", shape: shape))"
    }
    #expect(place(5, [2, 3]) == "A[1, 2]" && place(2, [4]) == "A[2]" && place(0, []) == "A")
    #expect("\(CheckedDerivative.Place.direction(2))" == "direction 2")
  }
}
