#if os(Linux)
  import ChainRule
  import Foundation
  import MemoryLimits
  import Testing

  /// What throws where there is no memory, in processes of their own that may have a little more than they have now.
  @Suite(
    "Memory that runs out", .enabled(if: MemoryLimit.isPossible, "sanitizers map memory of their own"),
    .serialized)
  struct MemoryLimitTests {
    /// 128 MB of numbers.
    static let count = 1 << 24
    static let x = Tensor.input("x", shape: [.batch])
    static let bytes = count * 8

    /// The sentence about as many numbers.
    static func noMemory(_ operation: String, _ tensor: Tensor) -> String {
      "\(operation): \(tensor.labelled): there is no memory for \(count) elements of 8 bytes; use shorter axes"
    }

    @Test("evaluate and run throw where a result has no memory, or its copy")
    func results() async {
      await #expect(processExitsWith: .success) {
        MemoryLimit.prepare()
        let data = try NDArray<Double>(repeating: 1, shape: [Self.count])
        let y = Self.x + 1
        // No room for the result, then room for it alone.
        for room in [Self.bytes / 2, Self.bytes * 3 / 2] {
          try MemoryLimit.with(room) {
            MemoryLimit.demand(Self.noMemory("evaluate", y)) { _ = try y.evaluate(at: [Self.x: data]) }
          }
        }
        #expect(try y.evaluate(at: [Self.x: data]).count == Self.count)
      }
    }

    @Test("A session throws where an output, or a parameter, has no memory for its copy")
    func session() async {
      await #expect(processExitsWith: .success) {
        MemoryLimit.prepare()
        let p = Tensor.parameter("p", shape: [.fixed(Self.count)])
        let data = try NDArray<Double>(repeating: 1, shape: [Self.count])
        let y = p + 1
        let program = try Program<Double>(computing: [y])
        try MemoryLimit.with(Self.bytes / 2) {
          MemoryLimit.demand(Self.noMemory("Session", p)) { _ = try Session(program, binding: [p: data]) }
        }
        let session = try Session(program, binding: [p: data])
        try session.run()
        try MemoryLimit.with(Self.bytes / 2) {
          MemoryLimit.demand(Self.noMemory("Session.value", y)) { _ = try session.value(of: y) }
          MemoryLimit.demand(Self.noMemory("Session.value", p)) { _ = try session.value(of: p) }
          MemoryLimit.demand(Self.noMemory("Session.bind", p)) { try session.bind([p: data]) }
        }
        // It is as it was before.
        #expect(try session.value(of: y).count == Self.count)
      }
    }

    @Test(
      "Initial values, constants, integers and what custom operations are given have memory, or are refused")
    func copies() async {
      await #expect(processExitsWith: .success) {
        MemoryLimit.prepare()
        let data = try NDArray<Double>(repeating: 1, shape: [Self.count])
        let p = Tensor.parameter("p", shape: [.fixed(Self.count)], initial: data)
        let k = Tensor.indices("k", shape: [.fixed(Self.count)], below: 2)
        let integers = IndexArray(Array(repeating: 1, count: Self.count))
        let picked = sum(gather(Tensor.constant([1, 2]), k, along: 0))
        let custom = sum(Tensor.applying(Cube(), to: [Self.x]))
        var bindings: Bindings<Double> = [:]
        bindings.bind(integers, to: k)
        try MemoryLimit.with(Self.bytes / 2) {
          MemoryLimit.demand(Self.noMemory("evaluate", p)) { _ = try sum(p).evaluate() }
          MemoryLimit.demand(Self.noMemory("evaluate", k)) { _ = try picked.evaluate(at: bindings) }
          MemoryLimit.demand(nil) { _ = try custom.evaluate(at: [Self.x: data]) }
          let ones = repeatElement(1.0, count: Self.count)
          MemoryLimit.demand(nil) { _ = try NDArray<Double>(shape: [Self.count], elements: ones) }
        }
      }
    }

    @Test("Files of arrays are read and written, or refused")
    func files() async {
      await #expect(processExitsWith: .success) {
        MemoryLimit.prepare()
        let path = FileManager.default.temporaryDirectory.path + "/memory-\(getpid())"
        defer { for suffix in [".npy", ".npz", ".int.npy"] { unlink(path + suffix) } }
        let count = 1 << 17
        let data = try NDArray<Double>(repeating: 1, shape: [count])
        try data.write(npyFile: path + ".npy")
        try IndexArray(Array(repeating: 1, count: count)).write(npyFile: path + ".int.npy")
        var archive = NPZArchive()
        try archive.add(data, named: "x")
        try archive.write(to: path + ".npz")
        let full = archive
        let actions: [() throws -> Void] = [
          { _ = try NDArray<Double>(npyFile: path + ".npy") },
          { _ = try IndexArray(npyFile: path + ".int.npy") },
          { _ = try NPZArchive(file: path + ".npz").array("x") },
          { try data.write(npyFile: path + ".npy") },
          { try full.write(to: path + ".npz") },
          {
            var other = NPZArchive()
            try other.add(data, named: "x")
          },
        ]
        // What is read or written may find its memory in what others gave back: nothing traps is all that is held.
        for action in actions {
          // None, one, two or three copies of the megabyte.
          try MemoryLimit.sweep([8, 20, 36, 52, 256].map { $0 << 16 }, isHolding: false, action)
        }
      }
    }
  }
#endif
