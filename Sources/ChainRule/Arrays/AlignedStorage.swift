#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The memory under an `NDArray`: a fixed number of elements that start on a 64-byte boundary, in memory of the process
/// or in a mapped file.
///
/// Sixty-four bytes are one cache line and one AVX-512 register, so kernels may use aligned loads.
///
/// Why the unsafe pointer is right: it is obtained once, in `init`, from `posix_memalign`, which for a nonzero
/// size either fails (then no instance exists) or returns memory of that size at a multiple of the alignment;
/// a count of 0 asks for one byte, so the address is always real. It is given back once, in `deinit`, by `free`,
/// the counterpart of `posix_memalign`; nobody else frees it, because the class hands out only borrowed pointers. In a
/// mapped file it lies within the mapping, which this object holds, and whose length the caller has checked. Elements are `Double` or `Float`, trivial types: uninitialised memory may be assigned to, and nothing is owed to
/// elements at the end.
///
/// Why `@unchecked Sendable` is right: both stored properties are constants, so the only shared state is the
/// memory they point at. `NDArray` writes to it only while it fills new storage that nobody else has seen, or after
/// `isKnownUniquelyReferenced` said that no other value, hence no other thread, holds it, and never to the file of a user,
/// which `isWritable` says. The execution engine,
/// the only other writer, owns its storage and orders its threads itself.
package final class AlignedStorage<Scalar: TensorScalar>: @unchecked Sendable {
  /// The number of bytes that every address is a multiple of.
  package static var alignment: Int { 64 }

  /// What a large page holds on the systems that have them.
  private static var pageBytes: Int { 2 << 20 }

  /// No system maps more than so many bytes for one process.
  package static var mostBytes: Int { 1 << 52 }

  /// The first element; not to be used after the storage is released.
  package let pointer: UnsafeMutablePointer<Scalar>
  /// The number of elements there is memory for.
  package let count: Int
  /// The file that the elements lie in; nil in memory.
  private let mapping: FileMapping?

  /// Elements that begin at a byte of a mapped file, a multiple of the alignment, and end within it.
  init(_ mapping: FileMapping, from start: Int, count: Int) {
    guard start + count * MemoryLayout<Scalar>.stride <= mapping.byteCount else {
      preconditionFailure("\(count) elements from byte \(start) of \(mapping.byteCount)")
    }
    pointer = (mapping.address + start).bindMemory(to: Scalar.self, capacity: count)
    self.count = count
    self.mapping = mapping
  }

  /// Whether the elements lie in a file.
  package var isInFile: Bool { mapping != nil }

  /// Whether elements may be written to at all.
  var isWritable: Bool { mapping?.isWritable ?? true }

  /// Refuses a user's file whose length has changed since it was mapped.
  ///
  /// - Throws: `ChainRuleError` of kind `.file`.
  func refuseChange() throws { try mapping?.refuseChange() }

  /// Obtains memory for `count` uninitialised elements, or fails where the system has none.
  package init?(ifAvailable count: Int) {
    guard let pointer = Self.allocated(count) else { return nil }
    self.pointer = pointer
    self.count = count
    mapping = nil
  }

  /// Obtains memory for `count` uninitialised elements; without memory the process ends, as with `Array`.
  package init(count: Int) {
    guard let pointer = Self.allocated(count) else {
      fatalError("no memory for \(count) elements of \(Scalar.self)")
    }
    self.pointer = pointer
    self.count = count
    mapping = nil
  }

  deinit {
    if mapping == nil { free(pointer) }
  }

  /// The element at a position that the caller has checked; the storage outlives the access.
  package subscript(offset: Int) -> Scalar {
    withExtendedLifetime(self) { pointer[offset] }
  }

  private static func allocated(_ count: Int) -> UnsafeMutablePointer<Scalar>? {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Scalar>.stride)
    // The sanitizers' allocators abort rather than refuse.
    guard count >= 0, !overflow, bytes <= mostBytes else { return nil }
    var address: UnsafeMutableRawPointer?
    guard posix_memalign(&address, bytes < pageBytes ? alignment : pageBytes, max(bytes, 1)) == 0 else {
      return nil
    }
    #if os(Linux)
      // Fewer page faults when it is filled, and fewer misses of the translation when it is read; only advice.
      if bytes >= pageBytes { madvise(address, bytes / pageBytes * pageBytes, MADV_HUGEPAGE) }
    #endif
    return address?.bindMemory(to: Scalar.self, capacity: count)
  }
}
