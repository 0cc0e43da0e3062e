/// Elements written to regular positions of the result, which otherwise stays as it is or becomes 0.
struct PlaceLoop {
  /// Operand 0 is what is read, operand 1 what is written.
  private let loop: StridedLoop
  private let offset: Int
  private let clears: Bool

  init(_ source: StridedShape, _ target: StridedShape, _ offset: Int, clearing clears: Bool) {
    loop = StridedLoop(over: source.lengths, [source.strides, target.strides])
    self.offset = offset
    self.clears = clears
  }

  func run<Scalar: TensorScalar>(
    _ source: UnsafeMutablePointer<Scalar>, _ out: UnsafeMutablePointer<Scalar>, _ count: Int
  ) {
    if clears { out.update(repeating: 0, count: count) }
    for repetition in 0..<loop.repetitions {
      let (from, to) = (source + loop.offset(repetition, 0), out + offset + loop.offset(repetition, 1))
      for i in 0..<loop.count { to[i * loop.strides[1]] = from[i * loop.strides[0]] }
    }
  }
}

/// A triangle of each of several matrices, which lie one after the other.
struct TriangleLoop {
  private let triangle: Triangle
  private let rows: Int
  private let columns: Int
  private let matrices: Int

  init(_ triangle: Triangle, _ shape: [Int]) {
    self.triangle = triangle
    rows = shape[shape.count - 2]
    columns = shape[shape.count - 1]
    matrices = shape.contains(0) ? 0 : shape.dropLast(2).reduce(1, *)
  }

  func run<Scalar: TensorScalar>(_ source: UnsafeMutablePointer<Scalar>, _ out: UnsafeMutablePointer<Scalar>)
  {
    // Columns before `bound` are below or on the diagonal that bounds the triangle.
    for row in 0..<matrices * rows {
      let (from, to) = (source + row * columns, out + row * columns)
      // Beyond the matrix, all offsets mean the same; clamped, none overflows.
      let offset = Swift.min(Swift.max(triangle.offset, -rows), columns)
      let last = row % rows + offset
      let bound = Swift.min(Swift.max(triangle.isUpper ? last : last + 1, 0), columns)
      for column in 0..<columns { to[column] = (column < bound) == triangle.isUpper ? 0 : from[column] }
    }
  }
}

/// Blocks of elements at integer positions along an axis.
struct GatherLoop {
  private let sets: Int
  private let before: Int
  private let length: Int
  private let block: Int
  private let indices: [Int]
  private let perSet: Int

  init(_ gather: Gather, _ elements: StridedShape, _ indices: StridedShape, _ integers: [Int]) {
    self.init(elements.lengths, indices.lengths, integers, axis: gather.axis, batchAxes: gather.batchAxes)
  }

  init(_ scatter: ScatterAdd, into shape: [Int], _ indices: StridedShape, _ integers: [Int]) {
    self.init(shape, indices.lengths, integers, axis: scatter.axis, batchAxes: scatter.batchAxes)
  }

  /// - Parameter shape: That of the array which the indices count in.
  private init(_ shape: [Int], _ indexShape: [Int], _ integers: [Int], axis: Int, batchAxes: Int) {
    func count(_ lengths: some Sequence<Int>) -> Int { lengths.reduce(1) { $0 &* $1 } }
    sets = count(shape.prefix(batchAxes))
    before = count(shape[batchAxes..<axis])
    length = shape[axis]
    block = count(shape.dropFirst(axis + 1))
    indices = integers
    perSet = count(indexShape.dropFirst(batchAxes))
  }

  func gather<Scalar: TensorScalar>(
    _ source: UnsafeMutablePointer<Scalar>, _ out: UnsafeMutablePointer<Scalar>
  ) {
    each { whole, part in
      (out + part).update(from: source + whole, count: block)
    }
  }

  func scatterAdd<Scalar: TensorScalar>(
    _ source: UnsafeMutablePointer<Scalar>, _ out: UnsafeMutablePointer<Scalar>, _ count: Int
  ) {
    out.update(repeating: 0, count: count)
    each { whole, part in
      for i in 0..<block { out[whole + i] += source[part + i] }
    }
  }

  /// Where each block starts in the array that the indices count in, and in that of the elements picked.
  private func each(_ body: (_ whole: Int, _ part: Int) -> Void) {
    if block == 0 || indices.isEmpty { return }
    for set in 0..<sets {
      for row in 0..<before {
        let start = (set * before + row) * length
        for position in 0..<perSet {
          let index = indices[set * perSet + position]
          body((start + index) * block, ((set * before + row) * perSet + position) * block)
        }
      }
    }
  }
}
