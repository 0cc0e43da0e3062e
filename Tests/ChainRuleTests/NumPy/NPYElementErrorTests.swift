import ChainRule
import Testing

extension FilesTests {
  /// Files and arrays whose elements are too few, too many, or do not fit.
  @Suite struct NPYElementErrorTests {
    private func npy(shape: String, descr: String = "<f8", data: Int) -> [UInt8] {
      let header = "{'descr': '\(descr)', 'fortran_order': False, 'shape': \(shape)}"
      return ChainRuleTests.npy(header, data: [UInt8](repeating: 0, count: data))
    }

    @Test("Too few or too many bytes of elements are refused by both numbers")
    func counts() {
      let short = "; the file is cut short or 'shape' is wrong"
      let long = "; the file holds something after the array or 'shape' is wrong"
      expectFileError(
        "NDArray(npy:): shape [2, 2] of float64 needs 32 bytes of elements and 31 follow the header at byte 128"
          + short
      ) { _ = try NDArray<Double>(npy: NPYGoldens.float64.dropLast()) }
      expectFileError(
        "NDArray(npy:): shape [2, 2] of float64 needs 32 bytes of elements and 33 follow the header at byte 128"
          + long
      ) { _ = try NDArray<Double>(npy: NPYGoldens.float64 + [0]) }
      expectFileError(
        "IndexArray(npy:): shape [] of bool needs 1 byte of elements and 2 follow the header at byte 63"
          + long
      ) { _ = try IndexArray(npy: npy(shape: "()", descr: "|b1", data: 2)) }
    }

    @Test("A header that promises more than the file holds obtains no memory")
    func lyingShape() {
      let mend =
        " bytes of elements and 8 follow the header at byte 77; the file is cut short or 'shape' is wrong"
      // An array that was filled before the check would take hours, or end the process.
      let start = ContinuousClock.now
      expectFileError("NDArray(npy:): shape [1099511627776] of float64 needs 8796093022208" + mend) {
        _ = try NDArray<Double>(npy: npy(shape: "(1099511627776,)", data: 8))
      }
      expectFileError("IndexArray(npy:): shape [1099511627776] of int64 needs 8796093022208" + mend) {
        _ = try IndexArray(npy: npy(shape: "(1099511627776,)", descr: "<i8", data: 8))
      }
      #expect(ContinuousClock.now - start < .seconds(10))
      expectFileError(
        "NDArray(npy:): shape [4611686018427387904] of float64 needs more than 9223372036854775807 bytes of elements "
          + "and 8 follow the header at byte 83; the file is cut short or 'shape' is wrong"
      ) { _ = try NDArray<Double>(npy: npy(shape: "(4611686018427387904,)", data: 8)) }
      expectFileError(
        "NDArray(npy:): the number of elements of shape [4294967296, 4294967296] is larger than 9223372036854775807"
      ) { _ = try NDArray<Double>(npy: npy(shape: "(4294967296, 4294967296)", data: 8)) }
    }

    @Test("A bool other than 0 and 1 is refused by its byte")
    func bools() {
      var bytes = NPYGoldens.bool
      bytes[129] = 2
      expectFileError("NDArray(npy:): the bool at byte 129 is 2; a bool is 0 or 1") {
        _ = try NDArray<Float>(npy: bytes)
      }
      expectFileError("IndexArray(npy:): the bool at byte 129 is 2; a bool is 0 or 1") {
        _ = try IndexArray(npy: bytes)
      }
    }

    @Test("Integers that the scalar cannot hold are refused by element, not rounded")
    func integers() throws {
      let mend = "; read whole numbers as IndexArray, or save the array as float64"
      let matrix: IndexArray = [[1, 2], [9_007_199_254_740_993, 4]]
      expectFileError(
        "NDArray(npy:): element [1, 0] is 9007199254740993, which Double cannot hold exactly" + mend
      ) { _ = try NDArray<Double>(npy: matrix.npy()) }
      expectFileError("NDArray(npy:): the only element is 16777217, which Float cannot hold exactly" + mend) {
        _ = try NDArray<Float>(npy: IndexArray(integerLiteral: 16_777_217).npy(as: .int32))
      }
    }

    @Test("An index array refuses floating types, even with whole numbers")
    func floating() {
      let mend = " and indices are integers; read them as NDArray, or save array.astype('int64')"
      expectFileError("IndexArray(npy:): the elements are float64" + mend) {
        _ = try IndexArray(npy: NPYGoldens.float64)
      }
      expectFileError("IndexArray(npy:): the elements are float32" + mend) {
        _ = try IndexArray(npy: NPYGoldens.float32)
      }
    }

    @Test("Writing numbers in a type that cannot hold them names the element")
    func misfits() {
      let mend = " cannot hold; write the array in the type that it has by default"
      let cases: [(Double, NPYType)] = [
        (2.5, .int32), (2_147_483_648, .int32), (-2_147_483_649, .int32), (.nan, .int32), (0.5, .int64),
        (0x1p63, .int64), (.infinity, .int64), (3, .bool), (-1, .bool), (.nan, .bool), (1e300, .float32),
        (-3.5e38, .float32),
      ]
      for (value, type) in cases {
        expectFileError("NDArray.npy(as:): array [1, 2]: element [0, 1] is \(value), which \(type)" + mend) {
          _ = try NDArray<Double>(shape: [1, 2], elements: [1, value]).npy(as: type)
        }
      }
      let indices: [(Int, NPYType)] = [
        (1 << 31, .int32), (2, .bool), ((1 << 53) + 1, .float64), ((1 << 24) + 1, .float32), (.max, .float64),
      ]
      for (value, type) in indices {
        expectFileError("IndexArray.npy(as:): array [2]: element [1] is \(value), which \(type)" + mend) {
          _ = try IndexArray([1, value]).npy(as: type)
        }
      }
    }

    @Test("What only just fits is written: infinities, both zeros, the ends of the ranges")
    func fits() throws {
      #expect(try NDArray<Float>(npy: NDArray([Double.infinity]).npy(as: .float32))[0] == .infinity)
      #expect(try NDArray<Float>(npy: NDArray([Double.nan]).npy(as: .float32))[0].isNaN)
      #expect(try IndexArray(npy: NDArray([-0.0, -0x1p63]).npy(as: .int64)).elements == [0, .min])
      #expect(try IndexArray(npy: NDArray([-0.0, 1.0]).npy(as: .bool)).elements == [0, 1])
      let ends = [Int(Int32.min), Int(Int32.max)]
      #expect(try IndexArray(npy: IndexArray(ends).npy(as: .int32)).elements == ends)
    }

    @Test("More axes than NumPy has are not written")
    func rank() throws {
      let array = try NDArray<Double>(repeating: 1, shape: [Int](repeating: 1, count: 65))
      expectFileError(
        "NDArray.npy(as:): array of rank 65: the array has 65 axes and NumPy reads at most 64; reshape it to fewer axes"
      ) { _ = try array.npy() }
    }
  }
}
