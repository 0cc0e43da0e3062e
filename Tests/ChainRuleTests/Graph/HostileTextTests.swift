import ChainRule
import Testing

/// Names that nobody should give, equations that are none, and graphs with too many of everything.
@Suite("Hostile texts and graphs", .timeLimit(.minutes(1)))
struct HostileTextTests {
  static let refused = ["", "\n", "a\nb", "a\r\nb", "\r", "\u{2028}", "\u{85}"]
  static let accepted = [
    " ", "\0", "N", "0", "-", "\\", "{}", "}{", "$x$", "a_b^c", "👩‍👩‍👧‍👦", "e\u{301}\u{301}\u{301}", "\u{202E}x",
    "\u{FEFF}",
    String(repeating: "x", count: 50_000), String(repeating: "\\frac{", count: 5000),
    String(repeating: "👩‍👩‍👧‍👦", count: 1000), "e" + String(repeating: "\u{301}", count: 5000),
  ]

  /// Everything with a name, made of that name.
  private static func named(_ name: String) -> [Tensor] {
    let x = Tensor.parameter("x", shape: [2])
    return [
      .input(name, shape: [2]), .parameter(name, shape: [2]), x.named(name),
      .constant([1, 2], named: name),
      .input("x", shape: [.symbol(name)]),
      gather(x, .indices(name, shape: [2], below: 2), along: 0),
      custom(name, of: [x]) {
        $0[0]
      } pullback: { cotangent, _, _ in
        [cotangent]
      },
    ]
  }

  @Test("Names that are empty or have a line break are refused everywhere", arguments: refused)
  func refusedNames(_ name: String) throws {
    for (position, tensor) in Self.named(name).enumerated() {
      let error = #expect(throws: ChainRuleError.self, "\(position)") { try tensor.shape }
      #expect(error?.kind == .declaration, "\(position)")
      #expect(error?.problem.contains("name") == true, "\(position): \(String(describing: error))")
    }
  }

  @Test("All other names are accepted, written, and bounded in errors", arguments: accepted.indices)
  func acceptedNames(_ number: Int) throws {
    let name = Self.accepted[number]
    for (position, tensor) in Self.named(name).enumerated() where !(position == 4 && name == "N") {
      #expect(tensor.invalidity == nil, "\(position)")
      let written = (tensor + 1).formula
      #expect(!written.unicode.isEmpty && !written.latex.isEmpty)
      let misfit = tensor + Tensor.input("m", shape: [3, 5])
      #expect(misfit.invalidity != nil)
      // A symbol is part of a shape, which is told in full.
      if position != 4 { #expect("\(misfit)".count < 600, "\(position)") }
    }
  }

  @Test("A name of a million letters is told in errors by none of them")
  func million() {
    let long = Tensor.input(String(repeating: "x", count: 1_000_000), shape: [2])
    let misfit = long + Tensor.input("m", shape: [3])
    #expect(
      "\(misfit)" == "invalid tensor (add: … [2] + m [3]: axis -1 has the lengths 2 and 3; "
        + "they must be equal, or one of them 1)")
    #expect(long.formula.unicode.utf8.count == 1_000_000)
  }

  static let equations = [
    "", " ", ",", ",,", "->", "->->", "-", ">", "-->", "i", "ij-", "ij->", "ij>", "i,j", "ij->k", "ij->ijk",
    "ïj", "İj", "i\nj",
    "iı", "...", "…", "I J", "\0\0", "ß", "ﬁ", "2i", "🅰️🅱️", String(repeating: "i", count: 1_000_000),
    String(repeating: ",", count: 1_000_000), String(repeating: "->", count: 200_000),
    "ij->" + String(repeating: "i", count: 1_000_000), String(repeating: " ", count: 1_000_000),
  ]

  @Test(
    "Equations of einsum that are none are refused, the long ones shortened", arguments: equations.indices)
  func equationErrors(_ number: Int) {
    let matrix = Tensor.parameter("A", shape: [2, 3])
    let equation = Self.equations[number]
    let tensor = einsum(equation, matrix)
    // Spaces do not count, and nothing behind the arrow is the sum of all elements.
    if ["ij->", "I J"].contains(equation) {
      #expect(tensor.invalidity == nil, "\(equation)")
    } else {
      #expect(tensor.invalidity?.operation == "einsum", "\(equation.prefix(20))")
      #expect("\(tensor)".count < 300)
    }
    #expect(einsum(equation).invalidity != nil)
  }

  @Test("Hundreds of parts, and as many parts of each, are differentiated and written in a moment")
  func wide() throws {
    let x = Tensor.parameter("x", shape: [], initial: 2)
    var sums: [Tensor] = []
    for _ in 0..<4 {
      let parts = Array(repeating: sums.last ?? x, count: 500)
      sums.append(mean(stack(parts)))
      #expect("\(stack(parts))".count < 300)
    }
    let top = try #require(sums.last)
    let gradient = try top.gradient(withRespectTo: [x])[x]
    #expect(try Swift.abs(gradient.evaluate().scalar - 1) < 1e-12)
    #expect(try top.jacobianVectorProduct(withRespectTo: [x], along: [1]).evaluate().scalar == 1)
    let many = Array(repeating: x, count: 500)
    var y = x
    for _ in 0..<4 {
      let operands = [y] + many.dropFirst()
      y = custom("first", of: operands) {
        $0[0] * $0[1]
      } pullback: { cotangent, x, _ in
        [cotangent * x[1], cotangent * x[0]] + Array(repeating: nil, count: x.count - 2)
      }
      #expect("\(y)".count < 300)
    }
    // x⁵ at 2: 5 · 2⁴.
    #expect(try y.gradient(withRespectTo: [x])[x].evaluate() == 80)
    let misfit = concatenate(Array(repeating: Tensor.positions(2), count: 1000) + [x], along: 0)
    #expect("\(misfit)".count < 300)
  }

  @Test("Every door to a derivative is open to a chain of a thousand")
  func deep() throws {
    let x = Tensor.parameter("x", shape: [2], initial: [0.5, 0.25])
    let r = Tensor.input("r", shape: [.batch])
    var y = x
    for _ in 0..<1000 { y = y + 0.001 * sin(y) }
    let loss = sum(y) * mean(r)
    let at: Bindings<Double> = [r: [1, 1]]
    let gradient = try loss.gradient(withRespectTo: [x])[x].evaluate(at: at)
    let tangent = try y.jacobianVectorProduct(withRespectTo: [x], along: [Tensor.constant([1, 0])]).evaluate()
    #expect(Swift.abs(tangent[0] - gradient[0]) < 1e-12)
    let jacobian = try y.jacobian(withRespectTo: x).evaluate()
    #expect(
      jacobian.shape == [2, 2] && jacobian[0, 1] == 0 && Swift.abs(jacobian[0, 0] - tangent[0]) < 1e-12)
    let product = try loss.hessianVectorProduct(withRespectTo: [x], along: [Tensor.constant([1, 0])])
    let hessian = try loss.hessian(withRespectTo: x).evaluate(at: at)
    #expect(try Swift.abs(product[x].evaluate(at: at)[0] - hessian[0, 0]) < 1e-12)
    #expect(try loss.perExampleGradient(withRespectTo: [x])[x].evaluate(at: at).shape == [2, 2])
    let moved = loss.substituting(2 * x, for: x)
    #expect(try moved.evaluate(at: at) != loss.evaluate(at: at))
  }
}
