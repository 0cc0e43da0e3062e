extension Tensor: CustomStringConvertible {
  /// A bounded rendering of the expression with its shape: `X • w + b [N]`.
  public var description: String {
    if let invalidity { return "invalid tensor (\(invalidity))" }
    return labelled
  }

  /// The name, or else a bounded formula, as it stands in errors.
  package var label: String { UnicodePrinter().whole(TensorNotation.bounded(node, depth: 4)) }

  /// The label with the shape behind it: `X [N, 3]`.
  package var labelled: String { "\(label) \(node.shape)" }

  /// The given name of a leaf or of a named tensor.
  package var name: String? {
    switch node.primitive {
    case .leaf(.input(let name)), .leaf(.parameter(let name, _)): name
    case .name(let name): name.text
    default: nil
    }
  }
}
