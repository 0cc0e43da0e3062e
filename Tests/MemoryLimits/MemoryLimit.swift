#if os(Linux)
  import Glibc

  /// A limit of the memory of this process, for what is to throw where there is none.
  package enum MemoryLimit {
    /// The sanitizers map memory of their own.
    package static var isPossible: Bool { getenv("ASAN_OPTIONS") == nil && getenv("TSAN_OPTIONS") == nil }

    /// Lets the process have so many bytes more than it has mapped while `body` runs.
    package static func with(_ bytes: Int, _ body: () throws -> Void) throws {
      var usual = rlimit()
      getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &usual)
      var limit = usual
      limit.rlim_cur = rlim_t(try mapped() + bytes)
      guard setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else {
        fatalError("no limit was set")
      }
      defer { setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &usual) }
      try body()
    }

    /// Ends the process unless `body` throws the sentence, or any that speaks of memory.
    package static func demand(_ sentence: String?, _ body: () throws -> Void) {
      do {
        try body()
        fatalError("nothing was thrown")
      } catch {
        let isRight = sentence.map { "\(error)" == $0 } ?? "\(error)".contains("there is no memory")
        if !isRight { fatalError("\(error)\nis not\n\(sentence ?? "about memory")") }
      }
    }

    /// Ends the process unless `body`, with each of these rooms, is done or throws for want of memory.
    ///
    /// With the last it is done; where it holds arrays of its own, it throws with one of the others at least.
    package static func sweep(_ rooms: [Int], isHolding: Bool = true, _ body: () throws -> Void) throws {
      var isRefused = false
      for (place, room) in rooms.enumerated() {
        var refusal: String?
        try with(room) {
          do { try body() } catch { refusal = "\(error)" }
        }
        if let refusal, !refusal.contains("there is no memory") { fatalError("\(room): \(refusal)") }
        if place == rooms.count - 1, let refusal { fatalError("\(room): \(refusal)") }
        isRefused = isRefused || refusal != nil
      }
      if isHolding && !isRefused { fatalError("with no room was anything refused") }
    }

    /// To be called first in a process: has blocks of 128 KB and more mapped each by itself, so that what is freed goes back to the
    /// system and is not used again unseen.
    ///
    /// It is `mallopt(M_MMAP_THRESHOLD, 1 << 17)`, which the module of the system lacks.
    package static func prepare() {
      guard let symbol = dlsym(nil, "mallopt") else { return }
      _ = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)(-3, 1 << 17)
    }

    /// The bytes that the process has mapped.
    private static func mapped() throws -> Int {
      guard let file = fopen("/proc/self/statm", "r") else { fatalError("no /proc/self/statm") }
      defer { fclose(file) }
      var pages = 0
      guard withUnsafeMutablePointer(to: &pages, { withVaList([$0]) { vfscanf(file, "%ld", $0) } }) == 1
      else {
        fatalError("no number of pages")
      }
      return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
  }
#endif
