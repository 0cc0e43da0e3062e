import Blackboard
import ChainRule
import Testing
import TextbookLosses

/// What is printed of textbook losses, and what their books print, is read back to what was recorded.
@Suite("Closed forms read back")
struct ClosedFormReadingTests {
  @Test(
    "Printed and published forms of derivatives have the values of the derivatives",
    arguments: TextbookLoss.all)
  func reading(loss: TextbookLoss) throws {
    for derivative in loss.derivatives {
      let recorded = try loss.recorded(derivative)
      // How large an identity matrix is that stands by itself, no text tells.
      let texts = [try loss.formula(of: derivative).unicode, derivative.published].compactMap(\.self)
      for text in texts where !text.hasSuffix("] · I") {
        let read: Tensor
        do {
          read = try FormulaReader().read(text, with: Self.symbols(of: loss, derivative)).tensor
        } catch {
          Issue.record("\(loss.name): \(text): \(error)")
          continue
        }
        let arrays = try Program<Double>(
          computing: [recorded, read + 0 * recorded] + TextbookLoss.readLeaves
        )
        .run(TextbookLoss.data).arrays
        #expect(
          arrays[0].isApproximatelyEqual(to: arrays[1], relativeTolerance: 1e-10, absoluteTolerance: 1e-10),
          "\(loss.name): \(text)")
      }
    }
  }

  /// What letters stand for in a loss, its names among them.
  private static func symbols(of loss: TextbookLoss, _ derivative: TextbookLoss.Derivative) throws -> [String:
    Tensor]
  {
    let nodes = Traversal(from: [loss.loss.node]).nodes
    let named = nodes.compactMap { node -> Tensor? in
      switch node.primitive {
      case .name, .leaf(.input), .leaf(.parameter), .leaf(.indices): Tensor(node)
      default: nil
      }
    }
    var symbols = Dictionary(named.map { ($0.formula.unicode, $0) }, uniquingKeysWith: { first, _ in first })
    for tensor in named { if case .name(let name) = tensor.node.primitive { symbols[name.text] = tensor } }
    symbols["D"] = TextbookLoss.direction(of: derivative.variable)
    symbols["N"] = nil
    return symbols
  }
}
