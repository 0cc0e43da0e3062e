import ChainRule
import ChainRuleKernels
import Testing

/// Values of elementwise functions, wherever the argument stands.
@Suite("Elementwise kernels")
struct MapPositionTests {
  static var maps: [(name: String, kernel: (cr_kernels) -> cr_map1)] {
    WideFunction.all.map { ($0.name, $0.kernel) } + [
      ("negate", { $0.negate }), ("square", { $0.square }), ("square_root", { $0.square_root }),
      ("absolute", { $0.absolute }), ("sign", { $0.sign }), ("relu", { $0.relu }), ("floor", { $0.floor }),
      ("ceiling", { $0.ceiling }), ("round", { $0.round }), ("tan", { $0.tan }), ("asin", { $0.asin }),
      ("acos", { $0.acos }), ("atan", { $0.atan }), ("sinh", { $0.sinh }), ("cosh", { $0.cosh }),
      ("asinh", { $0.asinh }), ("acosh", { $0.acosh }), ("atanh", { $0.atanh }), ("erfc", { $0.erfc }),
      ("one_minus_square", { $0.one_minus_square }),
    ]
  }

  static func areSame<Scalar: KernelScalar>(_ left: Scalar, _ right: Scalar) -> Bool {
    left.isNaN ? right.isNaN : left == right && left.sign == right.sign
  }

  private func check<Scalar: KernelScalar>(_: Scalar.Type) {
    let x = Arguments.drawn(60, Scalar.self)
    let together = KernelMemory(x)
    let apart = KernelMemory(x.flatMap { [$0, 77] as [Scalar] })
    var draws = SeededGenerator(seed: 3)
    for map in Self.maps {
      for version in Scalar.versions {
        let kernel = map.kernel(version.kernels)
        let single = x.map { argument in
          var (argument, value) = (argument, Scalar(0))
          kernel(1, &argument, 0, &value)
          return value
        }
        for _ in 0..<8 {
          let start = draws.below(x.count)
          let count = draws.below(x.count - start + 1)
          let stride = draws.below(3)
          let found = KernelMemory([Scalar](repeating: 3, count: count + 2))
          let place = KernelMemory(Array(x[start..<(start + count)]))
          let source = stride == 2 ? apart.start + 2 * start : together.start + start
          kernel(count, source, stride, found.start + 1)
          kernel(count, place.start, 1, place.start)
          let expected = (0..<count).map { single[start + (stride == 0 ? 0 : $0)] }
          #expect(
            found.elements.first == 3 && found.elements.last == 3
              && zip(found.elements.dropFirst(), expected).allSatisfy { Self.areSame($0, $1) }
              && zip(place.elements, single[start...]).allSatisfy { Self.areSame($0, $1) },
            "\(map.name), \(version.name): \(count) from \(start), stride \(stride)")
        }
      }
    }
  }

  @Test("A value is the same at every position, length, alignment and stride, in place or not")
  func positions() {
    check(Double.self)
    check(Float.self)
  }

  @Test("Exact functions have the values that the rules of the framework give")
  func exact() {
    let exact: [(Elementwise, (cr_kernels) -> cr_map1)] = [
      (.negate, { $0.negate }), (.square, { $0.square }), (.sqrt, { $0.square_root }),
      (.abs, { $0.absolute }),
      (.sign, { $0.sign }), (.relu, { $0.relu }), (.floor, { $0.floor }), (.ceil, { $0.ceiling }),
      (.round, { $0.round }), (.oneMinusSquare, { $0.one_minus_square }), (.tan, { $0.tan }),
    ]
    func check<Scalar: KernelScalar>(_ x: [Scalar]) {
      for (function, kernel) in exact {
        for version in Scalar.versions {
          var found = [Scalar](repeating: 0, count: x.count)
          kernel(version.kernels)(x.count, x, 1, &found)
          let expected = x.map { Scalar(function.rule.value(Double($0))) }
          #expect(
            zip(found, expected).allSatisfy { Self.areSame($0, $1) }, "\(function), \(version.name)")
        }
      }
    }
    check(Arguments.drawn(700, Double.self))
    check(Arguments.drawn(700, Float.self))
  }
}
