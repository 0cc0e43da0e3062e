import ChainRule
import Testing

@Suite struct NDArrayApproximationTests {
  @Test("Half of the digits must agree unless told otherwise")
  func defaults() {
    let one: NDArray<Double> = [1, -1000]
    #expect(one.isApproximatelyEqual(to: [1.00000001, -1000.00001]))
    #expect(!one.isApproximatelyEqual(to: [1.00000002, -1000]))
    #expect(NDArray([Float(1)]).isApproximatelyEqual(to: [1.0003]))
    #expect(!NDArray([Float(1)]).isApproximatelyEqual(to: [1.0004]))
  }

  @Test("Only zero is close to zero without an absolute tolerance")
  func zero() {
    let zero: NDArray<Double> = [0]
    #expect(zero.isApproximatelyEqual(to: [-0.0]))
    #expect(!zero.isApproximatelyEqual(to: [1e-300]))
    #expect(zero.isApproximatelyEqual(to: [1e-12], absoluteTolerance: 1e-12))
    #expect(!zero.isApproximatelyEqual(to: [2e-12], absoluteTolerance: 1e-12))
  }

  @Test("Infinities are close only to themselves and NaN to nothing, at any tolerance")
  func nonFinite() {
    let infinity = NDArray([Double.infinity])
    let nan = NDArray([Double.nan])
    for tolerance in [0, 1, Double.infinity] {
      func close(_ left: NDArray<Double>, _ right: NDArray<Double>) -> Bool {
        left.isApproximatelyEqual(to: right, relativeTolerance: tolerance, absoluteTolerance: tolerance)
      }
      #expect(close(infinity, infinity))
      #expect(!close(infinity, infinity.map { -$0 }))
      #expect(!close(infinity, [1e308]))
      #expect(!close(nan, nan))
      #expect(!close(nan, [1]))
    }
  }

  @Test("Arrays of different shapes are not close")
  func shapes() {
    #expect(!NDArray([1.0]).isApproximatelyEqual(to: 1, relativeTolerance: 1, absoluteTolerance: 1))
    #expect(NDArray<Double>([]).isApproximatelyEqual(to: []))
  }

  @Test("The worst difference is found with its indices, and a NaN is the worst of all")
  func worst() throws {
    let left: NDArray<Double> = [[1, 2, 3], [4, 5, 6]]
    var right: NDArray<Double> = [[1, 2.5, 3], [4, 5, 5.25]]
    var worst = try left.worstDifference(from: right)
    #expect(worst.index == [1, 2] && worst.difference == 0.75)
    right[1, 0] = .nan
    worst = try left.worstDifference(from: right)
    #expect(worst.index == [1, 0] && worst.difference.isNaN)
    worst = try left.worstDifference(from: left)
    #expect(worst.index == [0, 0] && worst.difference == 0)
    let infinity = NDArray([1, Double.infinity])
    #expect(try infinity.worstDifference(from: infinity).difference == 0)
    #expect(try infinity.worstDifference(from: [1, 7]) == ([1], .infinity))
  }
}
