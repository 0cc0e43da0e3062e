public import ChainRule

/// A tensor as one element of it, with every index written: what textbooks print beside the matrix form.
///
/// The tensor is simplified first, as `Tensor.formula` does, and named tensors stay symbols. An axis of rows has
/// the index i, others have j, k, l, …; an index below Σ runs over its axis.
///
/// ```swift
/// let X = Tensor.input("X", shape: [.batch, .symbol("m")])
/// let y = Tensor.input("y", shape: [.batch])
/// let w = Tensor.parameter("w", shape: [.symbol("m")])
/// let slope = try mean(squared((X • w).named("ŷ") - y)).gradient(withRespectTo: [w])[w]
/// try IndexForm(of: slope)  // 2/N Σᵢ xᵢⱼ (ŷᵢ − yᵢ)
/// ```
///
/// - Source: G. Ricci, T. Levi-Civita, "Méthodes de calcul différentiel absolu", 1900, for the notation by indices; every sum
///   is written here.
public struct IndexForm: Sendable, CustomStringConvertible {
  /// The element in Unicode, on one line.
  public let unicode: String
  /// The element in LaTeX's mathematics mode.
  public let latex: String
  /// The indices that are not summed, one for each axis, in order; axes of length 1 have none.
  public let indices: [String]

  /// The element in Unicode.
  public var description: String { unicode }

  /// - Throws: The tensor's own error if it is invalid, and one that says so if the form would be longer than a page.
  public init(of tensor: Tensor) throws {
    _ = try tensor.shape
    var writer = IndexWriter(of: Formula.simplified(tensor).node)
    let written = try writer.whole()
    unicode = written.unicode
    latex = written.latex
    indices = writer.free
  }
}
