import ChainRule
import Testing

extension FilesTests {
  @Suite struct NPYGoldenTests {
    @Test("Files of NumPy are read element for element")
    func reading() throws {
      #expect(try NDArray<Double>(npy: NPYGoldens.float64) == [[1, 2], [3, 4.5]])
      #expect(try NDArray<Float>(npy: NPYGoldens.float32) == NDArray([0.1, -.infinity]))
      #expect(try NDArray<Double>(npy: NPYGoldens.float32) == NDArray([Double(Float(0.1)), -.infinity]))
      #expect(try NDArray<Double>(npy: NPYGoldens.int64) == [0, -1, 0x1p62])
      #expect(try IndexArray(npy: NPYGoldens.int64) == [0, -1, 4_611_686_018_427_387_904])
      #expect(try IndexArray(npy: NPYGoldens.int32) == [[7], [-8]])
      #expect(try NDArray<Float>(npy: NPYGoldens.int32) == [[7], [-8]])
      #expect(try IndexArray(npy: NPYGoldens.bool) == [1, 0, 1])
      #expect(try NDArray<Double>(npy: NPYGoldens.bool) == [1, 0, 1])
      #expect(try NDArray<Double>(npy: NPYGoldens.scalar) == 2.5)
      #expect(try NDArray<Double>(npy: NPYGoldens.empty).shape == [0, 3])
      #expect(try IndexArray(npy: NPYGoldens.cube) == [[[0, 1], [0, 1]], [[0, 1], [0, 1]]])
    }

    @Test("Big-endian files are read")
    func bigEndian() throws {
      #expect(try NDArray<Double>(npy: NPYGoldens.bigEndianFloat64) == [1, -2.5])
      #expect(try NDArray<Double>(npy: NPYGoldens.bigEndianFloat32) == [1, -2.5])
      #expect(try IndexArray(npy: NPYGoldens.bigEndianInt64) == [1, -2])
      #expect(try IndexArray(npy: NPYGoldens.bigEndianInt32) == [1, -2])
    }

    @Test("Files in Fortran order are read into row-major order")
    func fortran() throws {
      #expect(try IndexArray(npy: NPYGoldens.fortranMatrix) == [[1, 2, 3], [4, 5, 6]])
      #expect(try NDArray<Float>(npy: NPYGoldens.fortranMatrix) == [[1, 2, 3], [4, 5, 6]])
      #expect(
        try IndexArray(npy: NPYGoldens.fortranCube)
          == [[[0, 1], [2, 3], [4, 5]], [[6, 7], [8, 9], [10, 11]]])
    }

    @Test("Format versions 2.0 and 3.0 are read")
    func versions() throws {
      #expect(try NDArray<Double>(npy: NPYGoldens.version2) == [1.5])
      #expect(try NDArray<Double>(npy: NPYGoldens.version3) == [1.5])
    }

    @Test("What is written is what NumPy writes, byte for byte")
    func writing() throws {
      let matrix: NDArray<Double> = [[1, 2], [3, 4.5]]
      #expect(try matrix.npy() == NPYGoldens.float64)
      #expect(try NDArray<Float>([0.1, -.infinity]).npy() == NPYGoldens.float32)
      #expect(try NDArray<Double>([0.1, -.infinity]).npy(as: .float32) == NPYGoldens.float32)
      #expect(try IndexArray([0, -1, 1 << 62]).npy() == NPYGoldens.int64)
      #expect(try NDArray<Float>([0, -1, 0x1p62]).npy(as: .int64) == NPYGoldens.int64)
      let column: IndexArray = [[7], [-8]]
      #expect(try column.npy(as: .int32) == NPYGoldens.int32)
      #expect(try IndexArray([1, 0, 1]).npy(as: .bool) == NPYGoldens.bool)
      #expect(try NDArray<Double>([1, 0, 1]).npy(as: .bool) == NPYGoldens.bool)
      #expect(try NDArray<Double>(2.5).npy() == NPYGoldens.scalar)
      #expect(try NDArray<Double>(repeating: 0, shape: [0, 3]).npy() == NPYGoldens.empty)
      let cube: IndexArray = [[[0, 1], [0, 1]], [[0, 1], [0, 1]]]
      #expect(try cube.npy(as: .bool) == NPYGoldens.cube)
    }

    @Test("Headers are padded to a multiple of 64 bytes, by a whole 64 where they already are one")
    func padding() throws {
      // len(save(np.zeros((1,) * rank, bool))) - 1 for these ranks.
      let sizes = [1: 128, 14: 128, 15: 192, 64: 320]
      for (rank, size) in sizes {
        let array = try NDArray<Double>(repeating: 0, shape: [Int](repeating: 1, count: rank))
        let bytes = try array.npy(as: .bool)
        #expect(bytes.count == size + 1, "rank \(rank)")
        #expect(try NDArray<Double>(npy: bytes) == array)
      }
      // Dictionary, length and magic bytes are 128 bytes long: len(save(np.zeros((0,) + (1,) * 13 + (100,)))).
      let full = try NDArray<Double>(shape: [0] + [Int](repeating: 1, count: 13) + [100], elements: [])
      #expect(try full.npy().count == 192)
    }

    @Test("Keys may come in any order, with either quote, spaces and without the last comma")
    func spelling() throws {
      let headers = [
        "{'shape': (2,), 'descr': '|b1', 'fortran_order': False}",
        #"{"descr":"|b1","fortran_order":True,"shape":(2,)}"#,
        " { 'fortran_order' : False ,\n\t'shape' : ( 2 , ) , 'descr' : '|b1' , } \r\n",
        "{'descr': '|b1', 'fortran_order': False, 'shape': (2,1,), }\n",
      ]
      for header in headers {
        #expect(try IndexArray(npy: npy(header, data: [1, 0])).elements == [1, 0], "\(header)")
      }
    }

    @Test("A double is rounded to the nearest Float, beyond its range to infinity, as conversion does")
    func rounding() throws {
      let array = NDArray([0.1, 1e300, 1e-50, Double.nan])
      let read = try NDArray<Float>(npy: array.npy())
      let converted = NDArray<Float>(array)
      #expect(read.elements.map(\.bitPattern) == converted.elements.map(\.bitPattern))
      #expect(read[1] == .infinity)
    }
  }
}
