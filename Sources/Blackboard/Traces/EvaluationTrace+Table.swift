import ChainRule
import Figures

extension EvaluationTrace {
  /// The trace as a table: one line for each tensor, columns aligned.
  ///
  /// - Parameter columns: The width that values and adjoints share with the rest; arrays that do not fit are
  ///   shortened by an ellipsis.
  public func table(columns: Int = 90) -> String {
    let names = rows.map { row in row.expression.map { "\(row.label) = \($0)" } ?? row.label }
    let shapes = rows.map { $0.shape.isScalar ? "" : $0.shape.description }
    let nameWidth = max(names.map(\.count).max() ?? 0, "tensor".count)
    let shapeWidth = max(shapes.map(\.count).max() ?? 0, "shape".count)
    let room = max((max(columns, 0) - nameWidth - shapeWidth - 6) / 2, 12)
    let cells = rows.enumerated().map { index, row in
      [
        names[index], shapes[index], Self.line(row.value, room: room),
        row.adjoint.map { Self.line($0, room: room) } ?? "(data)",
      ]
    }
    return TextTable([["tensor", "shape", "value", "adjoint"]] + cells).description
  }

  /// An array on one line, its end left out where it is longer than `room`.
  private static func line(_ array: NDArray<Double>, room: Int) -> String {
    let text = array.formatted(
      separator: ", ", precision: 4, threshold: 12, edgeItems: 2, lineWidth: Int.max / 4, isAligned: false)
    if array.rank == 0 { return text.hasSuffix(".") ? text + "0" : text }
    let flat = text.split(separator: "\n").map { line in
      String(line.drop { $0 == " " })
    }.joined(separator: " ")
    if flat.count <= room { return flat }
    // Cut behind a number, never within one.
    let start = flat.prefix(room - 1)
    let end = start.lastIndex(of: ",").map { start.index(after: $0) } ?? start.startIndex
    return start[..<end] + " …"
  }
}
