import ChainRule
import Foundation
import Testing
import TextbookLosses

/// The closed forms of textbook losses: what docs/closed-forms.md shows is what the library prints, and right on data.
@Suite("Closed forms")
struct ClosedFormTests {
  @Test("The page is the one that the library makes")
  func page() throws {
    let page = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "../../../docs/closed-forms.md").standardized
    let shown = try String(contentsOf: page, encoding: .utf8)
    let others = Self.differences(shown, try TextbookLoss.page())
    #expect(others.isEmpty, "swift run ClosedForms > docs/closed-forms.md; \(others.joined(separator: "; "))")
  }

  @Test("A changed sign, a lost line and a line too many on the page are found")
  func plantedMistakes() {
    #expect(Self.differences("a\n2 − b\nc", "a\n2 + b\nc") == ["2 − b is shown for 2 + b"])
    #expect(Self.differences("a\nc", "a\nb\nc").count == 2)
    #expect(Self.differences("a\nb", "a") == ["b is shown for nothing"])
  }

  /// What a page shows in place of what is made.
  private static func differences(_ shown: String, _ made: String) -> [String] {
    let (shown, made) = (shown.split(separator: "\n"), made.split(separator: "\n"))
    return (0..<max(shown.count, made.count)).compactMap { line in
      let left = line < shown.count ? shown[line] : "nothing"
      let right = line < made.count ? made[line] : "nothing"
      return left == right ? nil : "\(left) is shown for \(right)"
    }
  }

  @Test(
    "No formula needs a second line, and none is longer than the published one", arguments: TextbookLoss.all)
  func lengths(loss: TextbookLoss) throws {
    for derivative in loss.derivatives {
      let formula = try loss.formula(of: derivative).unicode
      #expect(!formula.contains(", where ") && formula.count <= 120, "\(loss.name): \(formula)")
      guard let published = derivative.published else { continue }
      let surplus = TextbookLoss.length(of: formula) - TextbookLoss.length(of: published)
      #expect(surplus <= 0, "\(loss.name): \(formula) is longer than \(published)")
    }
  }

  @Test("Each step to a formula has the values of what was recorded", arguments: TextbookLoss.all)
  func values(loss: TextbookLoss) throws {
    for derivative in loss.derivatives {
      let recorded = try loss.recorded(derivative)
      let steps = Formula.rewritings(of: recorded)
      let named = Formula.simplified(recorded, withNamesOf: loss.loss)
      let sides =
        [recorded, Formula.simplified(recorded), recorded, named] + steps.flatMap { [$0.before, $0.after] }
      let arrays = try Program<Double>(computing: sides + TextbookLoss.readLeaves).run(TextbookLoss.data)
        .arrays
      for pair in 0..<sides.count / 2 {
        let (before, after) = (arrays[2 * pair], arrays[2 * pair + 1])
        #expect(before.shape == after.shape)
        let size = before.elements.map(Swift.abs).max() ?? 0
        // A few roundings for each of some forty operations on numbers near 1, and inverses of matrices of condition 10.
        #expect(
          before.isApproximatelyEqual(
            to: after, relativeTolerance: 1e-10, absoluteTolerance: 1e-11 * max(size, 1)),
          "\(loss.name): \(sides[2 * pair].formula) is not \(sides[2 * pair + 1].formula)")
      }
    }
  }

  @Test("Names that a derivative has lost are those of its loss")
  func names() throws {
    let x = Tensor.parameter("x", shape: [3])
    let p = sigmoid(x).named("p")
    let slope = try sum(p).gradient(withRespectTo: [x])[x]
    #expect(slope.formula.unicode == "σ′(x)")
    #expect(slope.formula(withNamesOf: p * p).unicode == "p ⊙ (1 − p)")
    #expect(slope.formula(withNamesOf: x + Tensor.input("y", shape: [2])).unicode == "σ′(x)")
  }
}
