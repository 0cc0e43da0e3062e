// Only debug builds let a test see the inside of a program; `Benchmarks --verify` checks the release build.
#if DEBUG
  import Foundation
  import Testing

  @testable import Benchmarks

  @Suite("Agreement with golden numbers")
  struct AgreementTests {
    let golden = Golden.Point(
      loss: 2, grad_norm: 3, grad_first3: [1, 2, 2], grad_last: 2, grad_size: 3)
    let right = Outcome(loss: 2, gradient: [1, 2, 2])

    func complaints(_ outcome: Outcome, full: [Double]? = nil, tolerance: Double = 1e-9) -> [String] {
      Agreement(outcome, golden: golden, full: full, tolerance: tolerance).complaints
    }

    @Test("What is right agrees, with the whole gradient and without")
    func agrees() {
      #expect(complaints(right).isEmpty)
      #expect(complaints(right, full: [1, 2, 2]).isEmpty)
      #expect(complaints(Outcome(loss: 2 + 1e-10, gradient: [1, 2 - 1e-10, 2])).isEmpty)
    }

    @Test("A planted mistake in the loss is found", arguments: [2.00001, 0, -2, .nan, .infinity])
    func wrongLoss(_ loss: Double) {
      let found = complaints(Outcome(loss: loss, gradient: right.gradient))
      #expect(
        found.count == 1 && found.allSatisfy { $0.hasPrefix("the loss is \(loss) and 2.0 was expected") })
    }

    @Test(
      "A planted mistake in the gradient is found",
      arguments: [
        [1, 2, 2.001], [-1, -2, -2], [2, 1, 2], [1, 2], [1, 2, 2, 0], [.nan, 2, 2], [0, 0, 0],
      ])
    func wrongGradient(_ gradient: [Double]) {
      #expect(!complaints(Outcome(loss: 2, gradient: gradient)).isEmpty)
      #expect(!complaints(Outcome(loss: 2, gradient: gradient), full: [1, 2, 2]).isEmpty)
    }

    @Test("A mistake in the middle keeps length and ends, and only the whole gradient finds it")
    func middle() {
      let golden = Golden.Point(loss: 1, grad_norm: 2, grad_first3: [0, 0, 0], grad_last: 0, grad_size: 6)
      let wrong = Outcome(loss: 1, gradient: [0, 0, 0, 0, 2, 0])
      #expect(Agreement(wrong, golden: golden, full: nil, tolerance: 1e-9).complaints.isEmpty)
      let found = Agreement(wrong, golden: golden, full: [0, 0, 0, 2, 0, 0], tolerance: 1e-9).complaints
      #expect(
        found.count == 1 && found.allSatisfy { $0.hasPrefix("the length of the gradient's error is 2.8") })
    }

    @Test("A fit may be a millionth above the optimum, and no more")
    func fits() {
      func complaints(_ loss: Double) -> [String] {
        Agreement(fit: Outcome(loss: loss, gradient: []), optimum: 100).complaints
      }
      #expect(complaints(100).isEmpty && complaints(100.00009).isEmpty)
      #expect(!complaints(100.0002).isEmpty && !complaints(99.99).isEmpty && !complaints(.nan).isEmpty)
    }

    @Test("The bundled golden numbers are those of the state that is compared")
    func bundled() throws {
      let golden = try Golden.bundled()
      #expect(try #require(golden.point("W1-f64")).grad_first3 == [2.9394939057494684, 4.101179250663208])
      #expect(try #require(golden.point("W9-f64")).grad_norm == 2.2227360072510076)
      #expect(try #require(golden.point("W2-f32")).grad_size == 101)
      #expect(golden.point("W2/sum-f64") == nil && golden.point("note") == nil)
    }
  }
#endif
