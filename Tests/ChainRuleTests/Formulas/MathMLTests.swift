import ChainRule
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// MathML is well-formed, of elements of MathML Core alone, each with as many parts as it takes.
@Suite("MathML")
struct MathMLTests {
  @Test("Each operation is set in sound MathML", arguments: NotationRow.ofElements + NotationRow.ofArrays)
  func operation(row: NotationRow) {
    expectSound(row.tensor)
  }

  @Test("Gradients of losses are set in sound MathML", arguments: LossTable.rows)
  func loss(row: LossFormulaTests.Row) throws {
    expectSound(row.loss)
    expectSound(try row.loss.gradient(withRespectTo: [row.variable])[row.variable])
  }

  @Test("Random graphs and their gradients are set in sound MathML", arguments: 0..<100)
  func graph(seed: Int) throws {
    var graph = try RandomGraph(seed: UInt64(seed))
    let loss = graph.loss()
    for tensor in try [loss] + loss.gradient(withRespectTo: graph.leaves).derivatives { expectSound(tensor) }
    for tensor in MixedGraph(seed: UInt64(seed)).outputs { expectSound(tensor) }
  }

  @Test(
    "Names are escaped",
    arguments: ["<b>", "a & b", "]]>", "x\"y'", "\u{1}", "&#x2061;", "\u{FFFF}", "ŷ₂", "₂", "𝟏", "a<b₁"])
  func names(name: String) throws {
    let x = Tensor.parameter(name, shape: [])
    expectSound(exp(x) / x + x.named("<i>"))
  }

  @Test("A formula reads as it should")
  func example() throws {
    let (x, y) = (Tensor.input("x̄", shape: []), Tensor.input("y₁", shape: []))
    let text = (squared(x) / (2 * y) - 1e-7).formula.mathML
    #expect(
      text == """
        <math xmlns="http://www.w3.org/1998/Math/MathML"><mrow><mfrac><mrow><msup><mrow><mover accent="true">\
        <mi>x</mi><mo>¯</mo></mover></mrow><mrow><mn>2</mn></mrow></msup></mrow><mrow><mn>2</mn><mo>&#x2062;</mo>\
        <msub><mi>y</mi><mn>1</mn></msub></mrow></mfrac><mo>−</mo><mn>1</mn><mo>·</mo><msup><mn>10</mn><mrow>\
        <mo>−</mo><mn>7</mn></mrow></msup></mrow></math>
        """)
  }

  @Test("An invalid tensor has a formula that says so")
  func invalid() {
    expectSound(Tensor.parameter("a", shape: [2]) + Tensor.parameter("b", shape: [3]))
  }

  @Test(
    "Unsound MathML is found out",
    arguments: [
      "<math><mi>x</math>", "<math><mfrac><mn>1</mn></mfrac></math>", "<math><mi>x</mi>", "<math>x</math>",
      "<math><msup><mi>x</mi><mn>1</mn><mn>2</mn></msup></math>", "<math><mi>a & b</mi></math>",
      "<math><mfenced><mi>x</mi></mfenced></math>", "<math><mi><mi>x</mi></mi></math>",
    ])
  func mistakes(text: String) {
    #expect(MathMLFault.found(in: text) != nil)
  }

  private func expectSound(_ tensor: Tensor) {
    let text = tensor.formula.mathML
    let fault = MathMLFault.found(in: text)
    #expect(fault == nil, "\(text)")
  }
}

/// What is wrong with a text that should be MathML.
private enum MathMLFault {
  static func found(in text: String) -> String? {
    let parser = XMLParser(data: Data(text.utf8))
    let reader = Reader()
    parser.delegate = reader
    let isWellFormed = parser.parse()
    return reader.fault ?? (isWellFormed && parser.parserError == nil ? nil : "not well-formed")
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var fault: String?
    private var open: [(name: String, children: Int)] = []

    private static let tokens: Set = ["mi", "mn", "mo", "mtext"]
    private static let parts = [
      "mfrac": 2, "msup": 2, "msub": 2, "munder": 2, "mover": 2, "mspace": 0, "math": 1,
    ]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      if let parent = open.last, Self.tokens.contains(parent.name) { fault = "\(name) within \(parent.name)" }
      let isKnown = Self.tokens.contains(name) || Self.parts[name] != nil || ["mrow", "msqrt"].contains(name)
      if !isKnown { fault = "no element \(name)" }
      if !open.isEmpty { open[open.count - 1].children += 1 }
      open.append((name, 0))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      guard let last = open.popLast(), last.name == name else {
        fault = "\(name) ends where it has not begun"
        return
      }
      if let wanted = Self.parts[name], wanted != last.children {
        fault = "\(name) has \(last.children) parts, and takes \(wanted)"
      }
    }

    // Some parsers mend what is not well-formed, and go on.
    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) { fault = "\(error)" }

    func parserDidEndDocument(_ parser: XMLParser) {
      if !open.isEmpty { fault = "\(open.map(\.name)) do not end" }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      let isBlank = text.allSatisfy(\.isWhitespace)
      if !isBlank, let parent = open.last, !Self.tokens.contains(parent.name) {
        fault = "text within \(parent.name)"
      }
    }
  }
}
