/// What one run of a program computed.
///
/// ```swift
/// let x = Tensor.input("x", shape: [.batch])
/// let (total, greatest) = (sum(x), max(x))
/// let values = try Program(computing: [total, greatest]).run([x: [1, 5, 3]])
/// try values[total]     // 9.0
/// try values[greatest]  // 5.0
/// ```
public struct Values<Scalar: TensorScalar>: Sendable {
  /// The tensors computed, in the order in which the program was given them.
  public let outputs: [Tensor]
  /// Their values, in the same order.
  public let arrays: [NDArray<Scalar>]
  /// Where each of the tensors stands.
  let positions: [Tensor: Int]

  /// The value of one of the outputs.
  ///
  /// - Throws: `ChainRuleError` if the program does not compute `tensor`.
  public subscript(tensor: Tensor) -> NDArray<Scalar> {
    get throws {
      try tensor.validate()
      guard let position = positions[tensor] else {
        throw ChainRuleError.notComputed(tensor, among: outputs, in: "Values")
      }
      return arrays[position]
    }
  }
}

extension ChainRuleError {
  /// A tensor was asked for that is not among the outputs of the program.
  static func notComputed(_ tensor: Tensor, among outputs: [Tensor], in operation: String) -> Self {
    let names = outputs.prefix(8).map(\.label).joined(separator: ", ")
    return ChainRuleError(
      .binding, in: operation, operands: tensor.labelled,
      problem: "the program computes \(names.isEmpty ? "nothing" : names)\(outputs.count > 8 ? ", …" : "")",
      mend: "name \(tensor.label) in Program(computing:)")
  }
}
