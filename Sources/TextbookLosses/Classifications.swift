import ChainRule

extension TextbookLoss {
  static let classifications: [TextbookLoss] = {
    typealias S = Symbols
    let (X, y, w, b, W, Y) = (S.X, S.y, S.w, S.b, S.C, S.T)
    let η = (X • w + b).named("η")
    let p = sigmoid(η).named("p")
    let q = (1 / (1 + exp(-η))).named("p")
    let classes = oneHot(S.t, count: 3)
    let P = softmax(X • W, along: 1).named("P")
    let source = "Elements of Statistical Learning, eq. 4.24–4.25"
    let softmaxSource = "Bishop, Pattern Recognition and Machine Learning, eq. 4.109–4.110"
    return [
      TextbookLoss(
        "logistic by p", -mean(y * log(p) + (1 - y) * log(1 - p)),
        [
          (w, ["1/N · Xᵀ(p − y)", "1/N · Xᵀdiag(p ⊙ (1 − p)) X"]),
          (b, ["1/N · Σ(p − y)", "1/N · Σ(p ⊙ (1 − p))"]),
        ],
        source: source),
      TextbookLoss(
        "logistic by 1/(1 + exp(−η))", -mean(y * log(q) + (1 - y) * log(1 - q)),
        [(w, ["1/N · Xᵀ(p − y)", "1/N · Xᵀdiag(p ⊙ (1 − p)) X"])], source: source),
      TextbookLoss(
        "logistic by log(1 + exp(η))", mean(log(1 + exp(η)) - y * η),
        [(w, ["1/N · Xᵀ(σ(η) − y)", "1/N · Xᵀdiag(σ(η) ⊙ (1 − σ(η))) X"])], source: source),
      TextbookLoss(
        "logistic by σ(−η)", -mean(y * log(sigmoid(η)) + (1 - y) * log(sigmoid(-η))),
        [(w, ["1/N · Xᵀ(σ(η) − y)", "1/N · Xᵀdiag(σ(η) ⊙ (1 − σ(η))) X"])], source: source),
      TextbookLoss(
        "logistic, classes ±1", mean(log(1 + exp(-y * (X • w)))),
        [(w, ["−1/N · Xᵀ(σ(−y ⊙ Xw) ⊙ y)", "1/N · Xᵀdiag(σ(y ⊙ Xw) ⊙ σ(−y ⊙ Xw) ⊙ y²) X"])],
        source: "Lin, Weng, Keerthi, J. Machine Learning Research 9 (2008), section 2"),
      TextbookLoss(
        "hinge", mean(relu(1 - y * (X • w))), [(w, ["−1/N · Xᵀ([1 − y ⊙ Xw > 0] ⊙ y)", "𝟎"])],
        source: "Shalev-Shwartz, Singer, Srebro, Cotter, Mathematical Programming 127 (2011), section 2"),
      TextbookLoss(
        "softmax by log p", -sum(classes * log(P)) / S.N,
        [(W, ["1/N · Xᵀ(P − onehot(t))", "1/N · Xᵀ(P ⊙ XD − P ⊙ Σ₁(P ⊙ XD))"])],
        source: softmaxSource),
      TextbookLoss(
        "softmax by log softmax", -sum(classes * logSoftmax(X • W, along: 1)) / S.N,
        [
          (
            W,
            [
              "1/N · Xᵀ(softmax₁(XW) − onehot(t))",
              "1/N · Xᵀ(softmax₁(XW) ⊙ XD − softmax₁(XW) ⊙ Σ₁(softmax₁(XW) ⊙ XD))",
            ]
          )
        ], source: softmaxSource),
      TextbookLoss(
        "softmax by log-sum-exp", mean(logSumExp(X • W, along: [1]) - sum(Y * (X • W), along: [1])),
        [
          (
            W,
            [
              "1/N · Xᵀ(softmax₁(XW) − Y)",
              "1/N · Xᵀ(softmax₁(XW) ⊙ XD − softmax₁(XW) ⊙ Σ₁(softmax₁(XW) ⊙ XD))",
            ]
          )
        ], source: softmaxSource),
    ]
  }()
}
