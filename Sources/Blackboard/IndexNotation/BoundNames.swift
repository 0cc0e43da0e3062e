internal import ChainRule

/// Finds canonical names for the indices that a term is summed over.
///
/// Indices are told apart by where they stand, again and again until no more can be; those that are still alike are tried
/// one after another, and the least writing counts. Parts of a product that share no index are named each by itself.
struct BoundNames {
  /// The permutations of an atom's indices that leave it as it is.
  let symmetries: (Int) -> [[Int]]
  private var leaves = 0

  /// How many orders of indices that are alike are tried in all.
  private static let mostLeaves = 2000

  init(symmetries: @escaping (Int) -> [[Int]]) { self.symmetries = symmetries }

  mutating func canonical(_ term: Term) throws -> Monomial {
    let parts = try components(of: term.factors).map { try named($0, term.sums) }
      .sorted { $0.serial.lexicographicallyPrecedes($1.serial) }
    var factors: [Factor] = []
    var sums: [Int] = []
    factors.reserveCapacity(term.factors.count)
    for part in parts {
      let offset = sums.count
      for factor in part.factors {
        var moved = factor
        if offset > 0 {
          moved.indices = factor.indices.map { $0.isBound ? .bound($0.number + offset) : $0 }
          moved.indices = least(moved)
        }
        factors.append(moved)
      }
      sums += part.sums
    }
    let lengths = term.lengths.filter { $0.value != 0 }.sorted { $0.key < $1.key }
    return Monomial(
      lengths: lengths.map { LengthPower(length: $0.key, power: $0.value) }, factors: factors, sums: sums)
  }

  /// The first in order of the ways in which a factor's indices can be written.
  func least(_ factor: Factor) -> [Index] {
    if factor.indices.count < 2 { return factor.indices }
    let all = symmetries(factor.atom)
    if all.count < 2 { return factor.indices }
    var best = factor.indices
    for order in all {
      let other = order.map { factor.indices[$0] }
      if other.lexicographicallyPrecedes(best) { best = other }
    }
    return best
  }

  private struct Part {
    var factors: [Factor]
    var sums: [Int]
    var serial: [Int]
  }

  private func components(of factors: [Factor]) -> [[Factor]] {
    var groups: [(indices: Set<Index>, factors: [Factor])] = []
    for factor in factors {
      var joined = (indices: Set(factor.indices.filter(\.isBound)), factors: [factor])
      if joined.indices.isEmpty {
        groups.append(joined)
        continue
      }
      var rest: [(indices: Set<Index>, factors: [Factor])] = []
      for group in groups {
        if group.indices.isDisjoint(with: joined.indices) {
          rest.append(group)
        } else {
          joined = (joined.indices.union(group.indices), group.factors + joined.factors)
        }
      }
      groups = rest + [joined]
    }
    return groups.map(\.factors)
  }

  private mutating func named(_ factors: [Factor], _ lengths: [Index: Int]) throws -> Part {
    let bound = Set(factors.flatMap(\.indices).filter(\.isBound)).sorted()
    if bound.isEmpty {
      let only = Factor(factors[0].atom, least(factors[0]), power: factors[0].power)
      return Part(factors: [only], sums: [], serial: only.serial)
    }
    let colours = Dictionary(uniqueKeysWithValues: bound.map { ($0, lengths[$0] ?? 0) })
    return try search(factors, bound, colours, lengths)
  }

  private mutating func search(
    _ factors: [Factor], _ bound: [Index], _ start: [Index: Int], _ lengths: [Index: Int]
  ) throws -> Part {
    let colours = bound.count == 1 ? start : refined(factors, bound, start)
    let classes = Dictionary(grouping: bound) { colours[$0] ?? 0 }
    guard let tied = classes.keys.filter({ (classes[$0]?.count ?? 0) > 1 }).min(), let alike = classes[tied]
    else {
      leaves += 1
      if leaves > Self.mostLeaves { throw Intractable.tooManyIndices }
      return written(factors, bound.sorted { (colours[$0] ?? 0) < (colours[$1] ?? 0) }, lengths)
    }
    var best: Part?
    for index in alike {
      // Twice as many colours, so that one is set before those that are like it.
      var trial = colours.mapValues { 2 * $0 + 1 }
      trial[index] = 2 * tied
      let part = try search(factors, bound, trial, lengths)
      if best.map({ part.serial.lexicographicallyPrecedes($0.serial) }) ?? true { best = part }
    }
    guard let best else { throw Intractable.tooManyIndices }
    return best
  }

  /// Colours that tell apart whatever stands in different places.
  private func refined(_ factors: [Factor], _ bound: [Index], _ start: [Index: Int]) -> [Index: Int] {
    var colours = start
    var count = Set(start.values).count
    while true {
      let signatures = bound.map { index in
        [colours[index] ?? 0]
          + factors.filter { $0.indices.contains(index) }.map { place(of: index, in: $0, colours) }
          .sorted { $0.lexicographicallyPrecedes($1) }.joined()
      }
      let ranks = Dictionary(
        uniqueKeysWithValues: Set(signatures).sorted { $0.lexicographicallyPrecedes($1) }.enumerated().map {
          ($1, $0)
        })
      if ranks.count == count && ranks.count < bound.count || ranks.count == bound.count {
        return Dictionary(uniqueKeysWithValues: zip(bound, signatures.map { ranks[$0] ?? 0 }))
      }
      count = ranks.count
      colours = Dictionary(uniqueKeysWithValues: zip(bound, signatures.map { ranks[$0] ?? 0 }))
    }
  }

  private func place(of index: Index, in factor: Factor, _ colours: [Index: Int]) -> [Int] {
    let labels = factor.indices.map { other -> Int in
      other == index ? -1 : other.isBound ? -2 - (colours[other] ?? 0) : other.raw
    }
    let orders = factor.indices.count > 1 ? symmetries(factor.atom) : []
    var best = labels
    for order in orders {
      let other = order.map { labels[$0] }
      if other.lexicographicallyPrecedes(best) { best = other }
    }
    return [
      factor.atom, Int(truncatingIfNeeded: factor.power.numerator),
      Int(truncatingIfNeeded: factor.power.denominator),
    ] + best
  }

  private func written(_ factors: [Factor], _ order: [Index], _ lengths: [Index: Int]) -> Part {
    let names = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, Index.bound($0)) })
    let renamed = factors.map { factor -> Factor in
      var result = Factor(factor.atom, factor.indices.map { names[$0] ?? $0 }, power: factor.power)
      result.indices = least(result)
      return result
    }
    let sorted = renamed.map { ($0, $0.serial) }.sorted { $0.1.lexicographicallyPrecedes($1.1) }
    let sums = order.map { lengths[$0] ?? 0 }
    return Part(factors: sorted.map(\.0), sums: sums, serial: sorted.flatMap(\.1) + sums)
  }
}
