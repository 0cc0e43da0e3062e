import ChainRuleKernels

// What is measured of all elements in one pass over them, on several threads.
extension NDArray {
  /// Elements that are worth a thread.
  private static var elementsOfPart: Int { 1 << 16 }

  /// The position of the first element that is infinite or NaN; nil if all are finite.
  package var firstNonFinite: Int? {
    let kernels = Machine(Scalar.precision).kernels.pointee
    var positions = Array(repeating: count, count: Threads.available)
    withUnsafePointer { source in
      positions.withUnsafeMutableBufferPointer { positions in
        _ = Threads.forEachPart(of: count, atLeast: Self.elementsOfPart) { part, range in
          let position = kernels.first_non_finite(range.count, source + range.lowerBound)
          if position < range.count { positions[part] = range.lowerBound + position }
        }
      }
    }
    return positions.first { $0 < count }
  }

  /// The greatest magnitude in each column of a matrix; NaN where one element is.
  package func columnMagnitudes() -> [Scalar] {
    let (rows, width) = (shape[0], shape[1])
    if width == 0 { return [] }
    // Several rows at a time, so that a kernel has enough to do in one call.
    let run = Swift.max(1, Swift.min(1024 / width, rows))
    let length = run * width
    let work = AlignedStorage<Scalar>(count: 3 * length * Threads.available)
    work.pointer.initialize(repeating: 0, count: work.count)
    let leastRows = Self.elementsOfPart / width + 1
    let parts = withUnsafePointer { source in
      Threads.forEachPart(of: rows, atLeast: leastRows) { part, range in
        let sizes = work.pointer + 3 * part * length
        Self.magnitudes(source + range.lowerBound * width, range.count * width, sizes, length)
      }
    }
    var sizes = Array(repeating: Scalar(0), count: width)
    for part in 0..<parts {
      for position in 0..<length {
        let size = work.pointer[3 * part * length + position]
        // Not a number is no less than the others, and stays.
        if !(size <= sizes[position % width]) && sizes[position % width] == sizes[position % width] {
          sizes[position % width] = size
        }
      }
    }
    return sizes
  }

  /// The greatest magnitudes of elements whose distance is a multiple of `length`.
  ///
  /// - Parameter sizes: Where they are written, with room for three times as many; 0 at first.
  private static func magnitudes(
    _ source: UnsafePointer<Scalar>, _ count: Int, _ sizes: UnsafeMutablePointer<Scalar>, _ length: Int
  ) {
    let kernels = Machine(Scalar.precision).kernels.pointee
    // A kernel that wrote to what it reads could not use vectors.
    var (known, next, magnitudes) = (sizes, sizes + length, sizes + 2 * length)
    for start in stride(from: 0, to: count, by: length) {
      let run = Swift.min(length, count - start)
      kernels.absolute(run, source + start, 1, magnitudes)
      kernels.maximum(run, known, 1, magnitudes, 1, next)
      if run < length { (next + run).update(from: known + run, count: length - run) }
      (known, next) = (next, known)
    }
    if known != sizes { sizes.update(from: known, count: length) }
  }
}
