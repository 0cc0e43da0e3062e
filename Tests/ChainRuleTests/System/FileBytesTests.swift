import ChainRule
import Foundation
import Testing

extension FilesTests {
  @Suite struct FileBytesTests {
    /// Runs `body` with the path of a new folder, which is removed afterwards.
    private func withFolder(_ body: (String) throws -> Void) throws {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try body(folder.path)
    }

    @Test("Arrays and archives come back from disk, and a second writing replaces the first")
    func roundTrip() throws {
      try withFolder { folder in
        let X: NDArray<Double> = [[1, 2], [3, 4.5]]
        try NDArray<Double>([9, 9, 9, 9, 9, 9, 9]).write(npyFile: folder + "/X.npy")
        try X.write(npyFile: folder + "/X.npy")
        #expect(try NDArray<Double>(npyFile: folder + "/X.npy") == X)
        #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder + "/X.npy"))) == NPYGoldens.float64)
        let labels: IndexArray = [0, 1]
        try labels.write(npyFile: folder + "/labels.npy", as: .int32)
        #expect(try IndexArray(npyFile: folder + "/labels.npy") == labels)
        var archive = NPZArchive()
        try archive.add(X, named: "X")
        try archive.add(labels, named: "y")
        try archive.write(to: folder + "/data.npz")
        #expect(try NPZArchive(file: folder + "/data.npz") == archive)
        // A name with all that a path may have.
        try X.write(npyFile: folder + "/ä %20 #?.npy")
        #expect(try NDArray<Double>(npyFile: folder + "/ä %20 #?.npy") == X)
        // Nothing is left beside the files.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 4)
      }
    }

    @Test("A link is followed")
    func link() throws {
      try withFolder { folder in
        try labels.write(npyFile: folder + "/labels.npy")
        try FileManager.default.createSymbolicLink(
          atPath: folder + "/link.npy", withDestinationPath: folder + "/labels.npy")
        #expect(try IndexArray(npyFile: folder + "/link.npy") == labels)
      }
    }

    private let labels: IndexArray = [0, 1]

    @Test("What cannot be read names the path and the reason")
    func reading() throws {
      try withFolder { folder in
        let mend = "; check the path; it is relative to the current directory"
        let missing = folder + "/none.npy"
        expectFileError("NDArray(npyFile:): \(missing): there is no such file" + mend) {
          _ = try NDArray<Double>(npyFile: missing)
        }
        expectFileError("IndexArray(npyFile:): \(missing): there is no such file" + mend) {
          _ = try IndexArray(npyFile: missing)
        }
        expectFileError("NPZArchive(file:): \(missing): there is no such file" + mend) {
          _ = try NPZArchive(file: missing)
        }
        expectFileError("NPZArchive(file:): \(folder): the path is a directory; name a file in it") {
          _ = try NPZArchive(file: folder)
        }
        expectFileError("NPZArchive(file:): the path is empty" + mend) { _ = try NPZArchive(file: "") }
        expectFileError("NPZArchive(file:): the path has a NUL character" + mend) {
          _ = try NPZArchive(file: folder + "\0.npz")
        }
        expectFileError(
          "NDArray(npyFile:): /dev/null: the path is not a regular file; copy its content to a file"
        ) { _ = try NDArray<Double>(npyFile: "/dev/null") }
        try Data("x".utf8).write(to: URL(fileURLWithPath: missing))
        expectFileError(
          "NDArray(npyFile:): \(missing): the file does not begin with the bytes \\x93NUMPY of an .npy file; write it "
            + "with numpy.save"
        ) { _ = try NDArray<Double>(npyFile: missing) }
      }
    }

    @Test("What cannot be written names the path and the reason, and leaves the old file")
    func writing() throws {
      try withFolder { folder in
        let mend = "; check the path; its folder must exist and be writable"
        let path = folder + "/none/x.npy"
        expectFileError("NDArray.write(npyFile:as:): \(path): there is no such folder" + mend) {
          try NDArray<Double>(1).write(npyFile: path)
        }
        expectFileError("IndexArray.write(npyFile:as:): \(path): there is no such folder" + mend) {
          try labels.write(npyFile: path)
        }
        expectFileError("NPZArchive.write(to:): \(folder): the path is a directory; name a file in it") {
          try NPZArchive().write(to: folder)
        }
        expectFileError("NPZArchive.write(to:): the path is empty" + mend) { try NPZArchive().write(to: "") }
        let old = folder + "/old.npy"
        try labels.write(npyFile: old)
        expectFileError(
          "IndexArray.write(npyFile:as:): \(old), array [1]: element [0] is 2, which bool cannot hold; write the array "
            + "in the type that it has by default"
        ) { try IndexArray([2]).write(npyFile: old, as: .bool) }
        #expect(try IndexArray(npyFile: old) == labels)
      }
    }

    @Test(
      "Without permission the error says so", .enabled(if: geteuid() != 0, "the superuser may do everything"))
    func permission() throws {
      try withFolder { folder in
        let path = folder + "/x.npy"
        try labels.write(npyFile: path)
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        expectFileError(
          "IndexArray(npyFile:): \(path): the file may not be read: permission is denied; check the path; it is "
            + "relative to the current directory"
        ) { _ = try IndexArray(npyFile: path) }
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
        expectFileError(
          "IndexArray.write(npyFile:as:): \(folder)/y.npy: the file may not be written: permission is denied; check "
            + "the path; its folder must exist and be writable"
        ) { try labels.write(npyFile: folder + "/y.npy") }
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
      }
    }

    @Test("The system's reasons are put in words")
    func reasons() {
      let denied = "permission is denied"
      #expect(
        FileBytes.reason(CocoaError(.fileReadNoPermission), verb: "read") == "the file may not be read: "
          + denied)
      #expect(
        FileBytes.reason(CocoaError(.fileWriteNoPermission), verb: "written")
          == "the file may not be written: " + denied)
      #expect(
        FileBytes.reason(CocoaError(.fileWriteOutOfSpace), verb: "written")
          == "the file cannot be written: the disk is full")
      #expect(
        FileBytes.reason(CocoaError(.fileWriteVolumeReadOnly), verb: "written")
          == "the file cannot be written: the disk is read-only")
      #expect(
        FileBytes.reason(CocoaError(.fileReadUnknown), verb: "read").hasPrefix("the file cannot be read: "))
    }
  }
}
