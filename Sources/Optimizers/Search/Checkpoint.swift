import ChainRule
import Foundation

/// A file that a minimisation is kept in, so that it can be taken up where it was, by another process if need be.
///
/// The file is replaced whole or not at all: a process that ends in the middle of a save leaves the one before.
///
/// A search that is taken up ends with the numbers of one that was never stopped. So the file of another objective, other
/// data, another start, or another optimizer or setting of it, such as the learning rate, is refused. The stopping rule may
/// be another: a greater limit continues a search that ran out of steps.
///
/// ```swift
/// let w = Tensor.parameter("w", shape: [2])
/// let objective = try Objective(squared(w[0] - 3) + 10 * squared(w[1] - squared(w[0])))
/// let file = Checkpoint(path: "run.json", every: 2)
/// let cut = try minimize(objective, using: .lbfgs(), until: StoppingRule(maximumIterations: 3), checkpoint: file)
/// cut.status                 // iterationLimit
/// let whole = try minimize(objective, using: .lbfgs(), checkpoint: file)
/// whole.status               // converged
/// ```
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
  /// It must be the one that `fresh` begins: of the same objective, from the same start, by the same optimizer with the
  /// same settings. The point in it is evaluated again: where the numbers are others, so are the data.
  func load<State>(
    inPlaceOf fresh: Minimization<State>, on evaluator: Evaluator
  ) throws -> Minimization<State>? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let data = Data(try FileBytes.bytes(at: path, operation: "Checkpoint"))
    let (anew, other) = ("delete it to start anew", "delete it, or name another")
    guard let identity = try? JSONDecoder.exact.decode(Identity.self, from: data) else {
      throw failure("the file is damaged, or holds something else than a minimisation", anew)
    }
    guard identity.subject == fresh.subject else {
      throw failure("the file belongs to another minimisation: \(identity.subject)", other)
    }
    if let name = Set(identity.settings.keys).union(fresh.settings.keys).sorted()
      .first(where: { identity.settings[$0] != fresh.settings[$0] })
    {
      let (was, now) = (identity.settings[name] ?? "not set", fresh.settings[name] ?? "not set")
      throw failure(
        "\(name) was \(was) when the file was written, and is \(now)", "go on with that setting, or " + other)
    }
    guard Self.isSame(identity.extent.value, fresh.extent.value) else {
      throw failure(
        "the search in the file started where the objective is \(short(identity.extent.value)), and this one where it is "
          + "\(short(fresh.extent.value)): the start or the data are others", other)
    }
    guard let run = try? JSONDecoder.exact.decode(Minimization<State>.self, from: data) else {
      throw failure("the state in the file is damaged", anew)
    }
    let saved = run.state.current
    guard run.state.fits(evaluator) && run.isSound, run.extent.fits(evaluator.dimension) else {
      throw failure("the state in the file does not fit the objective", anew)
    }
    let found = try Iterate(at: saved.point, on: evaluator)
    guard Self.isSame(saved.value, found.value)
    else {
      throw failure(
        "the objective is \(short(found.value)) at the point in the file, and was \(short(saved.value)) with other data",
        other)
    }
    return run
  }

  /// What says which minimisation a file belongs to, whatever its optimizer remembers.
  private struct Identity: Decodable {
    let subject: String
    let settings: [String: String]
    let extent: SearchExtent
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
