import ChainRule

// What is made of many elements, with the bounds that `Bounded` derives.
extension Bounded {
  /// Added from left to right.
  static func sum(_ terms: [Bounded]) -> Bounded {
    let rounding = 2 * Double(terms.count) * u * terms.reduce(0) { $0 + $1.size }
    return Bounded(terms.reduce(0) { $0 + $1.value }, terms.reduce(0) { $0 + $1.error } + rounding)
  }

  static func product(_ factors: [(Bounded, Bounded)]) -> Bounded {
    let size = factors.reduce(0) { $0 + $1.0.size * $1.1.size }
    let error = factors.reduce(0) { $0 + $1.0.size * $1.1.error + $1.0.error * $1.1.size }
    let count = Double(factors.count)
    return Bounded(
      factors.reduce(0) { $0 + $1.0.value * $1.1.value },
      error + 2 * (count + 2) * u * size + 2 * count * tiny)
  }

  static func reduce(_ kind: Reduction.Kind, _ elements: [Bounded]) -> Bounded {
    let error = elements.reduce(0) { Swift.max($0, $1.error) }
    let values = elements.map { Double($0.value) }
    switch kind {
    case .max:
      return Bounded(elements.reduce(-.infinity) { $1.value > $0 || $1.value.isNaN ? $1.value : $0 }, error)
    case .min:
      return Bounded(elements.reduce(.infinity) { $1.value < $0 || $1.value.isNaN ? $1.value : $0 }, error)
    case .logSumExp:
      // No element counts more than its own error, and no merge enlarges the errors of what it merges. Each of n merges
      // rounds a number that is no greater than the greatest element and log n.
      let size =
        values.reduce(0) { Swift.max($0, $1.magnitude) }
        + PlatformMath.naturalLogarithm(Double(values.count + 1))
      let merges = Double(elements.count + 2) * 2 * (kernelError + 2 * u)
      return Bounded(Scalar(logSumExp(values)), error + merges * (size + error + 1))
    case .norm:
      // The root of a sum of n squares has half its relative error; n merges round as often.
      let greatest = values.reduce(0) { Swift.max($0, $1.magnitude) }
      let ratios = values.reduce(0) { $0 + $1 / greatest * ($1 / greatest) }
      let norm = greatest == 0 ? 0 : greatest * ratios.squareRoot()
      let errors = elements.reduce(0) { $0 + $1.error }
      return Bounded(Scalar(norm), errors + 2 * Double(elements.count + 4) * 2 * u * (norm + errors))
    }
  }

  private static func logSumExp(_ values: [Double]) -> Double {
    let most = values.reduce(-.infinity, Swift.max)
    if !most.isFinite { return most }
    return most
      + PlatformMath.naturalLogarithm(values.reduce(0) { $0 + PlatformMath.power(PlatformMath.e, $1 - most) })
  }

  /// - Parameter others: All elements beside and with `x`, of which it is the one numbered `position`.
  static func normalize(_ kind: Normalization.Kind, _ position: Int, of block: [Bounded]) -> Bounded {
    let x = block[position]
    let error = block.reduce(0) { Swift.max($0, $1.error) }
    let values = block.map { Double($0.value) }
    let count = Double(block.count)
    let below = Double(x.value) - logSumExp(values)
    switch kind {
    case .softmax:
      // An exponential has the absolute error of its argument as its relative error, numerator and denominator alike.
      if error > most { return Bounded(x.value, .infinity) }
      let p = PlatformMath.power(PlatformMath.e, below)
      let rounding = 2 * (count + 4) * (kernelError + u) + 4 * u * (below.magnitude + 1)
      return Bounded(Scalar(p), p * (2 * error * (1 + 2 * error) + rounding) + tiny)
    case .logSoftmax:
      let rounding = 2 * (count + 4) * (kernelError + u)
      return Bounded(Scalar(below), 2 * error + rounding * (below.magnitude + 1))
    case .centered:
      // Differences from one of the elements, their mean, and the difference from that.
      let size = block.reduce(0) { Swift.max($0, $1.size) }
      let mean = values.reduce(0) { $0 + (Double(x.value) - $1) } / count
      return Bounded(Scalar(mean), 2 * error + 2 * (count + 4) * u * 2 * size)
    case .sumOfOthers:
      return sum(block.indices.filter { $0 != position }.map { block[$0] })
    }
  }
}
