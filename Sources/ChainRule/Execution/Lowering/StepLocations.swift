/// Where steps whose results are in memory as a whole are found, and the lengths of all symbols.
struct StepLocations {
  /// The memory of each step with results as a whole, its first element; nil for what has none.
  private(set) var addresses: [Address?]
  /// The integers of each step that holds some.
  private(set) var integers: [UnsafePointer<Int>?]
  let lengths: [Shape.Extent: Int]
  /// Whether each step's elements lie in row-major order without gaps.
  private(set) var isDense: [Bool]
  /// The number of each step's shape, and for each shape the number of elements and how they lie, unless seen in the
  /// memory of another step.
  private let shapeNumbers: [Int]
  private let counts: [Int]
  private let layouts: [StridedShape]
  private var views: [Int: StridedShape] = [:]

  init(_ storage: StoragePlan, _ lengths: [Shape.Extent: Int]) {
    self.lengths = lengths
    shapeNumbers = storage.shapeNumbers
    addresses = Array(repeating: nil, count: shapeNumbers.count)
    integers = Array(repeating: nil, count: shapeNumbers.count)
    isDense = Array(repeating: true, count: shapeNumbers.count)
    counts = storage.shapes.map { Self.count($0, lengths) }
    layouts = storage.shapes.map { shape in
      StridedShape(contiguous: shape.extents.map { Self.length($0, lengths) })
    }
  }

  /// How the elements of a step lie in memory.
  func layout(_ step: Int) -> StridedShape {
    if !isDense[step], let view = views[step] { return view }
    return layouts[shapeNumbers[step]]
  }

  /// Gives every step that is in memory as a whole its address and layout.
  ///
  /// - Parameters:
  ///   - offsets: Those of steps with memory of their own, from `memory` on.
  mutating func place(
    _ steps: [ExecutionOrder.Step], _ storage: StoragePlan, _ data: DataAddresses, _ offsets: [Int?],
    from memory: Address
  ) {
    let size = data.machine.size
    for index in steps.indices {
      switch storage.places[index] {
      case .leaf(let leaf): addresses[index] = data.leaves[leaf]
      case .constant(let constant): addresses[index] = data.constants[constant]
      case .indices(let number): integers[index] = data.integers[number]
      case .view(let base):
        integers[index] = integers[base]
        let (layout, offset) = steps[index].primitive.view(self.layout(base), as: shape(index))
        isDense[index] = layout.isContiguous
        if !isDense[index] { views[index] = layout }
        addresses[index] = addresses[base].map { $0 + offset * size }
      case .computed: addresses[index] = offsets[index].map { memory + $0 }
      }
    }
  }

  /// The number of elements of a step's result, saturating rather than overflowing.
  func count(_ step: Int) -> Int { counts[shapeNumbers[step]] }

  /// The lengths of a step's axes.
  func shape(_ step: Int) -> [Int] { layouts[shapeNumbers[step]].lengths }

  func concrete(_ shape: Shape) -> [Int] { shape.extents.map(length) }

  func length(_ extent: Shape.Extent) -> Int { Self.length(extent, lengths) }

  private static func length(_ extent: Shape.Extent, _ lengths: [Shape.Extent: Int]) -> Int {
    if case .fixed(let length) = extent { length } else { lengths[extent] ?? 0 }
  }

  private static func count(_ shape: Shape, _ lengths: [Shape.Extent: Int]) -> Int {
    shape.extents.reduce(1) { product, extent in
      let length = length(extent, lengths)
      if product == 0 || length == 0 { return 0 }
      let (result, overflow) = product.multipliedReportingOverflow(by: length)
      return overflow ? .max : result
    }
  }
}
