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

  @Test("Names that are not those of the numbers are refused")
  func names() throws {
    let table = try GoldenModelTests.table("iris")
    let fitted = try LinearModel(.softmax, penalty: .ridge(0.01)).fit(table, target: "species")
    let text = String(decoding: try fitted.json(), as: UTF8.self)
    #expect(throws: Never.self) { try FittedModel(json: Data(text.utf8)) }
    let found = "\"0\","
    #expect(text.contains(found))
    for planted in ["\"1\",", "", "\"0\", \"3\","] {
      let error = #expect(throws: ChainRuleError.self, "\(planted)") {
        try FittedModel(json: Data(text.replacing(found, with: planted).utf8))
      }
      #expect(error?.description.contains("the numbers in the file do not fit each other") == true)
    }
  }

  @Test("A path that is no file of bytes is refused by the reason, not read without end")
  func paths() throws {
    for (path, says) in [("/dev/zero", "not a regular file"), ("/", "is a directory"), ("", "path is empty")]
    {
      let error = #expect(throws: ChainRuleError.self) { try FittedModel(file: path) }
      #expect(error?.kind == .file && error?.description.contains(says) == true, "\(path): \(error as Any)")
    }
    let error = #expect(throws: ChainRuleError.self) { try Self.fitted().save(to: "/") }
    #expect(error?.description == "FittedModel.save(to:): /: the path is a directory; name a file in it")
  }

  @Test("A model without a minimum cannot pass for one")
  func separable() throws {
    let fitted = try LinearModel(.logistic).fit([[1], [2], [3], [4]], [0, 0, 1, 1])
    #expect(fitted.outcome.status == .unbounded, "\(fitted.outcome.reason)")
  }
}
