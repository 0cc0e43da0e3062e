/// What the arguments of `chainrule predict` ask for.
package struct PredictOptions: Equatable {
  package let model: String
  package let file: String

  package static let help = """
    usage: chainrule predict MODEL.json FILE.csv

    Prints the predictions of a fitted model for the rows of a file, as CSV.

    Exit status: 0, or 2 for bad input.
    """

  package init(arguments: ArraySlice<String>) throws(Options.Mistake) {
    if let option = arguments.first(where: { $0.hasPrefix("-") }) {
      throw Options.Mistake(description: "\(option): not an option of predict; try chainrule predict --help")
    }
    guard arguments.count == 2, let model = arguments.first, let file = arguments.last else {
      throw Options.Mistake(
        description: "predict needs a model and a file; try chainrule predict model.json data.csv")
    }
    self.model = model
    self.file = file
  }
}
