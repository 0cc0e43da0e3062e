/// The number of elements of a shape: a number times symbols, which are known when data is bound.
struct SymbolicCount: Hashable {
  private let fixedCount: Int
  private let symbols: [String]

  init(_ extents: some Sequence<Shape.Extent>) {
    let shape = Shape(Array(extents))
    fixedCount = shape.fixedCount
    symbols = shape.symbols.map(\.description).sorted()
  }
}
