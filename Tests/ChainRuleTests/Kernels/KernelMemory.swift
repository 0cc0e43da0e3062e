/// Elements at an address, for kernels to read and write.
final class KernelMemory<Scalar> {
  let start: UnsafeMutablePointer<Scalar>
  private let count: Int

  init(_ elements: [Scalar]) {
    count = elements.count
    start = .allocate(capacity: Swift.max(count, 1))
    for (position, element) in elements.enumerated() { (start + position).initialize(to: element) }
  }

  deinit {
    start.deinitialize(count: count)
    start.deallocate()
  }

  var elements: [Scalar] { Array(UnsafeBufferPointer(start: start, count: count)) }
}
