import ChainRule
import Testing

/// Functions and their first two derivatives over the whole range of Double, against 700-digit values made with
/// mpmath 1.3 from the definitions (`1/(1 + exp(-x))` and so on), rounded once to Double.
@Suite("Accuracy over the whole range")
struct AccuracyTests {
  static let functions: [String: @Sendable (Tensor) -> Tensor] = [
    "sigmoid": { sigmoid($0) }, "softplus": { softplus($0) }, "tanh": { tanh($0) }, "log1p": { log1p($0) },
    "expm1": { expm1($0) }, "asin": { asin($0) }, "acos": { acos($0) }, "atanh": { atanh($0) },
  ]

  typealias Golden = (name: String, x: Double, value: Double, first: Double, second: Double)

  static let goldens: [Golden] = [
    ("sigmoid", 800.0, 1.0, 0.0, -0.0),
    ("sigmoid", -800.0, 0.0, 0.0, 0.0),
    ("sigmoid", 40.0, 1.0, 4.248354255291589e-18, -4.248354255291589e-18),
    ("sigmoid", -40.0, 4.248354255291589e-18, 4.248354255291589e-18, 4.248354255291589e-18),
    ("sigmoid", 37.0, 0.9999999999999999, 8.533047625744065e-17, -8.533047625744063e-17),
    ("sigmoid", -37.0, 8.533047625744065e-17, 8.533047625744065e-17, 8.533047625744063e-17),
    ("sigmoid", 1e-18, 0.5, 0.25, -1.25e-19),
    ("sigmoid", -1e-18, 0.5, 0.25, 1.25e-19),
    ("sigmoid", 1e+300, 1.0, 0.0, 0.0),
    ("sigmoid", -1e+300, 0.0, 0.0, 0.0),
    ("sigmoid", 1e-300, 0.5, 0.25, -1.25e-301),
    ("sigmoid", 0.0, 0.5, 0.25, 0.0),
    ("sigmoid", 1.0, 0.7310585786300049, 0.19661193324148185, -0.09085774767294841),
    ("sigmoid", -2.5, 0.07585818002124355, 0.07010371654510816, 0.05946783584543407),
    ("sigmoid", 20.0, 0.9999999979388464, 2.061153613941849e-09, -2.061153605445141e-09),
    ("sigmoid", 100000.0, 1.0, 0.0, -0.0),
    ("softplus", 800.0, 800.0, 1.0, 0.0),
    ("softplus", -800.0, 0.0, 0.0, 0.0),
    ("softplus", 40.0, 40.0, 1.0, 4.248354255291589e-18),
    ("softplus", -40.0, 4.248354255291589e-18, 4.248354255291589e-18, 4.248354255291589e-18),
    ("softplus", 37.0, 37.0, 0.9999999999999999, 8.533047625744065e-17),
    ("softplus", -37.0, 8.533047625744066e-17, 8.533047625744065e-17, 8.533047625744065e-17),
    ("softplus", 1e-18, 0.6931471805599453, 0.5, 0.25),
    ("softplus", -1e-18, 0.6931471805599453, 0.5, 0.25),
    ("softplus", 1e+300, 1e+300, 1.0, 0.0),
    ("softplus", -1e+300, 0.0, 0.0, 0.0),
    ("softplus", 1e-300, 0.6931471805599453, 0.5, 0.25),
    ("softplus", 0.0, 0.6931471805599453, 0.5, 0.25),
    ("softplus", 1.0, 1.3132616875182228, 0.7310585786300049, 0.19661193324148185),
    ("softplus", -2.5, 0.07888973429254963, 0.07585818002124355, 0.07010371654510816),
    ("softplus", 20.0, 20.000000002061153, 0.9999999979388464, 2.061153613941849e-09),
    ("softplus", 100000.0, 100000.0, 1.0, 0.0),
    ("tanh", 800.0, 1.0, 0.0, -0.0),
    ("tanh", -800.0, -1.0, 0.0, 0.0),
    ("tanh", 40.0, 1.0, 7.219405551381661e-35, -1.4438811102763322e-34),
    ("tanh", -40.0, -1.0, 7.219405551381661e-35, 1.4438811102763322e-34),
    ("tanh", 37.0, 1.0, 2.9125160713286574e-32, -5.825032142657315e-32),
    ("tanh", -37.0, -1.0, 2.9125160713286574e-32, 5.825032142657315e-32),
    ("tanh", 1e-18, 1e-18, 1.0, -2e-18),
    ("tanh", -1e-18, -1e-18, 1.0, 2e-18),
    ("tanh", 1e+300, 1.0, 0.0, 0.0),
    ("tanh", -1e+300, -1.0, 0.0, 0.0),
    ("tanh", 1e-300, 1e-300, 1.0, -2e-300),
    ("tanh", 0.0, 0.0, 1.0, 0.0),
    ("tanh", 1.0, 0.7615941559557649, 0.4199743416140261, -0.6397000084492245),
    ("tanh", -2.5, -0.9866142981514303, 0.02659222668316062, 0.0524725421305805),
    ("tanh", 20.0, 1.0, 1.6993417021166355e-17, -3.398683404233271e-17),
    ("tanh", 100000.0, 1.0, 0.0, -0.0),
    ("log1p", 1e-18, 1e-18, 1.0, -1.0),
    ("log1p", -1e-18, -1e-18, 1.0, -1.0),
    ("log1p", 1e-300, 1e-300, 1.0, -1.0),
    ("log1p", 1e+300, 690.7755278982137, 1e-300, -0.0),
    ("log1p", -0.5, -0.6931471805599453, 2.0, -4.0),
    ("log1p", 3.0, 1.3862943611198906, 0.25, -0.0625),
    ("log1p", -0.999999, -13.815510557935518, 999999.9999712444, -999999999942.4886),
    ("log1p", 1e-08, 9.999999950000001e-09, 0.9999999900000001, -0.9999999800000003),
    ("log1p", 0.0, 0.0, 1.0, -1.0),
    ("expm1", 1e-18, 1e-18, 1.0, 1.0),
    ("expm1", -1e-18, -1e-18, 1.0, 1.0),
    ("expm1", -40.0, -1.0, 4.248354255291589e-18, 4.248354255291589e-18),
    ("expm1", -800.0, -1.0, 0.0, 0.0),
    ("expm1", 1e-300, 1e-300, 1.0, 1.0),
    ("expm1", 3.0, 19.085536923187668, 20.085536923187668, 20.085536923187668),
    ("expm1", 700.0, 1.0142320547350045e+304, 1.0142320547350045e+304, 1.0142320547350045e+304),
    ("expm1", 0.0, 0.0, 1.0, 1.0),
  ]

  /// Equal, or within 1e-14 of the value itself; below 1e-307 numbers have fewer digits.
  static func agrees(_ found: Double, _ expected: Double) -> Bool {
    found == expected
      || Swift.abs(found - expected) <= 1e-14 * expected.magnitude + 2000 * .leastNonzeroMagnitude
  }

  @Test(
    "Sigmoid, softplus, tanh, log(1 + x) and exp(x) − 1 keep 14 digits, and so do two derivatives, in both modes"
  )
  func scalars() throws { try check(Self.goldens) }

  func check(_ goldens: [Golden]) throws {
    for golden in goldens {
      let function = try #require(Self.functions[golden.name])
      let x = Tensor.parameter("x", shape: [])
      let y = function(x)
      let first = try y.gradient(withRespectTo: [x])[x]
      let second = try first.gradient(withRespectTo: [x])[x]
      let forward = try y.jacobianVectorProduct(withRespectTo: [x], along: [1])
      let mixed = try first.jacobianVectorProduct(withRespectTo: [x], along: [1])
      let found = try Program<Double>(computing: [y, first, second, forward, mixed, x]).run([
        x: NDArray(golden.x)
      ])
      let expected = [golden.value, golden.first, golden.second, golden.first, golden.second]
      for (array, expected) in zip(found.arrays, expected) {
        let value = try array.scalar
        #expect(Self.agrees(value, expected), "\(golden.name) at \(golden.x): \(value), not \(expected)")
      }
    }
  }

  /// The point, log-sum-exp, softmax, its logarithm, and the derivatives of the first elements of both.
  static let fibers:
    [(
      x: [Double], logSumExp: Double, softmax: [Double], logSoftmax: [Double], softmaxRow: [Double],
      logSoftmaxRow: [Double]
    )] = [
      (
        [0.0, -40.0], 4.248354255291589e-18, [1.0, 4.248354255291589e-18], [-4.248354255291589e-18, -40.0],
        [4.248354255291589e-18, -4.248354255291589e-18], [4.248354255291589e-18, -4.248354255291589e-18]
      ),
      (
        [40.0, 0.0], 40.0, [1.0, 4.248354255291589e-18], [-4.248354255291589e-18, -40.0],
        [4.248354255291589e-18, -4.248354255291589e-18], [4.248354255291589e-18, -4.248354255291589e-18]
      ),
      (
        [1000.0, 1000.0], 1000.6931471805599, [0.5, 0.5], [-0.6931471805599453, -0.6931471805599453],
        [0.25, -0.25], [0.5, -0.5]
      ),
      (
        [-1000.0, -1000.0], -999.3068528194401, [0.5, 0.5], [-0.6931471805599453, -0.6931471805599453],
        [0.25, -0.25], [0.5, -0.5]
      ),
      (
        [1e+308, 1e+308], 1e+308, [0.5, 0.5], [-0.6931471805599453, -0.6931471805599453], [0.25, -0.25],
        [0.5, -0.5]
      ),
      ([800.0, -800.0], 800.0, [1.0, 0.0], [-0.0, -1600.0], [0.0, -0.0], [0.0, -0.0]),
      ([1e+300, -1e+300], 1e+300, [1.0, 0.0], [0.0, -2e+300], [0.0, 0.0], [0.0, 0.0]),
      (
        [1e-18, 0.0], 0.6931471805599453, [0.5, 0.5], [-0.6931471805599453, -0.6931471805599453],
        [0.25, -0.25], [0.5, -0.5]
      ),
      (
        [0.0, -700.0], 9.85967654375977e-305, [1.0, 9.85967654375977e-305], [-9.85967654375977e-305, -700.0],
        [9.85967654375977e-305, -9.85967654375977e-305], [9.85967654375977e-305, -9.85967654375977e-305]
      ),
      (
        [3.0, 1.0, 2.0], 3.40760596444438, [0.6652409557748219, 0.09003057317038046, 0.24472847105479764],
        [-0.4076059644443803, -2.40760596444438, -1.4076059644443804],
        [0.22269542653462335, -0.059892024544818935, -0.16280340198980442],
        [0.3347590442251781, -0.09003057317038046, -0.24472847105479764]
      ),
      (
        [1000.0, 999.0, 998.0], 1000.4076059644444,
        [0.6652409557748219, 0.24472847105479764, 0.09003057317038046],
        [-0.4076059644443803, -1.4076059644443804, -2.40760596444438],
        [0.22269542653462335, -0.16280340198980442, -0.059892024544818935],
        [0.3347590442251781, -0.24472847105479764, -0.09003057317038046]
      ),
      (
        [-745.0, -746.0], -744.6867383124818, [0.7310585786300049, 0.2689414213699951],
        [-0.3132616875182228, -1.3132616875182228], [0.19661193324148185, -0.19661193324148185],
        [0.2689414213699951, -0.2689414213699951]
      ),
      (
        [0.0, -36.7, -37.2], 1.85046780017518e-16,
        [0.9999999999999998, 1.1518409493076095e-16, 6.986268508675702e-17],
        [-1.85046780017518e-16, -36.7, -37.2],
        [1.8504678001751795e-16, -1.1518409493076092e-16, -6.986268508675701e-17],
        [1.8504678001751797e-16, -1.1518409493076095e-16, -6.986268508675702e-17]
      ),
    ]

  @Test("Log-sum-exp, softmax and log-softmax keep 14 digits, and so do their derivatives, in both modes")
  func vectors() throws {
    for golden in Self.fibers {
      let n = golden.x.count
      let x = Tensor.parameter("x", shape: Shape([n]))
      let (p, logP, total) = (softmax(x), logSoftmax(x), logSumExp(x))
      let unit = Tensor.constant(NDArray((0..<n).map { $0 == 0 ? 1.0 : 0 }))
      // The Jacobian of softmax is symmetric, so its first row is its first column.
      let outputs = [
        total, p, logP, try total.gradient(withRespectTo: [x])[x],
        try p[0].gradient(withRespectTo: [x])[x], try logP[0].gradient(withRespectTo: [x])[x],
        try p.jacobianVectorProduct(withRespectTo: [x], along: [unit]),
        try total.hessianVectorProduct(withRespectTo: [x], along: [unit])[x],
      ]
      let expected = [
        [golden.logSumExp], golden.softmax, golden.logSoftmax, golden.softmax, golden.softmaxRow,
        golden.logSoftmaxRow, golden.softmaxRow, golden.softmaxRow,
      ]
      let found = try Program<Double>(computing: outputs).run([x: NDArray(golden.x)])
      for (position, (array, expected)) in zip(found.arrays, expected).enumerated() {
        let agrees = zip(array.elements, expected).allSatisfy { Self.agrees($0, $1) }
        #expect(agrees, "output \(position) at \(golden.x): \(array), not \(expected)")
      }
    }
  }

  @Test("The textbook formulas would not pass", arguments: ["softmax", "logSoftmax", "sigmoid", "variance"])
  func textbook(_ name: String) throws {
    let x = Tensor.parameter("x", shape: [2])
    let p = exp(x) / sum(exp(x))
    switch name {
    case "softmax":
      let row = try (p[0] * (1 - p[0])).evaluate(at: [x: [40, 0]]).scalar
      #expect(!Self.agrees(row, 4.248354255291589e-18))
    case "logSoftmax":
      #expect(try !Self.agrees(log(p)[0].evaluate(at: [x: [40, 0]]).scalar, -4.248354255291589e-18))
    case "sigmoid":
      let y = sigmoid(x[0])
      #expect(try !Self.agrees((y * (1 - y)).evaluate(at: [x: [40, 0]]).scalar, 4.248354255291589e-18))
    default:
      let naive = mean(squared(x)) - squared(mean(x))
      #expect(try !Self.agrees(naive.evaluate(at: [x: [1_000_000_000, 1_000_000_001]]).scalar, 0.25))
    }
  }

  @Test(
    "Variance and deviation keep their digits under a large offset, at huge and tiny scales, and at equal elements"
  )
  func spread() throws {
    let x = Tensor.parameter("x", shape: [3])
    func values(_ tensor: Tensor, _ point: [Double]) throws -> [Double] {
      let gradient = try tensor.gradient(withRespectTo: [x])[x]
      let slope = try tensor.jacobianVectorProduct(withRespectTo: [x], along: [.constant([1, 0, 0])])
      let arrays = try Program<Double>(computing: [tensor, gradient, slope, x]).run([x: NDArray(point)])
        .arrays
      return [try arrays[0].scalar] + arrays[1].elements + arrays[2].elements
    }
    let third = 1.0 / 3
    // Variance of m + s(1, 2, 4): s² 14/9 and gradient 2s/3 (−4, −1, 5)/3; deviation s √14/3 and gradient (−4, −1, 5)/(3 √14).
    let (root, ninth) = (14.0.squareRoot(), 2.0 / 9)
    for (offset, scale) in [(0.0, 1.0), (1e9, 1), (-1e12, 1), (0, 1e150), (0, 1e-150), (1e15, 1)] {
      let point = [1.0, 2, 4].map { offset + scale * $0 }
      let found = try values(variance(x), point)
      let expected = [
        scale * scale * 14 / 9, -4 * scale * ninth, -scale * ninth, 5 * scale * ninth, -4 * scale * ninth,
      ]
      #expect(zip(found, expected).allSatisfy { Self.agrees($0, $1) }, "\(point): \(found), not \(expected)")
    }
    for scale in [1.0, 1e300, 1e-300, 1e-18] {
      let found = try values(standardDeviation(x), [1, 2, 4].map { scale * $0 })
      let expected = [
        scale * root * third, -4 * third / root, -third / root, 5 * third / root, -4 * third / root,
      ]
      #expect(zip(found, expected).allSatisfy { Self.agrees($0, $1) }, "\(scale): \(found), not \(expected)")
    }
    #expect(try values(standardDeviation(x), [0.1, 0.1, 0.1]) == [0, 0, 0, 0, 0])
    #expect(try values(variance(x, correction: 1), [0.1, 0.1, 0.1]) == [0, 0, 0, 0, 0])
  }

  @Test("The slope of an angle neither overflows nor underflows", arguments: [1, 1e300, 1e-300, 1e-18])
  func angles(_ scale: Double) throws {
    let y = Tensor.parameter("y", shape: [])
    let gradient = try atan2(y, Tensor(scale)).gradient(withRespectTo: [y])[y]
    #expect(try Self.agrees(gradient.evaluate(at: [y: NDArray(scale)]).scalar, 0.5 / scale))
  }

  @Test("Norms neither overflow nor underflow, and their gradients are unit vectors")
  func norms() throws {
    let x = Tensor.parameter("x", shape: [2])
    for scale in [1.0, 1e300, 1e-300, 1e-18, 1e-305, .leastNonzeroMagnitude] {
      let point = NDArray([3.0, -4.0].map { $0 * scale })
      let gradient = try norm(x).gradient(withRespectTo: [x])[x]
      let arrays = try Program<Double>(computing: [norm(x), gradient, norm(x, .one), norm(x, .infinity)])
        .run([x: point]).arrays
      #expect(try Self.agrees(arrays[0].scalar, 5 * scale))
      #expect(
        zip(arrays[1].elements, [0.6, -0.8]).allSatisfy { Self.agrees($0, $1) }, "\(scale): \(arrays[1])")
      #expect(try Self.agrees(arrays[2].scalar, 7 * scale) && Self.agrees(arrays[3].scalar, 4 * scale))
    }
    // ∂²‖x‖ = (I − uuᵀ)/‖x‖.
    let hessian = try norm(x).hessian(withRespectTo: x).evaluate(at: [x: [3e200, -4e200]])
    let expected = [0.64, 0.48, 0.48, 0.36].map { $0 / 5e200 }
    #expect(zip(hessian.elements, expected).allSatisfy { Swift.abs($0 - $1) <= 1e-14 * $1 })
  }
}
