import ChainRule
import Testing

/// Mistakes that show only while a derivative is recorded: the first is told, whatever is recorded on it.
@Suite("Invalid derivatives")
struct InvalidDerivativeTests {
  @Test("A cotangent that is invalid passes through every family", arguments: JacobianTests.functions)
  func invalidCotangents(_ function: JacobianTests.Function) throws {
    let x = Tensor.parameter("x", shape: Shape(function.shape))
    let inner = function.apply(x)
    let outer = custom("outer", of: [inner]) {
      squared($0[0])
    } pullback: { cotangent, _, _ in
      [cotangent + WrongDerivativeTests.w + WrongDerivativeTests.v]
    }
    // The mistake is told, unless the value does not depend on the variable at all.
    let depends = !inner.parameters.isEmpty
    for loss in [sum(outer), sum(select(outer .> 0, outer, 0))] {
      let doors: [() throws -> Void] = [
        { _ = try loss.gradient(withRespectTo: [x]) },
        { _ = try loss.hessian(withRespectTo: x) },
        { _ = try loss.jacobian(withRespectTo: x) },
        { _ = try loss.hessianVectorProduct(withRespectTo: [x], along: [x]) },
        { _ = try loss.jacobianVectorProduct(withRespectTo: [x], along: [x]) },
        { _ = try outer.jacobian(withRespectTo: x) },
        { _ = try outer.vectorJacobianProduct(of: outer, withRespectTo: [x]) },
      ]
      for (number, door) in doors.enumerated() {
        do {
          try door()
          #expect(!depends, "\(number)")
        } catch let error as ChainRuleError {
          #expect(depends && error.operation == "add", "\(number): \(error)")
        }
      }
    }
  }

  @Test("A tangent that is invalid passes through every family", arguments: JacobianTests.functions)
  func invalidTangents(_ function: JacobianTests.Function) throws {
    let x = Tensor.parameter("x", shape: Shape(function.shape))
    let inner = custom("inner", of: [x]) {
      squared($0[0])
    } pullback: { cotangent, _, _ in
      [cotangent + WrongDerivativeTests.w + WrongDerivativeTests.v]
    }
    let y = function.apply(inner)
    let doors: [() throws -> Void] = [
      { _ = try y.jacobianVectorProduct(withRespectTo: [x], along: [x]) },
      { _ = try y.jacobian(withRespectTo: x) },
      { _ = try sum(y).gradient(withRespectTo: [x]) },
      { _ = try sum(select(y .> 0, y, 0)).hessian(withRespectTo: x) },
    ]
    for (number, door) in doors.enumerated() {
      do {
        try door()
        #expect(y.parameters.isEmpty, "\(number)")
      } catch let error as ChainRuleError {
        #expect(error.operation == "add", "\(number): \(error)")
      }
    }
  }

  /// An operation on rows that refuses to be taken for one on a single row.
  struct Picky: CustomOperation {
    struct Refusal: Error, CustomStringConvertible { let description = "the rows are missing" }
    let name = "picky"
    func shape(of operands: [Shape]) throws -> Shape {
      if operands[0].extents.first != .batch { throw Refusal() }
      return operands[0]
    }
    func evaluate<S: TensorScalar>(_ operands: [NDArray<S>]) -> NDArray<S> { operands[0] }
    func pullback(_ cotangent: Tensor, operands: [Tensor], output: Tensor) -> [Tensor?] {
      [cotangent * output]
    }
  }

  @Test(
    "An operation that cannot be followed row by row is told, whatever stands on it",
    arguments: PerExampleTests.losses)
  func refusedRows(_ loss: PerExampleTests.Loss) throws {
    let (X, w, W) = (PerExampleTests.X, PerExampleTests.w, PerExampleTests.W)
    let terms = loss.terms()
    guard terms.inputs.contains(X) else { return }
    let picky = mean(squared(terms.substituting(.applying(Picky(), to: [X]), for: X)))
    let error = #expect(throws: ChainRuleError.self) { try picky.perExampleGradient(withRespectTo: [w, W]) }
    #expect(error?.description == "picky: X[:, new, :] [N, 1, 3]: the rows are missing")
  }
}
