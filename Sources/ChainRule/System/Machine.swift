import ChainRuleKernels

/// An address in memory whose elements have the precision of the machine.
typealias Address = UnsafeMutableRawPointer

/// One address for each buffer that instructions name by number.
typealias Buffers = UnsafeMutablePointer<Address>

/// What instructions compute with: the kernels of one precision.
///
/// The engine works on addresses, not on generic pointers: generic code called from another module is not specialised, and
/// a stride looked up for each element costs more than the element.
struct Machine {
  let kernels: UnsafePointer<cr_kernels>
  let precision: Precision
  /// The bytes of one element.
  let size: Int
  /// On how many threads one instruction may compute.
  private(set) var threads = 1

  init(_ precision: Precision) {
    self.precision = precision
    switch precision {
    case .double: (kernels, size) = (cr_kernels_f64(), MemoryLayout<Double>.stride)
    case .single: (kernels, size) = (cr_kernels_f32(), MemoryLayout<Float>.stride)
    }
  }
}

extension Machine {
  func computing(on threads: Int) -> Machine {
    var machine = self
    machine.threads = threads
    return machine
  }

  /// Writes 0 to `count` elements.
  func clear(_ out: Address, _ count: Int) {
    out.initializeMemory(as: UInt8.self, repeating: 0, count: count * size)
  }

  /// Copies elements between any strides.
  func copy(_ count: Int, _ source: Address, _ sourceStride: Int, _ out: Address, _ outStride: Int) {
    if outStride == 1 { return kernels.pointee.copy(count, source, sourceStride, out) }
    switch precision {
    case .double: copy(count, source, sourceStride, out, outStride, as: Double.self)
    case .single: copy(count, source, sourceStride, out, outStride, as: Float.self)
    }
  }

  private func copy<Scalar>(
    _ count: Int, _ source: Address, _ sourceStride: Int, _ out: Address, _ outStride: Int, as: Scalar.Type
  ) {
    let (from, to) = (source.assumingMemoryBound(to: Scalar.self), out.assumingMemoryBound(to: Scalar.self))
    for i in 0..<count { to[i * outStride] = from[i * sourceStride] }
  }
}

/// A loop that is more than one kernel call.
protocol Loop {
  /// - Parameters:
  ///   - operands: Up to three operands; those that the loop does not have are any address.
  ///   - firstRow: The row of the whole operands at which those that are read by rows start.
  /// - Throws: `MatrixFailure` for a matrix without the result asked for, and what a custom operation throws.
  func run(_ operands: (Address, Address, Address), _ out: Address, _ machine: Machine, firstRow: Int) throws
}

/// An operation of the user's, which may have any number of operands.
protocol CustomEvaluation {
  /// - Throws: What the operation throws, and `ChainRuleError` for a result of the wrong shape.
  func run(_ buffers: Buffers, _ out: Address) throws
}
