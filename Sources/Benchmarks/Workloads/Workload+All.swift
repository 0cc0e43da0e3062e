import ChainRule

// Every workload, and beside each the variants of the same cost.
extension Workload {
  /// In the order in which they are listed.
  static let all = lines + logistic + classes + others + fits

  private static let lines = [
    Workload(
      "W1", "mean (Xw + b − y)², 100 rows: a step of gradient descent", .descent(steps: 1000, rate: 0.05),
      .line, LinearLoss(.squared)),
    Workload(
      "W1/huber", "W1 with Huber's loss", .descent(steps: 1000, rate: 0.05), .line, LinearLoss(.huber)),
    Workload(
      "W2", "the same loss of 10 000 × 100: value and gradient", .evaluation, .normals, LinearLoss(.squared),
      both),
    linear("W2/weighted", "W2 with a weight for each row", .normals, both) { $0.isWeighted = true },
    linear("W2/sum", "W2 with a sum in place of the mean", .normals, both) { $0.isSum = true },
    linear("W2/huber", "W2 with Huber's loss", .normals, both) { $0.heads = [.huber] },
    Workload(
      "W3", "the same loss of 1 000 000 × 100", .evaluation, .uniforms, LinearLoss(.squared)),
    linear("W3/weighted", "W3 with a weight for each row", .uniforms) { $0.isWeighted = true },
    linear("W3/sum", "W3 with a sum in place of the mean", .uniforms) { $0.isSum = true },
    linear("W3/huber", "W3 with Huber's loss", .uniforms) { $0.heads = [.huber] },
    linear("W3/tanh", "W3 with a tanh around the prediction", .uniforms) { $0.heads = [.squaredTanh] },
    linear("W3/transformed", "W3 of ½X + ¼X²", .uniforms) { $0.isTransformed = true },
    linear("W3/heads", "W3 with two predictions of one X, squares and Huber's loss", .uniforms) {
      $0.heads = [.squared, .huber]
    },
  ]

  private static let logistic = [
    Workload(
      "W4", "mean (softplus(z) − yz), z = Xw + b, 1 000 000 × 20", .evaluation, .classes,
      LinearLoss(.logistic), both),
    linear("W4/weighted", "W4 with a weight for each row", .classes, both, .logistic) {
      $0.isWeighted = true
    },
    linear("W4/sum", "W4 with a sum in place of the mean", .classes, both, .logistic) { $0.isSum = true },
    linear("W4/transformed", "W4 of ½X + ¼X²", .classes, both, .logistic) { $0.isTransformed = true },
    linear("W4/tanh", "W4 with z = 3 tanh(Xw + b)", .classes, both, .logisticTanh) { _ in },
    Workload(
      "W9", "the Hessian of W4's loss on W2's X, times a direction", .hessianProduct, .normalClasses,
      LinearLoss(.logistic)),
    linear("W9/weighted", "W9 with a weight for each row", .normalClasses, kind: .hessianProduct, .logistic) {
      $0.isWeighted = true
    },
    linear("W9/tanh", "W9 with z = 3 tanh(Xw + b)", .normalClasses, kind: .hessianProduct, .logisticTanh) {
      _ in
    },
    Workload(
      "W10", "one epoch of W4 in batches of 256 rows", .epoch(batch: 256, rate: 0.1), .epoch,
      LinearLoss(.logistic)),
    linear("W10/weighted", "W10 with a weight for each row", .epoch, kind: epoch, .logistic) {
      $0.isWeighted = true
    },
    linear("W10/squares", "W10 with squares", .epoch, kind: epoch) { _ in },
  ]

  private static let classes = [
    Workload(
      "W5", "mean (logsumexp(z) − z[y]), z = XW + b, 60 000 × 784, ten classes", .evaluation, .images,
      SoftmaxLoss(), [.single]),
    softmax("W5/weighted", "W5 with a weight for each row", .images) { $0.isWeighted = true },
    softmax("W5/sum", "W5 with a sum in place of the mean", .images) { $0.isSum = true },
    softmax("W5/tanh", "W5 with z = tanh(XW + b)", .images) { $0.isBounded = true },
    Workload(
      "W6", "W5's loss of tanh(XW₁ + b₁)W₂ + b₂, 256 × 784, 128 hidden: a step", layered, .batch,
      SoftmaxLoss(hidden: .tanh), [.single]),
    softmax("W6/weighted", "W6 with a weight for each row", .batch, layered, .tanh) { $0.isWeighted = true },
    softmax("W6/softplus", "W6 with softplus in place of tanh", .batch, layered, .softplus) { _ in },
  ]

  private static let others = [
    Workload("W7", "Σ exp(−x²) sin x + log1p(x²) of 10 000 000 elements", .evaluation, .points, WaveSum()),
    Workload("W7/cosine", "W7 with cos", .evaluation, .points, WaveSum(isCosine: true)),
    Workload("W7/mean", "W7 with a mean in place of the sum", .evaluation, .points, WaveSum(isMean: true)),
    Workload(
      "W8", "1000 operations on single numbers: record, differentiate, plan, run", .recording, .none,
      ScalarChain()),
    Workload(
      "W8/difference", "W8 with b − v in place of v + b", .recording, .none, ScalarChain(isDifference: true)),
  ]

  private static let fits = [
    fit("W11log", "logistic regression, ½|w|² + Σ loss, 100 000 × 50", .logistic, .logisticFit),
    fit("W11ridge", "|y − Xw − b|² + |w|²", .ridge, .fit),
    fit("W11lasso", "|y − Xw − b|² / 2N + 0.1 |w|₁", .lasso, .fit),
    fit("W11enet", "|y − Xw − b|² / 2N + 0.05 |w|₁ + 0.025 |w|²", .elasticNet, .fit),
    Workload(
      "LIMIT", "a product of two 2048 × 2048 matrices, and reading 800 MB", .product(size: 2048), .none,
      ScalarChain(), both),
  ]

  private static let both: [Precision] = [.double, .single]
  private static let epoch = Kind.epoch(batch: 256, rate: 0.1)
  private static let layered = Kind.descent(steps: 100, rate: 0.01)

  private static func linear(
    _ name: String, _ summary: String, _ data: DataName, _ precisions: [Precision] = [.double],
    kind: Kind = .evaluation, _ head: RowLoss = .squared, change: (inout LinearLoss) -> Void
  ) -> Workload {
    var loss = LinearLoss(head)
    change(&loss)
    return Workload(name, summary, kind, data, loss, precisions)
  }

  private static func softmax(
    _ name: String, _ summary: String, _ data: DataName, _ kind: Kind = .evaluation,
    _ hidden: SoftmaxLoss.Hidden? = nil, change: (inout SoftmaxLoss) -> Void
  ) -> Workload {
    var loss = SoftmaxLoss(hidden: hidden)
    change(&loss)
    return Workload(name, summary, kind, data, loss, [.single])
  }

  private static func fit(_ name: String, _ summary: String, _ kind: FitKind, _ data: DataName) -> Workload {
    Workload(name, summary, .fit(kind), data, LinearLoss(.squared))
  }
}
