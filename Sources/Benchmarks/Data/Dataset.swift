import ChainRule

/// The arrays of one workload, in the precision that it computes in.
struct Dataset<Scalar: TensorScalar> {
  var features: NDArray<Scalar>?
  /// Numbers to predict.
  var targets: NDArray<Scalar>?
  /// Classes to predict.
  var labels: IndexArray?
  /// The weight of each row's loss, for the variants that have one.
  var rowWeights: NDArray<Scalar>?
  /// The parameters where the workload starts, in the order of the gradient.
  var start: [NDArray<Scalar>] = []
  /// For Hessian-vector products: a direction for each parameter.
  var direction: [NDArray<Scalar>] = []

  /// The number of rows.
  var rows: Int { features?.shape[0] ?? 0 }
}

/// The data that workloads share.
enum DataName: String, Sendable {
  case line = "W1"
  case normals = "W2"
  case uniforms = "W3"
  case classes = "W4"
  case images = "W5"
  case batch = "W6"
  case points = "W7"
  case none = "W8"
  case normalClasses = "W9"
  case epoch = "W10"
  case logisticFit = "W11log"
  case fit = "W11"

  /// Loads the arrays, and the point that the gradient is taken at.
  func load<Scalar: TensorScalar>(from source: any ArraySource) throws -> Dataset<Scalar> {
    func array(_ name: String) throws -> NDArray<Scalar> { try source.numbers(name, as: Scalar.self) }
    func zeros(_ shape: [Int]) throws -> NDArray<Scalar> { try NDArray(repeating: 0, shape: shape) }
    func scalar(_ value: Scalar) -> NDArray<Scalar> { NDArray(value) }
    var data = Dataset<Scalar>()
    switch self {
    case .line:
      (data.features, data.targets) = (try array("W1_X"), try array("W1_y"))
      data.start = [try zeros([1]), scalar(0)]
    case .normals:
      (data.features, data.targets) = (try array("W2_X"), try array("W2_y"))
      data.start = [try array("W2_W"), scalar(0.1)]
    case .uniforms:
      (data.features, data.targets) = (try array("W3_X"), try array("W3_y"))
      data.start = [try array("W3_W"), scalar(0.1)]
    case .classes:
      (data.features, data.targets) = (try array("W4_X"), try array("W4_y"))
      data.start = [try array("W4_W"), scalar(0.1)]
    case .epoch:
      (data.features, data.targets) = (try array("W4_X"), try array("W4_y"))
      data.start = [try zeros(source.shape(of: "W4_W")), scalar(0)]
    case .images:
      (data.features, data.labels) = (try array("W5_X"), try source.indices("W5_y"))
      data.start = [try array("W5_W"), try zeros([10])]
    case .batch:
      (data.features, data.labels) = (try array("W6_X"), try source.indices("W6_y"))
      let (w1, w2) = (try array("W6_W1"), try array("W6_W2"))
      data.start = [w1, try zeros([w1.shape[1]]), w2, try zeros([10])]
    case .points: data.start = [try array("W7_x")]
    case .none: data.start = [scalar(0.5), scalar(0.999), scalar(0.01)]
    case .normalClasses:
      (data.features, data.targets) = (try array("W2_X"), try array("W9_y"))
      data.start = [try array("W2_W"), scalar(0.1)]
      let all = try array("W9_v").elements
      data.direction = [NDArray(Array(all.dropLast())), scalar(all[all.count - 1])]
    case .logisticFit:
      (data.features, data.labels) = (
        try array("W11_X"), IndexArray(try array("W11_c").elements.map { Int($0) })
      )
    case .fit: (data.features, data.targets) = (try array("W11_X"), try array("W11_y"))
    }
    return data
  }
}
