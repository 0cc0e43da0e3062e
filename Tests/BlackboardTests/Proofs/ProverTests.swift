import Blackboard
import ChainRule
import Testing

@Suite struct ProverTests {
  let X = Tensor.input("X", shape: [.batch, .symbol("m")])
  let y = Tensor.input("y", shape: [.batch])
  let w = Tensor.parameter("w", shape: [.symbol("m")])
  let b = Tensor.parameter("b", shape: [])
  let N = Tensor.extent(.batch)

  @Test("Identities of single functions are proved")
  func functions() throws {
    let x = Tensor.parameter("x", shape: [3])
    let a = Tensor.parameter("a", shape: [3])
    let pairs: [(Tensor, Tensor)] = [
      (sigmoid(x) * (1 - sigmoid(x)), sigmoidSlope(x)),
      (1 - squared(tanh(x)), squared(sech(x))),
      (log(sigmoid(x)), -softplus(-x)),
      (softplus(x) - softplus(-x), x),
      (sigmoid(-x), 1 - sigmoid(x)),
      (sigmoid(x), exp(x) / (1 + exp(x))),
      (tanh(x), 2 * sigmoid(2 * x) - 1),
      (squared(cosh(x)) - squared(sinh(x)), Tensor(1).broadcast(to: [3])),
      (log(exp(x)), x),
      (exp(log(x)), x),
      (exp(2 * log(x)), squared(x)),
      (log(x * a), log(x) + log(a)),
      (log(squared(x)), 2 * log(abs(x))),
      (exp(x + a), exp(x) * exp(a)),
      (squared(x + a), squared(x) + 2 * x * a + squared(a)),
      (sqrt(squared(x)), abs(x)),
      (abs(x) * abs(x), squared(x)),
      (abs(x), maximum(x, -x)),
      (relu(x), maximum(x, 0)),
      (relu(x) - relu(-x), x),
      (relu(x), (x + abs(x)) / 2),
      (maximum(x, a) + minimum(x, a), x + a),
      (sqrt(x) * sqrt(x), x),
      (1 / (1 + 1 / x), x / (x + 1)),
      ((squared(x) - squared(a)) / (x - a), x + a),
      (softmax(x), exp(x) / sum(exp(x))),
      (sum(softmax(x)), 1),
      (logSoftmax(x), x - log(sum(exp(x)))),
      (softmax(x), softmax(x + 5)),
      (expm1(x) + 1, exp(x)),
      (sin(-x), -sin(x)),
      (cos(-x), cos(x)),
    ]
    for (left, right) in pairs {
      let proof = try prove(left, equals: right)
      #expect(proof.verdict == .proved, "\(left.formula) = \(right.formula): \(proof)")
    }
  }

  @Test("What looks like an identity and is none is refuted")
  func falsehoods() throws {
    let x = Tensor.parameter("x", shape: [2])
    let a = Tensor.parameter("a", shape: [2])
    let A = Tensor.parameter("A", shape: [2, 2])
    let B = Tensor.parameter("B", shape: [2, 2])
    let pairs: [(Tensor, Tensor)] = [
      (sqrt(squared(x)), x), (squared(x + a), squared(x) + squared(a)), (exp(x * a), exp(x) * exp(a)),
      (A • B, B • A), (inverse(A + B), inverse(A) + inverse(B)), (abs(x + a), abs(x) + abs(a)),
      (sigmoid(-x), -sigmoid(x)), (log(1 + exp(x)), x), (softmax(x), softmax(2 * x)),
      (sin(2 * x), 2 * sin(x)),
    ]
    for (left, right) in pairs {
      let proof = try prove(left, equals: right)
      #expect(proof.verdict == .refuted, "\(left.formula) = \(right.formula): \(proof)")
      #expect(proof.counterexample != nil)
    }
  }

  @Test("A root may be drawn out of a square only where the sign is given")
  func assumption() throws {
    let x = Tensor.parameter("x", shape: [2])
    #expect(try prove(sqrt(squared(x)), equals: x).verdict == .refuted)
    let proof = try prove(sqrt(squared(x)), equals: x, assuming: [.positive(x)])
    #expect(proof.verdict == .proved)
    #expect(proof.conditions == ["x > 0"])
  }

  @Test("Mistakes in the gradient of squares are named")
  func faults() throws {
    let λ = Tensor.parameter("λ", shape: [])
    let loss = mean(squared(X • w + b - y)) + λ * sum(squared(w))
    let gradient = try loss.gradient(withRespectTo: [w, b])
    let r = X • w + b - y
    let right = 2 / N * (X.transposed() • r)
    #expect(try prove(gradient[w], equals: right + 2 * λ * w).verdict == .proved)
    let wrong: [(Tensor, Fault.Kind)] = [
      (-right - 2 * λ * w, .sign), (right - 2 * λ * w, .sign), (2 * right + 4 * λ * w, .factor),
      (right + λ * w, .factor), (right, .missingPenalty), (N * right + 2 * λ * w, .length),
      (2 / N * (X.transposed() • (X • w - y)) + 2 * λ * w, .dropped),
    ]
    for (claim, kind) in wrong {
      let proof = try prove(gradient[w], equals: claim)
      #expect(proof.verdict == .refuted)
      #expect(proof.fault?.kind == kind, "\(proof)")
    }
    let intercept = try prove(gradient[b], equals: 2 / N * sum(r) + 2 * λ * b)
    #expect(intercept.fault?.kind == .penalizedIntercept, "\(intercept)")
    let shape = try prove(gradient[w], equals: 2 / N * sum(r))
    #expect(shape.fault?.kind == .shape)
  }

  @Test("A transposed matrix is named")
  func transposed() throws {
    let A = Tensor.parameter("A", shape: [.symbol("n"), .symbol("n")])
    let x = Tensor.parameter("x", shape: [.symbol("n")])
    let gradient = try (x • (A • x)).gradient(withRespectTo: [A, x])
    #expect(try prove(gradient[x], equals: (A + A.transposed()) • x).verdict == .proved)
    let proof = try prove(A • x, equals: A.transposed() • x)
    #expect(proof.fault?.kind == .indices, "\(proof)")
    #expect(proof.fault?.right == "Σₖ aⱼₖ xₖ")
  }
}
