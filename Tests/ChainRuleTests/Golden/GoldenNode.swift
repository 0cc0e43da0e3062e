import ChainRule

/// A node of an expression tree of `expressions.json`.
struct GoldenNode: Decodable {
  let op: String
  let args: [GoldenNode]?
  let attrs: Attributes?
  let name: String?
  let shape: [Int]?
  let data: [Double]?

  struct Attributes: Decodable {
    let axes: [Int]?
    let axis: Int?
    let keepdims: Bool?
    let ddof: Int?
    let shape: [Int]?
    let index: Int?
    let indices: [Int]?
    let starts: [Int]?
    let stops: [Int]?
    let steps: [Int]?
  }

  /// The tensor that the node describes; `known` has the inputs, and the shared parts as `shared NAME`.
  func tensor(_ known: [String: Tensor]) throws -> Tensor {
    switch op {
    case "const":
      return .constant(try NDArray(shape: shape ?? [], elements: data ?? []))
    case "input", "shared":
      let key = (op == "shared" ? "shared " : "") + (name ?? "")
      guard let tensor = known[key] else { throw GoldenExpression.Malformed(text: "unknown leaf \(key)") }
      return tensor
    default: break
    }
    let x = try (args ?? []).map { try $0.tensor(known) }
    if x.count == 1, let function = Self.unary[op] { return function(x[0]) }
    if x.count == 2, let function = Self.binary[op] { return function(x[0], x[1]) }
    if let tensor = try reduced(x) ?? moved(x) { return tensor }
    throw GoldenExpression.Malformed(text: "\(op) of \(x.count) operands is not known")
  }

  private static let unary: [String: @Sendable (Tensor) -> Tensor] = [
    "neg": { -$0 }, "exp": { exp($0) }, "log": { log($0) }, "log1p": { log1p($0) }, "expm1": { expm1($0) },
    "sqrt": { sqrt($0) }, "sin": { sin($0) }, "cos": { cos($0) }, "tan": { tan($0) }, "atan": { atan($0) },
    "tanh": { tanh($0) }, "sigmoid": { sigmoid($0) }, "softplus": { softplus($0) }, "relu": { relu($0) },
    "abs": { abs($0) }, "trace": { trace($0) }, "norm": { norm($0) },
  ]

  private static let binary: [String: @Sendable (Tensor, Tensor) -> Tensor] = [
    "add": { $0 + $1 }, "sub": { $0 - $1 }, "mul": { $0 * $1 }, "div": { $0 / $1 }, "pow": { pow($0, $1) },
    "maximum": { maximum($0, $1) }, "minimum": { minimum($0, $1) }, "gt": { $0 .> $1 }, "lt": { $0 .< $1 },
    "ge": { $0 .>= $1 }, "le": { $0 .<= $1 }, "eq": { $0 .== $1 }, "matmul": { $0 • $1 },
    "outer": { outer($0, $1) },
  ]

  private func reduced(_ x: [Tensor]) throws -> Tensor? {
    let keepingAxes = attrs?.keepdims ?? false
    let axes = attrs?.axes.map { Axes($0) } ?? .all
    return switch op {
    case "sum": sum(x[0], along: axes, keepingAxes: keepingAxes)
    case "mean": mean(x[0], along: axes, keepingAxes: keepingAxes)
    case "reduce_max": max(x[0], along: axes, keepingAxes: keepingAxes)
    case "logsumexp": logSumExp(x[0], along: axes, keepingAxes: keepingAxes)
    case "variance": variance(x[0], along: axes, correction: attrs?.ddof ?? 0, keepingAxes: keepingAxes)
    case "softmax": softmax(x[0], along: [attrs?.axis ?? -1])
    case "log_softmax": logSoftmax(x[0], along: [attrs?.axis ?? -1])
    default: nil
    }
  }

  private func moved(_ x: [Tensor]) throws -> Tensor? {
    let axis = attrs?.axis ?? 0
    switch op {
    case "where": return select(x[0], x[1], x[2])
    case "transpose": return x[0].transposed(axes: attrs?.axes ?? [])
    case "reshape": return x[0].reshaped(to: Shape(attrs?.shape ?? []))
    case "broadcast_to": return x[0].broadcast(to: Shape(attrs?.shape ?? []))
    case "concatenate": return concatenate(x, along: axis)
    case "gather": return gather(x[0], .indices(IndexArray(attrs?.indices ?? [])), along: axis)
    case "index":
      return gather(x[0], .indices(IndexArray([attrs?.index ?? 0])), along: axis).removingAxis(at: axis)
    case "slice":
      var result = x[0]
      for axis in try x[0].shape.extents.indices {
        let step = attrs?.steps?[axis] ?? 1
        let range = (attrs?.starts?[axis] ?? 0)..<(attrs?.stops?[axis] ?? 0)
        result =
          axis == 0
          ? result[.range(range, by: step)] : result.swapped(axis)[.range(range, by: step)].swapped(axis)
      }
      return result
    default: return nil
    }
  }
}

extension Tensor {
  /// Axis 0 and another axis exchanged, to index the other.
  fileprivate func swapped(_ axis: Int) -> Tensor {
    guard var order = try? Array(shape.extents.indices) else { return self }
    order.swapAt(0, axis)
    return transposed(axes: order)
  }
}
