import ChainRule
import Foundation
import LinearModels
import Testing

@Suite struct FeatureEncodingTests {
  private func table() throws -> Table {
    try Table(csv: "size,city,price\n50,Rome,1\n70,Oslo,2\n90,Bern,3\n")
  }

  @Test("Numbers are features as they are, and levels but the first are one-hot")
  func reference() throws {
    let (features, encoding) = try table().features(excluding: "price")
    #expect(encoding.featureNames == ["size", "city=Oslo", "city=Rome"])
    #expect(features == [[50, 0, 1], [70, 1, 0], [90, 0, 0]])
  }

  @Test("All levels can be kept")
  func allLevels() throws {
    let (features, encoding) = try table().features(excluding: "price", "size", keepingAllLevels: true)
    #expect(encoding.featureNames == ["city=Bern", "city=Oslo", "city=Rome"])
    #expect(features == [[0, 0, 1], [0, 1, 0], [1, 0, 0]])
  }

  @Test("An encoding fits tables with other columns, orders and levels of their own")
  func otherTable() throws {
    let encoding = try FeatureEncoding(of: table(), excluding: ["price"])
    let other = try Table(csv: "extra,city,size\n1,Rome,5\n2,Oslo,6\n")
    #expect(try encoding.features(of: other) == [[5, 0, 1], [6, 1, 0]])
    #expect(try encoding.features(of: other, rows: 1..<2) == [[6, 1, 0]])
    #expect(try encoding.features(of: other, rows: 1..<1).shape == [0, 3])
  }

  @Test("What does not fit an encoding is told by column and row")
  func misfits() throws {
    let encoding = try FeatureEncoding(of: table(), excluding: ["price"])
    let operation = "FeatureEncoding.features(of:): "
    let cases: [(String, String)] = [
      (
        "size,city\n1,Oslo\n2,Romw\n",
        "column \"city\": row 2 is \"Romw\", a level that the encoding does not know; did you mean \"Rome\"?"
      ),
      ("size,town\n1,Oslo\n", "column \"city\": there is no such column; there are \"size\", \"town\""),
      (
        "size,city\n1,Oslo\n2 m,Oslo\n",
        "column \"size\": row 2 is \"2 m\", and numbers are needed; "
          + "mend the value, leave it empty if it is missing, or name its spelling in CSVOptions.missingSpellings"
      ),
      (
        "size,city\n1,7\n",
        "column \"city\": row 1 is 7, and text is needed, such as \"Bern\"; "
          + "read the table with CSVOptions(categories: [\"city\"])"
      ),
      ("size,city\n", "the table has no rows; give at least one"),
    ]
    for (text, expected) in cases {
      #expect(sentence { try encoding.features(of: Table(csv: text)) } == operation + expected)
    }
    #expect(
      sentence { try encoding.features(of: table(), rows: 2..<4) }
        == operation + "there are no rows 2..<4; the table has 3 rows, counted from 0")
  }

  @Test("Its CSV options read codes as they were read before, and nothing but what it needs")
  func options() throws {
    let encoding = try FeatureEncoding(
      of: Table(csv: "code,y\n007,1\nA1,2\n"), excluding: ["y"], keepingAllLevels: true)
    let later = try Table(csv: "y,code\n,007\n,007\n", options: encoding.csvOptions)
    #expect(try encoding.features(of: later) == [[1, 0], [1, 0]])
  }

  @Test("Columns that make no features are refused")
  func refused() throws {
    let operation = "FeatureEncoding(of:excluding:): "
    #expect(
      sentence { try table().features(excluding: "prise") }
        == operation + "column \"prise\": there is no such column; did you mean \"price\"?")
    #expect(
      sentence { try Table(csv: "y\n1\n").features(excluding: "y") }
        == operation + "no feature is left; keep a column of numbers, or of two levels or more")
    #expect(
      sentence { try Table(csv: "a,a=b\nb,1\nc,2\n").features(keepingAllLevels: true) }
        == operation + "two features have the name \"a=b\"; rename a column")
    #expect(
      sentence { try Table(csv: "y\n").features() } == operation + "the table has no rows; give at least one")
  }

  @Test("A column of too many levels is refused, and a number misspelt in it is found")
  func tooManyLevels() throws {
    let text = "name\n" + (0..<12).map { "n\($0)\n" }.joined()
    let names = try Table(csv: text, options: CSVOptions(categories: ["name"]))
    #expect(
      sentence { try FeatureEncoding(of: names, maximumLevels: 11) }
        == "FeatureEncoding(of:excluding:): column \"name\": the column holds 12 different texts, "
        + "and at most 11 become features; leave the column out, or raise maximumLevels")
    let misspelt = "age\n" + (0..<12).map { "\($0)\n" }.joined() + "12..5\n"
    let typo = try Table(csv: misspelt, options: CSVOptions(categories: ["age"]))
    #expect(
      sentence { try FeatureEncoding(of: typo, maximumLevels: 11) }.hasSuffix(
        "become features; 12 of 13 different texts read as numbers, but row 13 is \"12..5\""))
    #expect(
      sentence { try FeatureEncoding(of: Table(csv: misspelt)) }.contains(
        "column \"age\": row 13 is \"12..5\", which is no number, and 12 of 13 different texts are numbers; ")
    )
  }

  @Test("An encoding survives JSON, and a damaged one is refused")
  func json() throws {
    let encoding = try FeatureEncoding(of: table(), excluding: ["price"])
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = try encoder.encode(encoding)
    let expected =
      #"{"inputs":[{"name":"size"},{"levels":["Bern","Oslo","Rome"],"name":"city"}],"keepsAllLevels":false}"#
    #expect(String(decoding: json, as: UTF8.self) == expected)
    #expect(try JSONDecoder().decode(FeatureEncoding.self, from: json) == encoding)
    for (sound, damaged) in [
      (#""Oslo""#, #""Bern""#), (#""city""#, #""size""#), (#"["Bern","Oslo","Rome"]"#, "[]"),
      (#"[{"name":"size"},"#, #"["#), (#""size"},"#, #""city=Rome"},"#),
    ] {
      let text = expected.replacing(sound, with: damaged)
      let decoded = try? JSONDecoder().decode(FeatureEncoding.self, from: Data(text.utf8))
      // Without its first column the encoding is another one, but a sound one.
      #expect((decoded == nil) == (sound != #"[{"name":"size"},"#), "\(text)")
    }
  }
}
