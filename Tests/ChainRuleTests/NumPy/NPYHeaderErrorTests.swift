import ChainRule
import Testing

extension FilesTests {
  /// Files whose beginning or header is not what the format demands.
  @Suite struct NPYHeaderErrorTests {
    private static let likeThis =
      "; a header reads {'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }"

    private func expect(
      _ text: String, _ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
    ) {
      expectFileError("NDArray(npy:): \(text)", sourceLocation: sourceLocation) {
        _ = try NDArray<Double>(npy: bytes)
      }
      expectFileError("IndexArray(npy:): \(text)", sourceLocation: sourceLocation) {
        _ = try IndexArray(npy: bytes)
      }
    }

    @Test("A file that is no .npy file says so")
    func magic() {
      expect("the file is empty", [])
      let text = "the file does not begin with the bytes \\x93NUMPY of an .npy file"
      expect(text + "; write it with numpy.save", [0x93, 0x4E, 0x55])
      expect(text + "; write it with numpy.save", Array("x, y\n1, 2\n".utf8))
      expect(text + "; it begins like an .npz archive; read it as NPZArchive", NPZGoldens.pair)
    }

    @Test("A file cut off in its first bytes names the byte")
    func cutOff() {
      let magic: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]
      expect("the file ends at byte 6, before its version", magic)
      expect("the file ends at byte 7, before its version", magic + [1])
      expect("the file ends at byte 8, before the length of its header", magic + [1, 0])
      expect("the file ends at byte 11, before the length of its header", magic + [2, 0, 9, 0, 0])
    }

    @Test("Unknown versions are refused by number")
    func versions() {
      let mend = " at byte 6; versions 1.0, 2.0 and 3.0 are read"
      for (major, minor) in [(0, 0), (4, 0), (1, 1), (255, 255)] {
        var bytes = NPYGoldens.float64
        (bytes[6], bytes[7]) = (UInt8(major), UInt8(minor))
        expect("the file has format version \(major).\(minor)\(mend)", bytes)
      }
    }

    @Test("A header longer than the file is refused by both lengths")
    func headerLength() {
      let mend = "; the file is cut short or the length is wrong"
      expect(
        "the header has 118 bytes by the length at byte 8 and the file has 90 after it" + mend,
        Array(NPYGoldens.float64.prefix(100)))
      var bytes = NPYGoldens.version2
      bytes.replaceSubrange(8..<12, with: [255, 255, 255, 255])
      expect(
        "the header has 4294967295 bytes by the length at byte 8 and the file has 124 after it" + mend, bytes)
    }

    @Test("A header that is no dictionary is refused at the byte where it goes wrong")
    func dictionary() {
      let cases = [
        ("", "its end at byte 10 where '{' before the dictionary"),
        ("[1]", "'[' at byte 10 where '{' before the dictionary"),
        ("{", "its end at byte 11 where a key in quotes"),
        ("{,}", "',' at byte 11 where a key in quotes"),
        ("{1: 2}", "'1' at byte 11 where a key in quotes"),
        ("{'descr' '<f8'}", "''' at byte 19 where ':' before the value of 'descr'"),
        ("{'descr': '<f8' 'shape': ()}", "''' at byte 26 where '}' or ',' before the end of the dictionary"),
        ("{'descr': <f8}", "'<' at byte 20 where a string for 'descr'"),
        ("{'descr': '\\x3cf8'}", "'\\' at byte 21 where a plain ASCII character"),
        ("{'descr': '<\u{e9}8'}", "'\\xC3' at byte 22 where a plain ASCII character"),
        ("{'fortran_order': 0}", "'0' at byte 28 where True or False for 'fortran_order'"),
        ("{'fortran_order': None}", "'N' at byte 28 where True or False for 'fortran_order'"),
        ("{'fortran_order': Truely}", "'T' at byte 28 where True or False for 'fortran_order'"),
        ("{} 1", "'1' at byte 13 where nothing but spaces"),
        ("{}\0", "'\\x00' at byte 12 where nothing but spaces"),
      ]
      for (header, found) in cases { expect("the header has \(found) belongs" + Self.likeThis, npy(header)) }
      expect("the text that begins at byte 20 of the header has no closing quote", npy("{'descr': '<f8}"))
    }

    @Test("A shape that is no tuple of whole numbers is refused at the byte")
    func shapes() {
      let cases = [
        ("2", "'2' at byte 20 where '(' before the tuple of 'shape'"),
        ("[2]", "'[' at byte 20 where '(' before the tuple of 'shape'"),
        ("(2)", "')' at byte 22 where ',' after the only extent, as in (3,),"),
        ("(2L,)", "'L' at byte 22 where ',' after the only extent, as in (3,),"),
        ("(2, 3L)", "'L' at byte 25 where ')' or ',' before the end of the shape"),
        ("(,)", "',' at byte 21 where an extent or ')'"),
        ("(2,,)", "',' at byte 23 where an extent or ')'"),
        ("(+2,)", "'+' at byte 21 where an extent or ')'"),
        ("(True,)", "'T' at byte 21 where an extent or ')'"),
        ("(2.0,)", "'.' at byte 22 where ',' after the only extent, as in (3,),"),
        ("(2, 3", "'}' at byte 25 where ')' or ',' before the end of the shape"),
        ("(-", "'}' at byte 22 where an extent or ')'"),
      ]
      for (shape, found) in cases {
        expect("the header has \(found) belongs" + Self.likeThis, npy("{'shape': \(shape)}"))
      }
      expect(
        "the extent 007 at byte 21 begins with 0; Python writes no such number", npy("{'shape': (007,)}"))
      expect("the extent -3 of axis 1 is negative; extents are 0 or more", npy("{'shape': (2, -3)}"))
      let ones = [String](repeating: "1", count: 65).joined(separator: ",")
      expect(
        "the shape has more than 64 axes; NumPy has no arrays of a higher rank", npy("{'shape': (\(ones))}"))
      expect(
        "the extent 9223372036854775808 of axis 0 is larger than 9223372036854775807",
        npy("{'shape': (9223372036854775808,)}"))
      let digits = String(repeating: "9", count: 60)
      expect(
        "the extent \(digits.prefix(40))… of axis 0 is larger than 9223372036854775807",
        npy("{'shape': (\(digits),)}"))
    }

    @Test("Each of the three keys is there once, and no other")
    func keys() {
      let mend = "; its keys are 'descr', 'fortran_order' and 'shape'"
      let (descr, order, shape) = ("'descr': '<f8'", "'fortran_order': False", "'shape': ()")
      expect("the header has no key 'descr'" + mend, npy("{}"))
      expect("the header has no key 'descr'" + mend, npy("{\(order), \(shape)}"))
      expect("the header has no key 'fortran_order'" + mend, npy("{\(descr), \(shape)}"))
      expect("the header has no key 'shape'" + mend, npy("{\(descr), \(order)}"))
      expect("the header has the key 'Shape' at byte 27" + mend, npy("{\(descr), 'Shape': ()}"))
      for entry in [descr, order, shape] {
        let key = entry.prefix { $0 != ":" }
        expect(
          "the header has the key \(key) twice, again at byte \(13 + entry.utf8.count); leave one of them",
          npy("{\(entry), \(entry)}"))
      }
    }

    @Test("Types that are not supported are refused by name")
    func types() {
      for descr in [
        "<c16", "|O", "<U3", "<f2", "|i1", "<u4", "=f8", "f8", "<b1", "|f8", "<f16", "<M8[ns]", "",
      ] {
        expect(
          "the dtype '\(descr)' of 'descr' is not supported; save the array as float32, float64, int32, int64 or "
            + "bool, such as array.astype('float64')",
          npy("{'descr': '\(descr)', 'fortran_order': False, 'shape': ()}"))
      }
      expect(
        "'descr' is a list at byte 20: the elements are records; save each field as an array of its own",
        npy("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': ()}"))
    }
  }
}
