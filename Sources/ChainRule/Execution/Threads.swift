#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How many threads programs compute on unless told otherwise.
enum Threads {
  /// The processors that are there to be used.
  static let available = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
