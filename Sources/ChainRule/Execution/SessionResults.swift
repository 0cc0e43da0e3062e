/// What a run computed: some of the program's results.
struct SessionResults<Scalar: TensorScalar> {
  let execution: Execution<Scalar>
  /// Their positions among the program's results.
  private let positions: [Int]
  /// The number of each position among those computed, once asked for one that does not have its own.
  private var numbers: [Int: Int] = [:]

  init(_ execution: Execution<Scalar>, _ positions: [Int]) {
    self.execution = execution
    self.positions = positions
  }

  /// The number of a position among those computed; nil if it was not.
  mutating func number(of position: Int) -> Int? {
    if position < positions.count, positions[position] == position { return position }
    if numbers.isEmpty {
      numbers = Dictionary(zip(positions, positions.indices), uniquingKeysWith: { first, _ in first })
    }
    return numbers[position]
  }
}
