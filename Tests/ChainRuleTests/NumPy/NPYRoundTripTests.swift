import ChainRule
import Testing

extension FilesTests {
  @Suite struct NPYRoundTripTests {
    /// Shapes of ranks 0 to 4, with sizes 0 and 1 among them.
    static let shapes = [
      [], [0], [1], [5], [0, 3], [3, 0], [1, 4], [2, 3], [2, 1, 3], [2, 0, 2], [3, 2, 2], [2, 3, 1, 2],
      [1, 1, 1, 1],
    ]

    @Test("Every type, in ranks 0 to 4 and sizes 0 and 1, comes back", arguments: NPYType.allCases)
    func types(_ type: NPYType) throws {
      var generator = SeededGenerator(seed: 7)
      for shape in Self.shapes {
        let indices = try Self.indices(shape, type, using: &generator)
        let double = try NDArray<Double>(shape: shape, elements: indices.elements.map(Double.init))
        let single = NDArray<Float>(double)
        #expect(try NDArray<Double>(npy: double.npy(as: type)) == double)
        #expect(try NDArray<Float>(npy: single.npy(as: type)) == single)
        #expect(try double.npy(as: type) == single.npy(as: type))
        #expect(try double.npy(as: type) == indices.npy(as: type))
        if type == .float32 || type == .float64 { continue }
        #expect(try IndexArray(npy: indices.npy(as: type)) == indices)
      }
    }

    @Test("Reversed bytes and reversed axes are undone", arguments: NPYType.allCases)
    func orders(_ type: NPYType) throws {
      var generator = SeededGenerator(seed: 8)
      for shape in Self.shapes {
        let indices = try Self.indices(shape, type, using: &generator)
        let expected = try NDArray<Double>(shape: shape, elements: indices.elements.map(Double.init))
        for (isBigEndian, isFortran) in [(false, true), (true, false), (true, true)] {
          let bytes = try Self.rewritten(indices, type, isBigEndian: isBigEndian, isFortran: isFortran)
          #expect(try NDArray<Double>(npy: bytes) == expected, "\(shape) \(isBigEndian) \(isFortran)")
        }
      }
    }

    @Test("Extremes of both precisions and of 64-bit integers come back bit for bit")
    func extremes() throws {
      let doubles = [
        0, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity, -.infinity, .nan, .pi,
        .leastNormalMagnitude,
      ]
      #expect(
        try NDArray<Double>(npy: NDArray(doubles).npy()).elements.map(\.bitPattern)
          == doubles.map(\.bitPattern))
      let singles: [Float] = [
        -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity, .nan, .signalingNaN, .pi,
      ]
      #expect(
        try NDArray<Float>(npy: NDArray(singles).npy()).elements.map(\.bitPattern)
          == singles.map(\.bitPattern))
      let indices: IndexArray = [.init(integerLiteral: .min), -1, 0, .init(integerLiteral: .max)]
      #expect(try IndexArray(npy: indices.npy()) == indices)
    }

    @Test("An array without elements may have an extent beyond all memory")
    func emptyExtremes() throws {
      let shape = [0, 1 << 62, 1 << 62]
      let array = try NDArray<Double>(shape: shape, elements: [])
      #expect(try NDArray<Double>(npy: array.npy()).shape == shape)
      let header = "{'descr': '<f8', 'fortran_order': True, 'shape': (0, \(1 << 62), \(1 << 62))}"
      #expect(try NDArray<Double>(npy: npy(header)).shape == shape)
    }

    /// Small whole numbers that the type can hold.
    private static func indices(
      _ shape: [Int], _ type: NPYType, using generator: inout SeededGenerator
    ) throws -> IndexArray {
      let range = type == .bool ? 0...1 : -9...9
      let elements = (0..<shape.reduce(1, *)).map { _ in Int.random(in: range, using: &generator) }
      return try IndexArray(shape: shape, elements: elements)
    }

    /// The file in another byte order or in Fortran order, made by moving bytes.
    private static func rewritten(
      _ array: IndexArray, _ type: NPYType, isBigEndian: Bool, isFortran: Bool
    ) throws -> [UInt8] {
      let code =
        ["float32": "f4", "float64": "f8", "int32": "i4", "int64": "i8", "bool": "b1"][type.rawValue] ?? ""
      let size = code.last?.wholeNumberValue ?? 1
      let sign = type == .bool ? "|" : isBigEndian ? ">" : "<"
      let data = Array(try array.npy(as: type).suffix(array.count * size))
      let tuple = array.shape.map { "\($0)," }.joined()
      let order = isFortran ? fortranOffsets(array.shape) : Array(0..<array.count)
      let moved = order.flatMap { offset in
        let element = data[offset * size..<(offset + 1) * size]
        return isBigEndian ? element.reversed() : Array(element)
      }
      let header =
        "{'descr': '\(sign)\(code)', 'fortran_order': \(isFortran ? "True" : "False"), 'shape': (\(tuple))}"
      return npy(header, data: moved)
    }

    /// The row-major offsets of all elements, the first index running fastest.
    private static func fortranOffsets(_ shape: [Int]) -> [Int] {
      var stride = shape.reduce(1, *)
      guard stride > 0 else { return [] }
      var offsets = [0]
      for extent in shape {
        stride /= extent
        offsets = (0..<extent).flatMap { index in offsets.map { $0 + index * stride } }
      }
      return offsets
    }
  }
}
