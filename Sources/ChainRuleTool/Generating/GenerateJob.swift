import ChainRule
import Foundation

/// What `chainrule generate` does: writes random rows of a line with known coefficients, a piece at a time.
package struct GenerateJob {
  package let options: GenerateOptions

  package init(_ options: GenerateOptions) { self.options = options }

  /// Writes the file, whole or not at all.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` that names it, if it cannot be written.
  package func run() throws {
    let part = options.file + ".part"
    do {
      try FileBytes.write([], to: part, operation: "generate")
      let url = URL(fileURLWithPath: part)
      let file = try FileHandle(forWritingTo: url)
      defer { try? file.close() }
      try write { try file.write(contentsOf: Data($0)) }
      guard rename(part, options.file) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch let error as ChainRuleError {
      throw error
    } catch {
      try? FileManager.default.removeItem(atPath: part)
      throw ChainRuleError(
        .file, in: "generate", operands: options.file, problem: FileBytes.reason(error, verb: "written"),
        mend: "check the path and the room on the disk")
    }
  }

  private func write(_ append: ([UInt8]) throws -> Void) throws {
    var generator = SeededGenerator(seed: options.seed)
    let names = (1...options.columns).map { "x\($0)" } + ["y"]
    var piece = Array((names.joined(separator: ",") + "\n").utf8)
    var spare: Double?
    for _ in 0..<options.rows {
      var y = 1.0
      for column in 1...options.columns {
        let x = 2 * generator.uniform() - 1
        y += Double(column) * x
        piece.append(contentsOf: x.description.utf8)
        piece.append(UInt8(ascii: ","))
      }
      if let z = spare {
        (y, spare) = (y + 0.1 * z, nil)
      } else {
        let (first, second) = generator.normalPair()
        (y, spare) = (y + 0.1 * first, second)
      }
      piece.append(contentsOf: y.description.utf8)
      piece.append(UInt8(ascii: "\n"))
      if piece.count >= 1 << 20 {
        try append(piece)
        piece.removeAll(keepingCapacity: true)
      }
    }
    try append(piece)
  }
}
