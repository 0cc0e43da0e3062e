import ChainRule
import Testing

/// Wrong programs with integers: used as numbers, out of range, or bound as what they are not.
@Suite("Wrong indices")
struct WrongIndexTests {
  static let X = Tensor.input("X", shape: [.batch, 3])
  static let v = Tensor.parameter("v", shape: [2])
  static let u = Tensor.parameter("u", shape: [4])
  static let w = Tensor.parameter("w", shape: [3])
  static let b = Tensor.parameter("b", shape: [])
  static let A = Tensor.parameter("A", shape: [2, 3])
  static let k = Tensor.indices("k", shape: [.batch], below: 3)
  static let q = Tensor.indices("q", shape: [4], below: 5)
  static let picked = gather(A, k, along: 1)
  static let matrix: NDArray<Double> = [[1, 2, 3], [4, 5, 6]]

  private static let useless =
    "holds integers to gather at, not numbers to calculate with; "
    + "use gather, scatterAdd or oneHot, or declare it with Tensor.input"
  private static let undeclared =
    "does not hold integers; declare it with Tensor.indices(_:shape:below:), "
    + "or give fixed ones with Tensor.indices(_:)"

  static let recorded: [WrongProgram] = [
    .recording("gather: A [2, 3] at v [2]: v \(undeclared)") { gather(A, v, along: 1) },
    .recording("scatterAdd: v [2] at v [2]: v \(undeclared)") { scatterAdd(v, v, along: 0, length: 3) },
    .recording("oneHot: w [3]: w \(undeclared)") { oneHot(w, count: 3) },
    .operating("add: k [N]: k \(useless)") { k + 1 },
    .recording("mean: k [N]: k \(useless)") { mean(k) },
    .recording("power: k [N]: k \(useless)") { pow(k, 2) },
    .recording("sorted: k [N]: k \(useless)") { sorted(k) },
    .recording("f: k [N]: k \(useless)") {
      custom("f", of: [k]) { _ in
        1
      } pullback: { _, _, _ in
        [nil]
      }
    },
    .recording("f: k [N]: k \(useless)") {
      custom("f", of: [w]) { _ in
        k
      } pullback: { _, _, _ in
        [nil]
      }
    },
    .recording(
      "gather: A [2, 3] at q [4]: indices below 5 do not fit an axis of length 3; declare them below 3"
    ) { gather(A, q, along: 1) },
    .recording(
      "gather: A [2, 3] at (0, 7) [2]: indices below 8 do not fit an axis of length 3; declare them below 3"
    ) { gather(A, .indices([0, 7]), along: 1) },
    .recording(
      "gather: A [2, 3] at k [N]: axis 2 is out of range; axes run from 0 to 1, or from -2 to -1"
    ) { gather(A, k, along: 2) },
    .recording("gather: b [] at k [N]: axis 0 is out of range; a scalar has no axes") {
      gather(b, k, along: 0)
    },
    .recording("gather: A [2, 3] at k [N]: the first axes of both differ; batch axes must be equal") {
      gather(A, k, along: 1, batchAxes: 1)
    },
    .recording(
      "gather: X [N, 3] at k [N]: axis 0 is a batch axis itself; choose an axis behind the batch axes"
    ) { gather(X, k, along: 0, batchAxes: 1) },
    .recording(
      "gather: X [N, 3] at k [N]: -1 axes are not the first of both; choose a number of batch axes from 0 to 1"
    ) { gather(X, k, along: 1, batchAxes: -1) },
    .recording(
      "scatterAdd: u [4] at q [4]: indices below 5 do not fit an axis of length 4; declare them below 4"
    ) { scatterAdd(u, q, along: 0, length: 4) },
    .recording(
      "scatterAdd: w [3] at q [4]: the axes of the indices are not those of the elements from axis 0 on; "
        + "give each index one element"
    ) { scatterAdd(w, q, along: 0, length: 5) },
    .recording("scatterAdd: u [4] at q [4]: the length -5 is negative; lengths are 0 or more") {
      scatterAdd(u, q, along: 0, length: -5)
    },
    .recording("oneHot: q [4]: indices below 5 do not fit an axis of length 3; declare them below 3") {
      oneHot(q, count: 3)
    },
    .recording("oneHot: q [4]: the length -3 is negative; lengths are 0 or more") { oneHot(q, count: -3) },
    .recording("indices: the index -1 is negative; positions are counted from 0") { .indices([0, -1]) },
    .recording("indices: k [2]: the bound is -1; lengths are 0 or more") {
      .indices("k", shape: [2], below: -1)
    },
    .recording(
      "indices: k [2]: the bound is the symbol \"N\", which is taken; use .batch for the rows"
    ) { .indices("k", shape: [2], below: .symbol("N")) },
  ]

  static let used: [WrongProgram] = [
    .throwing("gradient: k [N]: k holds integers, which do not vary; differentiate by what they pick from") {
      try sum(picked).gradient(withRespectTo: [k])
    },
    .throwing("jacobian: k [N]: k holds integers, which do not vary; differentiate by what they pick from") {
      try picked.jacobian(withRespectTo: k)
    },
    .throwing(
      "vectorJacobianProduct: k [N]: k holds integers, which do not vary; differentiate by what they pick from"
    ) { try sum(X, along: [1]).vectorJacobianProduct(of: k, withRespectTo: [X]) },
    .throwing(
      "Program: k [N]: k holds integers to gather at, which no program computes; "
        + "compute what they pick, or oneHot(k, count:)"
    ) { try k.evaluate() },
    .throwing("evaluate: k [N]: nothing is bound to it; bind integers of shape [N]") {
      try picked.evaluate(at: [A: matrix])
    },
    .throwing("evaluate: k [N]: element 1 is 3; indices run from 0 to 2") {
      var bindings: Bindings<Double> = [A: matrix]
      bindings.bind([0, 3], to: k)
      return try picked.evaluate(at: bindings)
    },
    .throwing("evaluate: k [N]: element 0 is -1; indices run from 0 to 2") {
      try picked.evaluate(at: [A: matrix, k: [-1, 0]])
    },
    .throwing(
      "evaluate: k [N] ← array [2]: element 1 is 0.5; "
        + "indices are whole numbers; bind them with Bindings.bind(_:to:)"
    ) { try picked.evaluate(at: [A: matrix, k: [0, 0.5]]) },
    .throwing("evaluate: k [N] ← array [1, 2]: the array has 2 axes; it needs shape [N]") {
      try picked.evaluate(at: [A: matrix, k: [[0, 1]]])
    },
    .throwing("evaluate: k [N] ← indices [1]: k is bound twice; bind each tensor once") {
      var bindings: Bindings<Double> = [A: matrix, k: [0]]
      bindings.bind([0], to: k)
      return try picked.evaluate(at: bindings)
    },
    .throwing("evaluate: w [3] ← indices [2]: w takes numbers, not indices; bind an NDArray") {
      var bindings: Bindings<Double> = [:]
      bindings.bind([0, 3], to: w)
      return try sum(w).evaluate(at: bindings)
    },
    .throwing(
      "Program.run: q [4] ← indices [4]: the program does not read q; it reads A, k"
    ) {
      var bindings: Bindings<Double> = [A: matrix]
      bindings.bind([0, 1], to: k)
      bindings.bind([0, 1, 2, 3], to: q)
      return try Program<Double>(computing: [picked]).run(bindings).arrays[0]
    },
  ]

  @Test("Integers where numbers stand, and numbers where integers stand", arguments: recorded)
  func recordedErrors(_ wrong: WrongProgram) { wrong.expectRefused() }

  @Test("Integers that are differentiated by, computed, or bound wrongly", arguments: used)
  func usedErrors(_ wrong: WrongProgram) { wrong.expectRefused() }
}
