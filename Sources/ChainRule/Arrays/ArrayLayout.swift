/// The arrangement of a printed array: brackets, line breaks, indentation, and gaps where elements are left out.
struct ArrayLayout {
  /// Which positions of each axis are printed, in order; nil stands for those left out.
  private let visible: [[Int?]]
  private let shape: [Int]
  private let separator: String
  private let lineWidth: Int

  /// A layout that leaves out the middle of long axes if there are more than `threshold` elements.
  init(shape: [Int], separator: String, threshold: Int, edgeItems: Int, lineWidth: Int) {
    self.shape = shape
    self.separator = separator
    self.lineWidth = max(lineWidth, 0)
    let edge = max(edgeItems, 1)
    let count = NDArray<Double>.count(of: shape) ?? 0
    let isSummarized = count > threshold
    visible = shape.map { extent in
      // Beside an extent of 0, another one may be too large to list.
      if count == 0 { return [] }
      guard isSummarized, edge < extent - edge else { return Array(0..<extent) }
      return Array(0..<edge) + [nil] + Array(extent - edge..<extent)
    }
  }

  /// The row-major positions of all elements that are printed, in order.
  var offsets: [Int] {
    zip(shape, visible).reduce([0]) { outer, axis in
      outer.flatMap { offset in axis.1.compactMap { $0.map { offset * axis.0 + $0 } } }
    }
  }

  /// The printed array, made of the texts of the visible elements in order.
  ///
  /// The last axis is printed as rows. Between two rows, as many brackets are closed as axes come to their end there; the
  /// line is broken once for each of them, which puts blank lines between blocks.
  func text(_ cells: [String]) -> String {
    guard let rowSlots = visible.last else { return cells.joined() }
    guard !cells.isEmpty else { return "[]" }
    let rank = shape.count
    let separatorEnd = separator.trimmingTrailingSpace
    var cells = cells[...]
    var slots = [Int](repeating: 0, count: rank - 1)
    var text = String(repeating: "[", count: rank)
    while true {
      let gap = slots.indices.last { visible[$0][slots[$0]] == nil }
      text += gap == nil ? row(rowSlots, taking: &cells) : "..."
      // The axis that moves on: that of the gap, or the innermost that has not come to its end.
      let moving = gap ?? slots.indices.last { slots[$0] < visible[$0].count - 1 }
      let closed = gap == nil ? rank - 1 - (moving ?? -1) : 0
      text += String(repeating: "]", count: closed)
      guard let moving else { return text }
      for axis in (moving + 1)..<max(rank - 1, moving + 1) { slots[axis] = 0 }
      slots[moving] += 1
      text += separatorEnd + String(repeating: "\n", count: rank - 1 - moving)
      text += String(repeating: " ", count: moving + 1)
      if visible[moving][slots[moving]] != nil {
        text += String(repeating: "[", count: rank - 1 - moving)
      }
    }
  }

  /// One row without its brackets, broken into lines that leave room for what has to follow them.
  private func row(_ slots: [Int?], taking cells: inout ArraySlice<String>) -> String {
    let indentation = shape.count
    let room = lineWidth - (indentation - 1) - max(separator.trimmingTrailingSpace.count, 1)
    var text = ""
    var line = ""
    // Counted along: counting a long line anew for each word would take forever.
    var length = 0
    let gap = separator.count
    for (position, slot) in slots.enumerated() {
      if position > 0 {
        line += separator
        length += gap
      }
      let word = slot == nil ? "..." : cells.popFirst() ?? ""
      let width = word.count
      if !line.isEmpty && indentation + length + width > room {
        text += line.trimmingTrailingSpace + "\n" + String(repeating: " ", count: indentation)
        line = ""
        length = 0
      }
      line += word
      length += width
    }
    return text + line
  }
}

extension String {
  /// The text without white space at its end.
  fileprivate var trimmingTrailingSpace: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
