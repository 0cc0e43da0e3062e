import Figures
import Testing

@Suite("Plots")
struct PlotTests {
  @Test(
    "Every plot is well-formed SVG with a title, a description and finite numbers", arguments: PlotBattery.all
  )
  func wellFormed(name: String, plot: Plot) throws {
    let elements = try MarkupReader(plot.svg).elements
    let root = try #require(elements.first)
    #expect(root.name == "svg" && root.attributes["xmlns"] == "http://www.w3.org/2000/svg")
    let size = [root.attributes["width"], root.attributes["height"]].compactMap { $0 }
    #expect(root.attributes["viewBox"] == "0 0 " + size.joined(separator: " "))
    #expect(elements.dropFirst().prefix(2).map(\.name) == ["title", "desc"])
    #expect(
      elements[1].text == (plot.title.isEmpty ? "Plot" : plot.title).replacing("\u{7}", with: "\u{FFFD}"))
    #expect(elements[3].name == "rect" && elements[3].attributes["fill"] == "#ffffff")
    for element in elements {
      for key in ["d", "x", "y"] {
        let value = element.attributes[key] ?? ""
        #expect(!value.contains("nan") && !value.contains("inf") && !value.contains("e"))
      }
    }
  }

  @Test("No text overlaps another or is cut", arguments: PlotBattery.all)
  func texts(name: String, plot: Plot) throws {
    let found = try TextBoxes(plot.svg)
    #expect(found.problems == [])
    #expect(found.boxes.count >= 4)
  }

  @Test("At every size from 240 × 160 the texts have room", arguments: [240.0, 330, 517, 900])
  func sizes(width: Double) throws {
    for (name, plot) in PlotBattery.all {
      var plot = plot
      (plot.width, plot.height) = (width, width * 2 / 3)
      let problems = try TextBoxes(plot.svg).problems
      #expect(problems == [], "\(name)")
    }
  }

  @Test("The reader finds what is not well-formed")
  func readerFinds() {
    for wrong in [
      "<svg>", "<svg></text></svg>", "<svg a=1/>", "<svg a=\"1\" a=\"2\"/>", "<svg>a & b</svg>",
      "<svg a=\"<\"></a>",
      "<svg>\u{7}</svg>", "text", "<svg a=\"\"b\"/>",
    ] {
      #expect(throws: MarkupReader.Problem.self) { try MarkupReader(wrong) }
    }
  }

  @Test("The boxes find a text moved over another, and one over the edge")
  func boxesFind() throws {
    let svg = PlotBattery.losses.svg
    let label = "font-size=\"12\" fill=\"#1b1f24\">rate 0.1</text>"
    let line = try #require(svg.split(separator: "\n").first { $0.hasSuffix(label) })
    #expect(line.contains("y=\"75.2\""))
    let moved = svg.replacing(line, with: line.replacing("y=\"75.2\"", with: "y=\"58\""))
    #expect(try TextBoxes(moved).problems == ["“rate 0.1” overlaps “rate 0.02”"])
    let cut = svg.replacing(line, with: line.replacing("rate 0.1", with: "rate 0.1 and more"))
    #expect(try TextBoxes(cut).problems == ["“rate 0.1 and more” is cut"])
  }

  @Test("The legend stands outside the area of the data", arguments: PlotBattery.all)
  func legendOutside(name: String, plot: Plot) throws {
    let elements = try MarkupReader(plot.svg).elements
    guard let area = elements.first(where: { $0.name == "svg" && $0.attributes["overflow"] == "hidden" })
    else { return }
    let sides = ["x", "y", "width", "height"].compactMap { area.attributes[$0].flatMap(Double.init) }
    for box in try TextBoxes(plot.svg).boxes {
      #expect(
        box.right <= sides[0] || box.left >= sides[0] + sides[2] || box.bottom <= sides[1]
          || box.top >= sides[1] + sides[3])
    }
  }

  @Test("Names with markup are shown as they are")
  func escaping() throws {
    let plot = try #require(PlotBattery.all.first { $0.name == "names" }).plot
    let texts = try MarkupReader(plot.svg).elements.filter { $0.name == "text" }.map(\.text)
    for text in ["<script>alert(\"1 & 2\")</script>", "a < b & 'c'", "\"]]>\u{FFFD}", "</text><b>&amp;"] {
      #expect(texts.contains(text))
    }
    #expect(!plot.svg.contains("<script"))
  }

  @Test("The same plot gives the same bytes")
  func deterministic() {
    for (name, plot) in PlotBattery.all { #expect(plot.svg == plot.svg, "\(name)") }
  }

  @Test("What has no place is left out, and the picture says so")
  func notes() throws {
    let plots = Dictionary(uniqueKeysWithValues: PlotBattery.all.map { ($0.name, $0.plot) })
    #expect(plots["not finite"]?.notes == ["Left out: 3 values not finite."])
    #expect(plots["zero"]?.notes == ["Left out on a logarithmic axis: 3 values not positive."])
    #expect(
      plots["uneven"]?.notes == [
        "Left out on a logarithmic axis: 1 value not positive.", "Left out: 1 value without a partner.",
      ])
    #expect(plots["losses"]?.notes == [])
    #expect(Plot(marks: [.curve(over: -1...1) { $0.squareRoot() }]).notes == [])
    let uneven = try #require(plots["uneven"]).svg
    #expect(try TextBoxes(uneven).boxes.contains { $0.text == "Left out: 1 value without a partner." })
  }

  @Test("Text is measured no narrower than in a wide font, and not much wider")
  func measure() {
    // Advances of DejaVu Sans 2.37, in parts of the size.
    for (text, width) in [
      ("Loss against iteration", 10.74), ("mean squared error", 9.93), ("10⁻¹⁵", 2.6), ("−120", 2.75),
      ("coefficient (standardised)", 12.8), ("1600000000", 6.36), ("ILLINOIS", 4.17), ("WWWmmm", 5.89),
    ] {
      let measured = TextMeasure.width(text, size: 1)
      #expect(measured >= width && measured < 1.15 * width, "\(text)")
    }
  }

  @Test("Bars with the same label have rows of their own")
  func sameLabels() throws {
    let plot = Plot(marks: [.bars(["a", "a", "b"], [1, 2, 3]), .bars(["b", "a"], [4, 5])])
    #expect(try TextBoxes(plot.svg).boxes.count { $0.text == "a" } == 2)
    #expect(try TextBoxes(plot.svg).boxes.count { $0.text == "b" } == 1)
  }

  @Test("A line is broken where a value is missing")
  func gaps() throws {
    let plot = Plot(marks: [.line(x: [0, 1, 2, 3, 4], y: [0, 1, .nan, 1, 0])])
    let path = try MarkupReader(plot.svg).elements.compactMap { element in
      element.attributes["stroke-linejoin"] == nil ? nil : element.attributes["d"]
    }
    #expect(path.count == 1 && path[0].count { $0 == "M" } == 2 && path[0].count { $0 == "L" } == 2)
  }

  @Test("A point stands where its values say")
  func positions() throws {
    let plot = Plot(
      x: .linear(range: 0...10), y: .logarithmic(range: 1...100),
      marks: [.line(x: [0, 5, 10], y: [1, 10, 100])])
    let elements = try MarkupReader(plot.svg).elements
    let area = try #require(elements.first { $0.attributes["overflow"] == "hidden" }).attributes
    let n = ["x", "y", "width", "height"].compactMap { area[$0].flatMap(Double.init) }
    let path = try #require(elements.first { $0.attributes["stroke-linejoin"] != nil }?.attributes["d"])
    let numbers = path.split { "ML ".contains($0) }.compactMap { Double($0) }
    let expected = [n[0], n[1] + n[3], n[0] + n[2] / 2, n[1] + n[3] / 2, n[0] + n[2], n[1]]
    #expect(zip(numbers, expected).allSatisfy { abs($0 - $1) <= 0.015 } && numbers.count == 6)
  }

  @Test("Plots of a grid stand beside and below each other without overlap")
  func grid() throws {
    let grid = PlotGrid("All of them", plots: PlotBattery.all.map(\.plot), columns: 3)
    #expect(try TextBoxes(grid.svg).problems == [])
    #expect(try TextBoxes(PlotGrid(rows: []).svg).problems == [])
    #expect(grid.svg == grid.svg)
  }
}
