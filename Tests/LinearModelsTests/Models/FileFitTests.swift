import ChainRule
import Foundation
import LinearModels
import Optimizers
import Testing

/// A table in a file is fitted and scored like one in memory, to the last bit.
@Suite struct FileFitTests {
  private func tables(_ text: String, _ options: CSVOptions = CSVOptions()) throws -> (
    memory: Table, file: Table
  ) {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return (
      try Table(csv: text, options: options), try Table(csvFile: path, options: options, rowFileFrom: 0)
    )
  }

  /// Six hundred rows with a category, a gap now and then, a count and classes.
  private static let text: String = {
    var generator = SeededGenerator(seed: 11)
    var text = "a,b,colour,y,count,class,digit\n"
    for row in 0..<600 {
      let (a, b) = (generator.uniform() - 0.5, 100 + generator.uniform())
      let y = 3 * a - b + generator.uniform()
      let gap = row % 50 == 0 ? "NA" : "\(a)"
      let kind = y + generator.uniform() < -99.7 ? "low" : y > -98.5 ? "high" : "mid"
      text +=
        "\(gap),\(b),\(["red", "blue"][row % 2]),\(y),\(row % 5),\(kind),\(generator.uniform() < 0.5 + a ? 1 : 0)\n"
    }
    return text
  }()

  static let models: [(LinearModel, String, Set<String>)] = [
    (LinearModel(.leastSquares), "y", ["a", "b", "colour", "y"]),
    (LinearModel(.leastSquares, penalty: .lasso(0.01), standardizes: false), "y", ["a", "b", "y"]),
    (LinearModel(.huber(delta: 0.5), hasIntercept: false), "y", ["a", "colour", "y"]),
    (LinearModel(.quantile(0.3)), "y", ["a", "y"]),
    (LinearModel(.poisson, penalty: .ridge(0.1)), "count", ["a", "b", "count"]),
    (LinearModel(.logistic, penalty: .ridge(0.1)), "digit", ["a", "colour", "digit"]),
    (LinearModel(.softmax, penalty: .ridge(0.1)), "class", ["a", "b", "class"]),
  ]

  @Test("Coefficients, reasons, warnings and scores are the same", arguments: models.indices)
  func same(index: Int) throws {
    let (model, target, columns) = Self.models[index]
    for missing in [CSVOptions.MissingValues.dropRows, .fillWithMean] {
      let (memory, file) = try tables(Self.text, CSVOptions(missingValues: missing, columns: columns))
      #expect(file.isInFile && file == memory)
      let (left, right) = (try model.fit(memory, target: target), try model.fit(file, target: target))
      #expect(left.coefficients == right.coefficients && left.intercepts == right.intercepts)
      #expect(left.outcome == right.outcome && left.warnings == right.warnings && left.labels == right.labels)
      #expect(try left.score(memory) == right.score(file))
      #expect(try left.predict(memory) == right.predict(file))
    }
  }

  @Test("What a table in memory is refused for, one in a file is refused for in the same words")
  func refusals() throws {
    for (text, target, family) in [
      ("a,y\n1,2\n2,x\n", "y", Family.leastSquares), ("a,y\n1,2\n2,-1\n", "y", .poisson),
      ("a,y\n1,2\n2,2\n", "y", .logistic), ("a,y\n1,2\n2,3\n3,4\n", "y", .logistic),
      ("a,y\n1,2\n", "z", .leastSquares),
    ] {
      let (memory, file) = try tables(text)
      let model = LinearModel(family)
      let sentences = [memory, file].map { table in sentence { try model.fit(table, target: target) } }
      #expect(sentences[0] == sentences[1])
    }
    let (memory, file) = try tables("a,y\n1,0\n2,1\n3,0\n4,1\n")
    let (_, other) = try tables("a,y\n1,0\n2,1\n3,2\n")
    let fitted = try LinearModel(.logistic, penalty: .ridge(1)).fit(file, target: "y")
    #expect(try fitted.score(memory) == fitted.score(file))
    #expect(
      sentence { try fitted.score(other) }.contains("row 3 is \"2\", which is none of the known levels"))
  }
}
