import ChainRule

extension TextbookLoss {
  static let matrices: [TextbookLoss] = {
    typealias S = Symbols
    let (A, B, x, z, c) = (S.A, S.B, S.x, S.z, S.c)
    let cookbook = "Matrix Cookbook, eq. "
    return [
      TextbookLoss(
        "xᵀAx", x • (A • x), [(x, ["(A + Aᵀ) x", "A + Aᵀ"]), (A, ["xxᵀ", "𝟎"])],
        source: cookbook + "81, 97–98, 72"),
      TextbookLoss(
        "‖Ax − c‖", norm(A • x - c),
        [
          (
            x,
            [
              "Aᵀ(Ax − c) / ‖Ax − c‖",
              "Aᵀ(I / ‖Ax − c‖ − (Ax − c)(Ax − c)ᵀ / ‖Ax − c‖³) A",
            ]
          )
        ], source: cookbook + "129–130 with the chain rule"),
      TextbookLoss(
        "‖Ax − c‖²", squared(norm(A • x - c)), [(x, ["2 · Aᵀ(Ax − c)", "2 · AᵀA"])],
        source: cookbook + "84–88, 131"),
      TextbookLoss(
        "xᵀAᵀBx", x • (A.transposed() • (B • x)),
        [(x, ["BᵀAx + AᵀBx", "BᵀA + AᵀB"]), (A, ["Bx xᵀ", "𝟎"]), (B, ["Ax xᵀ", "𝟎"])],
        source: cookbook + "78, 82, 98"),
      TextbookLoss(
        "bilinear zᵀAx", z • (A • x), [(x, ["Aᵀz", "𝟎"]), (A, ["zxᵀ", "𝟎"])], source: cookbook + "69–70"),
      TextbookLoss("tr(AB)", trace(A • B), [(B, ["Aᵀ", "𝟎"])], source: cookbook + "100"),
      TextbookLoss(
        "tr(BᵀAB)", trace(B.transposed() • (A • B)),
        [(B, ["(A + Aᵀ) B", "(A + Aᵀ) D"]), (A, ["BBᵀ", "𝟎"])],
        source: cookbook + "108"),
      TextbookLoss(
        "tr(AB⁻¹)", trace(A • inverse(B)), [(B, ["−B⁻ᵀAᵀB⁻ᵀ", "B⁻ᵀDᵀB⁻ᵀAᵀB⁻ᵀ + B⁻ᵀAᵀB⁻ᵀDᵀB⁻ᵀ"])],
        source: cookbook + "124, 40"),
      TextbookLoss(
        "log |det(A)|", logDeterminant(A), [(A, ["A⁻ᵀ", "−A⁻ᵀDᵀA⁻ᵀ"])], source: cookbook + "57, 40"),
      TextbookLoss(
        "det(A)", determinant(A), [(A, ["det(A) · A⁻ᵀ", "det(A) · (tr(A⁻¹D) · A⁻ᵀ − A⁻ᵀDᵀA⁻ᵀ)"])],
        source: cookbook + "49, 41, 40"),
      TextbookLoss(
        "log-sum-exp", log(sum(exp(x))), [(x, ["softmax(x)", "diag(softmax(x)) − softmax(x) softmax(x)ᵀ"])],
        source: "Boyd, Vandenberghe, Convex Optimization, section 3.1.5"),
      TextbookLoss(
        "cosine distance", 1 - x • z / (norm(x) * norm(z)),
        [(x, ["xᵀz · x / (‖x‖³ · ‖z‖) − z / (‖x‖ · ‖z‖)", nil])],
        source: "Nguyen, Bai, Asian Conf. Computer Vision (2010), section 3"),
    ]
  }()
}
