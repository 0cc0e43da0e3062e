import ChainRule
import Foundation
import LinearModels
import Testing

/// The sentence of the error that the body throws, or a sentence that no test expects.
func sentence(_ body: () throws -> Any) -> String {
  do {
    return "no error but \(try body())"
  } catch {
    return "\(error)"
  }
}

/// The kind of the error that the body throws.
func kind(_ body: () throws -> Any) -> ChainRuleError.Kind? {
  do {
    _ = try body()
    return nil
  } catch {
    return (error as? ChainRuleError)?.kind
  }
}

/// The path of a data set among the resources.
func resource(_ name: String) throws -> String {
  try #require(Bundle.module.url(forResource: name, withExtension: "csv")).path
}

/// Whether all columns have as many rows as the table, all numbers are finite, and all codes count levels.
func isSound(_ table: Table) -> Bool {
  table.columnNames.count == table.columns.count
    && Set(table.columnNames).count == table.columns.count
    && table.columns.allSatisfy { column in
      guard column.count == table.rowCount else { return false }
      return switch column {
      case .numbers(let numbers): numbers.allSatisfy(\.isFinite)
      case .categories(let categories): categories.codes.allSatisfy(categories.levels.indices.contains)
      }
    }
}
