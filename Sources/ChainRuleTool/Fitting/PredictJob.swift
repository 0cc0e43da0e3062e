import CommandArguments
import LinearModels

/// What `chainrule predict` does: the predictions of a model for the rows of a file.
package struct PredictJob {
  package let options: PredictOptions

  package init(_ options: PredictOptions) { self.options = options }

  /// CSV with one column, the target's name, or for a classifier the class and the probability of each.
  package func run() throws -> String {
    let model = try FittedModel(file: options.model)
    guard let labels = model.labels else {
      throw ArgumentMistake(
        "\(options.model): the model was not fitted to a table; fit it with chainrule fit")
    }
    let table = try Table(csvFile: options.file, options: labels.encoding.csvOptions)
    var names = [labels.target]
    var columns = [try model.predict(table)]
    // The sign of a zero says nothing of what is predicted.
    if case .numbers(let numbers) = columns[0] { columns = [.numbers(numbers.map { $0 == 0 ? 0 : $0 })] }
    if let classes = labels.classes {
      let probabilities = try model.predictProbability(labels.encoding.features(of: table)).elements
      for (position, name) in classes.enumerated() {
        names.append("probability of \(name)")
        columns.append(
          .numbers(
            stride(from: position, to: probabilities.count, by: classes.count).map { probabilities[$0] }))
      }
    }
    return try Table(columnNames: names, columns: columns).csv()
  }
}
