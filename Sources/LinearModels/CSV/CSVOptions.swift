/// How a CSV file is to be read where RFC 4180 leaves a choice.
///
/// ```swift
/// let options = CSVOptions(separator: .semicolon, missingValues: .dropRows)
/// let table = try Table(csv: "size;city\n50;Rome\n;Oslo\n70;Bern\n", options: options)
/// try table.numbers("size")  // [50.0, 70.0]
/// ```
public struct CSVOptions: Hashable, Sendable {
  /// The character between two fields.
  public enum Separator: String, Hashable, Sendable, CaseIterable {
    /// A comma, as RFC 4180 has it.
    case comma = ","
    /// A semicolon, as spreadsheets write it where the comma belongs to numbers.
    case semicolon = ";"
    /// A tab.
    case tab = "\t"

    /// The separator as it lies in a file.
    var byte: UInt8 {
      switch self {
      case .comma: 0x2C
      case .semicolon: 0x3B
      case .tab: 0x09
      }
    }
  }

  /// What becomes of a missing value.
  public enum MissingValues: String, Hashable, Sendable, CaseIterable {
    /// The file is refused, naming line and column of the first one.
    case refuse
    /// The rows that have one are left out.
    case dropRows
    /// The mean of the present numbers of the column takes its place; one in a column of text is refused.
    ///
    /// The mean is that of all rows of the file, so rows split off for testing later have had a part in it.
    case fillWithMean
  }

  /// Spellings of a missing value beside the empty field: `NA`, `N/A`, `NaN`, `nan`, `NAN`, `null`, `NULL`,
  /// `Null`, `?`.
  public static let commonMissingSpellings: Set<String> = [
    "NA", "N/A", "NaN", "nan", "NAN", "null", "NULL", "Null", "?",
  ]

  /// The character between two fields.
  public var separator: Separator
  /// Whether the first line holds the names of the columns; without one they are `x1`, `x2` and so on.
  public var hasHeader: Bool
  /// What becomes of a missing value.
  public var missingValues: MissingValues
  /// The fields that stand for a missing value, beside the empty one, which always does.
  ///
  /// A field counts with or without quotes and with or without spaces around it, in exactly these letters:
  /// `Na` can be sodium. A spelling that is also a number, such as `-999`, is missing and not a number.
  public var missingSpellings: Set<String>
  /// The columns that hold categories even if every field of theirs reads as a number, such as postal codes.
  public var categories: Set<String>
  /// The columns to read, or nil for all; of the others only the form is checked, not the values.
  public var columns: Set<String>?
  /// The columns to leave out, if they are there.
  public var ignored: Set<String>

  /// Creates options; without arguments, a file with a header line, commas and no missing values.
  public init(
    separator: Separator = .comma, hasHeader: Bool = true, missingValues: MissingValues = .refuse,
    missingSpellings: Set<String> = CSVOptions.commonMissingSpellings, categories: Set<String> = [],
    columns: Set<String>? = nil, ignoring ignored: Set<String> = []
  ) {
    self.separator = separator
    self.hasHeader = hasHeader
    self.missingValues = missingValues
    self.missingSpellings = missingSpellings
    self.categories = categories
    self.columns = columns
    self.ignored = ignored
  }
}
