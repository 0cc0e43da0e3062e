/// Memory that is given back when nobody refers to it any more.
///
/// Why the unsafe pointer is right: see `AlignedStorage`, which it is of bytes.
package final class Memory {
  let address: Address
  let size: Int

  /// From so many bytes on, what is computed from arrays in files is kept in a file as well.
  static let leastInFile = 1 << 20

  /// Obtains memory, or nil where the system has none.
  init?(size: Int) {
    guard size <= AlignedStorage<Double>.mostBytes,
      let storage = AlignedStorage<Double>(ifAvailable: Self.elements(size))
    else { return nil }
    (self.storage, self.size, address) = (storage, size, Address(storage.pointer))
  }

  /// Obtains memory, or nil where the system has none; much of it in a file in the temporary folder, if asked for.
  ///
  /// - Throws: `ChainRuleError` of kind `.file` if there is no room for the file.
  convenience init?(size: Int, inFile: Bool) throws {
    guard inFile, Self.leastInFile...AlignedStorage<Double>.mostBytes ~= size else {
      self.init(size: size)
      return
    }
    self.init(try ScratchFile.storage(zeros: Self.elements(size), operation: "Program"), size: size)
  }

  private init(_ storage: AlignedStorage<Double>, size: Int) {
    (self.storage, self.size, address) = (storage, size, Address(storage.pointer))
  }

  private static func elements(_ size: Int) -> Int { size / MemoryLayout<Double>.stride + 1 }

  private let storage: AlignedStorage<Double>
}
