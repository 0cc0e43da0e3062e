import Blackboard
import ChainRule
import CommandArguments
import Foundation

/// What `chainrule trace` does.
package struct TraceJob {
  package let options: TraceOptions

  package init(_ options: TraceOptions) { self.options = options }

  /// The trace as text.
  ///
  /// - Throws: `FormulaError`, `ArgumentMistake` or `ChainRuleError`.
  package func run() throws -> String {
    let arrays = try NumbersFile.read(options.file)
    let read = try formula(at: arrays)
    let shape = try read.tensor.shape
    guard shape.isScalar else {
      throw ArgumentMistake(
        "the formula is an array of shape \(shape); a trace is of a number: put it into mean(…) or sum(…)")
    }
    let leaves = Set(read.tensor.inputs + read.tensor.parameters)
    let symbols = read.symbols.filter { leaves.contains($0.value) }
    let bindings = try symbols.sorted { $0.key < $1.key }.map { name, tensor in
      guard let array = arrays[name] else {
        throw ArgumentMistake("\(options.file): there are no numbers for \(name) \(tensor.node.shape)")
      }
      return (tensor, array)
    }
    for name in arrays.keys.sorted() where symbols[name] == nil {
      let known = NearNames.advice(for: name, among: symbols.keys.sorted())
      throw ArgumentMistake("\(options.file): the formula has no symbol \(name); \(known)")
    }
    return try EvaluationTrace(of: read.tensor, at: Bindings(bindings)).detailedTable()
  }

  /// The formula, with the shapes that the numbers have where the inferred ones have other ranks.
  private func formula(at arrays: [String: NDArray<Double>]) throws -> ReadFormula {
    let told = options.request.shapes
    let guess = Result { try options.request.read() }
    if case .success(let read) = guess, read.inferred.allSatisfy({ arrays[$0.key]?.rank == $0.value.rank }) {
      return read
    }
    let own = arrays.filter { told[$0.key] == nil }.mapValues { Shape($0.shape) }
    return try FormulaReader(shapes: told.merging(own) { first, _ in first }).read(options.request.formula)
  }
}

/// Arrays by their names in a file of JSON.
enum NumbersFile {
  static func read(_ file: String) throws -> [String: NDArray<Double>] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ArgumentMistake("\(file): it cannot be read; give a file of numbers as JSON")
    }
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw ArgumentMistake("\(file): it is no JSON object; write {\"w\": [1, 2], \"b\": 0.5}")
    }
    var arrays: [String: NDArray<Double>] = [:]
    for (name, value) in object {
      guard let array = array(value) else {
        throw ArgumentMistake(
          "\(file): \(name) is no number, and no list of numbers or of lists of equal length")
      }
      arrays[name] = array
    }
    return arrays
  }

  private static func array(_ value: Any) -> NDArray<Double>? {
    if let number = value as? NSNumber { return NDArray(number.doubleValue) }
    guard let list = value as? [Any] else { return nil }
    let parts = list.compactMap(array)
    guard parts.count == list.count, parts.allSatisfy({ $0.shape == parts[0].shape }) else { return nil }
    let inner = parts.first?.shape ?? []
    return try? NDArray(shape: [parts.count] + inner, elements: parts.flatMap { Array($0.elements) })
  }
}
