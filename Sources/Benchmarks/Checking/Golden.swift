import Foundation

/// The numbers that NumPy computed in double precision, of `Peers/golden.json`.
struct Golden {
  /// A loss and what is kept of a gradient; of the state after a run, the parameters in place of the gradient.
  struct Point: Decodable, Equatable {
    let loss: Double
    let grad_norm: Double
    let grad_first3: [Double]
    let grad_last: Double
    let grad_size: Int
  }

  private struct Entry: Decodable {
    let point: Point
    /// What is compared in its place, if it is there.
    let after: Point?
    let hvp: Point?

    private enum Key: CodingKey { case after, hvp }

    init(from decoder: any Decoder) throws {
      point = try Point(from: decoder)
      let others = try decoder.container(keyedBy: Key.self)
      after = try others.decodeIfPresent(Point.self, forKey: .after)
      hvp = try others.decodeIfPresent(Point.self, forKey: .hvp)
    }
  }

  /// An entry, or the note at the end of the file.
  private struct EntryOrNote: Decodable {
    let entry: Entry?

    init(from decoder: any Decoder) throws {
      if (try? decoder.singleValueContainer().decode(String.self)) != nil {
        entry = nil
      } else {
        entry = try Entry(from: decoder)
      }
    }
  }

  private let entries: [String: EntryOrNote]

  /// - Parameter json: The content of the file.
  init(json: Data) throws {
    entries = try JSONDecoder().decode([String: EntryOrNote].self, from: json)
  }

  /// The numbers that come with the program.
  static func bundled() throws -> Golden {
    guard let url = Bundle.module.url(forResource: "golden", withExtension: "json") else {
      throw DataMistake(
        file: "golden.json", problem: "it is not beside the program", mend: "build Benchmarks anew")
    }
    return try Golden(json: Data(contentsOf: url))
  }

  /// What a workload has to arrive at, such as `W2-f32`; nil where there is nothing to agree with.
  func point(_ key: String) -> Point? {
    guard let entry = entries[key]?.entry else { return nil }
    return entry.after ?? entry.hvp ?? entry.point
  }
}
