import Foundation
import GradientChecking
import Testing

@Suite("Error against step")
struct StepPlotTests {
  @Test("A right derivative has a valley with both laws, a wrong one a plateau")
  func shapes() throws {
    let right = try CentralDifferences().stepPlot(at: 1, derivative: exp(1)) { exp($0) }.svg
    #expect(right.contains("truncation") && right.contains("rounding") && !right.contains("plateau"))
    let wrong = try CentralDifferences().stepPlot(at: 1, derivative: 1.01 * exp(1)) { exp($0) }.svg
    #expect(wrong.contains("plateau"))
  }

  @Test("It is drawn where nothing is known, too")
  func unusable() throws {
    let plot = try CentralDifferences().stepPlot(at: 0, derivative: 1) { $0.squareRoot() }
    #expect(plot.svg.contains("</svg>"))
    #expect(throws: DifferenceError.pointNotFinite(coordinate: 0, value: .nan)) {
      try CentralDifferences().stepPlot(at: .nan, derivative: 1) { $0 }
    }
  }
}
