import ChainRule
import ChainRuleKernels
import Testing

/// Entries of the table at drawn lengths, strides (also negative and 0) and alignments.
///
/// The tests run under the address sanitizer, under clang's checks of undefined behaviour, and under valgrind as well.
@Suite("Kernels at any stride")
struct KernelFuzzTests {
  private static let lengths = [0, 0, 1, 1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 33, 47, 64, 65, 129, 600]

  private func forAll<Scalar: KernelScalar>(
    _: Scalar.Type, seed: Int, rounds: Int, _ body: (cr_kernels, String, Int, inout SeededGenerator) -> Void
  ) {
    var draws = SeededGenerator(seed: UInt64(seed))
    for version in Scalar.versions {
      for _ in 0..<rounds {
        body(version.kernels, version.name, Self.lengths[draws.below(Self.lengths.count)], &draws)
      }
    }
  }

  // MARK: Element by element

  private func maps<Scalar: KernelScalar>(_: Scalar.Type, _ seed: Int) {
    forAll(Scalar.self, seed: seed, rounds: 5) { kernels, version, n, draws in
      for map in MapPositionTests.maps {
        let x = KernelOperand<Scalar>(n, &draws)
        let out = KernelResult<Scalar>(n, &draws)
        let kernel = map.kernel(kernels)
        kernel(n, x.address, x.stride, out.address)
        let expected = x.elements.map { element in
          var (element, value) = (element, Scalar(0))
          kernel(1, &element, 1, &value)
          return value
        }
        #expect(out.holds(expected), "\(map.name), \(version): \(n) at stride \(x.stride)")
      }
    }
  }

  @Test("Functions of one number", arguments: 0..<3)
  func oneOperand(_ seed: Int) {
    maps(Double.self, seed)
    maps(Float.self, seed)
  }

  static let maps2: [(name: String, kernel: @Sendable (cr_kernels) -> cr_map2)] = [
    ("add", { $0.add }), ("subtract", { $0.subtract }), ("multiply", { $0.multiply }),
    ("divide", { $0.divide }),
    ("power", { $0.power }), ("maximum", { $0.maximum }), ("minimum", { $0.minimum }),
    ("arc_tangent2", { $0.arc_tangent2 }), ("log_add_exp", { $0.log_add_exp }),
    ("hypotenuse", { $0.hypotenuse }),
    ("less", { $0.less }), ("less_or_equal", { $0.less_or_equal }), ("greater", { $0.greater }),
    ("greater_or_equal", { $0.greater_or_equal }), ("equal", { $0.equal }), ("not_equal", { $0.not_equal }),
  ]

  private func maps2<Scalar: KernelScalar>(_: Scalar.Type, _ seed: Int) {
    forAll(Scalar.self, seed: seed, rounds: 8) { kernels, version, n, draws in
      for map in Self.maps2 {
        let (x, z) = (KernelOperand<Scalar>(n, &draws), KernelOperand<Scalar>(n, &draws))
        let out = KernelResult<Scalar>(n, &draws)
        let kernel = map.kernel(kernels)
        kernel(n, x.address, x.stride, z.address, z.stride, out.address)
        let expected = zip(x.elements, z.elements).map { pair in
          var (left, right, value) = (pair.0, pair.1, Scalar(0))
          kernel(1, &left, 1, &right, 1, &value)
          return value
        }
        #expect(out.holds(expected), "\(map.name), \(version): \(n) at strides \(x.stride), \(z.stride)")
      }
    }
  }

  @Test("Functions of two numbers", arguments: 0..<3)
  func twoOperands(_ seed: Int) {
    maps2(Double.self, seed)
    maps2(Float.self, seed)
  }

  private func moves<Scalar: KernelScalar>(_: Scalar.Type, _ seed: Int) {
    forAll(Scalar.self, seed: seed, rounds: 40) { kernels, version, n, draws in
      let (c, x, z) = (
        KernelOperand<Scalar>(n, &draws), KernelOperand<Scalar>(n, &draws), KernelOperand<Scalar>(n, &draws)
      )
      let (chosen, copied) = (KernelResult<Scalar>(n, &draws), KernelResult<Scalar>(n, &draws))
      kernels.select(n, c.address, c.stride, x.address, x.stride, z.address, z.stride, chosen.address)
      kernels.copy(n, x.address, x.stride, copied.address)
      let expected = c.elements.indices.map { c.elements[$0] != 0 ? x.elements[$0] : z.elements[$0] }
      #expect(chosen.holds(expected), "select, \(version): \(n) at \(c.stride), \(x.stride), \(z.stride)")
      #expect(copied.holds(x.elements), "copy, \(version): \(n) at \(x.stride)")
      let lined = KernelOperand<Scalar>(n, stride: 1, &draws)
      let first = lined.elements.firstIndex { !$0.isFinite } ?? n
      #expect(kernels.first_non_finite(n, lined.address) == first, "first_non_finite, \(version): \(n)")
    }
  }

  @Test("Choices, copies, and the search for what is not finite", arguments: 0..<3)
  func moves(_ seed: Int) {
    moves(Double.self, seed)
    moves(Float.self, seed)
  }

  // MARK: Fibers

  private func fibers<Scalar: KernelScalar>(_: Scalar.Type, _ seed: Int) {
    let reductions: [(String, (cr_kernels) -> cr_fiber)] = [
      ("maximum", { $0.reduce_maximum }), ("minimum", { $0.reduce_minimum }),
      ("log_sum_exp", { $0.reduce_log_sum_exp }), ("norm", { $0.reduce_norm }),
    ]
    let maps: [(String, (cr_kernels) -> cr_fiber)] = [
      ("softmax", { $0.map_softmax }), ("log_softmax", { $0.map_log_softmax }), ("center", { $0.map_center }),
      ("others", { $0.map_others }), ("cumulative_sum", { $0.map_cumulative_sum }),
    ]
    forAll(Scalar.self, seed: seed, rounds: 15) { kernels, version, n, draws in
      for (name, kernel) in reductions {
        let x = KernelOperand<Scalar>(n, &draws)
        let out = KernelResult<Scalar>(1, &draws)
        var expected = Scalar(0)
        kernel(kernels)(n, x.address, x.stride, out.address, 0)
        kernel(kernels)(n, x.elements, 1, &expected, 0)
        #expect(out.holds([expected]), "\(name), \(version): \(n) at stride \(x.stride)")
      }
      for (name, kernel) in maps {
        let x = KernelOperand<Scalar>(n, &draws)
        let so = [1, 1, 2, 3, -1, -4][draws.below(6)]
        let out = KernelResult<Scalar>(n, stride: so, &draws)
        let place = KernelMemory(x.elements)
        kernel(kernels)(n, x.address, x.stride, out.address, so)
        kernel(kernels)(n, place.start, 1, place.start, 1)
        #expect(out.holds(place.elements), "\(name), \(version): \(n) at strides \(x.stride), \(so)")
      }
    }
  }

  @Test("Functions of fibers, which give the same bits in place and at any stride", arguments: 0..<3)
  func fibers(_ seed: Int) {
    fibers(Double.self, seed)
    fibers(Float.self, seed)
  }
}
