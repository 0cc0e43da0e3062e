internal import ChainRule

// Functions of single elements as they are written.
extension IndexWriter {
  static func text(of function: Elementwise, _ x: IndexedText) -> IndexedText {
    switch function {
    case .negate: return -x
    case .square: return x.raised(to: .atom("2", "2"), small: "²")
    case .sqrt: return .atom("√" + x.enclosed(below: .atom).unicode, "\\sqrt{\(x.latex)}")
    case .abs: return .atom("|\(x.unicode)|", "\\left|\(x.latex)\\right|")
    case .oneMinusSquare: return .atom("1", "1") - x.raised(to: .atom("2", "2"), small: "²")
    case .expm1: return .call("exp", [x]) - .atom("1", "1")
    case .log1p: return .call("log", [.atom("1", "1") + x])
    case .sigmoid: return .call("σ", [x])
    case .sigmoidSlope: return .call("σ′", [x])
    default: return .call(function.rawValue, [x])
    }
  }

  static func text(of operation: Arithmetic, _ x: [IndexedText]) -> IndexedText {
    switch operation {
    case .add: return x[0] + x[1]
    case .subtract: return x[0] - x[1]
    case .multiply: return x[0] * x[1]
    case .divide: return x[0] / x[1]
    case .power:
      let small = ["2": "²", "3": "³", "−1": "⁻¹", "−2": "⁻²"]
      return x[0].raised(to: x[1], small: small[x[1].unicode])
    case .maximum: return .call("max", x)
    case .minimum: return .call("min", x)
    case .atan2, .logAddExp: return .call(operation.name, x)
    }
  }
}
