import Foundation
import LinearModels
import Testing

/// Data sets that others made; their figures are taken from the files by `awk`.
@Suite struct RealDataTests {
  @Test("Diabetes has 442 rows of 10 features, all numbers")
  func diabetes() throws {
    let table = try Table(csvFile: resource("diabetes"))
    let (features, encoding) = try table.features(excluding: "target")
    #expect(features.shape == [442, 10])
    #expect(encoding.featureNames == ["age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"])
    #expect(try table.numbers("target").reduce(0, +) == 67243)
    #expect(features[0, 8] == 4.8598)
    #expect(features[441, 2] == 19.6)
  }

  @Test("Iris has 50 rows of each of 3 classes")
  func iris() throws {
    let table = try Table(csvFile: resource("iris"))
    let species = try table.classLabels("species")
    #expect(species.levels == ["0", "1", "2"])
    #expect((0..<3).map { code in species.codes.count { $0 == code } } == [50, 50, 50])
    #expect(try table.features(excluding: "species").features.shape == [150, 4])
  }

  @Test("Tables written to disk read back", arguments: ["diabetes", "iris"])
  func files(name: String) throws {
    let table = try Table(csvFile: resource(name))
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("written.csv").path
    try table.write(csvFile: path)
    #expect(try Table(csvFile: path) == table)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == table.csv())
  }

  @Test("An error in a file begins with its path")
  func pathInErrors() throws {
    let path = try resource("iris")
    #expect(
      sentence { try Table(csvFile: path, options: CSVOptions(separator: .semicolon, columns: ["species"])) }
        .hasPrefix("CSV: \(path), line 1, column 1: the header line has no semicolon but a comma"))
  }
}
