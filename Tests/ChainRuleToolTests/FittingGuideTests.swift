import ChainRule
import Foundation
import Optimizers
import Testing

@Suite("The guide to fitting")
struct FittingGuideTests {
  @Test("Its model of one's own is found")
  func ownModel() throws {
    let t = Tensor.input("t", shape: [.batch])
    let y = Tensor.input("y", shape: [.batch])
    let a = Tensor.parameter("a", shape: [], initial: 1)
    let k = Tensor.parameter("k", shape: [], initial: 0.1)
    let times = NDArray<Double>([0, 1, 2, 3, 4])
    let seen = NDArray<Double>([4, 2, 1, 0.5, 0.25])
    let objective = try Objective(mean(squared(a * exp(-k * t) - y)), data: [t: times, y: seen])
    let solution = try minimize(objective, using: .levenbergMarquardt())
    let amplitude = try solution[a].elements[0]
    let rate = try solution[k].elements[0]
    #expect(solution.isConverged)
    #expect(Swift.abs(amplitude - 4) < 1e-8)
    #expect(Swift.abs(rate - Foundation.log(2)) < 1e-8)
  }

  @Test("Its lines are those tested here")
  func lines() throws {
    let here = URL(fileURLWithPath: #filePath)
    let guide = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/fitting.md")
    func text(_ file: URL) throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }
    let tested = Set(try text(here).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    let blocks = try text(guide).components(separatedBy: "```swift\n").dropFirst()
    let block = try #require(blocks.first { $0.contains(".levenbergMarquardt()") })
    let lines = try #require(block.components(separatedBy: "```").first).split(separator: "\n")
    let computing = lines.filter { !$0.hasPrefix("print") && !$0.hasPrefix("import") }
    #expect(computing.count == 10)
    for line in computing { #expect(tested.contains(String(line)), "\(line)") }
  }

  @Test("Every status has its row")
  func statuses() throws {
    let guide = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/fitting.md")
    let text = String(decoding: try Data(contentsOf: guide), as: UTF8.self)
    for status in Solution.Status.allCases { #expect(text.contains("| `\(status.rawValue)` |"), "\(status)") }
  }
}
