import ChainRule
import LinearModels
import Testing

@Suite struct RowSourceTests {
  @Test("Blocks are the rows in their order, and again after a restart")
  func blocks() throws {
    let table = try Table(csv: "a,c\n1,x\n2,y\n3,x\n4,y\n5,y\n")
    let encoding = try FeatureEncoding(of: table)
    var source = try TableRows(table, encoding: encoding, target: [10, 20, 30, 40, 50])
    #expect(source.featureNames == ["a", "c=y"])
    #expect(source.rowCount == 5)
    for _ in 0..<2 {
      var features: [NDArray<Double>] = []
      var targets: [NDArray<Double>] = []
      while let block = try source.next(upTo: 2) {
        features.append(block.features)
        targets.append(try #require(block.target))
      }
      #expect(features == [[[1, 0], [2, 1]], [[3, 0], [4, 1]], [[5, 1]]])
      #expect(targets == [[10, 20], [30, 40], [50]])
      source.restart()
    }
    #expect(try source.next(upTo: .max)?.features.shape == [5, 2])
    #expect(try source.next(upTo: 1) == nil)
  }

  @Test("Blocks and targets that cannot be are refused")
  func refused() throws {
    let table = try Table(csv: "a\n1\n2\n")
    let encoding = try FeatureEncoding(of: table)
    #expect(
      sentence { try TableRows(table, encoding: encoding, target: [1]) }
        == "TableRows(_:encoding:target:): the target has 1 number for 2 rows; it has one a row")
    var source = try TableRows(table, encoding: encoding)
    #expect(
      sentence { try source.next(upTo: 0) as Any }
        == "TableRows.next(upTo:): the limit is 0; read at least one row")
    #expect(
      sentence { try RowBlock(features: [[1], [2]], target: [1]) }
        == "RowBlock(features:target:): features [2, 1], target [1]: they are not the features and the target of the "
        + "same rows; features are [rows, features] and a target is [rows]")
  }
}
