internal import ChainRule

// Operations along axes.
extension ShadowEvaluation {
  /// The greatest element; the others are compared with it only, since ties among them do not matter.
  private func greatest(_ x: [Number], _ node: Node) -> Number {
    guard let first = x.first else { return Number(-.infinity) }
    var best = (position: 0, element: first)
    for (position, element) in x.enumerated().dropFirst()
    where best.element.compared(to: element).relation == .less { best = (position, element) }
    for (position, element) in x.enumerated() where position != best.position {
      _ = relation(element, best.element, node)
    }
    return best.element
  }

  /// log Σ eˣ, by the exponentials of what is left of the elements less the greatest, which is a constant here.
  func logSumExp(_ x: [Number]) -> Number {
    let peak = x.reduce(-.infinity) { Swift.max($0, $1.approximation) }
    if peak.isInfinite { return Number(peak) }
    return Number(peak) + total(x.map { ($0 - Number(peak)).applying(.exp) }).applying(.log)
  }

  func value(of kind: Reduction.Kind, _ x: [Number], _ node: Node) -> Number {
    switch kind {
    case .max: return greatest(x, node)
    case .min: return -greatest(x.map { -$0 }, node)
    case .logSumExp: return logSumExp(x)
    case .norm:
      if x.allSatisfy({ $0.approximation == 0 }) && !x.allSatisfy(\.isConstant) {
        decisions.edge(of: node, at: x)
      }
      return Number.length(x)
    }
  }

  func normalized(_ x: Value, _ normalization: Normalization) -> Value {
    let kept = x.shape.indices.map { normalization.axes.contains($0) ? 1 : x.shape[$0] }
    let lines = x.lines(over: normalization.axes, into: kept)
    switch normalization.kind {
    case .softmax:
      let sums = lines.map(logSumExp)
      return Value(shape: x.shape) { (x[$0] - sums[$0]).applying(.exp) }
    case .logSoftmax:
      let sums = lines.map(logSumExp)
      return Value(shape: x.shape) { x[$0] - sums[$0] }
    case .centered:
      let means = lines.map { total($0) / Number(Double($0.count)) }
      return Value(shape: x.shape) { x[$0] - means[$0] }
    case .sumOfOthers:
      let sums = lines.map(total)
      return Value(shape: x.shape) { sums[$0] - x[$0] }
    }
  }

  func running(_ x: Value, _ sum: CumulativeSum) -> Value {
    var result = x
    let length = x.shape[sum.axis]
    let stride = x.shape[(sum.axis + 1)...].reduce(1, *)
    ShadowIndex.forEach(in: x.shape) { index in
      guard index[sum.axis] == 0 else { return }
      let start = x.offset(of: index)
      for step in 1..<Swift.max(length, 1) {
        let place = sum.isReversed ? length - 1 - step : step
        let before = sum.isReversed ? place + 1 : place - 1
        result.elements[start + place * stride] =
          result.elements[start + before * stride] + x.elements[start + place * stride]
      }
    }
    return result
  }

  /// The elements of `x` in the stable order of the keys, or put back from it.
  func arranged(_ x: Value, by keys: Value, _ arrangement: Arrangement, _ node: Node) -> Value {
    var result = x
    let axis = arrangement.axis
    let stride = x.shape[(axis + 1)...].reduce(1, *)
    ShadowIndex.forEach(in: x.shape) { index in
      guard index[axis] == 0 else { return }
      let start = x.offset(of: index)
      let order = order(of: keys.line(along: axis, through: index), arrangement.isDescending, node)
      for (place, source) in order.enumerated() {
        let (to, from) = arrangement.isInverse ? (source, place) : (place, source)
        result.elements[start + to * stride] = x.elements[start + from * stride]
      }
    }
    return result
  }

  private func order(of keys: [Number], _ isDescending: Bool, _ node: Node) -> [Int] {
    // What is not a number comes last.
    func precedes(_ i: Int, _ j: Int) -> Bool {
      let (a, b) = (keys[i].approximation, keys[j].approximation)
      if a.isNaN || b.isNaN { return b.isNaN && !a.isNaN || a.isNaN == b.isNaN && i < j }
      switch keys[i].compared(to: keys[j]).relation {
      case .less: return !isDescending
      case .equal: return i < j
      case .greater: return isDescending
      }
    }
    let order = keys.indices.sorted(by: precedes)
    for (place, next) in zip(order, order.dropFirst()) { _ = relation(keys[place], keys[next], node) }
    return order
  }

  /// Every element added to where its index sends it.
  func scattered(
    _ x: Value, _ scatter: ScatterAdd, to shape: [Int], at positions: ShadowArray<Int>?
  ) -> Value {
    var result = Value(shape: shape, elements: Array(repeating: Number(0), count: shape.reduce(1, *)))
    guard let positions else { return result }
    var isTouched = Array(repeating: false, count: result.elements.count)
    var offset = 0
    ShadowIndex.forEach(in: x.shape) { index in
      let place = result.offset(
        of: positions.source(of: index, along: scatter.axis, batchAxes: scatter.batchAxes))
      result.elements[place] =
        isTouched[place] ? result.elements[place] + x.elements[offset] : x.elements[offset]
      isTouched[place] = true
      offset += 1
    }
    return result
  }
}
