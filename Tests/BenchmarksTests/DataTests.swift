// Only debug builds let a test see the inside of a program; `Benchmarks --verify` checks the release build.
#if DEBUG
  import ChainRule
  import Foundation
  import Testing

  @testable import Benchmarks

  @Suite("Files of data")
  struct DataTests {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("benchmarks-\(UUID())").path

    /// Writes small files, hands their folder over, and removes it.
    func withFiles(_ body: () throws -> Void) throws {
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try FolderWriter(folder).write([DataGroup.line, Self.images]) { _ in }
      try body()
    }

    static let images = DataGroup.images(rows: 11, features: 3)

    func problem(_ name: String) -> String? {
      do {
        let arrays = FolderArrays(folder, groups: [DataGroup.line, Self.images])
        _ =
          name.hasSuffix("_y") && name.hasPrefix("W5")
          ? [] : try arrays.numbers(name, as: Double.self).elements
        if name == "W5_y" { _ = try arrays.indices(name) }
        return nil
      } catch { return "\(error)" }
    }

    @Test("What was written is read, and is what is made in memory")
    func roundTrip() throws {
      try withFiles {
        let files = FolderArrays(folder, groups: [DataGroup.line, Self.images])
        let line = try MemoryArrays(for: Workload.named("W1"))
        for name in ["W1_X", "W1_y"] {
          #expect(try files.numbers(name, as: Double.self) == line.numbers(name, as: Double.self))
          #expect(try files.numbers(name, as: Float.self) == line.numbers(name, as: Float.self))
        }
        #expect(try files.indices("W5_y").elements.allSatisfy { (0..<10).contains($0) })
        #expect(try files.numbers("W5_X", as: Float.self).shape == [11, 3])
        #expect(try files.goldenGradient("W1-f64", count: 2) == nil)
        let manifest = try JSONSerialization.jsonObject(
          with: Data(contentsOf: URL(fileURLWithPath: folder + "/manifest.json")))
        let entry = try #require((manifest as? [String: Any])?["W5_X"] as? [String: Any])
        #expect(entry["dtype"] as? String == "<f4" && entry["shape"] as? [Int] == [11, 3])
      }
    }

    @Test("A missing, a short and a long file are named, with the bytes expected and found")
    func damaged() throws {
      try withFiles {
        let (x, y) = (folder + "/W1_X.bin", folder + "/W1_y.bin")
        let mend = "; write the files with --generate DIR, and give the same DIR to --data"
        try FileManager.default.removeItem(atPath: x)
        #expect(problem("W1_X") == "\(x): expected 800 bytes and found no file to read" + mend)
        try Data(count: 799).write(to: URL(fileURLWithPath: y))
        #expect(problem("W1_y") == "\(y): expected 800 bytes and found 799" + mend)
        try Data(count: 4000).write(to: URL(fileURLWithPath: folder + "/W5_y.bin"))
        #expect(problem("W5_y") == "\(folder)/W5_y.bin: expected 44 bytes and found 4000" + mend)
        try FileManager.default.createDirectory(atPath: x, withIntermediateDirectories: true)
        #expect(problem("W1_X")?.hasPrefix("\(x): expected 800 bytes and found") == true)
        #expect(problem("W5_X") == nil)
      }
    }

    @Test("The first numbers are those that NumPy makes")
    func first() throws {
      // u(s) and n(s) with seeds 301 and 202, printed by gen_data.py.
      var (u, n) = (NumberStream(seed: 301), NumberStream(seed: 202))
      #expect(u.uniform(3) == [0.8951083802840009, 0.10258765295905292, 0.12522250693517178])
      let normal = n.normal(3)
      for (found, expected) in zip(normal, [-1.0833919602874098, -1.8566655370331964, -1.3516139473905375]) {
        #expect(abs(found - expected) <= 4 * expected.ulp.magnitude)
      }
    }

    @Test("Blocks of any length continue a stream")
    func blocks() {
      var (whole, parts) = (NumberStream(seed: 7), NumberStream(seed: 7))
      #expect(parts.normal(3) + parts.normal(1) + parts.normal(5) == whole.normal(9))
    }
  }
#endif
