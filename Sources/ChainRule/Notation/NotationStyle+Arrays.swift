// How operations on whole arrays are written: along axes, at positions, and what is not calculated.

extension NotationStyle {
  /// Text that stands as it is, in the upright letters of words where LaTeX would set it as a product of symbols.
  package func verbatim(_ text: String) -> Written { Written(text, .atom) }

  /// A function along axes, which are named below it; none stands for all.
  package func reduction(_ name: String, _ operand: Written, over axes: [Int]) -> Written {
    reduction(name, [operand], over: axes)
  }

  /// A function of several operands along axes, which are named below it; none stands for all.
  package func reduction(_ name: String, _ operands: [Written], over axes: [Int]) -> Written {
    if axes.isEmpty { return function(name, operands) }
    let list = operands.map(\.text).joined(separator: ", ")
    switch self {
    case .unicode:
      return Written("\(name)\(axes.map(subscripted).joined(separator: ","))(\(list))", .atom)
    case .latex:
      let index = axes.map(String.init).joined(separator: ",")
      return Written("\(functionName(name))_{\(index)}\(parenthesized(list))", .atom)
    }
  }

  /// The Euclidean norm, over all axes or those given; an axis below the bars would be read as the order of the norm.
  package func norm(_ operand: Written, over axes: [Int]) -> Written {
    if !axes.isEmpty { return reduction("norm", operand, over: axes) }
    return Written(
      self == .latex ? "\\left\\|\(operand.text)\\right\\|" : "‖\(operand.text)‖", .atom)
  }

  /// The operand between brackets that round it: `⌊x⌋`, `⌈x⌉`.
  package func rounded(_ operand: Written, up: Bool) -> Written {
    switch self {
    case .unicode: Written(up ? "⌈\(operand.text)⌉" : "⌊\(operand.text)⌋", .atom)
    case .latex:
      Written(
        up ? "\\lceil \(operand.text) \\rceil" : "\\lfloor \(operand.text) \\rfloor", .atom)
    }
  }

  /// The elements at some positions: `x[0:3, :]`.
  package func indexed(_ operand: Written, _ places: [String]) -> Written {
    let base = operand.precedence < .atom ? parenthesized(operand.text) : operand.text
    let list = places.joined(separator: self == .latex ? ",\\," : ", ")
    return Written(self == .latex ? "{\(base)}_{\(list)}" : "\(base)[\(list)]", .atom)
  }

  /// An array of ones.
  package var ones: Written { symbol("𝟏") }

  /// The value of an extent.
  package func extent(_ extent: Shape.Extent) -> Written { symbol(extent.description) }

  /// The numbers 0, 1, 2, … below an extent.
  package func positions(_ extent: Shape.Extent) -> Written {
    let end =
      if case .fixed(let length) = extent { number(Double(length - 1)) } else {
        difference(self.extent(extent), number(1))
      }
    return verbatim(self == .latex ? "(0, \\ldots, \(end.text))" : "(0, …, \(end.text))")
  }

  /// Integers that never change; a long list is not written out.
  package func indices(_ indices: IndexArray) -> Written {
    let list =
      indices.elements.prefix(8).map(String.init)
      + (indices.elements.count > 8 ? [self == .latex ? "\\ldots" : "…"] : [])
    return verbatim("(\(list.joined(separator: ", ")))")
  }
}
