// Products of sums, multiplied out.

extension Simplifier {
  /// How many sums within sums are opened, and how many terms that may make.
  private static let (deepestOpening, mostTerms) = (3, 24)

  /// The sum with its products of sums multiplied out, if enough cancels that it is no longer than before.
  ///
  /// - Parameter least: How many products there must be for it to be of as many terms; with fewer it must become shorter.
  mutating func multipliedOut(_ sum: AlgebraicSum, least: Int = 2) -> AlgebraicSum {
    guard 2...4 ~= sum.terms.count else { return sum }
    var result = sum
    var products: [Monomial.Product] = []
    for _ in 0..<Self.deepestOpening {
      guard let (opened, made) = openedProducts(result), !made.isEmpty, opened.terms.count <= Self.mostTerms
      else { return sum }
      (result, products) = (opened, products + made)
      let (before, after) = (sum.terms.count, result.terms.count)
      let isWorth =
        after < before || (after == before && sum.terms.count(where: isProductOfSum) >= least)
        || (after <= before + 1 && builder.cost(of: result) < builder.cost(of: sum))
      if !isWorth { continue }
      builder.note(.multipliedOut)
      for product in products { builder.note(product, of: []) }
      return withSlopes(result)
    }
    return sum
  }

  private func isProductOfSum(_ term: Monomial) -> Bool { openable(term) != nil }

  /// The first factor of a term that is a short sum, or else the outer product of one.
  private func openable(_ term: Monomial) -> Monomial.Factor? {
    let simple = term.factors.filter { $0.exponent == 1 }
    return simple.first { isShortSum($0.base) } ?? simple.first { summedSide(of: $0.base) != nil }
  }

  private func isShortSum(_ tensor: Tensor) -> Bool {
    (builder.terms(of: tensor)?.count).map { $0 <= 4 } ?? false
  }

  /// Which side of a column times a row is a short sum of vectors that differ in more than scalars; nil of anything else.
  private func summedSide(of product: Tensor) -> Int? {
    guard case .matrixProduct = product.node.primitive, product.node.inputs[0].shape.rank == 2,
      product.node.inputs[1].shape.rank == 2, product.node.inputs[0].shape[1] == 1
    else { return nil }
    return [0, 1].first { side in
      let vector = Tensor(product.node.inputs[side]).withoutReshape
      return isShortSum(vector)
        && builder.terms(of: vector)?.contains { $0.factors.contains { $0.base.node.shape.isScalar } }
          ?? false
    }
  }

  /// The terms of a sum, or of the outer product of one.
  private mutating func parts(of base: Tensor) -> [Monomial]? {
    if let terms = builder.terms(of: base) { return terms }
    guard let side = summedSide(of: base) else { return nil }
    let sides = base.node.inputs.map { Tensor($0) }
    let vector = sides[side].withoutReshape
    return builder.terms(of: vector)?.map { term in
      let (front, rest) = split(AlgebraicSum([term], shape: vector.node.shape))
      let part = builder.tensor(AlgebraicSum([rest], shape: vector.node.shape))
      var inputs = sides
      inputs[side] = builder.apply(.reshape(Reshape(target: sides[side].node.shape)), [part])
      let product = builder.apply(base.node.primitive, inputs)
      return front.multiplied(by: Monomial(of: product))?.monomial ?? Monomial(of: product)
    }
  }

  /// The sum with one factor of each term opened that is a sum, and the products that this takes; nil if one grows beyond
  /// what formulas hold.
  private mutating func openedProducts(_ sum: AlgebraicSum) -> (
    sum: AlgebraicSum, products: [Monomial.Product]
  )? {
    var result = AlgebraicSum(shape: sum.shape)
    var products: [Monomial.Product] = []
    for term in sum.terms {
      guard let factor = openable(term), let inner = parts(of: factor.base) else {
        result.add(term)
        continue
      }
      var others = term.filtered { $0.base != factor.base }
      others.coefficient = term.coefficient
      for part in inner {
        guard let product = others.multiplied(by: part) else { return nil }
        result.add(withoutGuards(product.monomial))
        products.append(product)
      }
    }
    return (result, products)
  }
}
