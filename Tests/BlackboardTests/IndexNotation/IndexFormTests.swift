import Blackboard
import ChainRule
import Testing

@Suite struct IndexFormTests {
  private let X = Tensor.input("X", shape: [.batch, .symbol("m")])
  private let y = Tensor.input("y", shape: [.batch])
  private let w = Tensor.parameter("w", shape: [.symbol("m")])
  private let b = Tensor.parameter("b", shape: [])

  @Test("The gradient of squares is a sum over rows")
  func squares() throws {
    let loss = mean(squared((X • w + b).named("ŷ") - y))
    let gradient = try loss.gradient(withRespectTo: [w, b])
    let slope = try IndexForm(of: gradient[w])
    #expect(slope.unicode == "2/N Σᵢ xᵢⱼ (ŷᵢ − yᵢ)")
    #expect(slope.latex == "\\frac{2}{N} \\sum_{i} x_{ij} \\left(\\hat{y}_{i} - y_{i}\\right)")
    #expect(slope.indices == ["j"])
    #expect(try IndexForm(of: gradient[b]).unicode == "2/N Σᵢ (ŷᵢ − yᵢ)")
  }

  @Test("LaTeX has commands for all signs")
  func signs() throws {
    let comparison = select(w .<= 1, w, 0)
    let form = try IndexForm(of: comparison)
    #expect(form.unicode.contains("≤") && form.latex.contains("\\le "), "\(form.latex)")
    let slope = try sum(sigmoid(w)).gradient(withRespectTo: [w])[w]
    #expect(try IndexForm(of: slope).latex == "\\sigma'\\left(w_{i}\\right)")
  }

  @Test("Indices below several sums differ")
  func hessian() throws {
    let loss = mean(squared(X • w - y))
    #expect(try IndexForm(of: loss).unicode == "1/N Σᵢ (Σⱼ xᵢⱼ wⱼ − yᵢ)²")
    let second = try loss.hessian(withRespectTo: w)
    #expect(try IndexForm(of: second).unicode == "2/N Σᵢ xᵢⱼ xᵢₖ")
  }

  @Test("A form longer than a page is refused")
  func tooLong() {
    var x = Tensor.parameter("x", shape: [3])
    for _ in 0..<14 { x = sin(x) * cos(x) }
    #expect(throws: ChainRuleError.self) { try IndexForm(of: x) }
  }

  @Test(
    "A chain of any depth is refused, or decided, without a stack of that depth", arguments: [50, 60, 3000])
  func deepChain(_ length: Int) throws {
    let x = Tensor.parameter("x", shape: [])
    var y = x
    for _ in 0..<length { y = sin(y) }
    if length > 60 { #expect(throws: ChainRuleError.self) { try IndexForm(of: y) } }
    let slope = try y.gradient(withRespectTo: [x])[x]
    #expect(try prove(y, equals: y + 1).verdict == .refuted)
    #expect(try prove(y, equals: y).verdict == (length > 60 ? .undecided : .proved))
    #expect(try prove(slope, equals: 2 * slope).verdict != .proved)
  }
}
