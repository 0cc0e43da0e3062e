/// A formula taken to pieces, of which each stands behind those that it is made of: so it is read from the first to the last
/// however deep it is.
struct FormulaSyntax: Sendable {
  /// One piece, with the places of its parts among the pieces.
  struct Piece: Sendable {
    let kind: Kind
    var parts: [Int]
    /// The characters of the text that it stands for: of an operation those of its sign.
    let start: Int
  }

  enum Kind: Equatable, Sendable {
    case number(Double)
    case name(String)
    case ones, zeros, ellipsis
    /// Every position along an axis.
    case all
    case infix(Infix)
    case negated
    case total([Int])
    case root
    case transposed
    case exponent(Int, isElementwise: Bool)
    case call(String, axes: [Int])
    /// What stands between bars, with `‖x‖₁` told by 1.
    case fence(Fence, order: Int)
    case quotient
    /// `[a, b]`
    case list
    /// `(0, 2, 1)`
    case tuple
    /// Elements of the first part at the positions that follow.
    case indexed
    /// An argument by its name: `axis=0`, `by x`.
    case labelled(String)
  }

  enum Fence: Equatable, Sendable { case bars, norm, floor, ceiling }

  /// A part of a text with a name of its own: `r = y - X*w`.
  struct Statement: Sendable {
    /// None for what the formula is.
    let name: String?
    let start: Int
    var pieces: [Piece] = []
  }
}
