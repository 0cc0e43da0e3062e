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

  /// The trace as a table with the rules beside the numbers: the derivative of each operation with respect to its operands, and
  /// each adjoint as a formula of the adjoints of the rows that use it.
  ///
  /// ```swift
  /// let x = Tensor.parameter("x", shape: [])
  /// print(try EvaluationTrace(of: squared(x) + 3 * x, at: [x: 2]).detailedTable())
  /// // tensor        value  local derivatives         adjoint  adjoint formula
  /// // x             2.0                              7.0      x̄ = 2 · v̄1 · x + 3 · v̄2
  /// // v1 = x²       4.0    ∂v1/∂x = 2x               1.0      v̄1 = v̄3
  /// // v2 = 3x       6.0    ∂v2/∂x = 3                1.0      v̄2 = v̄3
  /// // v3 = v1 + v2  10.0   ∂v3/∂v1 = 1, ∂v3/∂v2 = 1  1.0      v̄3 = 1
  /// ```
  ///
  /// - Parameter room: How many characters an array may take before its end is left out.
  public func detailedTable(room: Int = 32) -> String {
    let cells = rows.map { row in
      let local = row.localDerivatives.map { "∂\(row.label)/∂\($0.operand) = \($0.formula)" }.joined(
        separator: ", ")
      let formula =
        row.adjoint == nil ? "" : "\(TraceRules.barred(row.label)) = \(row.adjointFormula?.unicode ?? "1")"
      return [
        row.expression.map { "\(row.label) = \($0)" } ?? row.label, Self.line(row.value, room: max(room, 12)),
        local,
        row.adjoint.map { Self.line($0, room: max(room, 12)) } ?? "(data)", formula,
      ]
    }
    return TextTable([["tensor", "value", "local derivatives", "adjoint", "adjoint formula"]] + cells)
      .description
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
