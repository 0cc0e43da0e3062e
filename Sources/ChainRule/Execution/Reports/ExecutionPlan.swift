/// What a program will run for axes of given lengths: which passes over the rows, in which blocks, with which
/// instructions.
///
/// ```swift
/// let X = Tensor.input("X", shape: [.batch, 2])
/// let y = Tensor.input("y", shape: [.batch])
/// let w = Tensor.parameter("w", shape: [2])
/// let loss = mean(squared(X • w - y))
/// let gradient = try loss.gradient(withRespectTo: [w])
/// let plan = try Program(computing: [loss, gradient[w]]).plan(rows: 1_000_000)
/// plan.passes.count           // 1
/// plan.passes[0].reads[X]     // Optional(1)
/// ```
public struct ExecutionPlan: Sendable {
  /// One operation with everything about it decided.
  public struct InstructionSummary: Sendable, Equatable {
    /// The name of the operation: `matmul`; or `copy`, where elements are only put together.
    public let operation: String
    /// What it reads: names of inputs, parameters and named tensors, numbers, and `t1`, `t2`… for other results.
    public let operands: [String]
    /// The name of what it computes; `t1`, `t2`… where it was given none.
    public let result: String
    /// Where the result goes.
    public let place: Place
  }

  /// Where the result of an instruction goes.
  public enum Place: String, Sendable {
    /// To memory that a thread works in, and that the next block uses again.
    case block
    /// To rows that outlast the pass.
    case rows
    /// To what is added up, or merged in another way, over all rows.
    case total
    /// To memory as a whole.
    case whole
  }

  /// One pass over all rows, block by block.
  public struct PassSummary: Sendable {
    /// The symbol or length of the axes that are cut into blocks.
    public let extent: Shape.Extent
    /// How long they are.
    public let rows: Int
    /// The rows of every block but perhaps the last.
    public let blockRows: Int
    /// The number of blocks.
    public let blocks: Int
    /// The number of chunks of neighbouring blocks, which threads take one after the other.
    ///
    /// It does not depend on the number of threads, so that sums do not either.
    public let chunks: Int
    /// How often each array is read by rows: more than once only along different axes.
    ///
    /// Several instructions of a block that read the same rows are one reading.
    public let reads: [Tensor: Int]
    /// The arrays of which every block reads all, such as the parameters.
    public let whole: [Tensor]
    /// The bytes that are read for one row of the arrays that are read by rows.
    public let bytesReadPerRow: Int
    /// The bytes of rows that outlast the pass.
    public let bytesWrittenPerRow: Int
    /// What is run for each block.
    public let instructions: [InstructionSummary]
    /// The number of places in memory that these work with.
    public let buffers: Int
    /// The memory that each thread works in, in bytes.
    public let bytesPerThread: Int
    /// The memory in which chunks keep their contributions to what is added up, in bytes.
    public let bytesOfChunks: Int
    let rowReads: [String]
    let wholeReads: [String]
  }

  /// Instructions that run once on whole arrays, or a pass over rows.
  public enum StageSummary: Sendable {
    /// Instructions on whole arrays, one after the other.
    case whole([InstructionSummary])
    /// A pass over rows in blocks.
    case pass(PassSummary)
  }

  /// What is run, in order.
  public let stages: [StageSummary]
  /// The names of the results, in the order of the program's outputs and after them of its updates.
  public let results: [String]
  /// The memory for the results and for what one stage leaves to the next, in bytes.
  public let bytesOfResults: Int
  let heading: String
  let wholeReads: [Tensor: Int]

  /// The passes over rows, in order.
  public var passes: [PassSummary] {
    stages.compactMap { if case .pass(let pass) = $0 { pass } else { nil } }
  }

  /// How often each array is read from beginning to end: once in each pass along it, and once for each instruction
  /// on whole arrays that reads it.
  public var reads: [Tensor: Int] {
    passes.reduce(wholeReads) { $0.merging($1.reads, uniquingKeysWith: +) }
  }

  /// The memory that a run works in beside the data, in bytes; with fewer threads than one, as with one.
  public func bytes(threads: Int) -> Int {
    passes.reduce(bytesOfResults) { bytes, pass in
      bytes + pass.bytesOfChunks + pass.bytesPerThread * min(max(threads, 1), pass.chunks)
    }
  }
}
