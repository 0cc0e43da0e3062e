import ChainRule
import LinearModels
import Testing

/// What is not a number has no class, and classes that a model lacks have no score.
@Suite("Predictions of what a model does not know")
struct PredictionTests {
  private static func binary() throws -> FittedModel {
    try LinearModel(.logistic).fit([[1], [2], [3], [4]], labels: [0, 1, 0, 1])
  }

  private static func three() throws -> FittedModel {
    try LinearModel(.softmax, penalty: .ridge(0.1)).fit([[1], [2], [3], [4]], labels: [0, 1, 2, 1])
  }

  @Test("A row with NaN has the prediction NaN and no class")
  func notANumber() throws {
    for fitted in try [Self.binary(), Self.three()] {
      let rows = try NDArray(rows: [[1], [Double.nan]])
      let predicted = try fitted.predict(rows).elements
      #expect(predicted[0] == 0 && predicted[1].isNaN)
      #expect(try fitted.predictProbability(rows).elements.suffix(2).allSatisfy(\.isNaN))
      #expect(
        sentence { _ = try fitted.predictClasses(rows) }
          == "FittedModel.predictClasses: \(fitted.model.family.name): row 1 has no class, since its linear predictor is not a "
          + "number; remove the row or fill in a number")
      #expect(try fitted.predictClasses([[1]]).elements == [0])
    }
  }

  @Test("A score of a class that the model lacks is refused")
  func unknown() throws {
    #expect(
      sentence { _ = try Self.binary().score([[1], [2]], labels: [0, 2]) }
        == "FittedModel.score: logistic: the target of row 1 is 2; the model has the classes 0 to 1")
    #expect(
      sentence { _ = try Self.three().score([[1], [2]], labels: [3, 2]) }
        == "FittedModel.score: softmax: the target of row 0 is 3; the model has the classes 0 to 2")
    #expect(
      sentence { _ = try Self.binary().score([[1], [2]], [0, 0.5]) }
        == "FittedModel.score: logistic: the target of row 1 is 0.5; the model has the classes 0 to 1")
    #expect(try Self.binary().score([[1], [4]], labels: [0, 1]) == 1)
  }
}
