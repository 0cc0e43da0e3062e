internal import ChainRule

/// What has no sums and products outside that would be multiplied out: a symbol, or a function of a normal form.
enum Atom: Hashable {
  /// An input, a parameter, or another array that is given, by the number under which it was met.
  case symbol(Int)
  /// 1 where both indices are equal, else 0.
  case delta
  /// e to a term without its coefficient, which is the power of the factor.
  case exponential(Polynomial)
  /// log |p|: where a formula has log p, p is positive.
  case logarithm(Polynomial)
  /// A sum that stands to powers which are not natural numbers.
  case base(Polynomial)
  /// 1 where p > 0, else 0.
  case positive(Polynomial)
  /// 1 where p = 0, else 0.
  case zero(Polynomial)
  case inverse(Polynomial)
  case determinant(Polynomial)
  /// A function of each element.
  case function(ElementFunction, [Polynomial])
  /// Any other operation, as it stands: equal operations on equal operands are equal.
  case operation(Primitive, [Polynomial], sameAs: Int)
  /// 1 where the first index is `start` + `step` times the second: what slices read and pads write.
  case selector(start: Int, step: Int)
  /// 1 where the last index is the integer that stands at the others.
  case oneHot(Int)
  /// 1 in a triangle and 0 elsewhere.
  case triangle(isUpper: Bool, offset: Int)
  /// 1 where the second index is the first one counted from the end.
  case reversal
  /// 1 where the axes in front and those behind, which have other lengths, number the same element.
  case regrouping(from: [Int], to: [Int])

  var isDelta: Bool { if case .delta = self { true } else { false } }

  /// Whether it is 0 or 1, so that every power of it is the same.
  var isIndicator: Bool {
    switch self {
    case .delta, .positive, .zero, .selector, .oneHot, .triangle, .reversal, .regrouping: true
    default: false
    }
  }

  /// Whether it is greater than 0, whatever stands in it.
  var isExponential: Bool { if case .exponential = self { true } else { false } }
}

/// Functions of one number that have no form by powers, exponentials and logarithms.
enum ElementFunction: Hashable {
  case elementwise(Elementwise)
  case polygamma(Int)
  case atan2
  case power
  case constant(String)
  /// A size that formulas are divided by to keep their numbers small, which is above 0.
  case scale
}
