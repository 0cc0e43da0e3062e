import ChainRule

/// Says in words, and element by element, why a derivative has the form that it has.
struct Explanation {
  let rule: LocalRule
  private var graph: DerivationGraph { rule.graph }

  /// Sentences and equations about this application of the chain rule.
  func passages(factor: TensorNotation, result: TensorNotation) -> [Passage] {
    var passages: [Passage] = []
    for step in rule.chain {
      switch step.node.primitive {
      case .sum(let family) where rule.chain.count == 1: passages += sum(step, over: family.axes, result)
      case .matrixProduct: passages += product(step, result)
      case .select: passages.append(choice(step))
      case _ where step.node.primitive.family.flow.isElementwise && !rule.repeatedAxes.isEmpty:
        passages += broadcast(step, factor, result)
      default: break
      }
    }
    return passages
  }

  private func sum(
    _ step: PullbackObservation, over axes: [Int], _ result: TensorNotation
  ) -> [Passage] {
    let rank = step.node.inputs[0].shape.rank
    let isIndexed = rule.isTotal && rank <= graph.letters.count
    let sentence: [Phrase] = [
      .words("Each element of "), .formula(graph.notation(of: step.node.inputs[0])),
      .words(" is counted once, so each gets the whole derivative of its sum" + (isIndexed ? ":" : ".")),
    ]
    if !isIndexed { return [.sentence(sentence)] }
    let letters = Array(graph.letters.prefix(rank))
    let kept = letters.indices.filter { !axes.contains($0) }.map { letters[$0] }
    let equation = Equation([element(result, letters), element(cotangent(of: step), kept)])
    return [.sentence(sentence), .equations([equation])]
  }

  private func choice(_ step: PullbackObservation) -> Passage {
    .sentence([
      .words("Where "), .formula(graph.notation(of: step.node.inputs[step.input])),
      .words(" is not chosen it has no influence, and gets 0."),
    ])
  }

  // MARK: Broadcasting

  private func broadcast(
    _ step: PullbackObservation, _ factor: TensorNotation, _ result: TensorNotation
  ) -> [Passage] {
    let (axes, shape, own) = (rule.repeatedAxes, step.node.shape, rule.operand.shape)
    let isRows = axes == [0] && shape.rank == own.rank + 1
    let isEach = own.isScalar && shape.rank > 1
    let place = isRows ? "every row" : isEach ? "every element" : "every place along \(Self.list(axes))"
    // An axis of length 1 has no index.
    let isIndexed = shape.rank - own.rank == axes.count && shape.rank <= graph.letters.count
    let sentence: [Phrase] = [
      .formula(graph.notation(of: rule.operand)), .words(" \(Self.verb(step)) \(place) of "),
      .formula(graph.notation(of: step.node)),
      .words(
        ", so its derivative sums over \(isRows ? "the rows" : isEach ? "the elements" : "them")"
          + (isIndexed ? ":" : ".")),
    ]
    if !isIndexed { return [.sentence(sentence)] }
    let letters = Array(graph.letters.prefix(shape.rank))
    let left = element(result, letters.suffix(own.rank))
    let total = TensorNotation.indexedTotal(element(factor, letters), over: axes.map { letters[$0] })
    return [.sentence(sentence), .equations([Equation([left, total])])]
  }

  /// What the operand does to the places where it is repeated.
  private static func verb(_ step: PullbackObservation) -> String {
    switch (step.node.primitive, step.input) {
    case (.arithmetic(.add), _): "is added in"
    case (.arithmetic(.subtract), 1): "is taken off in"
    case (.arithmetic(.multiply), _): "is a factor in"
    case (.arithmetic(.divide), 1): "is the divisor in"
    default: "stands in"
    }
  }

  private static func list(_ axes: [Int]) -> String {
    (axes.count == 1 ? "axis " : "axes ") + axes.map(String.init).joined(separator: ", ")
  }

  // MARK: Matrix products

  /// Row times column, element by element, and what that makes of the derivative.
  private func product(_ step: PullbackObservation, _ result: TensorNotation) -> [Passage] {
    let (node, index) = (step.node, step.input)
    let operands = node.inputs.map { graph.notation(of: $0) }
    let ranks = node.inputs.map(\.shape.rank)
    guard ranks.allSatisfy({ $0 <= 2 }), graph.letters.count >= 3 else {
      return [.sentence([.words("Each matrix of the stack is multiplied on its own.")])]
    }
    let letters = graph.letters
    let row = ranks[0] == 2 ? [letters[0]] : []
    let column = ranks[1] == 2 ? [letters[2]] : []
    let places = [row + [letters[1]], [letters[1]] + column]
    let own = graph.notation(of: node)
    let forward = TensorNotation.indexedTotal(
      .juxtaposed(element(operands[0], places[0]), element(operands[1], places[1])),
      over: [letters[1]])
    let summed = (row + column).filter { !places[index].contains($0) }
    let cotangent = element(cotangent(of: step), row + column)
    let other = element(operands[1 - index], places[1 - index])
    let term = TensorNotation.juxtaposed(index == 0 ? cotangent : other, index == 0 ? other : cotangent)
    return [
      .sentence(sentence(operands, index, own, isAlone: summed.isEmpty)),
      .equations([
        Equation([element(own, row + column), forward]),
        Equation([
          element(result, places[index]), summed.isEmpty ? term : .indexedTotal(term, over: summed),
        ]),
      ]),
    ]
  }

  /// The derivative in the result of an operation.
  private func cotangent(of step: PullbackObservation) -> TensorNotation {
    step.node === graph.loss ? .number(1) : graph.partial(in: step.node)
  }

  private func sentence(
    _ operands: [TensorNotation], _ index: Int, _ own: TensorNotation, isAlone: Bool
  ) -> [Phrase] {
    let (operand, other) = (operands[index], operands[1 - index])
    if isAlone {
      return [
        .words("Each element of "), .formula(operand), .words(" meets one place of "), .formula(other),
        .words(", so nothing is summed:"),
      ]
    }
    // A vector times a matrix is written with the matrix on the right.
    let isVector = index == 0 && operand.rank == 1
    let factor = isVector ? other : TensorNotation.transpose(of: other)
    if index == 1 {
      return [
        .formula(operand), .words(" meets every row of "), .formula(own), .words(" through that row of "),
        .formula(other), .words(", so its derivative sums over the rows: a product with "), .formula(factor),
        .words(":"),
      ]
    }
    return [
      .formula(operand), .words(" meets every column of "), .formula(own), .words(" through that column of "),
      .formula(other), .words(", so its derivative sums over the columns: a product with "), .formula(factor),
      .words(":"),
    ]
  }

  /// The element at some indices; a number, or what has no axes, as it is.
  ///
  /// The elements of a matrix X are x, unless that is another
  /// tensor.
  private func element(_ notation: TensorNotation, _ letters: some Sequence<String>) -> TensorNotation {
    let letters = Array(letters)
    if letters.isEmpty || notation.isNumber { return notation }
    guard letters.count > 1, let node = notation.subject, case .symbol(let name) = notation.content,
      name.count == 1, name != name.lowercased(), name.allSatisfy(\.isASCII),
      !graph.labels.contains(name.lowercased())
    else { return .element(notation, at: letters) }
    return .element(.part(.symbol(name.lowercased()), of: node), at: letters)
  }
}
