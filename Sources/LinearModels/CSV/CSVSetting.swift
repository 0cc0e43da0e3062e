import ChainRule

/// The settings of reading a file that errors advise.
package enum CSVSetting: Setting {
  /// The character between two fields.
  case separator(CSVOptions.Separator)
  /// What becomes of a missing value.
  case missing(CSVOptions.MissingValues)
  /// That a column holds categories.
  case categories(column: String)
  /// What stands for a missing value.
  case missingSpellings
  /// That a column is left out.
  case without(column: String)

  package var swift: String {
    switch self {
    case .separator(let separator): "CSVOptions(separator: .\(separator))"
    case .missing(let policy): "CSVOptions(missingValues: .\(policy))"
    case .categories(let column): "CSVOptions(categories: [\(quoted(column))])"
    case .missingSpellings: "CSVOptions.missingSpellings"
    case .without(let column): "CSVOptions(ignoring: [\(quoted(column))])"
    }
  }
}
