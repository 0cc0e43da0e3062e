import ChainRule
import CommandArguments
import Figures
import Foundation
package import LinearModels
package import Optimizers

/// What `chainrule fit` does: reads the table, fits, and tells.
package struct FitJob {
  package let options: FitOptions

  package init(_ options: FitOptions) { self.options = options }

  /// What became of the rows of the file.
  package struct RowCounts: Encodable, Equatable {
    /// Those that the model was fitted to, and those that were kept back for a score.
    package let used, kept_back: Int
    /// Those left out for a missing value, and those in which one was filled in.
    package let dropped, filled: Int
  }

  /// What came of it.
  package struct Outcome {
    package let fitted: FittedModel
    package let trainingScore: Double
    package let testScore: Double?
    package let warnings: [String]
    package let rows: RowCounts
    /// The derived gradient of the objective, a line for each parameter.
    package let gradients: [String]
    /// The same, typeset.
    let formulas: [PageFormula]

    package var isConverged: Bool { fitted.outcome.status == .converged }
  }

  /// Fits the model, and saves it and writes the report where asked to.
  package func run(observing: ((Optimizers.Progress) -> Void)? = nil) throws -> Outcome {
    // A folder that cannot be made is told before the work, not after it.
    if let folder = options.report { try FitReport.prepare(folder: folder) }
    for (option, path) in [("--save", options.model), ("--checkpoint", options.checkpoint)] {
      guard let path else { continue }
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      if !FileManager.default.fileExists(atPath: folder) {
        throw ArgumentMistake(
          "\(option) \(path): there is no folder \(folder); make it, or name another file")
      }
    }
    let table = try Table(csvFile: options.file, options: csvOptions())
    let model = LinearModel(options.family, penalty: options.penalty, standardizes: options.standardizes)
    // Before rows are split and take other numbers.
    try model.check(table, target: options.target)
    let split: (training: Table, test: Table?) =
      options.testFraction > 0
      ? try {
        let parts = try table.split(
          testFraction: options.testFraction, seed: options.seed,
          stratifiedBy: options.family.isClassifier ? options.target : nil)
        return (parts.training, parts.test)
      }() : (table, nil)
    let problem = try model.problem(split.training, target: options.target)
    let optimizer = try options.optimizer?.optimizer(
      for: model, problem.objective, learningRate: options.learningRate)
    let rule = StoppingRule(tolerance: options.tolerance, maximumIterations: options.maximumIterations)
    let checkpoint = options.checkpoint.map { Checkpoint(path: $0) }
    let fitted = try problem.fit(using: optimizer, until: rule, checkpoint: checkpoint) { progress in
      observing?(progress)
      return .continue
    }
    var unsaved: [String] = []
    if let path = options.model {
      // That the search diverged is the news then, and not that nothing came of it that could be saved.
      if fitted.isFinite {
        try fitted.save(to: path)
      } else {
        unsaved = ["\(path) was not written: the model has numbers that are not finite"]
      }
    }
    let outcome = Outcome(
      fitted: fitted, trainingScore: try fitted.score(split.training),
      testScore: try split.test.map(fitted.score),
      warnings: table.warnings + fitted.warnings + unsaved,
      rows: RowCounts(
        used: split.training.rowCount, kept_back: split.test?.rowCount ?? 0,
        dropped: table.reading?.droppedRows ?? 0, filled: table.reading?.filledRows ?? 0),
      gradients: try Self.gradients(problem.objective, in: UnicodePrinter()),
      formulas: try Self.gradients(problem.objective, in: MathMLPrinter()).map { PageFormula(elements: $0) })
    if let folder = options.report {
      try FitReport(outcome, training: split.training, test: split.test).write(folder: folder)
    }
    return outcome
  }

  private func csvOptions() -> CSVOptions {
    var result = CSVOptions()
    result.missingValues = options.missing
    result.ignored = options.ignored
    // Read as numbers, the classes 01 and 1 would be one.
    result.categories = options.categories.union(options.family.isClassifier ? [options.target] : [])
    return result
  }

  /// The derivative in each parameter, as a formula; that of |w| is its sign.
  private static func gradients(_ objective: Objective, in printer: some NotationPrinter) throws -> [String] {
    let gradient = try objective.smooth.gradient(withRespectTo: objective.parameters)
    return zip(objective.parameters, objective.penalties).map { parameter, penalty in
      let name = TensorNotation.symbol(parameter.formula.unicode)
      let partial = TensorNotation.composed(
        [.text("∂f/∂"), .operand(name, isDelimited: false)], .atom)
      let slope = FormulaText(of: Formula.simplified(gradient[parameter]).node).text(in: printer)
      let kink = TensorNotation.composed(
        [
          .text(" + "), .operand(.number(penalty.magnitudes), isDelimited: true), .text(" "),
          .operand(.function("sign", name), isDelimited: true),
        ], .atom)
      return printer.equation([
        printer.text(of: partial), slope + (penalty.magnitudes > 0 ? printer.text(of: kink) : ""),
      ])
    }
  }
}
