extension Formula {
  /// The expression as Swift source that `import ChainRule` compiles: lines `let …` for what is used more than once or is
  /// named, and at the end the expression itself.
  ///
  /// ```swift
  /// let X = Tensor.input("X", shape: [.batch, 2])
  /// let y = Tensor.input("y", shape: [.batch])
  /// let w = Tensor.parameter("w", shape: [2])
  /// let b = Tensor.parameter("b", shape: [])
  /// let loss = mean(squared((X • w + b).named("ŷ") - y))
  /// print(try loss.gradient(withRespectTo: [b])[b].formula.swift)
  /// // let ŷ = (X • w + b).named("ŷ")
  /// // let t1 = (1 / Tensor.extent(.batch)).reshaped(to: [1]).broadcast(to: [.batch])
  /// // sum(t1 * (2 * (ŷ - y)))
  /// ```
  ///
  /// Unlike `unicode` and `latex` it is not simplified: the source records the operations that were recorded, and
  /// computes the same numbers to the last bit. No line holds more than four operations. Numbers are written so that
  /// they are read back exactly.
  ///
  /// Inputs, parameters and named tensors stand under their names, made identifiers: what cannot stand in an
  /// identifier becomes `_`, the second tensor of a name gets `_2` behind it, and a name that is a word of Swift or a
  /// function of this library gets `_`. Constant arrays of up to 64 elements are written out; longer ones are called
  /// `constant` and `indices` (`swiftArguments` has them).
  ///
  /// - Throws: `ChainRuleError` if the tensor is invalid, or depends on a custom operation, which has no source.
  /// - Complexity: Linear in the number of recorded operations, for any depth of the graph.
  public var swift: String {
    get throws {
      let source = try SwiftSource(of: tensor)
      return (source.statements + [source.result]).joined(separator: "\n")
    }
  }

  /// The tensors that the printed source takes as given, in the order of the parameters of `swiftFunction(named:)`.
  ///
  /// First the inputs, then the parameters, each in the order in which the recorded graph meets them (as `Tensor.inputs`
  /// and `Tensor.parameters` have them), then constant arrays of more than 64 elements.
  ///
  /// - Throws: `ChainRuleError` as `swift` does.
  public var swiftArguments: [Tensor] {
    get throws { try SwiftSource(of: tensor).arguments.map(\.tensor) }
  }

  /// A Swift function that records the expression on the tensors given to it.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [])
  /// let slope = try squared(x).gradient(withRespectTo: [x])[x]
  /// print(try slope.formula.swiftFunction(named: "slope"))
  /// // func slope(_ x: Tensor) -> Tensor {
  /// //   return 1 * (2 * x)
  /// // }
  /// ```
  ///
  /// Applied to `swiftArguments` it returns a tensor that computes the same numbers to the last bit, from the same
  /// operations (`cholesky` alone takes the symmetric part once more). It does not throw: applied to tensors whose shapes do not fit, it returns an invalid tensor, as any
  /// operation does.
  ///
  /// - Parameter name: What to call the function: an identifier that is no word of Swift and no function of this library.
  /// - Throws: `ChainRuleError` if `name` cannot be the function's name, and as `swift` does.
  /// - Complexity: Linear in the number of recorded operations, for any depth of the graph.
  public func swiftFunction(named name: String) throws -> String {
    let identifier = SwiftIdentifiers.identifier(for: name)
    guard name == identifier else {
      throw ChainRuleError(
        .declaration, in: "swiftFunction", operands: String(reflecting: name),
        problem: "a function cannot have this name", mend: "call it \(identifier)")
    }
    let source = try SwiftSource(of: tensor)
    let parameters = source.arguments.map { "_ \($0.name): Tensor" }
    let list = parameters.joined(separator: ", ")
    let isLong = name.utf8.count + list.utf8.count > 80
    let head = "func \(name)(" + (isLong ? "\n  " + parameters.joined(separator: ",\n  ") + "\n" : list)
    let lines = source.statements + ["return \(source.result)"]
    return head + ") -> Tensor {\n" + lines.map { "  \($0)\n" }.joined() + "}\n"
  }
}
