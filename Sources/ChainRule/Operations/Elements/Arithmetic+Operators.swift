// Operators and mixed arithmetic. Each operator comes in exactly five forms: tensor with tensor, and tensor with
// any integer or any floating-point number on either side. With fewer, a number variable needs a conversion; with
// one generic form alone, the compiler takes seconds to reject a wrong expression of a dozen operators (measured;
// see docs/architecture.md). Literals are tensors by themselves.

extension Tensor: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Creates a scalar constant.
  public init(floatLiteral value: Double) { self = .number(value) }

  /// Creates a scalar constant.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }

  /// Creates a scalar constant from any floating-point number.
  public init(_ value: some BinaryFloatingPoint) { self = .number(Double(value)) }

  /// Creates a scalar constant from any integer.
  public init(_ value: some BinaryInteger) { self = .number(Double(value)) }

  /// Returns the negative of each element.
  ///
  /// - Shape: That of `x`.
  /// - Derivative: −1.
  public static prefix func - (x: Tensor) -> Tensor { .recording(.elementwise(.negate), .one(x)) }
}

// MARK: Arithmetic

extension Tensor {
  /// Returns the sums of the elements.
  ///
  /// ```swift
  /// let X = Tensor.constant([[1, 2], [3, 4]])
  /// print(try (X + .constant([10, 20])).evaluate())
  /// // [[11. 22.]
  /// //  [13. 24.]]
  /// try (X[0] + 1).evaluate()  // [2. 3.]
  /// ```
  ///
  /// - Shape: The broadcast of both.
  public static func + (left: Tensor, right: Tensor) -> Tensor {
    .recording(.arithmetic(.add), .two(left, right))
  }

  /// Returns the sums of the elements.
  public static func + (left: Tensor, right: some BinaryFloatingPoint) -> Tensor { left + Tensor(right) }

  /// Returns the sums of the elements.
  public static func + (left: some BinaryFloatingPoint, right: Tensor) -> Tensor { Tensor(left) + right }

  /// Returns the sums of the elements.
  public static func + (left: Tensor, right: some BinaryInteger) -> Tensor { left + Tensor(right) }

  /// Returns the sums of the elements.
  public static func + (left: some BinaryInteger, right: Tensor) -> Tensor { Tensor(left) + right }

  /// Returns the differences of the elements.
  ///
  /// - Shape: The broadcast of both.
  public static func - (left: Tensor, right: Tensor) -> Tensor {
    .recording(.arithmetic(.subtract), .two(left, right))
  }

  /// Returns the differences of the elements.
  public static func - (left: Tensor, right: some BinaryFloatingPoint) -> Tensor { left - Tensor(right) }

  /// Returns the differences of the elements.
  public static func - (left: some BinaryFloatingPoint, right: Tensor) -> Tensor { Tensor(left) - right }

  /// Returns the differences of the elements.
  public static func - (left: Tensor, right: some BinaryInteger) -> Tensor { left - Tensor(right) }

  /// Returns the differences of the elements.
  public static func - (left: some BinaryInteger, right: Tensor) -> Tensor { Tensor(left) - right }

  /// Returns the products of the elements; `•` is the matrix product.
  ///
  /// ```swift
  /// let x = Tensor.constant([1, 2, 3])
  /// try (x * x).evaluate()    // [1. 4. 9.]
  /// try (0.5 * x).evaluate()  // [0.5 1.  1.5]
  /// ```
  ///
  /// - Shape: The broadcast of both.
  public static func * (left: Tensor, right: Tensor) -> Tensor {
    .recording(.arithmetic(.multiply), .two(left, right))
  }

  /// Returns the products of the elements; `•` is the matrix product.
  public static func * (left: Tensor, right: some BinaryFloatingPoint) -> Tensor { left * Tensor(right) }

  /// Returns the products of the elements; `•` is the matrix product.
  public static func * (left: some BinaryFloatingPoint, right: Tensor) -> Tensor { Tensor(left) * right }

  /// Returns the products of the elements; `•` is the matrix product.
  public static func * (left: Tensor, right: some BinaryInteger) -> Tensor { left * Tensor(right) }

  /// Returns the products of the elements; `•` is the matrix product.
  public static func * (left: some BinaryInteger, right: Tensor) -> Tensor { Tensor(left) * right }

  /// Returns the quotients of the elements.
  ///
  /// - Shape: The broadcast of both.
  public static func / (left: Tensor, right: Tensor) -> Tensor {
    .recording(.arithmetic(.divide), .two(left, right))
  }

  /// Returns the quotients of the elements.
  public static func / (left: Tensor, right: some BinaryFloatingPoint) -> Tensor { left / Tensor(right) }

  /// Returns the quotients of the elements.
  public static func / (left: some BinaryFloatingPoint, right: Tensor) -> Tensor { Tensor(left) / right }

  /// Returns the quotients of the elements.
  public static func / (left: Tensor, right: some BinaryInteger) -> Tensor { left / Tensor(right) }

  /// Returns the quotients of the elements.
  public static func / (left: some BinaryInteger, right: Tensor) -> Tensor { Tensor(left) / right }
}

// MARK: Functions of two operands with a number

/// Returns each element to the power `exponent`.
public func pow(
  _ x: Tensor, _ exponent: some BinaryFloatingPoint, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  pow(x, Tensor(exponent), file: file, line: line)
}

/// Returns each element to the power `exponent`.
public func pow(
  _ x: Tensor, _ exponent: some BinaryInteger, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  pow(x, Tensor(exponent), file: file, line: line)
}

/// Returns the elements no less than `lower` and no greater than `upper`.
public func clamp(
  _ x: Tensor, _ lower: some BinaryFloatingPoint, _ upper: some BinaryFloatingPoint,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Tensor {
  clamp(x, Tensor(lower), Tensor(upper), file: file, line: line)
}

/// Returns the greater of each element and `other`.
public func maximum(
  _ x: Tensor, _ other: some BinaryFloatingPoint, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  maximum(x, Tensor(other), file: file, line: line)
}

/// Returns the greater of each element and `other`.
public func maximum(
  _ x: Tensor, _ other: some BinaryInteger, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  maximum(x, Tensor(other), file: file, line: line)
}

/// Returns the lesser of each element and `other`.
public func minimum(
  _ x: Tensor, _ other: some BinaryFloatingPoint, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  minimum(x, Tensor(other), file: file, line: line)
}

/// Returns the lesser of each element and `other`.
public func minimum(
  _ x: Tensor, _ other: some BinaryInteger, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  minimum(x, Tensor(other), file: file, line: line)
}
