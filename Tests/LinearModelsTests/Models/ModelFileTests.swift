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

  /// A model of a table with names, classes and categories.
  private static func named() throws -> FittedModel {
    let table = try Table(csv: "size,city,y\n1,Rome,a\n2,Oslo,b\n3,Rome,b\n4,Oslo,a\n5,Bonn,b\n")
    return try LinearModel(.logistic, penalty: .ridge(0.01)).fit(table, target: "y")
  }

  private func refusal(_ bytes: some Sequence<UInt8>) -> ChainRuleError? {
    #expect(throws: ChainRuleError.self) { try FittedModel(json: Data(bytes), file: "m.json") }
  }

  @Test("A file with any byte changed is refused")
  func changedBytes() throws {
    let bytes = [UInt8](try Self.named().json())
    #expect(throws: Never.self) { try FittedModel(json: Data(bytes)) }
    var generator = SeededGenerator(seed: 22)
    for index in bytes.indices {
      for change in [1 << UInt8(generator.next() % 8), UInt8(1 + generator.next() % 255)] {
        var changed = bytes
        changed[index] ^= change
        #expect(refusal(changed)?.kind == .file, "byte \(index) from \(bytes[index]) to \(changed[index])")
      }
    }
  }

  @Test("A file that is cut off is called cut off, wherever it ends")
  func cut() throws {
    let bytes = [UInt8](try Self.named().json())
    for count in stride(from: 1, to: bytes.count, by: 7) {
      let told =
        "FittedModel: m.json: the file is cut off: it ends after \(count) byte\(count == 1 ? "" : "s"), "
      #expect(refusal(bytes.prefix(count))?.description.hasPrefix(told) == true, "\(count)")
    }
    #expect(refusal([])?.problem == "the file is empty")
  }

  @Test(
    "What a person would edit is found: a digit, the levels, the family, a scale, the penalty, the spaces")
  func edited() throws {
    let text = String(decoding: try Self.named().json(), as: UTF8.self)
    let edits = [
      ("0.01", "0.02"), ("\"Bonn\"", "\"Oslo\""), ("logistic", "softmax"),
      ("\"scales\" : [", "\"scales\" : [1,"),
      ("  ", ""), ("\"standardizes\" : true", "\"standardizes\" : false"),
    ]
    for (old, new) in edits {
      #expect(text.contains(old))
      #expect(
        refusal(text.replacing(old, with: new).utf8)?.description.contains("was changed after it was written")
          == true)
    }
  }

  @Test("A file that contradicts itself is refused, though its digest is its own")
  func contradictions() throws {
    let text = String(decoding: try Self.named().json(), as: UTF8.self)
    let names = "the names of features and classes do not fit the model"
    let edits = [
      (#""Oslo""#, #""Lima""#, names), (#""a","#, #""c", "a","#, names),
      (": 0.01", ": 0.02", "the objective was minimised with another penalty"),
      (": 0.01", ": -0.01", "λ is -0.01"),
      (#""scales" : ["#, #""scales" : [1,"#, "the numbers of features, outputs and coefficients do not fit"),
      (#""hasIntercept" : true"#, #""hasIntercept" : false"#, "there is no intercept, and it is not 0"),
      (#""intercepts""#, #""other""#, "intercepts is missing"),
      (#""y""#, "7", "labels.target is of another kind"),
    ]
    for (old, new, problem) in edits {
      let edited = text.replacing(old, with: new)
      #expect(edited != text, "\(old)")
      let error = refusal(ContentDigest.sealed(Array(edited.utf8)))
      #expect(error?.problem.contains(problem) == true, "\(error as Any)")
    }
    let start = try #require(text.range(of: #""scales" : ["#)?.upperBound)
    let place = text[start...].firstIndex { $0.isNumber }
    let digit = try #require(place)
    let scaled = text[..<digit] + "1" + text[digit...]
    #expect(
      refusal(ContentDigest.sealed(Array(scaled.utf8)))?.problem
        == "the file contradicts itself: the standardised coefficients are not those in the units of the data"
    )
    #expect(throws: Never.self) { try FittedModel(json: Data(ContentDigest.sealed(Array(text.utf8)))) }
  }

  @Test("Other files are told as what they are")
  func foreign() throws {
    let text = String(decoding: try Self.named().json(), as: UTF8.self)
    let cases = [
      ("{}", "this is no model file"), ("[1, 2]", "this is no model file"),
      ("size,y", "this is no model file"),
      ("{\"format\": \"other\"}", "this is no model file"),
      (
        text.replacing("\"version\" : 2", with: "\"version\" : 1"),
        "the file has version 1, and this program reads version 2"
      ),
    ]
    for (content, problem) in cases { #expect(refusal(content.utf8)?.problem == problem) }
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
