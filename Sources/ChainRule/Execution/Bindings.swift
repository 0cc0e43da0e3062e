/// Arrays for the inputs and parameters of a program, written as a dictionary literal.
///
/// ```swift
/// let x = Tensor.input("x", shape: [.batch])
/// let w = Tensor.parameter("w", shape: [])
/// let scaled = w * x
/// var bindings: Bindings<Double> = [x: [1, 2, 3], w: 10]
/// try scaled.evaluate(at: bindings)  // [10. 20. 30.]
/// bindings[w] = 0.5
/// try scaled.evaluate(at: bindings)  // [0.5 1.  1.5]
/// ```
///
/// A tensor named twice is reported when the program runs, instead of ending the process as a `Dictionary`
/// literal would.
public struct Bindings<Scalar: TensorScalar>: Sendable, ExpressibleByDictionaryLiteral {
  package private(set) var entries: [(tensor: Tensor, array: NDArray<Scalar>)]
  package private(set) var indexEntries: [(tensor: Tensor, indices: IndexArray)] = []

  /// Creates bindings from a literal.
  public init(dictionaryLiteral elements: (Tensor, NDArray<Scalar>)...) {
    entries = elements.map { (tensor: $0.0, array: $0.1) }
  }

  /// Creates bindings from pairs, in order.
  public init(_ pairs: some Sequence<(Tensor, NDArray<Scalar>)>) {
    entries = pairs.map { (tensor: $0.0, array: $0.1) }
  }

  /// Binds integers to an index input, besides what is bound already.
  ///
  /// An array of numbers bound to an index input is taken for integers too, if its elements are whole.
  ///
  /// ```swift
  /// let labels = Tensor.indices("labels", shape: [.batch], below: 3)
  /// var bindings: Bindings<Double> = [:]
  /// bindings.bind([2, 0], to: labels)
  /// print(try oneHot(labels, count: 3).evaluate(at: bindings))
  /// // [[0. 0. 1.]
  /// //  [1. 0. 0.]]
  /// ```
  public mutating func bind(_ indices: IndexArray, to tensor: Tensor) {
    indexEntries.append((tensor, indices))
  }

  /// The bindings of the tensors that satisfy `isIncluded`.
  package func filtered(_ isIncluded: (Tensor) -> Bool) -> Bindings {
    var result = self
    result.entries.removeAll { !isIncluded($0.tensor) }
    result.indexEntries.removeAll { !isIncluded($0.tensor) }
    return result
  }

  /// The array bound to `tensor`; setting it replaces what was bound, and nil removes it.
  public subscript(tensor: Tensor) -> NDArray<Scalar>? {
    get { entries.last { $0.tensor == tensor }?.array }
    set {
      entries.removeAll { $0.tensor == tensor }
      if let newValue { entries.append((tensor, newValue)) }
    }
  }
}
