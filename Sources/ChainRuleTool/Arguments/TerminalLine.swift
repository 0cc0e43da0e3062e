#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One line on the terminal, redrawn in place while work is done; nothing at all where output is not a terminal.
package struct TerminalLine {
  package let isShown: Bool

  package init(isShown: Bool) { self.isShown = isShown }

  package func show(_ text: String, _ done: Int, of total: Int) {
    guard isShown else { return }
    let width = 30
    let filled = total > 0 ? width * done / total : width
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    write("\r\(text) \(bar) \(done)/\(total)")
  }

  /// Replaces the line by a text.
  package func show(_ text: String) {
    if isShown { write("\r\u{1B}[2K" + text) }
  }

  package func clear() {
    if isShown { write("\r\u{1B}[2K") }
  }

  private func write(_ text: String) {
    print(text, terminator: "")
    fflush(nil)
  }
}
