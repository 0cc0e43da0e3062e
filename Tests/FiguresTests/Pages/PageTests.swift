import Figures
import Testing

@Suite("Pages")
struct PageTests {
  private let page = Page(
    "Ridge <regression>",
    sections: [
      .heading("The fit & its certificate"), .paragraph("A paragraph with <b>no</b> markup."),
      .formula("∇w = −2/N · Xᵀ(y − ŷ)\n∇b = −2/N · Σ(y − ŷ)"),
      .table(
        PageTable(
          "Coefficients", columns: ["column", "coefficient", "share"],
          rows: [["age", 1.25, "3"], ["sex", -120.0, "12.5"], ["<bmi>", .number(.nan), ""], ["s1"]])),
      .list(["one", "two < three"]),
      .plot(PlotBattery.losses, caption: "Loss & rate"),
      .grid(PlotGrid(plots: [PlotBattery.heat], columns: 1)),
      .plot(PlotBattery.coefficients), .heading("End", level: 9),
    ])

  @Test("A page is well-formed, complete HTML that loads nothing")
  func wellFormed() throws {
    #expect(page.html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"))
    let elements = try MarkupReader(page.html).elements
    #expect(elements.prefix(5).map(\.name) == ["html", "head", "meta", "meta", "title"])
    #expect(!elements.contains { ["script", "link", "img", "iframe", "object"].contains($0.name) })
    for element in elements {
      let keys = Set(element.attributes.keys)
      #expect(keys.isDisjoint(with: ["src", "href", "id", "onload"]))
    }
    #expect(!page.html.contains("url(") && !page.html.contains("@import"))
    #expect(elements.count { $0.name == "figure" } == 3)
    #expect(elements.map(\.name).contains("h6"))
    #expect(page.html == page.html)
  }

  @Test("Text is shown as it is, with the line breaks of formulas")
  func text() throws {
    let elements = try MarkupReader(page.html).elements
    func texts(_ name: String) -> [String] { elements.filter { $0.name == name }.map(\.text) }
    #expect(texts("h1") == ["Ridge <regression>"])
    #expect(texts("p") == ["A paragraph with <b>no</b> markup."])
    #expect(texts("pre") == ["\n∇w = −2/N · Xᵀ(y − ŷ)\n∇b = −2/N · Σ(y − ŷ)"])
    #expect(texts("li") == ["one", "two < three"])
    #expect(texts("figcaption") == ["Loss & rate"])
  }

  @Test("Numbers of a column stand with their decimal points below each other")
  func table() throws {
    let cells = try MarkupReader(page.html).elements.filter { $0.name == "td" }
    #expect(
      cells.map(\.text) == ["age", "1.25", "3", "sex", "−120", "12.5", "<bmi>", "NaN", "", "s1", "", ""])
    #expect(cells[0].attributes.isEmpty && cells[1].attributes == ["class": "n"])
    #expect(cells[4].attributes == ["class": "n", "style": "padding-right:calc(.7em + 3ch)"])
    #expect(cells[2].attributes["style"] == "padding-right:calc(.7em + 2ch)")
    #expect(cells[5].attributes["style"] == nil)
  }

  @Test("An empty page and an empty table are pages too")
  func empty() throws {
    _ = try MarkupReader(Page("").html)
    _ = try MarkupReader(Page("", sections: [.table(PageTable(columns: [], rows: [])), .list([])]).html)
  }
}
