internal import ChainRule

/// An equation as it was published, in the formula language, to be proved.
package struct PublishedFormula: Sendable {
  /// The number of the equation, or the formula by which it is known.
  package let name: String
  /// The left side; the function whose derivative it is, if there is a variable.
  package let left: String
  /// What the left side is differentiated by; nil for an equation without derivative.
  package let variable: String?
  /// The right side.
  package let right: String
  /// The shapes of symbols that are no square matrix (upper case) and no vector of n (lower case): `X=n,m b=m`.
  package let shapes: String
  /// The symbols that are symmetric matrices.
  package let symmetric: [String]

  init(
    _ name: String, _ left: String, by variable: String? = nil, _ right: String, _ shapes: String = "",
    symmetric: [String] = []
  ) {
    (self.name, self.left, self.variable) = (name, left, variable)
    (self.right, self.shapes, self.symmetric) = (right, shapes, symmetric)
  }

  /// What was asked, in one line.
  package var statement: String {
    (variable.map { "∂/∂\($0) \(left)" } ?? left) + " = " + right
  }

  /// - Throws: The error of a formula that cannot be read; there is none in the tables.
  package func proof() throws -> Proof {
    var known: [String: Shape] = [:]
    for letter in "ABCDWXYabcdsvwxy" {
      known[String(letter)] = letter.isUppercase ? [.symbol("n"), .symbol("n")] : [.symbol("n")]
    }
    for declaration in shapes.split(separator: " ") {
      let sides = declaration.split(separator: "=", omittingEmptySubsequences: false)
      known[String(sides[0])] = Shape(sides[1].split(separator: ",").map { .symbol(String($0)) })
    }
    let lengths = Set(known.values.flatMap(\.extents)).map { ($0.description, Tensor.extent($0)) }
    let reader = FormulaReader(shapes: known)
    let read = try reader.read(left, with: Dictionary(uniqueKeysWithValues: lengths))
    var derivative = read.tensor
    if let variable, let symbol = read.symbols[variable] {
      let isScalar = try derivative.shape.isScalar
      derivative =
        isScalar
        ? try derivative.gradient(withRespectTo: [symbol])[symbol]
        : try derivative.jacobian(withRespectTo: symbol)
    }
    let other = try reader.read(right, with: read.symbols)
    let given = symmetric.compactMap { read.symbols[$0] }.map { Assumption.symmetric($0) }
    return try prove(derivative, equals: other.tensor, assuming: given)
  }
}

extension PublishedFormula {
  /// Equations of the Matrix Cookbook, by their numbers.
  ///
  /// - Source: K. B. Petersen, M. S. Pedersen, "The Matrix Cookbook", edition of 15 November 2012.
  package static let matrixCookbook: [PublishedFormula] = identities + determinants + forms + traces

  private static let identities: [PublishedFormula] = [
    .init("1", "inv(A*B)", "inv(B)*inv(A)"),
    .init("3", "inv(A')", "inv(A)'"),
    .init("4", "(A + B)'", "A' + B'"),
    .init("5", "(A*B)'", "B'*A'", "A=m,n B=n,p"),
    .init("6", "(A*B*C)'", "C'*B'*A'"),
    .init("13", "tr(A)", "tr(A')"),
    .init("14", "tr(A*B)", "tr(B*A)", "A=m,n B=n,m"),
    .init("15", "tr(A + B)", "tr(A) + tr(B)"),
    .init("16", "tr(A*B*C)", "tr(C*A*B)"),
    .init("17", "a'*a", "tr(a*a')"),
    .init("20", "det(A')", "det(A)"),
    .init("21", "det(A*B)", "det(A)*det(B)"),
    .init("22", "det(inv(A))", "1/det(A)"),
    .init("24", "det(I + a*b')", "1 + a'*b"),
    .init("145", "A*inv(A)", "eye(n)"),
    .init("156", "inv(A + C*B*C')", "inv(A) - inv(A)*C*inv(inv(B) + C'*inv(A)*C)*C'*inv(A)", "B=p,p C=n,p"),
    .init("160", "inv(A + b*c')", "inv(A) - (inv(A)*b*c'*inv(A))/(1 + c'*inv(A)*b)"),
    .init("161", "inv(I + inv(A))", "A*inv(A + I)"),
    .init("163", "inv(inv(A) + inv(B))", "A*inv(A + B)*B"),
    .init("164", "A - A*inv(A + B)*A", "B - B*inv(A + B)*B"),
    .init("165", "inv(A) + inv(B)", "inv(A)*(A + B)*inv(B)"),
    .init("166", "inv(I + A*B)", "I - A*inv(I + B*A)*B"),
    .init("167", "inv(I + A*B)*A", "A*inv(I + B*A)"),
  ]

  private static let determinants: [PublishedFormula] = [
    .init("49", "det(X)", by: "X", "det(X)*inv(X)'"),
    .init("51", "det(A*X*B)", by: "X", "det(A*X*B)*inv(X)'"),
    .init("52", "det(X'*A*X)", by: "X", "2*det(X'*A*X)*inv(X)'"),
    .init("53", "det(X'*A*X)", by: "X", "2*det(X'*A*X)*A*X*inv(X'*A*X)", "X=n,m", symmetric: ["A"]),
    .init(
      "54", "det(X'*A*X)", by: "X", "det(X'*A*X)*(A*X*inv(X'*A*X) + A'*X*inv(X'*A'*X))", "X=n,m"),
    .init("57", "logdet(X)", by: "X", "inv(X)'"),
    .init("61", "a'*inv(X)*b", by: "X", "-inv(X)'*a*b'*inv(X)'"),
    .init("62", "det(inv(X))", by: "X", "-det(inv(X))*inv(X)'"),
    .init("63", "tr(A*inv(X)*B)", by: "X", "-(inv(X)*B*A*inv(X))'"),
    .init("64", "tr(inv(X + A))", by: "X", "-(inv(X + A)*inv(X + A))'"),
  ]

  private static let forms: [PublishedFormula] = [
    .init("69", "x'*a", by: "x", "a"),
    .init("70", "a'*X*b", by: "X", "a*b'", "X=n,m b=m"),
    .init("71", "a'*X'*b", by: "X", "b*a'", "X=n,m a=m"),
    .init("72", "a'*X*a", by: "X", "a*a'"),
    .init("76", "sum(X)^2", by: "X", "2*sum(X) + 0*X", "X=n,m"),
    .init("77", "b'*X'*X*c", by: "X", "X*(b*c' + c*b')", "X=n,m b=m c=m"),
    .init(
      "78", "(B*x + b)'*C*(D*x + d)", by: "x", "B'*C*(D*x + d) + D'*C'*(B*x + b)",
      "B=m,n b=m C=m,p D=p,n d=p"),
    .init("81", "x'*B*x", by: "x", "(B + B')*x"),
    .init("82", "b'*X'*D*X*c", by: "X", "D'*X*b*c' + D*X*c*b'", "X=n,m b=m c=m"),
    .init("83", "(X*b + c)'*D*(X*b + c)", by: "X", "(D + D')*(X*b + c)*b'", "X=n,m b=m"),
    .init("84", "(x - A*s)'*W*(x - A*s)", by: "s", "-2*A'*W*(x - A*s)", "A=n,m s=m", symmetric: ["W"]),
    .init("85", "(x - s)'*W*(x - s)", by: "x", "2*W*(x - s)", symmetric: ["W"]),
    .init("86", "(x - s)'*W*(x - s)", by: "s", "-2*W*(x - s)", symmetric: ["W"]),
    .init("87", "(x - A*s)'*W*(x - A*s)", by: "x", "2*W*(x - A*s)", "A=n,m s=m", symmetric: ["W"]),
    .init("88", "(x - A*s)'*W*(x - A*s)", by: "A", "-2*W*(x - A*s)*s'", "A=n,m s=m", symmetric: ["W"]),
    .init("129", "norm2(x - a)", by: "x", "(x - a)/norm2(x - a)"),
    .init("131", "x'*x", by: "x", "2*x"),
    .init("132", "sum(X.^2)", by: "X", "2*X", "X=n,m"),
  ]

  private static let traces: [PublishedFormula] = [
    .init("99", "tr(X)", by: "X", "eye(n)"),
    .init("100", "tr(X*A)", by: "X", "A'"),
    .init("101", "tr(A*X*B)", by: "X", "A'*B'", "X=n,m A=q,n B=m,q"),
    .init("102", "tr(A*X'*B)", by: "X", "B*A", "X=n,m A=q,m B=n,q"),
    .init("103", "tr(X'*A)", by: "X", "A", "X=n,m A=n,m"),
    .init("104", "tr(A*X')", by: "X", "A", "X=n,m A=n,m"),
    .init("106", "tr(X^2)", by: "X", "2*X'"),
    .init("107", "tr(X^2*B)", by: "X", "(X*B + B*X)'"),
    .init("108", "tr(X'*B*X)", by: "X", "B*X + B'*X", "X=n,m"),
    .init("109", "tr(B*X*X')", by: "X", "B*X + B'*X", "X=n,m"),
    .init("110", "tr(X*X'*B)", by: "X", "B*X + B'*X", "X=n,m"),
    .init("111", "tr(X*B*X')", by: "X", "X*B' + X*B", "X=n,m B=m,m"),
    .init("112", "tr(B*X'*X)", by: "X", "X*B' + X*B", "X=n,m B=m,m"),
    .init("113", "tr(X'*X*B)", by: "X", "X*B' + X*B", "X=n,m B=m,m"),
    .init("114", "tr(A*X*B*X)", by: "X", "A'*X'*B' + B'*X'*A'"),
    .init("115", "tr(X'*X)", by: "X", "2*X", "X=n,m"),
    .init("116", "tr(B'*X'*C*X*B)", by: "X", "C'*X*B*B' + C*X*B*B'", "X=n,m B=m,p"),
    .init("117", "tr(X'*B*X*C)", by: "X", "B*X*C + B'*X*C'", "X=n,m C=m,m"),
    .init("118", "tr(A*X*B*X'*C)", by: "X", "A'*C'*X*B' + C*A*X*B", "X=n,m A=p,n B=m,m C=n,p"),
    .init(
      "119", "tr((A*X*B + C)*(A*X*B + C)')", by: "X", "2*A'*(A*X*B + C)*B'", "X=n,m A=p,n B=m,q C=p,q"),
    .init("121", "tr(X*X*X*X)", by: "X", "4*(X*X*X)'"),
    .init("122", "tr(A*X*X*X)", by: "X", "(X*X*A + X*A*X + A*X*X)'"),
    .init(
      "123", "tr(B'*X'*C*X*X'*C*X*B)", by: "X",
      "C*X*X'*C*X*B*B' + C'*X*B*B'*X'*C'*X + C*X*B*B'*X'*C*X + C'*X*X'*C'*X*B*B'", "X=n,m B=m,p"),
    .init("124", "tr(A*inv(X)*B)", by: "X", "-inv(X)'*A'*B'*inv(X)'"),
    .init(
      "125", "tr(inv(X'*C*X)*A)", by: "X", "-(C*X*inv(X'*C*X))*(A + A')*inv(X'*C*X)", "X=n,m A=m,m",
      symmetric: ["C"]),
    .init(
      "126", "tr(inv(X'*C*X)*(X'*B*X))", by: "X",
      "-2*C*X*inv(X'*C*X)*X'*B*X*inv(X'*C*X) + 2*B*X*inv(X'*C*X)", "X=n,m", symmetric: ["B", "C"]),
  ]

  /// The examples that stand on the first page of matrixcalculus.org.
  ///
  /// - Source: S. Laue, M. Mitterreiter, J. Giesen, "Computing higher order derivatives of matrix and tensor expressions",
  ///   NeurIPS 2018; matrixcalculus.org.
  package static let matrixCalculus: [PublishedFormula] = [
    .init("0.5*x'*A*x", "0.5*x'*A*x", by: "x", "0.5*A*x + 0.5*A'*x"),
    .init("A*exp(x)", "A*exp(x)", by: "x", "A*diag(exp(x))"),
    .init("(y.*v)'*x", "(y.*v)'*x", by: "x", "y.*v"),
    .init("a^b", "a^b", by: "a", "b*a^(b - 1)", "a= b="),
    .init("norm1(A*x-y)", "norm1(A*x - y)", by: "x", "A'*sign(A*x - y)", "A=m,n y=m"),
    .init("norm2(A*x-y)^2", "norm2(A*x - y)^2", by: "x", "2*A'*(A*x - y)", "A=m,n y=m"),
    .init(
      "sum(log(exp(-y.*(X*w)) + vector(1)))", "sum(log(exp(-y.*(X*w)) + 1))", by: "w",
      "-(X'*(y.*exp(-y.*(X*w))./(exp(-y.*(X*w)) + 1)))", "X=m,n y=m"),
    .init("tr(A*X'*B*X*C)", "tr(A*X'*B*X*C)", by: "X", "B'*X*A'*C' + B*X*C*A"),
    .init("log(det(inv(X)))", "log(det(inv(X)))", by: "X", "-inv(X)'"),
  ]
}
