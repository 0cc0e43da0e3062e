import ChainRule

/// An expression as a reference file holds it, to be recorded as a tensor.
struct ModelTree: Decodable {
  let op: String
  var args: [ModelTree] = []
  let name: String?
  let data: [Double]?

  private enum CodingKeys: String, CodingKey { case op, args, name, data }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    op = try values.decode(String.self, forKey: .op)
    args = try values.decodeIfPresent([ModelTree].self, forKey: .args) ?? []
    name = try values.decodeIfPresent(String.self, forKey: .name)
    data = try values.decodeIfPresent([Double].self, forKey: .data)
  }

  /// An operation that this interpreter does not know.
  struct Unknown: Error { let op: String }

  /// Records the expression of some named tensors.
  func tensor(_ named: [String: Tensor]) throws -> Tensor {
    let x = try args.map { try $0.tensor(named) }
    switch (op, x.count) {
    case ("input", 0):
      guard let tensor = named[name ?? ""] else { throw Unknown(op: "input \(name ?? "")") }
      return tensor
    case ("const", 0): return Tensor(data?.first ?? .nan)
    case ("add", 2): return x[0] + x[1]
    case ("sub", 2): return x[0] - x[1]
    case ("mul", 2): return x[0] * x[1]
    case ("div", 2): return x[0] / x[1]
    case ("pow", 2): return pow(x[0], x[1])
    case ("neg", 1): return -x[0]
    case ("exp", 1): return exp(x[0])
    case ("log", 1): return log(x[0])
    case ("sqrt", 1): return sqrt(x[0])
    case ("sin", 1): return sin(x[0])
    case ("cos", 1): return cos(x[0])
    case ("atan", 1), ("arctan", 1): return atan(x[0])
    default: throw Unknown(op: "\(op) of \(x.count)")
    }
  }
}
