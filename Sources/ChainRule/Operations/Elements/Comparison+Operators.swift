// The comparison operators, in the five forms that arithmetic has (see Arithmetic+Operators.swift). The result is
// 1 where the comparison holds and 0 elsewhere, and has derivative 0. `.==` compares elements; `==` asks whether two
// tensors are the same recorded node.

extension Tensor {
  /// Returns 1 where the left element is less, otherwise 0.
  ///
  /// ```swift
  /// let x = Tensor.constant([1, 2, 3])
  /// try (x .< 2).evaluate()  // [1. 0. 0.]
  /// ```
  ///
  /// - Shape: The broadcast of both.
  public static func .< (left: Tensor, right: Tensor) -> Tensor {
    .recording(.comparison(.less), .two(left, right))
  }

  /// Returns 1 where the left element is less, otherwise 0.
  public static func .< (left: Tensor, right: some BinaryFloatingPoint) -> Tensor { left .< Tensor(right) }

  /// Returns 1 where the left element is less, otherwise 0.
  public static func .< (left: some BinaryFloatingPoint, right: Tensor) -> Tensor { Tensor(left) .< right }

  /// Returns 1 where the left element is less, otherwise 0.
  public static func .< (left: Tensor, right: some BinaryInteger) -> Tensor { left .< Tensor(right) }

  /// Returns 1 where the left element is less, otherwise 0.
  public static func .< (left: some BinaryInteger, right: Tensor) -> Tensor { Tensor(left) .< right }

  /// Returns 1 where the left element is less or equal, otherwise 0.
  ///
  /// - Shape: The broadcast of both.
  public static func .<= (left: Tensor, right: Tensor) -> Tensor {
    .recording(.comparison(.lessOrEqual), .two(left, right))
  }

  /// Returns 1 where the left element is less or equal, otherwise 0.
  public static func .<= (left: Tensor, right: some BinaryFloatingPoint) -> Tensor { left .<= Tensor(right) }

  /// Returns 1 where the left element is less or equal, otherwise 0.
  public static func .<= (left: some BinaryFloatingPoint, right: Tensor) -> Tensor { Tensor(left) .<= right }

  /// Returns 1 where the left element is less or equal, otherwise 0.
  public static func .<= (left: Tensor, right: some BinaryInteger) -> Tensor { left .<= Tensor(right) }

  /// Returns 1 where the left element is less or equal, otherwise 0.
  public static func .<= (left: some BinaryInteger, right: Tensor) -> Tensor { Tensor(left) .<= right }

  /// Returns 1 where the left element is greater, otherwise 0.
  ///
  /// - Shape: The broadcast of both.
  public static func .> (left: Tensor, right: Tensor) -> Tensor {
    .recording(.comparison(.greater), .two(left, right))
  }

  /// Returns 1 where the left element is greater, otherwise 0.
  public static func .> (left: Tensor, right: some BinaryFloatingPoint) -> Tensor { left .> Tensor(right) }

  /// Returns 1 where the left element is greater, otherwise 0.
  public static func .> (left: some BinaryFloatingPoint, right: Tensor) -> Tensor { Tensor(left) .> right }

  /// Returns 1 where the left element is greater, otherwise 0.
  public static func .> (left: Tensor, right: some BinaryInteger) -> Tensor { left .> Tensor(right) }

  /// Returns 1 where the left element is greater, otherwise 0.
  public static func .> (left: some BinaryInteger, right: Tensor) -> Tensor { Tensor(left) .> right }

  /// Returns 1 where the left element is greater or equal, otherwise 0.
  ///
  /// - Shape: The broadcast of both.
  public static func .>= (left: Tensor, right: Tensor) -> Tensor {
    .recording(.comparison(.greaterOrEqual), .two(left, right))
  }

  /// Returns 1 where the left element is greater or equal, otherwise 0.
  public static func .>= (left: Tensor, right: some BinaryFloatingPoint) -> Tensor { left .>= Tensor(right) }

  /// Returns 1 where the left element is greater or equal, otherwise 0.
  public static func .>= (left: some BinaryFloatingPoint, right: Tensor) -> Tensor { Tensor(left) .>= right }

  /// Returns 1 where the left element is greater or equal, otherwise 0.
  public static func .>= (left: Tensor, right: some BinaryInteger) -> Tensor { left .>= Tensor(right) }

  /// Returns 1 where the left element is greater or equal, otherwise 0.
  public static func .>= (left: some BinaryInteger, right: Tensor) -> Tensor { Tensor(left) .>= right }

  /// Returns 1 where the elements are equal, otherwise 0.
  ///
  /// - Shape: The broadcast of both.
  public static func .== (left: Tensor, right: Tensor) -> Tensor {
    .recording(.comparison(.equal), .two(left, right))
  }

  /// Returns 1 where the elements are equal, otherwise 0.
  public static func .== (left: Tensor, right: some BinaryFloatingPoint) -> Tensor { left .== Tensor(right) }

  /// Returns 1 where the elements are equal, otherwise 0.
  public static func .== (left: some BinaryFloatingPoint, right: Tensor) -> Tensor { Tensor(left) .== right }

  /// Returns 1 where the elements are equal, otherwise 0.
  public static func .== (left: Tensor, right: some BinaryInteger) -> Tensor { left .== Tensor(right) }

  /// Returns 1 where the elements are equal, otherwise 0.
  public static func .== (left: some BinaryInteger, right: Tensor) -> Tensor { Tensor(left) .== right }

  /// Returns 1 where the elements differ, otherwise 0.
  ///
  /// - Shape: The broadcast of both.
  public static func .!= (left: Tensor, right: Tensor) -> Tensor {
    .recording(.comparison(.notEqual), .two(left, right))
  }

  /// Returns 1 where the elements differ, otherwise 0.
  public static func .!= (left: Tensor, right: some BinaryFloatingPoint) -> Tensor { left .!= Tensor(right) }

  /// Returns 1 where the elements differ, otherwise 0.
  public static func .!= (left: some BinaryFloatingPoint, right: Tensor) -> Tensor { Tensor(left) .!= right }

  /// Returns 1 where the elements differ, otherwise 0.
  public static func .!= (left: Tensor, right: some BinaryInteger) -> Tensor { left .!= Tensor(right) }

  /// Returns 1 where the elements differ, otherwise 0.
  public static func .!= (left: some BinaryInteger, right: Tensor) -> Tensor { Tensor(left) .!= right }
}
