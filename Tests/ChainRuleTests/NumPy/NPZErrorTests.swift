import ChainRule
import Testing

extension FilesTests {
  /// Archives that are damaged, hostile, or made in a way that is not supported.
  ///
  /// Most are made from `NPZGoldens.short`: a local header of 30 bytes, the name `a.npy`, 129 bytes of data, at byte 164 the
  /// record of 46 bytes with the name again, at byte 215 the end record.
  @Suite struct NPZErrorTests {
    private static let damaged = "; the archive is damaged; write it again with np.savez"

    private func expect(
      _ text: String, _ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
    ) {
      expectFileError("NPZArchive(bytes:): " + text, sourceLocation: sourceLocation) {
        _ = try NPZArchive(bytes: bytes)
      }
    }

    /// The small archive with bytes replaced at some positions.
    private func edited(_ edits: [(Int, [UInt8])]) -> [UInt8] {
      var bytes = NPZGoldens.short
      for (position, replacement) in edits {
        bytes.replaceSubrange(position..<position + replacement.count, with: replacement)
      }
      return bytes
    }

    /// The small archive whose member has another name of five bytes, in both headers.
    private func renamed(_ name: String, flags: [UInt8] = [0, 0]) -> [UInt8] {
      let name = Array(name.utf8)
      return edited([(30, name), (210, name), (6, flags), (172, flags)])
    }

    /// A zip archive with bytes before its parts, all positions corrected.
    private func gapped(before: Int, after: Int) -> [UInt8] {
      let base = NPZGoldens.short
      var bytes =
        [UInt8](repeating: 0, count: before) + base[..<164] + [UInt8](repeating: 0, count: after)
        + base[164...]
      bytes[164 + before + after + 42] = UInt8(before)
      bytes[215 + before + after + 16] = UInt8(164 + before + after)
      return bytes
    }

    @Test("Compressed, encrypted and streamed members are refused with the way out")
    func unsupported() {
      expect(
        "member a: it is compressed by method 8; write it with np.savez instead of np.savez_compressed",
        NPZGoldens.compressed)
      expect("member a: it is encrypted; write it without a password", edited([(6, [1]), (172, [1])]))
      expect(
        "member a: its size follows the data, as in archives written to a stream; write it to a file",
        NPZGoldens.stream)
      expect("member a: the flags 0x2000 are not supported" + Self.damaged, edited([(173, [0x20])]))
      expect(
        "member a: it lies in another part of a split archive; join the parts first", edited([(198, [1])]))
      expect("the archive is one part of a split archive; join the parts first", edited([(219, [1])]))
    }

    @Test("A file that does not end as an archive does says so")
    func end() {
      let text = "the file does not end with the end record of a zip archive; "
      let mend = "it is no .npz archive, is cut short, or has a comment or other bytes at its end"
      expect(text + mend, [])
      expect(text + mend, NPZGoldens.short.dropLast())
      expect(text + mend, NPZGoldens.short + [0])
      expect(text + mend, edited([(235, [1])]) + [65])
      expect(text + "it is an .npy file; read it with NDArray(npy:)", NPYGoldens.float64)
    }

    @Test("A directory that does not fill its place, or has more records than it can, is refused")
    func directory() {
      let junk = "; the archive is damaged or has bytes before its beginning; write it again with np.savez"
      expect(
        "the central directory of 51 bytes at byte 164 does not end at the end record at byte 216" + junk,
        [0] + NPZGoldens.short)
      expect(
        "the central directory of 4294967295 bytes at byte 164 does not end at the end record at byte 215"
          + junk,
        edited([(227, [255, 255, 255, 255])]))
      expect(
        "the central directory of 51 bytes cannot have 65535 records" + Self.damaged,
        edited([(223, [255, 255, 255, 255])]))
      expect(
        "the central directory has more than its 0 records at byte 164" + Self.damaged,
        edited([(223, [0, 0, 0, 0])]))
      expect("the central directory has no record at byte 164" + Self.damaged, edited([(164, [0])]))
      expect(
        "the record at byte 164 is longer than the central directory" + Self.damaged, edited([(192, [6])]))
    }

    @Test("A damaged zip64 end record, or one that differs from the short one, is refused")
    func zip64End() {
      let base = NPZGoldens.zip64
      let record = base.count - 22 - 20 - 56
      for offset in [0, 4, 16, 32, 56 + 8, 56 + 16] {
        var bytes = base
        bytes[record + offset] ^= 1
        expect("the zip64 end record at byte \(record) is damaged" + Self.damaged, bytes)
      }
      for offset in [40, 48] {
        var bytes = base
        bytes[record + offset] ^= 1
        expect("the two end records of the archive differ" + Self.damaged, bytes)
      }
      var many = base
      for offset in [24, 32] {
        many.replaceSubrange(record + offset..<record + offset + 8, with: [UInt8](repeating: 255, count: 8))
      }
      many.replaceSubrange(base.count - 14..<base.count - 10, with: [255, 255, 255, 255])
      expect(
        "the central directory of 150 bytes cannot have 9223372036854775807 records" + Self.damaged, many)
    }

    @Test("Sizes that lie are refused before anything is read by them")
    func sizes() {
      expect(
        "member a: the sizes 130 and 129 differ in a member that is not compressed", edited([(188, [130])]))
      expect(
        "member a: its 2147483647 bytes at byte 0 do not end before the central directory" + Self.damaged,
        edited([(184, [255, 255, 255, 127, 255, 255, 255, 127])]))
      expect(
        "member a: the zip64 sizes that its header refers to are missing" + Self.damaged,
        edited([(184, [255, 255, 255, 255, 255, 255, 255, 255])]))
      expect("member a: there is no local header at byte 255" + Self.damaged, edited([(206, [255])]))
      expect("member a: there is no local header at byte 0" + Self.damaged, edited([(0, [0])]))
    }

    @Test("A local header that differs from the directory is refused by the field")
    func localHeader() {
      let mend = " in the local header at byte 0 is not that of the central directory" + Self.damaged
      for (position, byte, field) in [
        (6, 8, "flags"), (8, 8, "method"), (14, 0, "checksum"), (18, 128, "size"), (22, 128, "size"),
        (30, 98, "name"),
      ] {
        expect("member a: the \(field)" + mend, edited([(position, [UInt8(byte)])]))
      }
      for (size, position) in [(15, 54), (17, 35)] {
        var bytes = NPZGoldens.zip64
        bytes[37] = UInt8(size)
        expect(
          "member a: the extra fields of its header are damaged at byte \(position)" + Self.damaged, bytes)
      }
      expect(
        "member a: its bytes do not have the checksum that is recorded" + Self.damaged, edited([(100, [0])]))
    }

    @Test("Bytes between members, and members inside of others, are refused")
    func tiling() {
      expect("the bytes from 0 to 3 belong to no member" + Self.damaged, gapped(before: 3, after: 0))
      expect("the bytes from 164 to 168 belong to no member" + Self.damaged, gapped(before: 0, after: 4))
      // Two records, named a and b, of one and the same member; the checks of the names are those of the local headers.
      var bytes = NPZGoldens.short
      let record = Array(bytes[164..<215])
      bytes.insert(contentsOf: record, at: 215)
      bytes.replaceSubrange(266 + 8..<266 + 16, with: [2, 0, 2, 0, 102, 0, 0, 0])
      expect("member a: the archive has two members of this name; rename one of them", bytes)
      var inner = ZipWriter()
      inner.append([1, 2, 3], named: "b")
      var outer = ZipWriter()
      outer.append(Array(inner.finished().prefix(38 + 20)), named: "a")
      let nested = nestedArchive(inner.finished(), in: outer.finished())
      expect("member b: it begins at byte 55, inside of another member" + Self.damaged, nested)
    }

    /// The archive `outer`, whose only member begins with that of `inner`, with the records of both members.
    private func nestedArchive(_ inner: [UInt8], in outer: [UInt8]) -> [UInt8] {
      func directory(_ bytes: [UInt8]) -> Int { Int(bytes[bytes.count - 6]) }
      var record = Array(inner[directory(inner)..<inner.count - 22])
      record[42] = 55
      var bytes = outer
      bytes.insert(contentsOf: record, at: bytes.count - 22)
      let end = bytes.count - 22
      (bytes[end + 8], bytes[end + 10]) = (2, 2)
      bytes[end + 12] = UInt8(end - directory(outer))
      return bytes
    }

    @Test("Names that trick paths are refused, and so are files that are no .npy")
    func names() {
      let cases = [
        (".npy\0", ".npy\\x00", "it does not end with .npy; an .npz archive holds .npy files only"),
        ("a.txt", "a.txt", "it does not end with .npy; an .npz archive holds .npy files only"),
        ("/.npy", "/.npy", "it is an absolute path; rename the member"),
        ("\\.npy", "\\.npy", "it has a backslash; rename the member"),
        ("\0.npy", "\\x00.npy", "it has a control character; rename the member"),
        ("\u{7F}.npy", "\\x7F.npy", "it has a control character; rename the member"),
        ("..npy", "..npy", "it has the part '.' between slashes; rename the member"),
      ]
      for (name, shown, problem) in cases {
        expect("the member name '\(shown)' at byte 210 is refused: \(problem)", renamed(name))
      }
      let bytes: [UInt8] = [0xE9] + Array(".npy".utf8)
      expect(
        "the member name '\\xE9.npy' at byte 210 is refused: it is not ASCII and not marked as UTF-8; rename the member",
        edited([(30, bytes), (210, bytes)]))
      expect(
        "the member name '\\xE9.npy' at byte 210 is refused: it is not UTF-8; rename the member",
        edited([(30, bytes), (210, bytes), (7, [8]), (173, [8])]))
      for (name, problem) in [
        ("../x", "it has the part '..' between slashes"), ("C:x", "it begins with a drive letter"),
        ("a/..", "it has the part '..' between slashes"), ("", "it is empty"),
      ] {
        var writer = ZipWriter()
        writer.append([], named: name)
        let position = 30 + name.utf8.count + 4 + 20 + 46
        expect(
          "the member name '\(name).npy' at byte \(position) is refused: \(problem); rename the member",
          writer.finished())
      }
    }
  }
}
