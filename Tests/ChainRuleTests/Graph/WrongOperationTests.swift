import ChainRule
import Testing

/// Wrong programs, family by family: reductions, orders, parts of arrays, and their rearrangement.
@Suite("Wrong operations")
struct WrongOperationTests {
  static let X = Tensor.input("X", shape: [.batch, 3])
  static let y = Tensor.input("y", shape: [.batch])
  static let w = Tensor.parameter("w", shape: [3])
  static let v = Tensor.parameter("v", shape: [2])
  static let b = Tensor.parameter("b", shape: [])
  static let A = Tensor.parameter("A", shape: [2, 3])
  static let S = Tensor.parameter("S", shape: [2, 2])
  static let e = Tensor.input("e", shape: [0, 2])

  static let reductions: [WrongProgram] = [
    .recording("max: w [3]: axis 1 is out of range; its only axis is 0, or -1 from the end") {
      max(w, along: [1])
    },
    .recording("max: X [N, 3]: axis -2 is named twice; name each axis once") { max(X, along: [0, -2]) },
    .recording(
      "max: e [0, 2]: there are no elements to choose from; a max needs one element or more"
    ) { max(e, along: [0]) },
    .recording(
      "min: e [0, 2]: there are no elements to choose from; a min needs one element or more"
    ) { min(e) },
    .recording("logSumExp: b []: axis 0 is out of range; a scalar has no axes") { logSumExp(b, along: [0]) },
    .recording("norm: X [N, 3]: axis 2 is out of range; axes run from 0 to 1, or from -2 to -1") {
      norm(X, along: [2])
    },
    .recording("norm: X [N, 3]: axis 2 is out of range; axes run from 0 to 1, or from -2 to -1") {
      norm(X, .one, along: [2])
    },
    .recording("norm: w [3]: axis -4 is out of range; its only axis is 0, or -1 from the end") {
      norm(w, .infinity, along: [-4])
    },
    .recording(
      "norm: e [0, 2]: there are no elements to choose from; "
        + "the greatest absolute value needs one element or more"
    ) { norm(e, .infinity) },
    .recording("softmax: b []: axis -1 is out of range; a scalar has no axes") { softmax(b) },
    .recording("softmax: X [N, 3]: axis 0 is named twice; name each axis once") {
      softmax(X, along: [0, 0])
    },
    .recording("logSoftmax: w [3]: axis 1 is out of range; its only axis is 0, or -1 from the end") {
      logSoftmax(w, along: 1)
    },
    .recording("centered: w [3]: axis 1 is out of range; its only axis is 0, or -1 from the end") {
      centered(w, along: [1])
    },
    .recording("cumulativeSum: X [N, 3]: axis 2 is out of range; axes run from 0 to 1, or from -2 to -1") {
      cumulativeSum(X, along: 2)
    },
    .recording("product: w [3]: axis 2 is out of range; its only axis is 0, or -1 from the end") {
      product(w, along: [2])
    },
    .recording(
      "product: y [N]: axis 0 has the symbolic length N; "
        + "multiply along axes of fixed length, or take exp(sum(log(x))) of positive elements"
    ) { product(y) },
    .recording(
      "variance: v [2]: 2 elements less the correction 2 leave no degree of freedom; "
        + "it needs more elements than the correction"
    ) { variance(v, correction: 2) },
    .recording(
      "standardDeviation: b []: 1 element less the correction 1 leave no degree of freedom; "
        + "it needs more elements than the correction"
    ) { standardDeviation(b, correction: 1) },
    .recording(
      "variance: e [0, 2]: 0 elements less the correction 0 leave no degree of freedom; "
        + "it needs more elements than the correction"
    ) { variance(e, along: [0]) },
    .recording("standardDeviation: v [2]: axis 1 is out of range; its only axis is 0, or -1 from the end") {
      standardDeviation(v, along: [1])
    },
    .recording("clamp: w [3]: the bounds 2.0 and 1.0 are not in order; give the lower one first") {
      clamp(w, 2, 1)
    },
    .recording("clamp: w [3]: the bounds nan and 1.0 are not in order; give the lower one first") {
      clamp(w, Tensor(Double.nan), 1)
    },
    .recording(
      "clamp: w [3] with v [2] with 1 []: axis -1 has the lengths 3 and 2; they must be equal, or one of them 1"
    ) { clamp(w, v, 1) },
    .recording(
      "polygamma: w [3]: the order -1 is negative; order 0 is digamma, order n its n-th derivative, up to 170"
    ) { polygamma(-1, w) },
    .throwing(
      "polygamma: w [3]: the order 171 is too high; order 0 is digamma, order n its n-th derivative, up to 170"
    ) { try sum(polygamma(170, w)).gradient(withRespectTo: [w]) },
  ]

  static let orders: [WrongProgram] = [
    .recording("sorted: w [3]: axis 1 is out of range; its only axis is 0, or -1 from the end") {
      sorted(w, along: 1)
    },
    .recording("sorted: w [3] by v [2]: the shapes differ; the keys need shape [3]") { sorted(w, by: v) },
    .recording("unsorted: w [3] by v [2]: the shapes differ; the keys need shape [3]") { unsorted(w, by: v) },
    .recording("unsorted: w [3]: axis 4 is out of range; its only axis is 0, or -1 from the end") {
      unsorted(w, by: w, along: 4)
    },
    .recording("topK: w [3]: the 4 greatest of 3 elements are asked for; choose a count from 0 to 3") {
      topK(w, 4)
    },
    .recording("topK: w [3]: the -1 greatest of 3 elements are asked for; choose a count from 0 to 3") {
      topK(w, -1)
    },
    .recording("topK: y [N]: axis 0 has the symbolic length N; choose from an axis of fixed length") {
      topK(y, 1)
    },
    .recording("topK: b []: axis -1 is out of range; a scalar has no axes") { topK(b, 1) },
  ]

  static let parts: [WrongProgram] = [
    .recording("subscript: w [3]: the step 0 of axis 0 leads nowhere; step by 1 or more, or by -1 or less") {
      w[.range(0..<3, by: 0)]
    },
    .recording(
      "subscript: w [3]: position 3 is outside axis 0 of length 3; positions run from 0 to 2, or from -3 to -1"
    ) { w[3] },
    .recording(
      "subscript: w [3]: position -4 is outside axis 0 of length 3; positions run from 0 to 2, or from -3 to -1"
    ) { w[-4] },
    .recording("subscript: e [0, 2]: position 0 is outside axis 0 of length 0; the axis is empty") { e[0] },
    .recording("subscript: w [3]: the range 1..<5 is outside axis 0 of length 3; ranges lie within 0..<3") {
      w[.range(1..<5)]
    },
    .recording("subscript: w [3]: position 4 is outside axis 0 of length 3; start from 0 to 3") {
      w[.from(4)]
    },
    .recording("subscript: w [3]: there are more indices than axes; give 1 at most") { w[0, 0] },
    .recording("subscript: X [N, 3]: axis 0 has the symbolic length N; take the whole axis with .all") {
      X[0]
    },
    .recording(
      "pad: w [3]: axis 0 grows by [-1, 0, 0]; widths are 0 or more; to cut elements off, use a subscript"
    ) { pad(w, before: [-1], after: [0]) },
    .recording(
      "pad: w [3]: axis 0 grows by [0, 0, -1]; widths are 0 or more; to cut elements off, use a subscript"
    ) { pad(w, before: [0], after: [0], interior: [-1]) },
    .recording("pad: X [N, 3]: the widths are not one for each axis; give 2 numbers each") {
      pad(X, before: [1], after: [1, 0])
    },
    .recording("pad: X [N, 3]: axis 0 has the symbolic length N; only axes of fixed length can grow") {
      pad(X, before: [1, 0], after: [0, 0])
    },
    .recording("flipped: A [2, 3]: axis -2 is named twice; name each axis once") {
      A.flipped(along: [0, -2])
    },
    .recording("concatenate: there are no tensors; give at least one") { concatenate([], along: 0) },
    .recording(
      "concatenate: w [3] with A [2, 3]: the shapes differ beside axis 0; all other axes must be equal"
    ) { concatenate([w, A], along: 0) },
    .recording(
      "concatenate: A [2, 3] with S [2, 2]: the shapes differ beside axis 0; all other axes must be equal"
    ) { concatenate([A, S], along: 0) },
    .recording(
      "concatenate: y [N] with y [N]: axis 0 has the symbolic length N; "
        + "concatenate along an axis of fixed length"
    ) { concatenate([y, y], along: 0) },
    .recording("concatenate: b []: axis 0 is out of range; a scalar has no axes") {
      concatenate([b, b], along: 0)
    },
    .recording("stack: there are no tensors; give at least one") { stack([]) },
    .recording("stack: w [3] with b []: the shapes differ; stack tensors of equal shape") {
      stack([w, b], along: 1)
    },
    .recording(
      "stack: w [3] with w [3]: no new axis can stand at 3; positions run from 0 to 1, or from -2 to -1"
    ) { stack([w, w], along: 3) },
  ]

  static let axes: [WrongProgram] = [
    .recording("insertingAxis: w [3]: no axis can stand at 3; positions run from 0 to 1, or from -2 to -1") {
      w.insertingAxis(at: 3)
    },
    .recording(
      "removingAxis: A [2, 3]: axis 0 has the length 2; "
        + "only an axis of length 1 can be removed; take one position with a subscript"
    ) { A.removingAxis(at: 0) },
    .recording("removingAxis: A [2, 3]: axis 2 is out of range; axes run from 0 to 1, or from -2 to -1") {
      A.removingAxis(at: 2)
    },
    .recording("movingAxis: A [2, 3]: axis 2 is out of range; axes run from 0 to 1, or from -2 to -1") {
      A.movingAxis(0, to: 2)
    },
    .recording("transposed: A [2, 3]: axis 1 is named twice; name each axis once") {
      A.transposed(axes: [1, 1])
    },
    .recording("tiled: A [2, 3]: [2] is not one number for each axis; give 2 numbers") { A.tiled([2]) },
    .recording("tiled: A [2, 3]: the count -1 is negative; repeat 0 times or more") { A.tiled([2, -1]) },
    .recording("tiled: X [N, 3]: an axis of length N is repeated 2 times; repeat it once") {
      X.tiled([2, 1])
    },
    .recording("rolled: A [2, 3]: axis 2 is out of range; axes run from 0 to 1, or from -2 to -1") {
      A.rolled(by: 1, along: 2)
    },
    .recording("rolled: y [N]: axis 0 has the symbolic length N; roll along an axis of fixed length") {
      y.rolled(by: 1, along: 0)
    },
    .recording("positions: the extent is -1; lengths are 0 or more") { .positions(-1) },
    .recording("extent: the extent is a symbol without a name; name it, or use .batch for the rows") {
      .extent(.symbol(""))
    },
    .recording(
      "input: q []: the length of axis 0 is a symbol without a name; name it, or use .batch for the rows"
    ) { .input("q", shape: [.symbol("")]) },
  ]

  @Test("Reductions and functions", arguments: reductions)
  func reductionsErrors(_ wrong: WrongProgram) { wrong.expectRefused() }

  @Test("Sorting", arguments: orders)
  func ordersErrors(_ wrong: WrongProgram) { wrong.expectRefused() }

  @Test("Parts of arrays, and arrays of parts", arguments: parts)
  func partsErrors(_ wrong: WrongProgram) { wrong.expectRefused() }

  @Test("Axes", arguments: axes)
  func axesErrors(_ wrong: WrongProgram) { wrong.expectRefused() }
}
