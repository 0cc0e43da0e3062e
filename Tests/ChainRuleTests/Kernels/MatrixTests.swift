import ChainRule
import Testing

/// Factorizations of matrices that are hard, singular or indefinite, with answers known by construction.
@Suite("Matrices")
struct MatrixTests {
  /// The Hilbert matrix of order 5, whose determinant is 1/266716800000 and whose inverse holds integers.
  static let hilbert = NDArray<Double>.initialized(shape: [5, 5]) { target in
    for i in 0..<5 { for j in 0..<5 { target[i * 5 + j] = 1 / Double(i + j + 1) } }
  }

  private func value(_ array: NDArray<Double>, _ function: (Tensor) -> Tensor) throws -> NDArray<Double> {
    let x = Tensor.parameter("A", shape: Shape(array.shape))
    return try function(x).evaluate(at: [x: array])
  }

  @Test("An ill-conditioned matrix keeps the digits that its condition number leaves")
  func illConditioned() throws {
    // The condition number of the Hilbert matrix of order 5 is 4.8e5.
    let determinant = try value(Self.hilbert) { ChainRule.determinant($0) }.scalar
    #expect(Swift.abs(determinant * 266_716_800_000 - 1) < 1e-10)
    let inverse = try value(Self.hilbert) { ChainRule.inverse($0) }
    #expect(Swift.abs(inverse[0, 0] - 25) < 1e-8 && Swift.abs(inverse[4, 4] - 44100) < 1e-5)
    #expect(try Swift.abs(value(Self.hilbert) { logDeterminant($0) }.scalar + 26.309453258276443) < 1e-10)
    let root = try value(Self.hilbert) { cholesky($0) }
    let product = try value(root) { $0 • $0.transposed() }
    #expect(product.isApproximatelyEqual(to: Self.hilbert, relativeTolerance: 1e-15))
  }

  @Test("A determinant overflows and underflows only where its value does")
  func range() throws {
    let diagonal = NDArray([1e200, 1e200, 1e-200, 1e-200, -3])
    #expect(try Swift.abs(value(diagonal) { determinant(diagonalMatrix($0)) }.scalar + 3) < 1e-14)
    #expect(try value(NDArray([1e200, 1e200])) { determinant(diagonalMatrix($0)) }.scalar == .infinity)
    let log = try value(NDArray([1e200, -1e200])) { logDeterminant(diagonalMatrix($0)) }.scalar
    #expect(Swift.abs(log - 400 * 2.302585092994046) < 1e-12)
  }

  @Test("Cofactors of singular matrices are the derivatives of the determinant, by differences of minors")
  func cofactorsOfSingular() throws {
    // Rank 2: row 2 is the sum of rows 0 and 1. Cofactors by hand from the 2 × 2 minors.
    let rank2: NDArray<Double> = [[1, 2, 3], [4, 5, 6], [5, 7, 9]]
    let minors: NDArray<Double> = [[3, -6, 3], [3, -6, 3], [-3, 6, -3]]
    #expect(try value(rank2) { cofactors($0) }.isApproximatelyEqual(to: minors, relativeTolerance: 1e-13))
    let rank1: NDArray<Double> = [[1, 2, 3], [2, 4, 6], [3, 6, 9]]
    #expect(try value(rank1) { cofactors($0) } == NDArray(repeating: 0, shape: [3, 3]))
    #expect(try value([[7]]) { cofactors($0) } == [[1]])
    #expect(try value([[1, 2], [3, 4]]) { cofactors($0) } == [[4, -3], [-2, 1]])
    let x = Tensor.parameter("A", shape: [3, 3])
    let gradient = try determinant(x).gradient(withRespectTo: [x])[x].evaluate(at: [x: rank2])
    #expect(gradient.isApproximatelyEqual(to: minors, relativeTolerance: 1e-13))
  }

  @Test("Systems of several right sides, vectors and stacks are solved")
  func systems() throws {
    let a: NDArray<Double> = [[0, 2], [3, 1]]
    let x = Tensor.parameter("A", shape: [2, 2])
    #expect(try solve(x, .constant([4, 5])).evaluate(at: [x: a]) == [1, 2])
    #expect(try solve(x, .constant([[4, 2], [5, 4]])).evaluate(at: [x: a]) == [[1, 1], [2, 1]])
    let stack = Tensor.constant([[[1, 0], [0, 1]], [[2, 0], [0, 4]]])
    let both = try solve(stack, .constant([[2], [4]])).evaluate()
    #expect(both == [[[2], [4]], [[1], [1]]])
  }

  @Test("A singular or indefinite matrix is named, among several by its number")
  func failures() throws {
    let a = Tensor.parameter("A", shape: [2, 2])
    let stack = Tensor.parameter("S", shape: [2, 2, 2])
    func kind(_ tensor: Tensor, _ bindings: Bindings<Double>) -> ChainRuleError? {
      do {
        _ = try tensor.evaluate(at: bindings)
        return nil
      } catch {
        return error as? ChainRuleError
      }
    }
    for tensor in [inverse(a), logDeterminant(a), solve(a, .constant([1, 2]))] {
      #expect(kind(tensor, [a: [[1, 2], [2, 4]]])?.kind == .singular)
    }
    #expect(kind(cholesky(a), [a: [[1, 2], [2, 1]]])?.problem.contains("not positive definite") == true)
    #expect(try kind(cholesky(a), [a: NDArray(rows: [[.nan, 2], [2, 1]])])?.kind == .singular)
    let second = kind(inverse(stack), [stack: [[[1, 0], [0, 1]], [[0, 0], [0, 1]]]])
    #expect(second?.operands == "S [2, 2, 2] (matrix 1)")
    #expect(try determinant(a).evaluate(at: [a: [[1, 2], [2, 4]]]).scalar == 0)
  }
}
