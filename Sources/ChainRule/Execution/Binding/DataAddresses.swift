/// Where bound data lie, for what does not ask for their type; whoever holds this keeps the data alive.
struct DataAddresses {
  let machine: Machine
  /// In the order of the program's leaves, constants and index leaves.
  let leaves: [Address]
  let constants: [Address]
  let integers: [UnsafePointer<Int>]
  let lengths: [Shape.Extent: Int]
  /// What they are read for, as the caller knows it.
  let operation: String
}
