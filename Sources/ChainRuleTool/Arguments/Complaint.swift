package import ChainRule
import LinearModels
import Optimizers

/// An error of the library in the words of a command: with the file, and with options in place of Swift.
package struct Complaint: Equatable, CustomStringConvertible {
  package let description: String

  /// - Parameters:
  ///   - error: What was thrown.
  ///   - command: The command that was called.
  ///   - file: The file of data that it was given.
  package init(_ error: ChainRuleError, of command: Command, about file: String) {
    let sentences = [error.problemSentence, error.advice].map { sentence in
      sentence.worded { command.option(for: $0) }
    }
    // What the library calls the operation is its own affair; a place in the file, or the file itself, says more.
    let place = error.operands.isEmpty ? [] : [error.operands]
    let isAboutData = error.kind == .data && !error.operands.hasPrefix(file)
    let text = sentences.filter { !$0.isEmpty }.joined(separator: "; ")
    description = ((isAboutData ? [file] : []) + place + [text]).joined(separator: ": ")
  }
}

extension Command {
  /// A setting as the option that makes it; nil if this command has none.
  func option(for setting: any Setting) -> String? {
    guard self == .fit else { return nil }
    switch setting {
    case let setting as CSVSetting: return Self.option(for: setting)
    case let setting as ModelSetting: return Self.option(for: setting)
    case let setting as OptimizerSetting: return Self.option(for: setting)
    default: return nil
    }
  }

  private static func option(for setting: CSVSetting) -> String? {
    switch setting {
    case .separator, .missingSpellings: nil
    case .missing(.refuse): "--missing refuse"
    case .missing(.dropRows): "--missing drop"
    case .missing(.fillWithMean): "--missing mean"
    case .categories(let column): "--categories \(argument(column))"
    case .without(let column): "--ignore \(argument(column))"
    }
  }

  private static func option(for setting: ModelSetting) -> String? {
    switch setting {
    case .family(let family): "--model \(family.name)"
    }
  }

  private static func option(for setting: OptimizerSetting) -> String {
    switch setting {
    case .truncatedNewton: "--optimizer newton"
    case .proximalNewton: "--optimizer proximal-newton"
    case .fista: "--optimizer fista"
    }
  }

  /// A name as it is typed: in quotes where a shell would not take it for one word.
  private static func argument(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) }
    return isPlain ? name : "'" + name.replacing("'", with: "'\\''") + "'"
  }
}
