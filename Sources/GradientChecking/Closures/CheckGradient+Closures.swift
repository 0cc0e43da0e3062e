internal import ChainRule

/// Checks a gradient written by hand, as plain Swift functions, by finite differences with an error bar.
///
/// ```swift
/// let report = try checkGradient(
///   of: { x in x[0] * x[0] * x[1] }, gradient: { x in [2 * x[0] * x[1], x[0]] }, at: [3, 2])
/// report.outcome       // wrong
/// report.worst?.place  // Optional(x[1])
/// report.worst?.given  // Optional(3.0)
/// ```
///
/// No tolerance has to be chosen: each derivative is judged by what the function's own rounding lets be known of it. All
/// coordinates are checked one by one as far as they are affordable, and together along random directions of ±1, in which
/// a single wrong coordinate cannot hide: it shows if it is off by more than the error bar, and is then searched for by
/// halving. At a kink a given value between the slopes to both sides is a subgradient.
///
/// The function may be noisy, rounded to Float, or not finite away from the point; where it throws away from the point it
/// counts as not defined there. A function that gives different values at the same point is told.
///
/// - Parameters:
///   - function: The function, of as many numbers as the point has.
///   - gradient: What is to be checked: one derivative for each coordinate.
///   - point: Where.
///   - name: What the report calls the function.
///   - options: What may be spent, and how strict to be.
/// - Throws: `ChainRuleError` if the point is empty or not finite, the function not finite there, or the gradient of another
///   length; and what the functions throw at the point.
/// - Complexity: About 25 calls of the function for each coordinate and each direction, and for each halving of a search.
public func checkGradient(
  of function: @escaping ([Double]) throws -> Double, gradient: @escaping ([Double]) throws -> [Double],
  at point: [Double], named name: String = "the function", options: CheckOptions = CheckOptions()
) throws -> GradientReport {
  var check = ClosureCheck(of: function, gradient: gradient, options: options)
  return try check.report(at: point, named: name)
}

/// Checks a gradient written by hand as ``checkGradient(of:gradient:at:named:options:)`` does, and throws the report unless
/// it is right: one line for a test, whichever framework runs it.
///
/// ```swift
/// try expectGradient(of: { x in x[0] * x[0] }, gradient: { x in [2 * x[0]] }, at: [3])
/// ```
///
/// - Throws: ``WrongGradient``, whose description is the report, unless every derivative is right or a subgradient at a kink;
///   and what the check throws.
public func expectGradient(
  of function: @escaping ([Double]) throws -> Double, gradient: @escaping ([Double]) throws -> [Double],
  at point: [Double], named name: String = "the function", options: CheckOptions = CheckOptions()
) throws {
  try checkGradient(of: function, gradient: gradient, at: point, named: name, options: options).requireRight()
}

/// Checks products of a Hessian with vectors, given as plain Swift functions, by differences of the gradient.
///
/// ```swift
/// let report = try checkHessianProduct(
///   of: { x in [2 * x[0] * x[1], x[0] * x[0]] },
///   product: { x, v in [2 * x[1] * v[0] + 2 * x[0] * v[1], 2 * x[0] * v[0]] }, at: [3, 2])
/// report.outcome  // right
/// ```
///
/// As many products as `options` has directions are checked, with random vectors.
///
/// - Parameters:
///   - gradient: The gradient, which is taken to be right: check it first.
///   - product: What is to be checked: the Hessian at the first argument times the second.
///   - point: Where.
///   - name: What the report calls the function.
///   - options: What may be spent, and how strict to be.
/// - Throws: As ``checkGradient(of:gradient:at:named:options:)``.
public func checkHessianProduct(
  of gradient: @escaping ([Double]) throws -> [Double],
  product: @escaping ([Double], [Double]) throws -> [Double], at point: [Double],
  named name: String = "the function", options: CheckOptions = CheckOptions()
) throws -> GradientReport {
  var generator = SeededGenerator(seed: options.seed)
  var reports: [GradientReport] = []
  for _ in 0..<max(options.directions, 1) {
    // Of different lengths: a sum of all derivatives may be 0 by the nature of the function.
    let vector = point.map { _ in
      (Bool.random(using: &generator) ? 1 : -1) * Double.random(in: 0.5...1.5, using: &generator)
    }
    var check = ClosureCheck(
      of: { x in
        let slopes = try gradient(x)
        try ClosureCheck.checkLength(slopes, of: x)
        return ClosureCheck.product(slopes, vector).sum
      }, gradient: { x in try product(x, vector) }, options: options)
    check.order = 2
    reports.append(try check.report(at: point, named: name))
  }
  let worst = reports.first { $0.outcome == .wrong } ?? reports[0]
  return GradientReport(
    of: "the gradient of \(name)", reports.flatMap(\.derivatives), cause: worst.cause,
    evaluations: reports.reduce(0) { $0 + $1.evaluations }, coverage: worst.coverage,
    smallest: worst.smallest,
    notes: worst.notes)
}

extension GradientReport {
  /// Throws the report unless every derivative is right, or a subgradient at a kink.
  ///
  /// ```swift
  /// let report = try checkGradient(of: { $0[0] * $0[0] }, gradient: { [$0[0]] }, at: [3])
  /// report.isRight  // false
  /// do { try report.requireRight() } catch let error as WrongGradient { print(error.report == report) }
  /// // true
  /// ```
  ///
  /// - Throws: ``WrongGradient``, whose description is the report.
  public func requireRight() throws { if !isRight { throw WrongGradient(self) } }
}
