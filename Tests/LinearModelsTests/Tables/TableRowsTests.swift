import ChainRule
import LinearModels
import Testing

@Suite struct TableRowsTests {
  @Test("Blocks are the rows in their order, and again after a restart")
  func blocks() throws {
    let table = try Table(csv: "a,c\n1,x\n2,y\n3,x\n4,y\n5,y\n")
    let encoding = try FeatureEncoding(of: table)
    var source = TableRows(table, encoding: encoding, target: [10, 20, 30, 40, 50])
    #expect(encoding.featureNames == ["a", "c=y"])
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
}
