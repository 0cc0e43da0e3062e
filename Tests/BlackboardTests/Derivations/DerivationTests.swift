import Blackboard
import ChainRule
import Testing

@Suite("Derivations")
struct DerivationTests {
  static let losses = DerivedLosses.rows
  #if DEBUG
    static let seeds = 0..<8
  #else
    static let seeds = 0..<80
  #endif

  @Test("Each line holds at a point, and the last is the gradient", arguments: losses)
  func holds(row: DerivedLosses.Row) throws {
    for variable in row.variables {
      let derivation = try Derivation(of: row.loss, withRespectTo: variable)
      try expectRight(derivation, DerivedLosses.leaves, DerivedLosses.data)
    }
  }

  @Test("Each line holds on random graphs", arguments: seeds)
  func random(seed: Int) throws {
    let graph = try DrawnGraph(seed: UInt64(seed))
    for leaf in graph.leaves {
      try expectRight(try Derivation(of: graph.loss, withRespectTo: leaf), graph.leaves, graph.bindings)
    }
  }

  private func expectRight(_ derivation: Derivation, _ leaves: [Tensor], _ data: Bindings<Double>) throws {
    let faults = try DerivationCheck(derivation, leaves: leaves, data: data).faults()
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))\n\(derivation)")
    let gradient = try derivation.loss.gradient(withRespectTo: [derivation.variable])[derivation.variable]
    #expect(derivation.formula.unicode == gradient.formula.unicode)
    let last = try #require(derivation.steps.last { $0.kind == .simplification })
    #expect(last.product == derivation.gradient && last.line == derivation.gradient)
    for line in derivation.description.split(separator: "\n") where line.count > 100 {
      // A line that is too long is one word.
      #expect(line.split(separator: " ").count == 1, "\(line)")
    }
    // What is not ASCII would not compile where no Unicode fonts are.
    let foreign = derivation.latex.filter { !$0.isASCII }
    #expect(foreign.isEmpty, "\(foreign)")
  }

  private static let mistakes: [Primitive] = [
    .elementwise(.square), .arithmetic(.subtract), .arithmetic(.add),
    (DerivedLosses.X • DerivedLosses.w).node.primitive,
    .arithmetic(.divide),
  ]

  @Test("A mistake in a rule is found in the step that uses it", arguments: mistakes)
  func plantedRule(primitive: Primitive) throws {
    let rules = DerivativeRules(replacing: { found in
      guard found == primitive else { return nil }
      return { cotangent, index, inputs, output in
        primitive.family.pullback(cotangent, to: index, of: inputs, output: output).map { 1.001 * $0 }
      }
    })
    let loss = mean(squared(DerivedLosses.X • DerivedLosses.w + DerivedLosses.b - DerivedLosses.y))
    let derivation = try Derivation(of: loss, withRespectTo: DerivedLosses.w, rules: rules)
    let faults = try DerivationCheck(
      derivation, leaves: DerivedLosses.leaves, data: DerivedLosses.data
    ).faults()
    let first = derivation.steps.firstIndex { $0.operation?.node.primitive == primitive }
    #expect(faults.first?.hasPrefix("step \((first ?? 0) + 1),") == true, "\(faults)")
  }

  @Test(
    "A printed product or local derivative that is not what was recorded is found", arguments: [true, false])
  func plantedLine(isLocal: Bool) throws {
    let loss = mean(squared(DerivedLosses.X • DerivedLosses.w - DerivedLosses.y))
    let derivation = try Derivation(of: loss, withRespectTo: DerivedLosses.w)
    let check = try DerivationCheck(derivation, leaves: DerivedLosses.leaves, data: DerivedLosses.data)
    let right = derivation.steps
    let power = try #require(right.firstIndex { $0.rule == "power rule" })
    #expect(try check.faults(in: right).isEmpty)
    let line = try #require(isLocal ? right[power].local : right[power].line)
    let wrong = right[power].replacing(line: isLocal ? nil : -line, local: isLocal ? 2 * line : nil)
    #expect(try check.faults(in: [wrong]).count == (isLocal ? 1 : 2))
  }

  @Test("A line that is printed wrong is found by reading it")
  func plantedText() throws {
    let loss = mean(squared(DerivedLosses.X • DerivedLosses.w - DerivedLosses.y))
    let derivation = try Derivation(of: loss, withRespectTo: DerivedLosses.w)
    let check = try DerivationCheck(derivation, leaves: DerivedLosses.leaves, data: DerivedLosses.data)
    let text = derivation.formula.unicode
    let value = try check.evaluate(derivation.gradient)
    #expect(text == "2/N · Xᵀ(Xw − y)")
    #expect(try check.fault(in: text, standingFor: value) == nil)
    for wrong in [
      "−2/N · Xᵀ(Xw − y)", "2 · Xᵀ(Xw − y)", "2/N · Xᵀ(Xw + y)", "1/N · Xᵀ(Xw − y)", "2/N · Σ(Xw − y)",
    ] {
      #expect(try check.fault(in: wrong, standingFor: value) != nil)
    }
  }

  @Test("A wrong index or a missing sum is found")
  func plantedIndex() throws {
    let derivation = try Derivation(
      of: DerivedLosses.x • (DerivedLosses.A • DerivedLosses.x), withRespectTo: DerivedLosses.A)
    let check = try DerivationCheck(derivation, leaves: DerivedLosses.leaves, data: DerivedLosses.data)
    let A = TensorNotation.part(.symbol("A"), of: DerivedLosses.A.node)
    let x = TensorNotation.part(.symbol("x"), of: DerivedLosses.x.node)
    let v = TensorNotation.part(.symbol("v"), of: try #require(derivation.stands.first?.tensor.node))
    func sides(_ letters: [String]) -> [TensorNotation] {
      [
        .element(v, at: ["i"]),
        .indexedTotal(.juxtaposed(.element(A, at: letters), .element(x, at: ["j"])), over: ["j"]),
      ]
    }
    #expect(check.holds(ElementEquation(sides: sides(["i", "j"]))))
    #expect(!check.holds(ElementEquation(sides: sides(["j", "i"]))))
    #expect(!check.holds(ElementEquation(sides: [.element(v, at: ["i"]), .element(x, at: ["i"])])))
  }
}
