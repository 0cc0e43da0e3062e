#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file as a range of addresses: the system reads its pages when they are touched, and takes them back when memory runs
/// short.
///
/// Why the unsafe pointer is right: `address` comes from `mmap`, which succeeds (otherwise no instance exists) for exactly
/// `byteCount` bytes, at least one, of a file that had as many. It is given back once, in `deinit`, by `munmap`; whoever
/// hands out addresses within it holds this object as long as they are used. A page beyond the end of a file that was cut
/// short meanwhile raises `SIGBUS`. Files of our own cannot be cut short: they have no name, so nobody else can open them.
/// A user's file can, and no program can rule that out; sessions ask `refuseChange()` before each run, which turns all but
/// a cut in the middle of a run into an error, and `NDArray(mappingNPYFile:)` tells its caller.
///
/// Why `@unchecked Sendable` is right: all stored properties are constants. The memory of a user's file is mapped without
/// the permission to write. That of a file of our own is written only through an `AlignedStorage`, whose rule it is that
/// nobody else has seen it yet, or that nobody else holds it.
package final class FileMapping: @unchecked Sendable {
  let address: UnsafeMutableRawPointer
  let byteCount: Int
  private let descriptor: FileDescriptor
  /// The file of a user; nil for one of our own.
  private let file: OpenFile?

  /// Maps a user's file, which has at least one byte, for reading.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if the system refuses.
  init(reading file: OpenFile) throws {
    self.file = file
    descriptor = file.descriptor
    byteCount = file.byteCount
    guard let address = Self.map(descriptor, byteCount, PROT_READ, MAP_PRIVATE) else {
      throw file.failure("the file cannot be mapped: \(FileDescriptor.reason)", "read it with init(npyFile:)")
    }
    self.address = address
  }

  /// Maps a file of our own, which has these bytes, for reading and writing; nil if the system refuses.
  init?(writing descriptor: FileDescriptor, byteCount: Int) {
    file = nil
    self.descriptor = descriptor
    self.byteCount = byteCount
    guard let address = Self.map(descriptor, byteCount, PROT_READ | PROT_WRITE, MAP_SHARED) else {
      return nil
    }
    self.address = address
  }

  deinit { munmap(address, byteCount) }

  /// Whether the memory may be written to.
  var isWritable: Bool { file == nil }

  /// Refuses a user's file whose length has changed since it was mapped.
  ///
  /// - Throws: `ChainRuleError` of kind `.file`.
  func refuseChange() throws { try file?.refuseChange() }

  private static func map(
    _ descriptor: FileDescriptor, _ count: Int, _ access: Int32, _ sharing: Int32
  ) -> UnsafeMutableRawPointer? {
    let address = mmap(nil, count, access, sharing, descriptor.number, 0)
    guard let address, Int(bitPattern: address) != -1 else { return nil }
    // Rows are read in their order, in a few streams: read ahead, and let go behind.
    _ = posix_madvise(address, count, POSIX_MADV_SEQUENTIAL)
    return address
  }
}
