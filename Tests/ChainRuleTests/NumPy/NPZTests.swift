import ChainRule
import Testing

extension FilesTests {
  @Suite struct NPZTests {
    @Test("Archives of NumPy are read")
    func reading() throws {
      let archive = try NPZArchive(bytes: NPZGoldens.pair)
      #expect(archive.names == ["X", "y"])
      #expect(try archive.array("X") == [[1, 2], [3, 4.5]])
      #expect(try archive.array("X", as: Float.self) == [[1, 2], [3, 4.5]])
      #expect(try archive.indices("y") == [0, 1])
      #expect(try archive.array("y") == [0, 1])
      #expect(try NPZArchive(bytes: NPZGoldens.empty).names == [])
      #expect(try NPZArchive(bytes: NPZGoldens.umlaut).indices("Größe") == 1)
      #expect(try NPZArchive(bytes: NPZGoldens.short).indices("a") == [1])
    }

    @Test("Archives with all sizes in 64 bits are read")
    func zip64() throws {
      let archive = try NPZArchive(bytes: NPZGoldens.zip64)
      #expect(archive.names == ["a", "b"])
      #expect(try archive.indices("a") == [1])
      #expect(try archive.indices("b") == [0])
    }

    @Test("What is written is what NumPy writes, byte for byte")
    func writing() throws {
      var archive = NPZArchive()
      #expect(archive.bytes() == NPZGoldens.empty)
      let X: NDArray<Double> = [[1, 2], [3, 4.5]]
      try archive.add(X, named: "X")
      try archive.add([0, 1] as IndexArray, named: "y")
      #expect(archive.bytes() == NPZGoldens.pair)
      #expect(try NPZArchive(bytes: archive.bytes()) == archive)
      var umlaut = NPZArchive()
      try umlaut.add(1 as IndexArray, named: "Größe", as: .bool)
      #expect(umlaut.bytes() == NPZGoldens.umlaut)
    }

    @Test("Sizes beyond 32 bits are written as NumPy writes them")
    func writingZip64() throws {
      var writer = ZipWriter()
      writer.largestShortSize = 10
      writer.largestShortCount = 1
      writer.append(try IndexArray([1]).npy(as: .bool), named: "a")
      writer.append(try IndexArray([0]).npy(as: .bool), named: "b")
      #expect(writer.finished() == NPZGoldens.zip64)
    }

    @Test("An archive of many members keeps their order")
    func many() throws {
      var archive = NPZArchive()
      for index in 0..<300 { try archive.add(IndexArray([index]), named: "layer\(index % 7)/w\(index)") }
      let again = try NPZArchive(bytes: archive.bytes())
      #expect(again.names == archive.names)
      #expect(try again.indices("layer5/w299") == [299])
    }

    @Test("The same arrays always give the same bytes")
    func deterministic() throws {
      var left = NPZArchive()
      var right = NPZArchive()
      try left.add([1, 2] as NDArray<Float>, named: "w")
      try right.add([1, 2] as NDArray<Float>, named: "w")
      #expect(left.bytes() == right.bytes())
    }

    @Test("An unknown name lists the names that there are")
    func unknown() throws {
      let archive = try NPZArchive(bytes: NPZGoldens.pair)
      expectFileError(
        "NPZArchive.array(_:as:): member 'w': the archive has no array of this name; it has X, y"
      ) {
        _ = try archive.array("w")
      }
      expectFileError(
        "NPZArchive.indices(_:): member 'w': the archive has no array of this name; it is empty"
      ) {
        _ = try NPZArchive().indices("w")
      }
    }

    @Test("A member that is no such array is refused by name")
    func members() throws {
      let archive = try NPZArchive(bytes: NPZGoldens.pair)
      expectFileError(
        "NPZArchive.indices(_:): member X: the elements are float64 and indices are integers; read them as NDArray, "
          + "or save array.astype('int64')"
      ) { _ = try archive.indices("X") }
      var writer = ZipWriter()
      writer.append([], named: "a")
      let hollow = try NPZArchive(bytes: writer.finished())
      expectFileError("NPZArchive.array(_:as:): member a: the file is empty") { _ = try hollow.array("a") }
    }

    @Test("Names that would lead out of the folder, or are there already, are not added")
    func adding() throws {
      var archive = NPZArchive()
      let cases = [
        ("", "it is empty"), ("/x", "it is an absolute path"),
        ("../x", "it has the part '..' between slashes"),
        ("a/../x", "it has the part '..' between slashes"), ("a//x", "it has the part '' between slashes"),
        ("a/", "it has the part '' between slashes"), ("./x", "it has the part '.' between slashes"),
        ("C:x", "it begins with a drive letter"), ("z:/x", "it begins with a drive letter"),
        ("a\\x", "it has a backslash"), ("a\u{0}", "it has a control character"),
        ("a\u{85}", "it has a control character"), ("a\n", "it has a control character"),
      ]
      for (name, problem) in cases {
        let shown = name.unicodeScalars.map { $0.escaped(asASCII: false) }.joined()
        expectFileError(
          "NPZArchive.add(_:named:as:): member '\(shown)': the name is refused: \(problem); choose a name such as "
            + "'weights' or 'layer1/weights'"
        ) { try archive.add([1] as IndexArray, named: name) }
      }
      let long = String(repeating: "x", count: 65_532)
      expectFileError(
        "NPZArchive.add(_:named:as:): member '\(long.prefix(40))': the name is refused: it is longer than 65535 bytes; "
          + "choose a name such as 'weights' or 'layer1/weights'"
      ) { try archive.add([1] as IndexArray, named: long) }
      try archive.add([1] as IndexArray, named: String(long.dropLast()))
      #expect(try NPZArchive(bytes: archive.bytes()) == archive)
      try archive.add([1] as NDArray<Double>, named: "x")
      expectFileError(
        "NPZArchive.add(_:named:as:): member 'x': the archive has an array of this name; choose another name"
      ) { try archive.add([1] as IndexArray, named: "x") }
      expectFileError(
        "NPZArchive.add(_:named:as:): member 'y', array [1]: element [0] is 2.5, which int32 cannot hold; write the "
          + "array in the type that it has by default"
      ) { try archive.add(NDArray([2.5]), named: "y", as: .int32) }
      #expect(archive.names.count == 2)
    }
  }
}
