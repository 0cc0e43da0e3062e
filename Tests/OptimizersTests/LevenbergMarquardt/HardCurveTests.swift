import ChainRule
import Foundation
import Optimizers
import Testing

/// Curves on which methods for least squares are known to fail: starts far off, long bent valleys, coefficients that differ by
/// powers of ten.
///
/// The first four are BoxBOD, MGH10, MGH09 and MGH17 of the Statistical Reference Datasets of NIST (public domain), from the
/// farther of their starts; the others have their models, with data computed from known coefficients.
@Suite("Levenberg–Marquardt on curves that are hard to fit")
struct HardCurveTests {
  struct Curve: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let start: [Double]
    let right: [Double]
    let x: [Double]
    /// The values measured; nil where they are those of the curve.
    let y: [Double]?
    let model: @Sendable ([Tensor], Tensor) -> Tensor
  }

  // In three lists, which the compiler understands sooner than one.
  static let curves: [Curve] = short + long + synthetic

  private static let short: [Curve] = [
    Curve(
      testDescription: "BoxBOD", start: [1, 1], right: [213.80940889, 0.54723748542], x: [1, 2, 3, 5, 7, 10],
      y: [109, 149, 149, 191, 213, 224]
    ) { $0[0] * (1 - exp(-$0[1] * $1)) },
    Curve(
      testDescription: "MGH10", start: [2, 400_000, 25_000],
      right: [0.0056096364710, 6181.3463463, 345.22363462], x: places(16, from: 50, by: 5),
      y: [
        34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872,
      ]
    ) { $0[0] * exp($0[1] / ($1 + $0[2])) },
  ]

  private static let long: [Curve] = [
    Curve(
      testDescription: "MGH09", start: [25, 39, 41.5, 39],
      right: [0.19280693458, 0.19128232873, 0.12305650693, 0.13606233068],
      x: [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625],
      y: [0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246]
    ) { $0[0] * (squared($1) + $1 * $0[1]) / (squared($1) + $1 * $0[2] + $0[3]) },
    Curve(
      testDescription: "MGH17", start: [50, 150, -100, 1, 2],
      right: [0.37541005211, 1.9358469127, -1.4646871366, 0.012867534640, 0.022122699662],
      x: places(33, from: 0, by: 10),
      y: [
        0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658,
        0.628,
        0.603, 0.580, 0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424,
        0.420,
        0.414, 0.411, 0.406,
      ]
    ) { $0[0] + $0[1] * exp(-$0[3] * $1) + $0[2] * exp(-$0[4] * $1) },
  ]

  @Sendable private static func threeExponentials(_ b: [Tensor], _ x: Tensor) -> Tensor {
    let decays = [b[1], b[3], b[5]].map { exp(-$0 * x) }
    let first = b[0] * decays[0]
    let second = b[2] * decays[1]
    let third = b[4] * decays[2]
    return sum(stack([first, second, third], along: 0), along: [0])
  }

  private static func places(_ count: Int, from first: Double, by step: Double) -> [Double] {
    (0..<count).map { first + step * Double($0) }
  }

  private static let fine = (0..<154).map { (row: Int) -> Double in 7.4 + 5 * Double(row) / 153 }

  private static let synthetic: [Curve] = [
    Curve(
      testDescription: "three exponentials", start: [1.2, 0.3, 5.6, 5.5, 6.5, 7.6],
      right: [0.0951, 1, 0.8607, 3, 1.5576, 5], x: places(24, from: 0, by: 0.05), y: nil,
      model: threeExponentials),
    Curve(
      testDescription: "a peak far from the start", start: [1, 10, 500],
      right: [1.5543827178, 4.0888321754, 451.54121844], x: places(35, from: 400, by: 3), y: nil
    ) { $0[0] / $0[1] * exp(-0.5 * squared(($1 - $0[2]) / $0[1])) },
    Curve(
      testDescription: "a power of nearly −1", start: [-2000, 50, 0.8],
      right: [-2523.5058043, 46.736564644, 0.93218483193], x: fine,
      y: nil
    ) { $0[0] * pow($0[1] + $1, -1 / $0[2]) },
  ]

  static func fit(_ curve: Curve, _ method: LevenbergMarquardt = .levenbergMarquardt()) throws
    -> Optimizers.Solution
  {
    let (x, y) = (Tensor.input("x", shape: [.batch]), Tensor.input("y", shape: [.batch]))
    let b = curve.start.indices.map { Tensor.parameter("b\($0 + 1)", shape: []) }
    let exact = curve.model(curve.right.map { Tensor($0) }, x)
    let measured = try curve.y.map { NDArray($0) } ?? exact.evaluate(at: [x: NDArray(curve.x)])
    return try minimize(
      Objective.leastSquares(
        residual: curve.model(b, x) - y, over: b, data: [x: NDArray(curve.x), y: measured]),
      from: curve.start.map { NDArray($0) }, using: method)
  }

  @Test("The far start leads to the right coefficients", arguments: curves)
  func right(_ curve: Curve) throws {
    let solution = try Self.fit(curve)
    // 11 digits are certified; of the exact exponentials some 1e5 units of rounding are the condition.
    #expect(solution.isConverged && agreeingDigits(solution.point, curve.right) > 9.5, "\(solution)")
  }

  @Test("Where coefficients run away and lose their influence, nothing is called a minimum")
  func runaway() throws {
    // A first step that is far too short leads this start into the wrong valley.
    let solution = try Self.fit(Self.curves[1], .levenbergMarquardt(initialRadius: 0.01))
    #expect(solution.status == .unbounded, "\(solution)")
    #expect(solution.reason.hasPrefix("only 1 of 3 coefficients still matter"), "\(solution)")
  }
}
