import ChainRule
import Foundation

/// A file that a minimisation is kept in, so that it can be taken up where it was, by another process if need be.
///
/// The file is replaced whole or not at all: a process that ends in the middle of a save leaves the one before.
public struct Checkpoint: Sendable {
  /// Where the file is.
  public let path: String
  /// How many steps lie between two saves.
  public let interval: Int

  /// Names the file.
  ///
  /// - Parameters:
  ///   - path: Where the file is, or is to be.
  ///   - interval: How many steps lie between two saves, at least 1.
  public init(path: String, every interval: Int = 100) {
    self.path = path
    self.interval = Swift.max(1, interval)
  }

  /// The minimisation in the file; nil if there is no file.
  ///
  /// The point in it is evaluated again: where the numbers are others, so are the data.
  func load<State>(
    _ type: Minimization<State>.Type, of subject: String, on evaluation: Evaluation
  ) throws -> Minimization<State>? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let bytes = try FileBytes.bytes(at: path, operation: "Checkpoint")
    let run: Minimization<State>
    do {
      run = try JSONDecoder.exact.decode(type, from: Data(bytes))
    } catch {
      throw failure("the file holds no minimisation of this kind: \(error)", "delete it to start anew")
    }
    guard run.subject == subject else {
      throw failure("the file belongs to another minimisation: \(run.subject)", "delete it, or name another")
    }
    let saved = run.state.current
    guard run.state.fits(evaluation) && run.isSound, run.initialSlopes.count == evaluation.dimension else {
      throw failure("the state in the file does not fit the objective", "delete it to start anew")
    }
    let found = try Iterate(at: saved.point, on: evaluation)
    guard Self.isSame(saved.value, found.value)
    else {
      throw failure(
        "the objective is \(short(found.value)) at the point in the file, and was \(short(saved.value)) with other data",
        "delete it, or name another")
    }
    return run
  }

  /// Whether two ways to compute one value can have come to these numbers.
  private static func isSame(_ x: Double, _ y: Double) -> Bool {
    x == y || x.isNaN && y.isNaN || Swift.abs(x - y) <= 1e-9 * Swift.max(Swift.abs(x), Swift.abs(y))
  }

  func saveIfDue<State>(_ run: Minimization<State>) throws {
    if run.iteration > 0 && run.iteration.isMultiple(of: interval) { try save(run) }
  }

  func save<State>(_ run: Minimization<State>) throws {
    try FileBytes.write([UInt8](JSONEncoder.exact.encode(run)), to: path, operation: "Checkpoint")
  }

  private func failure(_ problem: String, _ mend: String) -> ChainRuleError {
    ChainRuleError(.file, in: "Checkpoint", operands: path, problem: problem, mend: mend)
  }
}

extension JSONEncoder {
  /// Doubles are written so that they read back exactly, which is Foundation's own way, and infinities as words.
  static var exact: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }
}

extension JSONDecoder {
  /// What `JSONEncoder.exact` wrote.
  static var exact: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }
}
