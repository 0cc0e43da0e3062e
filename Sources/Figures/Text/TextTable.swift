internal import ChainRule

/// A table as text: columns side by side, each as wide as its widest cell, for terminals and other fonts of one width.
///
/// ```swift
/// let table = TextTable([["", "coefficient"], ["size", "2.5"], ["rooms", "-12"]], alignments: [.leading, .trailing])
/// print(table)
/// //        coefficient
/// // size           2.5
/// // rooms          -12
/// ```
public struct TextTable: Sendable, CustomStringConvertible {
  /// The side of a column that its cells stand at.
  public enum Alignment: Sendable {
    /// Cells begin below each other, as texts do.
    case leading
    /// Cells end below each other, as numbers do.
    case trailing
  }

  /// The cells, row by row; a missing one is empty.
  public var rows: [[String]]
  /// How columns are aligned; those beyond the last are as the last.
  public var alignments: [Alignment]
  /// How wide columns are at least.
  public var minimumWidths: [Int]
  /// How many spaces stand between two columns.
  public var gap: Int

  /// A table of rows.
  public init(
    _ rows: [[String]], alignments: [Alignment] = [.leading], minimumWidths: [Int] = [], gap: Int = 2
  ) {
    (self.rows, self.alignments, self.minimumWidths, self.gap) = (rows, alignments, minimumWidths, gap)
  }

  /// The rows as lines, without spaces at their ends.
  public var lines: [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      let wanted = minimumWidths.indices.contains(column) ? minimumWidths[column] : 0
      return rows.reduce(wanted) { max($0, $1.indices.contains(column) ? $1[column].count : 0) }
    }
    return rows.map { row in
      var line = row.enumerated().map { column, cell in
        let alignment = alignments.isEmpty ? .leading : alignments[min(column, alignments.count - 1)]
        return cell.padded(on: alignment == .leading ? .trailing : .leading, to: widths[column])
      }.joined(separator: String(repeating: " ", count: max(gap, 0)))
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  /// The lines in one text.
  public var description: String { lines.joined(separator: "\n") }
}
