/// Arrays that are made together, because some are computed from others.
struct DataGroup: Sendable {
  /// Takes the numbers of the arrays, in order and block by block.
  typealias Sink = (_ array: ArraySpec, _ block: [Double]) throws -> Void

  let arrays: [ArraySpec]
  /// Hands every array to a sink; rows come in blocks, so that no large array is held.
  let generate: @Sendable (Sink) throws -> Void

  init(_ arrays: [ArraySpec], generate: @escaping @Sendable (Sink) throws -> Void) {
    self.arrays = arrays
    self.generate = generate
  }

  /// Every file of the full benchmark.
  static var full: [DataGroup] {
    [
      line, normals(rows: 10_000, features: 100), uniforms(rows: 1_000_000, features: 100),
      classes(rows: 1_000_000, features: 20), images(rows: 60_000, features: 784),
      batch(rows: 256, features: 784, hidden: 128), points(count: 10_000_000),
      fits(rows: 100_000, features: 50),
    ]
  }

  /// What is quick to generate at full size.
  static var quick: [DataGroup] {
    [line, normals(rows: 10_000, features: 100), batch(rows: 256, features: 784, hidden: 128)]
  }

  /// Small versions of all: several blocks of rows, and a last one that is not full.
  static var small: [DataGroup] {
    [
      line, normals(rows: 1100, features: 9), uniforms(rows: 2100, features: 12),
      classes(rows: 2100, features: 6), images(rows: 1100, features: 20),
      batch(rows: 300, features: 20, hidden: 7), points(count: 5001), fits(rows: 1500, features: 8),
    ]
  }

  /// Calls `body` with the length of each block of rows, about four million numbers.
  static func forEachBlock(rows: Int, width: Int, _ body: (Int) throws -> Void) rethrows {
    let block = max(1, (1 << 22) / width)
    for start in stride(from: 0, to: rows, by: block) { try body(min(block, rows - start)) }
  }
}
