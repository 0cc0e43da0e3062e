import Figures
import Testing

@Suite("Decimation")
struct DecimationTests {
  @Test("A line of a million points keeps its ends and every column's extremes")
  func line() throws {
    let count = 1_000_000
    let noise = PlotBattery.numbers(count)
    let points = (0..<count).map { (x: Double($0) * 600 / Double(count), y: noise[$0]) }
    let kept = Decimation.line(points)
    #expect(kept.count <= 6000)
    #expect(kept.first?.y == points.first?.y && kept.last?.y == points.last?.y)
    for column in [0, 17, 599] {
      let all = points.filter { Int($0.x) == column }.map(\.y)
      let left = kept.filter { Int($0.x) == column }.map(\.y)
      #expect(all.min() == left.min() && all.max() == left.max())
    }
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.x <= $1.x })
  }

  @Test("A line that runs to and fro keeps its four extremes")
  func scribble() {
    let points = zip(PlotBattery.numbers(300_000), PlotBattery.numbers(300_000, seed: 7)).map {
      (x: $0 * 600, y: $1 * 400)
    }
    let kept = Decimation.line(points)
    #expect(kept.count <= 6006)
    #expect(kept.map(\.x).min() == points.map(\.x).min() && kept.map(\.x).max() == points.map(\.x).max())
    #expect(kept.map(\.y).min() == points.map(\.y).min() && kept.map(\.y).max() == points.map(\.y).max())
  }

  @Test("Of many points one remains for each place, and the extremes")
  func points() {
    let points = zip(PlotBattery.numbers(300_000), PlotBattery.numbers(300_000, seed: 7)).map {
      (x: $0 * 600, y: $1 * 400)
    }
    let kept = Decimation.points(points)
    #expect(kept.count <= 240 * 160 + 6)
    #expect(kept.map(\.y).min() == points.map(\.y).min() && kept.map(\.x).max() == points.map(\.x).max())
    #expect(Decimation.points(Array(points.prefix(5000))).count == 5000)
  }

  @Test("One spike among a million values is in the picture, which stays small")
  func spike() throws {
    var y = [Double](repeating: 0, count: 1_000_000)
    y[777_777] = 5
    let plot = Plot(y: .linear(range: 0...5), marks: [.line(x: y.indices.map(Double.init), y: y)])
    let elements = try MarkupReader(plot.svg).elements
    let top = try #require(elements.first { $0.attributes["overflow"] == "hidden" }?.attributes["y"])
    let path = try #require(elements.first { $0.attributes["stroke-linejoin"] != nil }?.attributes["d"])
    #expect(path.split(separator: "L").contains { $0.hasSuffix(" " + top) })
    #expect(plot.svg.utf8.count < 100_000)
  }
}
