internal import ChainRule

// Operations that move elements: sums over what picks them.
extension NormalForm {
  /// The normal form of an operation that moves elements; nil for any other one.
  func moved(_ node: Node, _ x: [Polynomial], _ axes: [Int]) throws -> Polynomial? {
    switch node.primitive {
    case .permutation(let permutation):
      var places = algebra.free(axes.count)
      for (position, axis) in permutation.order.enumerated() {
        places[axis < 0 ? axis + axes.count : axis] = .free(position)
      }
      return try algebra.placed(x[0], at: places, on: axes)
    case .broadcast:
      let offset = axes.count - x[0].axes.count
      return try algebra.placed(x[0], at: algebra.free(x[0].axes.count, from: offset), on: axes)
    case .reshape: return try reshaped(x[0], axes)
    case .slice(let slice): return try sliced(x[0], slice, axes)
    case .pad(let pad): return try padded(x[0], pad.ranges, axes)
    case .concatenation(let concatenation): return try joined(x, along: concatenation.axis, axes)
    case .reversal(let reversal): return try reversed(x[0], reversal.axes, axes)
    case .diagonal where x[0].axes.suffix(2).first == x[0].axes.last:
      let places = algebra.free(axes.count)
      return try algebra.placed(x[0], at: places + places.suffix(1), on: axes)
    case .diagonalMatrix where axes[axes.count - 1] == axes[axes.count - 2]:
      let places = algebra.free(axes.count)
      if algebra.extents[axes[axes.count - 1]] == 1 { return Polynomial(axes: axes, terms: x[0].terms) }
      let identity = algebra.identity(axes[axes.count - 1])
      return try algebra.product(
        x[0], at: places.dropLast(), identity, at: places.suffix(2).map { $0 }, on: axes)
    case .triangle(let triangle):
      return try timesTriangle(x[0], isUpper: triangle.isUpper, triangle.offset)
    case .cumulativeSum(let sum): return try running(x[0], sum, axes)
    case .gather(let gather) where gather.batchAxes == 0 && !x.isEmpty:
      return try gathered(x[0], gather, node, axes)
    case .scatterAdd(let scatter) where scatter.batchAxes == 0 && !x.isEmpty:
      return try scattered(x[0], scatter, node, axes)
    default: return nil
    }
  }

  private func isUnit(_ length: Int) -> Bool { algebra.extents[length] == 1 }

  /// Axes of length 1 come and go; what numbers elements anew stands for itself.
  private func reshaped(_ p: Polynomial, _ axes: [Int]) throws -> Polynomial {
    let (old, new) = (
      p.axes.indices.filter { !isUnit(p.axes[$0]) }, axes.indices.filter { !isUnit(axes[$0]) }
    )
    if old.map({ p.axes[$0] }) == new.map({ axes[$0] }) {
      var places = Array(repeating: Index.at(0), count: p.axes.count)
      for (axis, other) in zip(old, new) { places[axis] = .free(other) }
      return try algebra.placed(p, at: places, on: axes)
    }
    var (first, last) = (0, 0)
    while first < min(old.count, new.count), p.axes[old[first]] == axes[new[first]] { first += 1 }
    while last < min(old.count, new.count) - first,
      p.axes[old[old.count - 1 - last]] == axes[new[new.count - 1 - last]]
    { last += 1 }
    var places = Array(repeating: Index.at(0), count: p.axes.count)
    for position in 0..<first { places[old[position]] = .free(new[position]) }
    for position in 0..<last { places[old[old.count - 1 - position]] = .free(new[new.count - 1 - position]) }
    let (from, to) = (old.dropFirst(first).dropLast(last), new.dropFirst(first).dropLast(last))
    var sums: [Index: Int] = [:]
    for axis in from {
      places[axis] = algebra.fresh()
      sums[places[axis]] = p.axes[axis]
    }
    let (lengths, others) = (from.map { p.axes[$0] }, to.map { axes[$0] })
    let indices = from.map { places[$0] }
    let isTurned = others.lexicographicallyPrecedes(lengths)
    let atom = algebra.number(
      of: isTurned ? .regrouping(from: others, to: lengths) : .regrouping(from: lengths, to: others))
    let own: [Index] = to.map { .free($0) }
    let term = Term(coefficient: .one, factors: [Factor(atom, isTurned ? own + indices : indices + own)])
    var result = Polynomial(axes: axes)
    for (monomial, coefficient) in p.terms {
      var product = try algebra.joined(algebra.taken(monomial, coefficient, at: places), term)
      product.sums.merge(sums) { first, _ in first }
      try algebra.add(product, to: &result.terms)
    }
    return result
  }

  /// The polynomial times factors, on other axes.
  private func multiplied(
    _ p: Polynomial, at places: [Index], by factors: [Factor], on axes: [Int], over sums: [Index: Int]
  ) throws -> Polynomial {
    var result = Polynomial(axes: axes)
    for (monomial, coefficient) in p.terms {
      var term = algebra.taken(monomial, coefficient, at: places)
      term.factors += factors
      term.sums.merge(sums) { first, _ in first }
      try algebra.add(term, to: &result.terms)
    }
    return result
  }

  private func sliced(_ p: Polynomial, _ slice: Slice, _ axes: [Int]) throws -> Polynomial {
    var (places, factors, sums) = (algebra.free(axes.count), [Factor](), [Index: Int]())
    for (axis, range) in slice.ranges.enumerated() {
      guard let range, algebra.extents[p.axes[axis]] != .fixed(range.count) || range.start != 0 else {
        continue
      }
      if range.count == 1 {
        places[axis] = isUnit(p.axes[axis]) ? .at(0) : .at(range.start)
        continue
      }
      places[axis] = algebra.fresh()
      sums[places[axis]] = p.axes[axis]
      factors.append(Factor(selector(range), [places[axis], .free(axis)]))
    }
    return try multiplied(p, at: places, by: factors, on: axes, over: sums)
  }

  private func selector(_ range: AxisRange) -> Int {
    algebra.number(of: .selector(start: range.start, step: range.step))
  }

  /// Elements put at places of an array of zeros.
  private func padded(_ p: Polynomial, _ ranges: [AxisRange?], _ axes: [Int]) throws -> Polynomial {
    var (places, factors, sums) = (algebra.free(axes.count), [Factor](), [Index: Int]())
    for (axis, range) in ranges.enumerated() {
      guard let range, p.axes[axis] != axes[axis] || range.start != 0 else { continue }
      if range.count == 0 { return Polynomial(axes: axes) }
      if range.count == 1 {
        places[axis] = .at(0)
        if !isUnit(axes[axis]) { factors.append(Factor(algebra.delta, [.free(axis), .at(range.start)])) }
        continue
      }
      places[axis] = algebra.fresh()
      sums[places[axis]] = p.axes[axis]
      factors.append(Factor(selector(range), [.free(axis), places[axis]]))
    }
    return try multiplied(p, at: places, by: factors, on: axes, over: sums)
  }

  private func joined(_ parts: [Polynomial], along axis: Int, _ axes: [Int]) throws -> Polynomial {
    var (result, start) = (Polynomial(axes: axes), 0)
    for part in parts {
      guard case .fixed(let count) = algebra.extents[part.axes[axis]] else { return result }
      var ranges = [AxisRange?](repeating: nil, count: axes.count)
      ranges[axis] = AxisRange(start: start, step: 1, count: count)
      result = try algebra.plus(result, padded(part, ranges, axes))
      start += count
    }
    return result
  }

  private func reversed(_ p: Polynomial, _ turned: [Int], _ axes: [Int]) throws -> Polynomial {
    var (places, factors, sums) = (algebra.free(axes.count), [Factor](), [Index: Int]())
    for axis in turned where !isUnit(axes[axis]) {
      places[axis] = algebra.fresh()
      sums[places[axis]] = axes[axis]
      factors.append(Factor(algebra.number(of: .reversal), [.free(axis), places[axis]]))
    }
    return try multiplied(p, at: places, by: factors, on: axes, over: sums)
  }

  private func timesTriangle(_ p: Polynomial, isUpper: Bool, _ offset: Int) throws -> Polynomial {
    let count = p.axes.count
    let places = algebra.free(count)
    let own = places.suffix(2).map { isUnit(p.axes[$0.number]) ? Index.at(0) : $0 }
    let factor = triangle(isUpper: isUpper, offset, own[0], own[1])
    return try multiplied(p, at: places, by: [factor], on: p.axes, over: [:])
  }

  /// A lower triangle is an upper one of the transpose.
  private func triangle(isUpper: Bool, _ offset: Int, _ row: Index, _ column: Index) -> Factor {
    let atom = algebra.number(of: .triangle(isUpper: true, offset: isUpper ? offset : -offset))
    return Factor(atom, isUpper ? [row, column] : [column, row])
  }

  private func running(_ p: Polynomial, _ sum: CumulativeSum, _ axes: [Int]) throws -> Polynomial {
    if isUnit(axes[sum.axis]) { return p }
    var places = algebra.free(axes.count)
    let index = algebra.fresh()
    places[sum.axis] = index
    let factor = triangle(isUpper: sum.isReversed, 0, .free(sum.axis), index)
    return try multiplied(p, at: places, by: [factor], on: axes, over: [index: axes[sum.axis]])
  }

  private func oneHot(_ node: Node, _ own: [Index], _ last: Index) throws -> Factor {
    let integers = node.inputs[1]
    let used = zip(integers.shape.extents, own).filter { $0.0 != 1 }.map(\.1)
    return Factor(algebra.number(of: .oneHot(try self.integers(integers))), used + [last])
  }

  private func gathered(_ p: Polynomial, _ gather: Gather, _ node: Node, _ axes: [Int]) throws -> Polynomial {
    let width = node.inputs[1].shape.rank
    let index = algebra.fresh()
    let places =
      algebra.free(gather.axis) + [index]
      + algebra.free(axes.count - gather.axis - width, from: gather.axis + width)
    if isUnit(p.axes[gather.axis]) {
      return try algebra.placed(p, at: places.map { $0.isBound ? .at(0) : $0 }, on: axes)
    }
    let factor = try oneHot(node, algebra.free(width, from: gather.axis), index)
    return try multiplied(p, at: places, by: [factor], on: axes, over: [index: p.axes[gather.axis]])
  }

  private func scattered(
    _ p: Polynomial, _ scatter: ScatterAdd, _ node: Node, _ axes: [Int]
  ) throws -> Polynomial? {
    let width = node.inputs[1].shape.rank
    var sums: [Index: Int] = [:]
    let own = (0..<width).map { offset -> Index in
      let length = p.axes[scatter.axis + offset]
      if isUnit(length) { return .at(0) }
      let index = algebra.fresh()
      sums[index] = length
      return index
    }
    let places =
      algebra.free(scatter.axis) + own
      + algebra.free(axes.count - scatter.axis - 1, from: scatter.axis + 1)
    if isUnit(axes[scatter.axis]) { return try multiplied(p, at: places, by: [], on: axes, over: sums) }
    let factor = try oneHot(node, own, .free(scatter.axis))
    return try multiplied(p, at: places, by: [factor], on: axes, over: sums)
  }
}
