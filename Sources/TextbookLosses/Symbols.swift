import ChainRule

/// The letters of the losses.
enum Symbols {
  private static let m: Shape.Extent = .symbol("m")
  private static let n: Shape.Extent = .symbol("n")
  private static let k: Shape.Extent = .symbol("k")

  // Rows of data.
  static let X = Tensor.input("X", shape: [.batch, m])
  static let y = Tensor.input("y", shape: [.batch])
  /// Classes: as numbers, and one-hot in the rows of a matrix.
  static let t = Tensor.indices("t", shape: [.batch], below: 3)
  static let T = Tensor.input("Y", shape: [.batch, 3])
  /// Densities of the components of a mixture.
  static let F = Tensor.input("F", shape: [.batch, k])
  static let Y = Tensor.input("Y", shape: [.batch, k])
  static let v = Tensor.input("v", shape: [.batch])
  static let N = Tensor.extent(.batch)

  // Coefficients.
  static let w = Tensor.parameter("w", shape: [m])
  static let u = Tensor.parameter("u", shape: [m])
  static let W = Tensor.parameter("W", shape: [m, k])
  static let C = Tensor.parameter("W", shape: [m, 3])
  static let b = Tensor.parameter("b", shape: [])
  static let λ = Tensor.parameter("λ", shape: [])
  static let α = Tensor.parameter("α", shape: [])
  static let τ = Tensor.parameter("τ", shape: [])
  static let δ = Tensor.parameter("δ", shape: [])
  static let μ = Tensor.parameter("μ", shape: [])
  static let σ = Tensor.parameter("σ", shape: [])
  static let s = Tensor.parameter("s", shape: [])
  static let ν = Tensor.parameter("ν", shape: [])

  // Vectors and matrices without rows of data.
  static let x = Tensor.parameter("x", shape: [n])
  static let z = Tensor.parameter("z", shape: [n])
  static let c = Tensor.parameter("c", shape: [n])
  static let q = Tensor.parameter("q", shape: [k])
  static let π = Tensor.parameter("π", shape: [k])
  static let A = Tensor.parameter("A", shape: [n, n])
  static let B = Tensor.parameter("B", shape: [n, n])
  static let K = Tensor.parameter("K", shape: [n, n])
  static let U = Tensor.input("U", shape: [.batch, k])
  static let V = Tensor.parameter("V", shape: [m, k])

  static let leaves = [
    X, y, t, T, F, Y, v, w, u, W, C, b, λ, α, τ, δ, μ, σ, s, ν, x, z, c, q, π, A, B, K, U, V,
  ]
}
