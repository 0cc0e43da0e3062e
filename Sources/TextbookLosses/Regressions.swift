import ChainRule

extension TextbookLoss {
  static let regressions: [TextbookLoss] = {
    typealias S = Symbols
    let (X, y, w, b, λ, α) = (S.X, S.y, S.w, S.b, S.λ, S.α)
    let ŷ = (X • w + b).named("ŷ")
    let r = (y - X • w).named("r")
    let squares = mean(squared(y - ŷ))
    let gradient = "−2/N · Xᵀ(y − ŷ)"
    let huber = select(abs(r) .<= S.δ, 0.5 * squared(r), S.δ * (abs(r) - 0.5 * S.δ))
    return [
      TextbookLoss(
        "squared error", squares, [(w, [gradient, "2/N · XᵀX"]), (b, ["−2/N · Σ(y − ŷ)", "2"])],
        source: "Hastie, Tibshirani, Friedman, Elements of Statistical Learning (2nd ed.), eq. 3.4"),
      TextbookLoss(
        "ridge by Σw²", squares + λ * sum(squared(w)),
        [(w, ["2λ · w − 2/N · Xᵀ(y − ŷ)", "2/N · XᵀX + 2λ · I"]), (b, ["−2/N · Σ(y − ŷ)", "2"])],
        source: "Elements of Statistical Learning, eq. 3.43–3.44"),
      TextbookLoss(
        "ridge by ‖w‖², halved", 0.5 * squares + 0.5 * λ * squared(norm(w)),
        [(w, ["λ · w − 1/N · Xᵀ(y − ŷ)", "1/N · XᵀX + λ · I"])],
        source: "Bishop, Pattern Recognition and Machine Learning, eq. 3.27–3.28"),
      TextbookLoss(
        "lasso, smooth part", squares, [(w, [gradient, "2/N · XᵀX"])],
        source: "Beck, Teboulle, SIAM J. Imaging Sciences 2 (2009), example 2.2"),
      TextbookLoss(
        "elastic net", squares + λ * (α * sum(abs(w)) + (1 - α) / 2 * sum(squared(w))),
        [(w, ["λ · (α · sign(w) + (1 − α) · w) − 2/N · Xᵀ(y − ŷ)", "2/N · XᵀX + λ · (1 − α) · I"])],
        source: "Friedman, Hastie, Tibshirani, J. Statistical Software 33 (2010), section 2"),
      TextbookLoss(
        "Huber", mean(huber),
        [(w, ["−1/N · Xᵀ([|r| ≤ δ] ⊙ r + δ · ([|r| > δ] ⊙ sign(r)))", "1/N · Xᵀdiag([|r| ≤ δ]) X"])],
        source: "Huber, Annals of Mathematical Statistics 35 (1964), 73–101, section 3"),
      TextbookLoss(
        "quantile", mean(r * (S.τ - (r .< 0))), [(w, ["−1/N · Xᵀ(τ − [r < 0])", "𝟎"])],
        source: "Koenker, Quantile Regression (2005), section 1.3"),
      TextbookLoss(
        "weighted squares", sum(S.v * squared(y - X • w)),
        [(w, ["−2 · Xᵀ(v ⊙ (y − Xw))", "2 · Xᵀdiag(v) X"])],
        source: "Petersen, Pedersen, Matrix Cookbook (15 Nov 2012), eq. 84 with W = diag(v)"),
      TextbookLoss(
        "log-cosh", mean(log(cosh(y - X • w))),
        [(w, ["−1/N · Xᵀtanh(y − Xw)", "1/N · Xᵀdiag(sech(y − Xw)²) X"])],
        source: "Green, IEEE Trans. Medical Imaging 9 (1990), 84–93, potential log cosh"),
      TextbookLoss(
        "several outputs", sum(squared(S.Y - X • S.W)) / S.N, [(S.W, ["−2/N · Xᵀ(Y − XW)", "2/N · XᵀXD"])],
        source: "Elements of Statistical Learning, eq. 3.38–3.39, differentiated once more"),
    ]
  }()
}
