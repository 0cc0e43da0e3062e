/// Where the numbers lie that a program computes from, and how long their axes are.
struct DataPlaces {
  /// The first element of each leaf and constant, in the order of the storage plan.
  let leaves: [Address]
  let constants: [Address]
  let integers: [[Int]]
  let lengths: [Shape.Extent: Int]
}
