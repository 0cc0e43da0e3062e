import ChainRule
import Testing

extension FilesTests {
  /// Readers survive damaged files: each is refused with a reason or holds what its bytes say.
  @Suite struct MutationTests {
    /// What became of a run of damaged files.
    private struct Tally {
      var accepted = 0
      var refusals: Set<String> = []
      var wrong: [[UInt8]] = []
    }

    @Test("70 000 damaged .npy files are refused or read in full", .timeLimit(.minutes(2)))
    func arrays() {
      let seed: UInt64 = 20_261
      let golden = [
        NPYGoldens.float32, NPYGoldens.int32, NPYGoldens.bool, NPYGoldens.bigEndianFloat64,
        NPYGoldens.fortranMatrix,
        NPYGoldens.version2, NPYGoldens.version3, NPYGoldens.empty, NPYGoldens.scalar,
      ]
      let short = ["(2,)", "(1, 2)", "(2, 1, 1)"].map {
        npy("{'descr':'<i4','fortran_order':True,'shape':\($0)}", data: [1, 0, 0, 0, 2, 0, 0, 0])
      }
      var mutator = Mutator(golden + short + short, seed: seed)
      var tally = Tally()
      for index in 0..<70_000 {
        let bytes = mutator.next()
        record(bytes, &tally, expected: [heldCount(bytes, 0..<bytes.count)]) {
          switch index % 3 {
          case 0: [try NDArray<Double>(npy: bytes).count]
          case 1: [try NDArray<Float>(npy: bytes).count]
          default: [try IndexArray(npy: bytes).count]
          }
        }
      }
      check(tally, seed: seed)
    }

    @Test("30 000 damaged .npz files are refused or read in full", .timeLimit(.minutes(2)))
    func archives() {
      let seed: UInt64 = 20_262
      var writer = ZipWriter()
      writer.append(npy("{'descr':'|b1','fortran_order':False,'shape':(3,)}", data: [1, 0, 1]), named: "a")
      writer.append(
        npy("{'descr':'<f4','fortran_order':False,'shape':()}", data: [0, 0, 0, 0]), named: "b/c")
      var mutator = Mutator(
        [NPZGoldens.short, NPZGoldens.zip64, writer.finished(), NPZGoldens.empty], seed: seed)
      var tally = Tally()
      for _ in 0..<30_000 {
        let bytes = mutator.next()
        record(bytes, &tally, expected: heldCounts(bytes)) {
          let archive = try NPZArchive(bytes: bytes)
          return try archive.names.map { try archive.array($0).count }
        }
      }
      check(tally, seed: seed)
    }

    @Test("A reader that counts wrongly, or fails with another error, would be found")
    func planted() {
      struct Other: Error {}
      let bytes = NPYGoldens.float32
      var tally = Tally()
      record(bytes, &tally, expected: [heldCount(bytes, 0..<bytes.count)]) { [2] }
      #expect(tally.accepted == 1 && tally.wrong.isEmpty)
      record(bytes, &tally, expected: [heldCount(bytes, 0..<bytes.count)]) { [3] }
      #expect(tally.wrong.count == 1)
      record(bytes, &tally, expected: [2]) { throw Other() }
      #expect(tally.wrong.count == 2)
      #expect(heldCounts(NPZGoldens.pair) == [4, 2])
    }

    private func record(_ bytes: [UInt8], _ tally: inout Tally, expected: [Int?], _ read: () throws -> [Int])
    {
      do {
        let counts = try read()
        tally.accepted += 1
        if counts.map(Optional.some) != expected { tally.wrong.append(bytes) }
      } catch let error as ChainRuleError {
        // One kind of refusal, whatever the numbers and names in it.
        let sentence = "\(error.problem)".filter { $0.isLetter || $0 == " " }
        if tally.refusals.count < 200 { tally.refusals.insert(sentence) }
        if error.kind != .file || error.problem.isEmpty { tally.wrong.append(bytes) }
      } catch {
        tally.wrong.append(bytes)
      }
    }

    /// Demands that no file was read wrongly and that the damages reached both sides of the readers' checks.
    private func check(_ tally: Tally, seed: UInt64) {
      let smallest = tally.wrong.min { $0.count < $1.count }
      #expect(tally.wrong.isEmpty, "seed \(seed), \(tally.wrong.count) files, the smallest \(smallest ?? [])")
      #expect(tally.accepted > 1000)
      #expect(tally.refusals.count > 20)
    }

    /// The number of elements that the bytes of an `.npy` file hold, found without its shape.
    private func heldCount(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
      let start = range.lowerBound
      guard range.count > 12 else { return nil }
      let isLong = bytes[start + 6] > 1
      let length =
        Int(bytes[start + 8]) + Int(bytes[start + 9]) << 8 + (isLong ? Int(bytes[start + 10]) << 16 : 0)
      let data = start + (isLong ? 12 : 10) + length
      guard data <= range.upperBound else { return nil }
      var size: Int?
      for position in start..<data - 1 {
        switch (bytes[position], bytes[position + 1]) {
        case (0x66, 0x34), (0x69, 0x34): size = 4
        case (0x66, 0x38), (0x69, 0x38): size = 8
        case (0x62, 0x31): size = 1
        default: continue
        }
        break
      }
      // Bytes that are no whole number of elements are no array of any size.
      return size.flatMap {
        (range.upperBound - data).isMultiple(of: $0) ? (range.upperBound - data) / $0 : nil
      }
    }

    /// The same for each `.npy` file in an archive, found by its first bytes and the next signature of a header.
    private func heldCounts(_ bytes: [UInt8]) -> [Int?] {
      var counts: [Int?] = []
      var start: Int?
      for position in bytes.indices.dropLast(3) {
        if bytes[position] == 0x93, bytes[position + 1] == 0x4E { start = position }
        guard bytes[position] == 0x50, bytes[position + 1] == 0x4B, bytes[position + 2] < 4, let first = start
        else {
          continue
        }
        counts.append(heldCount(bytes, first..<position))
        start = nil
      }
      return counts
    }
  }
}
