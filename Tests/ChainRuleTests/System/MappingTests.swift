import ChainRule
import Foundation
import Testing

extension FilesTests {
  /// Arrays that stay in their file.
  @Suite struct MappingTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

    /// Writes a file, and returns its path.
    private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let url = folder.appendingPathComponent(name)
      try Data(bytes).write(to: url)
      return url.path
    }

    private func saved(_ array: NDArray<Double>) throws -> String { try file("array.npy", array.npy()) }

    private func cleanUp() { try? FileManager.default.removeItem(at: folder) }

    @Test("A mapped array has the elements and the shape of the file", arguments: [[], [1], [7], [2, 3, 4]])
    func values(shape: [Int]) throws {
      defer { cleanUp() }
      let array = try NDArray<Double>.normal(shape: shape, seed: 1)
      let mapped = try NDArray<Double>(mappingNPYFile: saved(array))
      #expect(mapped == array && mapped.shape == shape && mapped.isInFile)
      #expect(try mapped.reshaped(to: [mapped.count]).isInFile)
      let single = NDArray<Float>(array)
      #expect(try NDArray<Float>(mappingNPYFile: file("f4.npy", single.npy())) == single)
    }

    @Test("An array without elements needs no mapping", arguments: [[0], [0, 3], [2, 0]])
    func empty(shape: [Int]) throws {
      defer { cleanUp() }
      let mapped = try NDArray<Double>(mappingNPYFile: saved(NDArray(repeating: 0, shape: shape)))
      #expect(mapped.shape == shape && mapped.count == 0)
    }

    @Test("Writing to a mapped array, shared or not, changes neither the file nor another array")
    func valueSemantics() throws {
      defer { cleanUp() }
      let array: NDArray<Double> = [[1, 2], [3, 4]]
      let path = try saved(array)
      let before = FileManager.default.contents(atPath: path)
      let original = try NDArray<Double>(mappingNPYFile: path)
      var copy = original
      copy[0, 0] = 9
      var alone = try NDArray<Double>(mappingNPYFile: path)
      alone.withMutableElements { $0[3] = -1 }
      #expect(original == array && copy == [[9, 2], [3, 4]] && alone == [[1, 2], [3, -1]])
      #expect(!copy.isInFile && !alone.isInFile)
      #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test("A mapped array outlives the name of its file")
    func unlinked() throws {
      let path = try saved([1, 2, 3])
      let mapped = try NDArray<Double>(mappingNPYFile: path)
      cleanUp()
      #expect(mapped == [1, 2, 3])
    }

    @Test("An array in a file of our own is written in place, and copied where it is shared")
    func scratch() throws {
      var array = try NDArray<Double>.initialized(shape: [3], inFile: true, "test") { target in
        for index in 0..<3 { target[index] = Double(index) }
      }
      array[0] = 5
      #expect(array.isInFile && array == [5, 1, 2])
      var copy = array
      copy[1] = 7
      #expect(array == [5, 1, 2] && copy == [5, 7, 2])
      #expect(try NDArray<Double>.initialized(shape: [0, 2], inFile: true, "test") { _ in }.shape == [0, 2])
    }

    @Test("Files of another kind are refused with the mend")
    func foreign() throws {
      defer { cleanUp() }
      func expect(_ problem: String, _ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation)
        throws
      {
        let path = try file("foreign.npy", bytes)
        expectFileError(
          "NDArray(mappingNPYFile:): \(path): \(problem)", sourceLocation: sourceLocation
        ) { _ = try NDArray<Double>(mappingNPYFile: path) }
      }
      let into = ", or read the file into memory with NDArray(npyFile:)"
      let whole = try NDArray<Double>(rows: [[1, 2], [3, 4]]).npy()
      try expect("the file is empty", [])
      try expect(
        "the file does not begin with the bytes \\x93NUMPY of an .npy file; write it with numpy.save",
        Array("a,b\n1,2\n".utf8))
      try expect(
        "shape [2, 2] of float64 needs 32 bytes of elements and 31 follow the header at byte 128; "
          + "the file is cut short or 'shape' is wrong", whole.dropLast())
      try expect(
        "shape [2, 2] of float64 needs 32 bytes of elements and 33 follow the header at byte 128; "
          + "the file holds something after the array or 'shape' is wrong", whole + [0])
      try expect(
        "the elements are float32, and those of an NDArray<Double> are float64; map it as NDArray<Float>\(into)",
        NDArray<Float>([1]).npy())
      try expect(
        "the elements are int64, and those of an NDArray<Double> are float64; save it as float64\(into)",
        IndexArray([1]).npy())
      func header(_ descr: String, _ order: String) -> [UInt8] {
        let text = "{'descr': '\(descr)', 'fortran_order': \(order), 'shape': (2, 1), }"
        return npy(
          text + String(repeating: " ", count: 117 - text.utf8.count) + "\n",
          data: Array(repeating: 0, count: 16))
      }
      try expect(
        "the elements are in the other byte order; save it with array.astype('<f8')\(into)",
        header(">f8", "False"))
      #expect(
        try NDArray<Double>(mappingNPYFile: file("column.npy", header("<f8", "True"))).shape == [2, 1])
      let square = "{'descr': '<f8', 'fortran_order': True, 'shape': (2, 2), }"
      try expect(
        "the elements are in Fortran order; save numpy.ascontiguousarray(array)\(into)",
        npy(square, data: Array(repeating: 0, count: 32)))
      try expect(
        "the elements begin at byte 68, no multiple of 64; save it with NumPy 1.14 or later\(into)",
        npy("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), } ", data: Array(repeating: 0, count: 8))
      )
      expectFileError(
        "NDArray(mappingNPYFile:): /no/such.npy: there is no such file; "
          + "check the path; it is relative to the current directory"
      ) { _ = try NDArray<Double>(mappingNPYFile: "/no/such.npy") }
    }

    private static let (X, y) = (Tensor.input("X", shape: [.batch, 5]), Tensor.input("y", shape: [.batch]))
    private static let w = Tensor.parameter("w", shape: [5])

    private static func program() throws -> Program<Double> {
      let loss = mean(squared(X • w - y))
      return try Program(computing: [loss, loss.gradient(withRespectTo: [w])[w]])
    }

    private static func results(_ features: NDArray<Double>, _ targets: NDArray<Double>, threads: Int) throws
      -> [[Double]]
    {
      let program = try program()
      let session = try Session(program, binding: [X: features, y: targets, w: [1, -1, 0.5, 2, 0]])
      session.threads = threads
      try session.run()
      return try program.outputs.map { try session.value(of: $0).elements }
    }

    @Test("Sessions over a file, several at once, give the bits of those over memory", arguments: [1, 2])
    func sessions(threads: Int) async throws {
      defer { cleanUp() }
      let features = try NDArray<Double>.normal(shape: [20_001, 5], seed: 2)
      let targets = try NDArray<Double>.normal(shape: [20_001], seed: 3)
      let expected = try Self.results(features, targets, threads: 1)
      let mapped = try NDArray<Double>(mappingNPYFile: saved(features))
      let all = try await withThrowingTaskGroup(of: [[Double]].self) { group in
        for _ in 0..<4 { group.addTask { try Self.results(mapped, targets, threads: threads) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(all == Array(repeating: expected, count: 4))
    }

    @Test("A file that was cut short, or has grown, is refused by the next run and not read")
    func changed() throws {
      defer { cleanUp() }
      let path = try saved(NDArray<Double>.normal(shape: [20_000, 5], seed: 2))
      let targets = try NDArray<Double>.normal(shape: [20_000], seed: 3)
      let mapped = try NDArray<Double>(mappingNPYFile: path)
      let session = try Session(
        Self.program(), binding: [Self.X: mapped, Self.y: targets, Self.w: [1, 1, 1, 1, 1]])
      try session.run()
      let file = try #require(FileHandle(forWritingAtPath: path))
      for length in [4096, 900_000] {
        try file.truncate(atOffset: UInt64(length))
        expectFileError(
          "NDArray(mappingNPYFile:): \(path): the file had 800128 bytes when it was opened, and has \(length) now; "
            + "let the program that writes it finish first, or read a copy"
        ) { try session.run() }
        #expect(throws: ChainRuleError.self) {
          try Self.program().run([Self.X: mapped, Self.y: targets, Self.w: [1, 1, 1, 1, 1]])
        }
      }
      try file.truncate(atOffset: 800_128)
      try session.run()
    }
  }
}
