// Products of sums, multiplied out.

extension Simplifier {
  /// How many sums within sums are opened, and how many terms that may make.
  private static let (deepestOpening, mostTerms) = (3, 24)

  /// The sum with its products of sums multiplied out, if enough cancels that it has no more terms than before.
  ///
  /// - Parameter least: How many products there must be; with fewer the sum must become shorter.
  mutating func multipliedOut(_ sum: AlgebraicSum, least: Int = 2) -> AlgebraicSum {
    guard 2...4 ~= sum.terms.count else { return sum }
    var result = sum
    var products: [Monomial.Product] = []
    for _ in 0..<Self.deepestOpening {
      guard let (opened, made) = openedProducts(result), !made.isEmpty, opened.terms.count <= Self.mostTerms
      else { return sum }
      (result, products) = (opened, products + made)
      let isWorth =
        sum.terms.count(where: isProductOfSum) >= least
        ? result.terms.count <= sum.terms.count : result.terms.count < sum.terms.count
      if !isWorth { continue }
      builder.note(.multipliedOut)
      for product in products { builder.note(product, of: []) }
      return result
    }
    return sum
  }

  private func isProductOfSum(_ term: Monomial) -> Bool { openable(term) != nil }

  /// The first factor of a term that is a short sum.
  private func openable(_ term: Monomial) -> Monomial.Factor? {
    term.factors.first { $0.exponent == 1 && (builder.terms(of: $0.base)?.count).map { $0 <= 4 } ?? false }
  }

  /// The sum with one factor of each term opened that is a sum, and the products that this takes; nil if one grows beyond
  /// what formulas hold.
  private func openedProducts(_ sum: AlgebraicSum) -> (sum: AlgebraicSum, products: [Monomial.Product])? {
    var result = AlgebraicSum(shape: sum.shape)
    var products: [Monomial.Product] = []
    for term in sum.terms {
      guard let factor = openable(term), let inner = builder.terms(of: factor.base) else {
        result.add(term)
        continue
      }
      var others = term.filtered { $0.base != factor.base }
      others.coefficient = term.coefficient
      for part in inner {
        guard let product = others.multiplied(by: part) else { return nil }
        result.add(product.monomial)
        products.append(product)
      }
    }
    return (result, products)
  }
}
