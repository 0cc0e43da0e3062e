/// A pass as instructions on addresses, before there is memory to work in.
struct LoweredPass {
  /// Instructions for a block of some number of rows.
  struct Block {
    let instructions: InstructionList
    let chains: [ElementwiseChain]
    /// The addresses that are the same for all threads and blocks.
    let fixed: [(buffer: Int, address: Address)]
    let moving: [(buffer: Int, address: Address, bytesPerRow: Int)]
    let scratch: [(buffer: Int, offset: Int)]
    let bufferCount: Int
  }

  let rows: Int
  let blocks: RowBlocks
  let full: Block
  /// For the last block, which may have fewer rows.
  let last: Block
  let contributions: [Contribution]
  let machine: Machine
  /// The memory that each thread works in.
  let workerBytes: Int
  /// The memory for the contributions of all chunks, if there are several.
  let chunkBytes: Int
}

/// A result that is reduced over rows: what each block contributes to it, and where it is gathered.
struct Contribution {
  let merge: RowMerge
  let count: Int
  /// What one block contributes, and what has been added up in the chunk with its rounding error, as offsets in bytes in
  /// the memory of a thread.
  let block: Int
  let sum: Int
  let error: Int
  /// The result.
  let target: Address
  /// What all chunks contribute, as an offset in bytes in the memory for it.
  let chunks: Int
}
