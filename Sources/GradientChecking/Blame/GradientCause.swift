internal import ChainRule
internal import Figures

/// What a wrong derivative of one operation looks like beside the right one.
enum GradientCause: Equatable, CustomStringConvertible {
  case sign
  case factor(Double)
  /// A factor that is a length, or the inverse of one.
  case length(Int, isInverse: Bool)
  case dropped
  case transposed
  case reversed(axis: Int)
  /// Right values that many places farther along an axis.
  case shifted(by: Int, axis: Int)
  /// Of the copies along an axis of the result one only counts.
  case missingSum(axis: Int)
  /// A factor in some elements, and none in the others.
  case branch(factor: Double)
  case notANumber
  case constant(Double)

  /// Reads the cause off the elements; nil if they look like nothing known.
  init?(of rule: LocalRule) {
    let given = rule.given.elements.map(\.approximation)
    let truth = rule.truth.elements.map(\.approximation)
    let looks = Looks(given, truth)
    if given.contains(where: { !$0.isFinite }) {
      self = .notANumber
    } else if let factor = looks.factor {
      self = Self.named(factor, rule)
    } else if given.allSatisfy({ $0 == 0 }) {
      self = .dropped
    } else if let moved = Self.moved(given, truth, rule.given.shape) {
      self = moved
    } else if let axis = Self.missingSum(looks, rule) {
      self = .missingSum(axis: axis)
    } else if let factor = looks.factorOfWrong {
      self = .branch(factor: factor)
    } else if let difference = looks.difference {
      self = .constant(difference)
    } else {
      return nil
    }
  }

  private static func named(_ factor: Double, _ rule: LocalRule) -> GradientCause {
    if Looks.same(factor, -1) { return .sign }
    if factor == 0 { return .dropped }
    let shapes = [rule.given.shape, rule.cotangent?.shape ?? []]
    var lengths = Set(shapes.flatMap { $0 } + shapes.map { $0.reduce(1, *) })
    lengths.subtract([0, 1, 2])
    for length in lengths.sorted() {
      if Looks.same(factor, Double(length)) { return .length(length, isInverse: false) }
      if Looks.same(factor, 1 / Double(length)) { return .length(length, isInverse: true) }
    }
    return .factor(factor)
  }

  /// Whether the right values stand in wrong places.
  private static func moved(_ given: [Double], _ truth: [Double], _ shape: [Int]) -> GradientCause? {
    let right = ShadowArray(shape: shape, elements: truth)
    func matches(_ source: ([Int]) -> [Int]) -> Bool {
      var position = 0
      var isSame = true
      ShadowIndex.forEach(in: shape) { index in
        isSame = isSame && Looks.same(given[position], right[source(index)])
        position += 1
      }
      return isSame
    }
    let rank = shape.count
    if rank >= 2, shape[rank - 1] == shape[rank - 2],
      matches({ Array($0.dropLast(2)) + [$0[rank - 1], $0[rank - 2]] })
    {
      return .transposed
    }
    for axis in shape.indices where shape[axis] > 1 {
      func along(_ place: @escaping (Int) -> Int) -> Bool {
        matches { index in
          var source = index
          source[axis] = place(index[axis])
          return source
        }
      }
      let length = shape[axis]
      if along({ ($0 + length - 1) % length }) { return .shifted(by: 1, axis: axis) }
      if along({ ($0 + 1) % length }) { return .shifted(by: -1, axis: axis) }
      if along({ length - 1 - $0 }) { return .reversed(axis: axis) }
    }
    return nil
  }

  /// The axis of the result along which only the first or the last cotangent was passed on.
  private static func missingSum(_ looks: Looks, _ rule: LocalRule) -> Int? {
    guard let cotangent = rule.cotangent, let operand = rule.operand else { return nil }
    for axis in cotangent.shape.indices where cotangent.shape[axis] > 1 {
      for place in [0, cotangent.shape[axis] - 1] {
        let single = ShadowArray(shape: cotangent.shape) { $0[axis] == place ? cotangent[$0] : Wide(0) }
        guard let derivative = rule.operation.pullback(single, to: operand) else { continue }
        if zip(looks.given, derivative.elements).allSatisfy({ Looks.same($0, $1.approximation) }) {
          return axis
        }
      }
    }
    return nil
  }

  /// A number as short as it can be told: a whole one without a point, and one near 1 with what tells it from 1.
  private static func text(_ number: Double) -> String {
    for scale in [1, 1e3, 1e6, 1e12] {
      let short = (number * scale).rounded() / scale
      if Looks.same(short, number) { return scale == 1 ? DecimalText.fixed(short, places: 0) : "\(short)" }
    }
    return DecimalText.significant(number, digits: 6)
  }

  /// The cause as a part of a sentence.
  var description: String {
    switch self {
    case .sign: "a sign"
    case .factor(let factor):
      Looks.same(factor, 2) || Looks.same(factor, 0.5)
        ? "a factor \(factor == 2 ? "2" : "½"), such as of a square"
        : "a factor \(Self.text(factor))"
    case .length(let length, false): "a factor \(length), which is a length: a mean without its 1/N"
    case .length(let length, true): "a factor 1/\(length), of a length: a 1/N too many"
    case .dropped: "a dropped term: nothing is passed on"
    case .transposed: "a transpose"
    case .reversed(let axis): "axis \(axis) taken from its other end"
    case .shifted(let places, let axis): "axis \(axis) off by \(places > 0 ? "one" : "minus one")"
    case .missingSum(let axis):
      "a missing sum: along axis \(axis) of the result the operand is repeated, and one copy only counts"
    case .branch(let factor):
      "a wrong branch: "
        + (factor == 0 ? "nothing is passed on" : "a factor \(Self.text(factor))")
        + " in some elements, and the others are right"
    case .notANumber: "not a number, such as 0 · ∞"
    case .constant(let amount): "\(Self.text(amount)) too much in each element"
    }
  }
}

/// How the elements of two arrays differ.
private struct Looks {
  let given: [Double]
  let truth: [Double]

  init(_ given: [Double], _ truth: [Double]) {
    (self.given, self.truth) = (given, truth)
  }

  /// Whether two numbers are the same but for the rounding of constants.
  static func same(_ a: Double, _ b: Double) -> Bool { a == b || abs(a - b) <= 1e-12 * max(abs(a), abs(b)) }

  private func factor(of positions: [Int]) -> Double? {
    guard let first = positions.first(where: { truth[$0] != 0 }) else { return nil }
    let factor = given[first] / truth[first]
    return positions.allSatisfy({ Self.same(given[$0], factor * truth[$0]) }) ? factor : nil
  }

  /// The factor of all elements.
  var factor: Double? { factor(of: Array(given.indices)) }

  /// The factor of those that are wrong.
  var factorOfWrong: Double? { factor(of: given.indices.filter { !Self.same(given[$0], truth[$0]) }) }

  /// By how much all elements are off.
  var difference: Double? {
    guard let first = given.indices.first else { return nil }
    let difference = given[first] - truth[first]
    let scale = given.reduce(abs(difference)) { max($0, abs($1)) }
    return given.indices.allSatisfy({ abs(given[$0] - truth[$0] - difference) <= 1e-12 * scale })
      ? difference : nil
  }
}
