package import Figures
import ChainRule
import Foundation
package import LinearModels
import Optimizers

/// A fit as one page with plots: what was minimised, why it stopped, what came of it, and what it looks like.
package struct FitReport {
  let outcome: FitJob.Outcome
  let training: Table
  let test: Table?
  /// How many rows were fitted, and how many kept back.
  private let rowCounts: (training: Int, test: Int?)

  /// Of rows in a file, so many are drawn.
  private static let drawnRows = 2000

  /// - Parameters:
  ///   - outcome: What came of the fit.
  ///   - training: The rows that were fitted.
  ///   - test: The rows that were kept back, if there are some.
  /// - Throws: `ChainRuleError` of kind `.file` if there is no room for the rows that are drawn.
  package init(_ outcome: FitJob.Outcome, training: Table, test: Table?) throws {
    self.outcome = outcome
    self.training = try Self.drawn(training)
    self.test = try test.map(Self.drawn)
    rowCounts = (training.rowCount, test?.rowCount)
  }

  /// The rows that are drawn: all that are in memory, and of those in a file some at equal distances.
  private static func drawn(_ table: Table) throws -> Table {
    guard table.isInFile, table.rowCount > drawnRows else { return table }
    return try table.rows(at: (0..<drawnRows).map { $0 * (table.rowCount / drawnRows) })
  }

  /// What part of the rows the pictures show; nil if all.
  private var sample: String? {
    training.rowCount == rowCounts.training
      ? nil
      : "Pictures of rows, and the path of the coefficients, are of \(training.rowCount) rows at equal distances."
  }

  var fitted: FittedModel { outcome.fitted }
  /// The columns that the model is fitted to, after categories have become columns of 0 and 1.
  var featureNames: [String] { fitted.scaling.means.indices.map(fitted.featureName) }
  var target: String { fitted.labels?.target ?? "y" }
  var classes: [String] { fitted.labels?.classes ?? [] }
  /// Makes the folder of a report, if it is not there.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` that names it, if it cannot be made.
  package static func prepare(folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw ChainRuleError(
        .file, in: "fit --report", operands: folder, problem: "the folder cannot be made",
        mend: "name a folder that may be written, such as report")
    }
  }

  /// Writes `index.html` into the folder.
  package func write(folder: String) throws {
    try Self.prepare(folder: folder)
    try page().write(htmlFile: folder + "/index.html")
  }

  package func page() throws -> Page {
    let result = fitted.outcome
    var sections: [Page.Section] = [
      .paragraph(
        "A \(fitted.model.family.name) model of \(target) by \(counted(featureNames.count, "feature")), "
          + "fitted to \(counted(rowCounts.training, "row"))"
          + (rowCounts.test.map { "; \(counted($0, "row")) kept back" } ?? "") + "."
          + (sample.map { " " + $0 } ?? "")),
      .heading("What was minimised"),
      .formula("f = " + result.objective), .typeset(outcome.formulas),
      .paragraph(
        (fitted.model.standardizes
          ? "X holds the features, each brought to mean 0 and deviation 1" : "X holds the features")
          + ", y is \(target), and N counts the rows. The gradient was derived from the recorded graph of f."),
      .heading("How it ended"),
      .table(summary),
    ]
    if !outcome.warnings.isEmpty { sections += [.heading("Warnings"), .list(outcome.warnings)] }
    sections += [.heading("The way there")]
    sections.append(
      .grid(
        descent,
        caption:
          "The objective and its stationarity from step to step, as far as they can be told from rounding."))
    if fitted.isFinite {
      sections += try dataSections()
    } else {
      sections.append(.paragraph("The coefficients are not finite; there is nothing to draw of them."))
    }
    sections += [.heading("Coefficients"), .table(coefficientTable)]
    if fitted.isFinite {
      sections.append(
        .plot(coefficientBars, caption: "Of standardised features, so that lengths can be compared."))
      sections += try pathSections()
    }
    return Page("\(target): \(fitted.model.family.name), \(result.status.rawValue)", sections: sections)
  }

  private var summary: PageTable {
    let result = fitted.outcome
    let (name, training) = (outcome.measure, outcome.trainingScore)
    var rows: [[PageTable.Cell]] = [
      ["status", .text(result.status.rawValue)],
      ["reason", .text(result.reason)],
      ["certificate", .text(result.certificate.map { "\($0)" } ?? "none, since it did not converge")],
      ["value of f", .text(result.value.spelled)],
      ["work", .text(outcome.work)],
      ["rows", .text(outcome.rowWords)],
      [.text("\(name), rows fitted"), .text(DecimalText.fixed(training, places: 4))],
    ]
    if let score = outcome.testScore {
      rows.append([.text("\(name), rows kept back"), .text(DecimalText.fixed(score, places: 4))])
    }
    return PageTable(columns: ["", ""], rows: rows)
  }

  private var coefficientTable: PageTable {
    let outputs = fitted.intercepts.count
    let names = outcome.outputNames
    let columns =
      outputs == 1 ? ["feature", "coefficient", "standardised"] : ["feature"] + names
    var rows: [[PageTable.Cell]] = featureNames.enumerated().map { feature, name in
      let own = (0..<outputs).map { fitted.coefficients.elements[feature * outputs + $0] }
      let scaled = outputs == 1 ? [fitted.standardizedCoefficients.elements[feature]] : []
      return [.text(name)] + (own + scaled).map { .number($0) }
    }
    rows.append(["intercept"] + fitted.intercepts.map { .number($0) })
    return PageTable("In the units of the data", columns: columns, rows: rows)
  }
}
