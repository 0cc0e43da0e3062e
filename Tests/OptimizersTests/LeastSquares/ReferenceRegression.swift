import ChainRule
import Foundation

/// A linear regression with an answer certified elsewhere.
struct ReferenceRegression {
  /// The parts of a reference file that the tests use.
  private struct Answer: Decodable {
    let terms: [String]
    let columns: [String]
    let response: String
    let high_precision_parameters: [String]
    let high_precision_residual_sum_of_squares: String
    let condition_number_of_design: Double
  }

  let design: NDArray<Double>
  let targets: NDArray<Double>
  let coefficients: [Double]
  let residualSumOfSquares: Double
  let conditionNumber: Double

  /// Reads a set such as `Longley` from the resources of the tests.
  ///
  /// - Parameter inTenths: Whether all quantities are measured in tenths. Then data with one decimal are integers, which
  ///   `Double` holds exactly, slopes stay as they are, and the intercept becomes ten times as great.
  init(_ name: String, inTenths: Bool = false) throws {
    func content(_ type: String) throws -> Data {
      guard let file = Bundle.module.url(forResource: name, withExtension: type) else {
        throw CocoaError(.fileNoSuchFile)
      }
      return try Data(contentsOf: file)
    }
    let answer = try JSONDecoder().decode(Answer.self, from: content("json"))
    let lines = String(decoding: try content("csv"), as: UTF8.self).split(separator: "\n").dropFirst()
    let unit = inTenths ? 10.0 : 1
    func number(_ text: Substring) -> Double {
      let value = Double(text) ?? .nan
      return inTenths ? (value * unit).rounded() : value
    }
    let rows = lines.map { line in
      Dictionary(uniqueKeysWithValues: zip(answer.columns, line.split(separator: ",").map { number($0) }))
    }
    design = try NDArray(rows: rows.map { row in answer.terms.map { Self.value(of: $0, in: row) } })
    targets = NDArray(rows.map { $0[answer.response] ?? .nan })
    coefficients = zip(answer.terms, answer.high_precision_parameters).map { term, text in
      (Double(text) ?? .nan) * (term == "1" ? unit : 1)
    }
    residualSumOfSquares = (Double(answer.high_precision_residual_sum_of_squares) ?? .nan) * unit * unit
    conditionNumber = answer.condition_number_of_design
  }

  /// A term: `1`, a column, or a power of a column such as `x**3`, exact for the integers of the data.
  private static func value(of term: String, in row: [String: Double]) -> Double {
    if term == "1" { return 1 }
    let parts = term.split(separator: "*", omittingEmptySubsequences: true)
    let base = row[String(parts[0])] ?? .nan
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 1
    return (0..<exponent).reduce(1) { power, _ in power * base }
  }
}

/// The decimal digits in which numbers agree with the right ones, of the worst pair.
///
/// They are −log₁₀ of the relative error, 16 at most. Where 0 is right, the absolute error counts.
func agreeingDigits(_ found: [Double], _ right: [Double]) -> Double {
  zip(found, right).reduce(16) { digits, pair in
    let error = (pair.0 - pair.1).magnitude / (pair.1 == 0 ? 1 : pair.1.magnitude)
    if error.isNaN { return 0 }
    return error == 0 ? digits : min(digits, -log10(error))
  }
}
