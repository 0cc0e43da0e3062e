import Figures
import Testing

@Suite("Tables of text")
struct TextTableTests {
  @Test("Columns are as wide as their widest cell, and no line ends in spaces")
  func widths() {
    let table = TextTable(
      [["", "coefficient", "note"], ["size", "2.5", ""], ["rooms", "-12"]],
      alignments: [.leading, .trailing, .leading])
    #expect(table.lines == ["       coefficient  note", "size           2.5", "rooms          -12"])
    #expect(table.description == table.lines.joined(separator: "\n"))
  }

  @Test("A width may be given, the gap too, and the last alignment goes on")
  func settings() {
    #expect(TextTable([["a", "b", "c"]], minimumWidths: [4], gap: 1).lines == ["a    b c"])
    #expect(
      TextTable([["a", "b", "ccc"], ["aa", "bb", "c"]], alignments: [.trailing], gap: 3).lines == [
        " a    b   ccc", "aa   bb     c",
      ])
  }

  @Test("Tables without rows, columns, alignments or a gap are no trap")
  func nothing() {
    #expect(TextTable([]).lines.isEmpty && TextTable([[]]).lines == [""])
    #expect(TextTable([["a", "b"], []], alignments: [], gap: -3).lines == ["ab", ""])
  }

  @Test("Characters are counted as they are shown")
  func characters() {
    #expect(TextTable([["e\u{301}", "x"], ["ab", "y"]]).lines == ["e\u{301}   x", "ab  y"])
  }
}
