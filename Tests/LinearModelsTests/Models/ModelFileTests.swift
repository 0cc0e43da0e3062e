import ChainRule
import Foundation
import LinearModels
import Testing

/// Fitted models go to a file and come back the same, and nothing else comes back.
@Suite("Model files")
struct ModelFileTests {
  static func fitted() throws -> FittedModel {
    try LinearModel(.logistic, penalty: .ridge(0.01)).fit(
      [[1, 2], [3, 4], [5, 7], [2, 0], [0, 1]], [0, 1, 1, 1, 0])
  }

  @Test("A model read back predicts the same to the last bit")
  func roundTrip() throws {
    let model = try Self.fitted()
    let again = try FittedModel(json: model.json())
    let X: NDArray<Double> = [[0.3, -2], [1e6, 1e-3]]
    #expect(try again.predictProbability(X) == model.predictProbability(X))
    #expect(again.coefficients == model.coefficients && again.intercepts == model.intercepts)
    #expect(again.outcome == model.outcome && again.model == model.model)
  }

  @Test("Files of another kind or version, and damaged ones, are refused")
  func foreign() throws {
    let text = String(decoding: try Self.fitted().json(), as: UTF8.self)
    let damaged = [
      "", "{}", "[1, 2]", "{\"format\": \"other\"}",
      text.replacing("\"version\" : 1", with: "\"version\" : 2"),
      text.replacing("\"outputs\" : 1", with: "\"outputs\" : 3"),
      text.replacing("\"intercepts\"", with: "\"other\""),
      String(text.prefix(text.count / 2)),
    ]
    for (index, content) in damaged.enumerated() {
      let error = #expect(throws: ChainRuleError.self, "\(index)") {
        try FittedModel(json: Data(content.utf8))
      }
      #expect(error?.kind == .file)
    }
  }

  @Test("A model without a minimum cannot pass for one")
  func separable() throws {
    let fitted = try LinearModel(.logistic).fit([[1], [2], [3], [4]], [0, 0, 1, 1])
    #expect(fitted.outcome.status == .unbounded, "\(fitted.outcome.reason)")
  }
}
