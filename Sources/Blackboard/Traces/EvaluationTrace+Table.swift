import ChainRule

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
    let values = rows.map { Self.line($0.value, room: room) }
    let valueWidth = max(values.map(\.count).max() ?? 0, "value".count)
    var lines = [
      "tensor".padded(to: nameWidth) + "  " + "shape".padded(to: shapeWidth) + "  "
        + "value".padded(to: valueWidth) + "  adjoint"
    ]
    for index in rows.indices {
      let adjoint = rows[index].adjoint.map { Self.line($0, room: room) } ?? "(data)"
      lines.append(
        names[index].padded(to: nameWidth) + "  " + shapes[index].padded(to: shapeWidth) + "  "
          + values[index].padded(to: valueWidth) + "  " + adjoint)
    }
    return lines.joined(separator: "\n")
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

extension String {
  /// The text with spaces behind it, counted in characters as a terminal shows them.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - count, 0))
  }
}
