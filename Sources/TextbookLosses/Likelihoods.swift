import ChainRule

extension TextbookLoss {
  static let likelihoods: [TextbookLoss] = {
    typealias S = Symbols
    let (X, y, w, b, u, μ, σ, s, ν) = (S.X, S.y, S.w, S.b, S.u, S.μ, S.σ, S.s, S.ν)
    let η = (X • w + b).named("η")
    let a = (X • u).named("a")
    let e = (y - X • w).named("r")
    let π = S.π
    return [
      TextbookLoss(
        "Poisson", mean(exp(X • w) - y * (X • w)),
        [(w, ["1/N · Xᵀ(exp(Xw) − y)", "1/N · Xᵀdiag(exp(Xw)) X"])],
        source: "McCullagh, Nelder, Generalized Linear Models (2nd ed.), section 6.2"),
      TextbookLoss(
        "Poisson with bias", mean(exp(η) - y * η),
        [
          (w, ["1/N · Xᵀ(exp(η) − y)", "1/N · Xᵀdiag(exp(η)) X"]),
          (b, ["1/N · Σ(exp(η) − y)", "1/N · Σexp(η)"]),
        ],
        source: "McCullagh, Nelder, Generalized Linear Models (2nd ed.), section 6.2"),
      TextbookLoss(
        "Gaussian in σ", S.N * log(σ) + sum(squared(y - μ)) / (2 * squared(σ)),
        [(σ, ["N/σ − 1/σ³ · Σ(y − μ)²", "3/σ⁴ · Σ(y − μ)² − N/σ²"]), (μ, ["−1/σ² · Σ(y − μ)", "N/σ²"])],
        source: "Bishop, Pattern Recognition and Machine Learning, eq. 1.54–1.56"),
      TextbookLoss(
        "Gaussian in s = log σ²", (S.N * s + sum(squared(y - μ)) / exp(s)) / 2,
        [(s, ["1/2 · Σ(1 − (y − μ)²/exp(s))", "1/2 · Σ(y − μ)²/exp(s)"])],
        source: "Nix, Weigend, IEEE Int. Conf. Neural Networks (1994), 55–60"),
      TextbookLoss(
        "heteroscedastic", 0.5 * mean(a + squared(e) / exp(a)),
        [
          (w, ["−1/N · Xᵀ(r / exp(a))", "1/N · Xᵀdiag(1 / exp(a)) X"]),
          (u, ["0.5/N · Xᵀ(1 − r² / exp(a))", "0.5/N · Xᵀdiag(r² / exp(a)) X"]),
        ],
        source: "Nix, Weigend, IEEE Int. Conf. Neural Networks (1994), 55–60"),
      TextbookLoss(
        "Student t", (ν + 1) / 2 * sum(log(1 + squared(y - μ) / ν)),
        [
          (
            μ,
            [
              "−(ν + 1) · Σ((y − μ) / (ν + (y − μ)²))",
              "−(ν + 1) · Σ(((y − μ)² − ν) / (ν + (y − μ)²)²)",
            ]
          )
        ],
        source: "Lange, Little, Taylor, J. American Statistical Association 84 (1989), 881–896"),
      TextbookLoss(
        "Tweedie, power 1.5", mean(2 * exp(0.5 * η) + 2 * y * exp(-0.5 * η)),
        [(w, ["1/N · Xᵀ(exp(0.5η) − y ⊙ exp(−0.5η))", "0.5/N · Xᵀdiag(exp(0.5η) + exp(−0.5η) ⊙ y) X"])],
        source: "Jørgensen, J. Royal Statistical Society B 49 (1987), 127–162"),
      TextbookLoss(
        "mixture in π", -sum(log(S.F • π)), [(π, ["−Fᵀ(1 / Fπ)", "Fᵀdiag(1 / (Fπ)²) F"])],
        source: "Bishop, Pattern Recognition and Machine Learning, eq. 9.20 without the multiplier"),
      TextbookLoss(
        "Gaussian process", 0.5 * (S.z • solve(S.K, S.z)) + 0.5 * logDeterminant(S.K),
        [
          (
            S.K,
            [
              "0.5 · (K⁻ᵀ − K⁻ᵀz zᵀK⁻ᵀ)",
              "0.5 · (K⁻ᵀDᵀK⁻ᵀz zᵀK⁻ᵀ + K⁻ᵀz zᵀK⁻ᵀDᵀK⁻ᵀ − K⁻ᵀDᵀK⁻ᵀ)",
            ]
          ), (S.z, ["0.5 · (K⁻¹ + K⁻ᵀ) z", "0.5 · (K⁻¹ + K⁻ᵀ)"]),
        ],
        source: "Rasmussen, Williams, Gaussian Processes for Machine Learning, eq. 5.9"),
    ]
  }()
}
