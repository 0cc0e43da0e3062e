/// How rows are cut into blocks, and blocks put together into chunks.
package struct RowBlocks: Equatable {
  /// The rows of every block but perhaps the last.
  let rows: Int
  let count: Int
  /// The blocks of each chunk but perhaps the last.
  private let perChunk: Int
  let chunks: Int

  /// What the sizes of blocks depend on; tests choose their own.
  package struct Limits: Sendable {
    /// Axes shorter than this are not worth blocks.
    package var leastRows = 1024
    /// Working memory of a block that stays in the second-level cache.
    package var cacheBytes = 256 * 1024
    /// The rows of every block, whatever they take.
    package var rows: Int?
    /// No more chunks than this: enough to keep many threads busy, few enough to merge quickly.
    package var mostChunks = 64
    /// The memory that all chunks' contributions may take.
    package var mostContributionBytes = 64 << 20

    package init(leastRows: Int = 1024, rows: Int? = nil, mostChunks: Int = 64) {
      self.leastRows = leastRows
      self.rows = rows
      self.mostChunks = mostChunks
    }
  }

  /// - Parameters:
  ///   - rows: How many there are.
  ///   - bytesPerRow: What one row reads and works in.
  ///   - contributionBytes: What each chunk keeps of what is reduced over rows.
  ///   - packedBytes: The largest operand of a product that every block packs as a whole.
  init(rows: Int, bytesPerRow: Int, contributionBytes: Int, packedBytes: Int, _ limits: Limits) {
    var block = limits.cacheBytes / max(bytesPerRow, 1)
    // A block's contribution is added to its chunk's, and operands are packed: that must cost little beside what the
    // rows cost.
    let least =
      packedBytes > 1 << 20 ? 512 : packedBytes > 1 << 16 ? 256 : contributionBytes > 1 << 14 ? 128 : 16
    block = limits.rows ?? min(max(block / 16 * 16, least), 4096)
    self.rows = min(block, max(rows, 1))
    count = max(rows - 1, 0) / self.rows + 1
    let most = max(1, min(limits.mostChunks, limits.mostContributionBytes / max(contributionBytes, 1)))
    perChunk = max(1, (count + most - 1) / most)
    chunks = (count + perChunk - 1) / perChunk
  }

  func blocks(inChunk chunk: Int) -> Range<Int> { chunk * perChunk..<min((chunk + 1) * perChunk, count) }
}

extension RowBlocks.Limits {
  /// The extents with axes long enough to be cut into blocks, best first.
  func blockedExtents(_ shapes: [Shape], _ known: [Shape.Extent: Int]) -> [Shape.Extent] {
    var extents: [Shape.Extent] = []
    var lengths: [Shape.Extent: Int] = [:]
    func length(_ extent: Shape.Extent) -> Int {
      if case .fixed(let fixed) = extent { fixed } else { known[extent] ?? 0 }
    }
    // Beside an axis of length 0, others may be of any length: there is no row to compute.
    for shape in shapes where shape.extents.allSatisfy({ length($0) > 0 }) {
      for extent in shape.extents where lengths[extent] == nil {
        let length = length(extent)
        lengths[extent] = length
        if length >= max(leastRows, 1) { extents.append(extent) }
      }
    }
    return extents.sorted { left, right in
      if left == .batch || right == .batch { return left == .batch }
      return (lengths[left] ?? 0, left.description) > (lengths[right] ?? 0, right.description)
    }
  }
}
