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
  /// What is bound, in order; nil where it was removed again.
  private var places: [(tensor: Tensor, array: NDArray<Scalar>)?]
  /// The last place of each tensor.
  private var lastPlaces: [Tensor: Int] = [:]
  /// The tensors that were bound twice when the bindings were made.
  private var repeated: Set<Tensor> = []
  package private(set) var indexEntries: [(tensor: Tensor, indices: IndexArray)] = []

  /// The tensors and what is bound to them, in order.
  package var entries: [(tensor: Tensor, array: NDArray<Scalar>)] { places.compactMap(\.self) }

  /// Creates bindings from a literal.
  public init(dictionaryLiteral elements: (Tensor, NDArray<Scalar>)...) {
    self.init(elements)
  }

  /// Creates bindings from pairs, in order.
  public init(_ pairs: some Sequence<(Tensor, NDArray<Scalar>)>) {
    places = pairs.map { (tensor: $0.0, array: $0.1) }
    for (place, entry) in places.enumerated() {
      guard let entry else { continue }
      if lastPlaces.updateValue(place, forKey: entry.tensor) != nil { repeated.insert(entry.tensor) }
    }
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
    var result = Bindings(entries.filter { isIncluded($0.tensor) }.map { ($0.tensor, $0.array) })
    result.indexEntries = indexEntries.filter { isIncluded($0.tensor) }
    return result
  }

  /// The array bound to `tensor`; setting it replaces what was bound, and nil removes it.
  ///
  /// - Complexity: O(1).
  public subscript(tensor: Tensor) -> NDArray<Scalar>? {
    get { lastPlaces[tensor].flatMap { places[$0]?.array } }
    set {
      if repeated.remove(tensor) != nil {
        for place in places.indices where places[place]?.tensor == tensor { places[place] = nil }
      }
      let entry = newValue.map { (tensor: tensor, array: $0) }
      if let place = lastPlaces[tensor] {
        places[place] = entry
      } else if let entry {
        lastPlaces[tensor] = places.count
        places.append(entry)
      }
    }
  }
}
