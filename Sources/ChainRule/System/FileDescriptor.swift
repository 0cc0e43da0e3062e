#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An open file of the system, closed when nobody holds it any more.
package final class FileDescriptor: Sendable {
  let number: Int32

  /// Takes over a descriptor that nobody else closes.
  init(owning number: Int32) { self.number = number }

  deinit { close(number) }

  /// The length of the file now, in bytes; nil if the system does not say.
  var byteCount: Int? {
    var status = stat()
    return fstat(number, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Reads bytes from a position on until the memory is full or the file ends.
  ///
  /// - Returns: How many were read; nil if the system refuses, with the reason in `errno`.
  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int) -> Int? {
    transfer(target.count) { done in
      pread(number, target.baseAddress.map { $0 + done }, step(target.count - done), off_t(offset + done))
    }
  }

  /// Writes bytes from a position on; fewer come back than were given where the disk is full.
  func write(_ source: UnsafeRawBufferPointer, at offset: Int) -> Int? {
    transfer(source.count) { done in
      pwrite(number, source.baseAddress.map { $0 + done }, step(source.count - done), off_t(offset + done))
    }
  }

  /// No system transfers more at once.
  private func step(_ count: Int) -> Int { min(count, 1 << 30) }

  /// Repeats a transfer, which may be cut short or interrupted, until it is whole or there is no more.
  private func transfer(_ count: Int, _ body: (Int) -> Int) -> Int? {
    var done = 0
    while done < count {
      let moved = body(done)
      if moved < 0 && errno == EINTR { continue }
      if moved < 0 { return nil }
      if moved == 0 { break }
      done += moved
    }
    return done
  }

  /// What the system said about the last call that it refused.
  static var reason: String { String(cString: strerror(errno)) }
}
