import ChainRule

extension TextbookLoss {
  static let models: [TextbookLoss] = {
    typealias S = Symbols
    let (X, y, x, z, c, V, U, q) = (S.X, S.y, S.x, S.z, S.c, S.V, S.U, S.q)
    let H = tanh(X • V).named("H")
    let r = (H • q - y).named("r")
    let difference = "‖x − z‖² + α − ‖x − c‖²"
    return [
      TextbookLoss(
        "two layers", 0.5 * mean(squared(r)),
        [(q, ["1/N · Hᵀr", "1/N · HᵀH"]), (V, ["1/N · Xᵀ(rqᵀ ⊙ (1 − H²))", nil])],
        source: "Bishop, Pattern Recognition and Machine Learning, eq. 5.53, 5.65–5.67"),
      TextbookLoss(
        "RBF kernel", exp(-squared(norm(x - z)) / (2 * squared(S.σ))),
        [
          (
            x,
            [
              "−1/σ² · exp(−‖x − z‖²/(2σ²)) · (x − z)",
              "exp(−‖x − z‖²/(2σ²)) · (1/σ⁴ · (x − z)(x − z)ᵀ − 1/σ² · I)",
            ]
          ),
          (S.σ, ["1/σ³ · exp(−‖x − z‖²/(2σ²)) · ‖x − z‖²", nil]),
        ],
        source: "Rasmussen, Williams, Gaussian Processes for Machine Learning, eq. 4.9, section 9.4"),
      TextbookLoss(
        "matrix factorisation", squared(norm(X - U • V.transposed())),
        [(U, ["−2 · (X − UVᵀ) V", "2 · DVᵀV"]), (V, ["−2 · (X − UVᵀ)ᵀU", "2 · DUᵀU"])],
        source: "Lee, Seung, Advances in Neural Information Processing Systems 13 (2001), additive update"),
      TextbookLoss(
        "triplet", relu(squared(norm(x - z)) - squared(norm(x - c)) + S.α),
        [
          (x, ["2 · [\(difference) > 0] · (c − z)", "𝟎"]),
          (z, ["−2 · [\(difference) > 0] · (x − z)", "2 · [\(difference) > 0] · I"]),
        ],
        source: "Schroff, Kalenichenko, Philbin, CVPR (2015), eq. 1–3"),
    ]
  }()
}
