import ChainRule

// Where symbols stand whose shapes are still open.

extension ShapeInference {
  /// For each symbol that is still open, what the formula does with it.
  func places(_ custom: SymbolCustom) -> [Int: SymbolCustom.Place] {
    var found: [Int: SymbolCustom.Place] = [:]
    var passed = Array(repeating: SymbolCustom.Place(), count: pieces.count)
    for index in pieces.indices.reversed() {
      let piece = pieces[index]
      switch references[index] {
      case .symbol(let symbol): found[symbol, default: []].formUnion(passed[index])
      case .part(let part): passed[part].formUnion(passed[index])
      default: break
      }
      for (number, part) in piece.parts.enumerated() {
        passed[part].formUnion(place(of: number, in: piece, at: index, passed[index]))
      }
    }
    return found
  }

  /// What a piece does with one of its parts, beside what is done with the piece.
  private func place(
    of number: Int, in piece: FormulaSyntax.Piece, at index: Int, _ own: SymbolCustom.Place
  ) -> SymbolCustom.Place {
    switch piece.kind {
    case .infix(.multiply), .infix(.dot), .infix(.matrixMultiply), .infix(.juxtapose):
      let other = kinds[piece.parts[1 - number]]
      if other.rank == 2 || other.isRow || other.isProduct { return [.factor] }
      // As the factor of a vector it is a number, most often.
      return other.rank == 1 ? [] : own.subtracting([.measured])
    case .infix(.power), .infix(.elementwisePower): return number == 0 ? own : []
    case .infix, .quotient:
      let rank = max(kinds[piece.parts[1 - number]].rank ?? 0, kinds[index].rank ?? 0)
      let beside: SymbolCustom.Place = rank == 0 ? [] : rank == 1 ? [.companion] : [.companion, .beside]
      return own.subtracting([.measured]).union(beside)
    case .negated, .root, .exponent, .fence(.bars, _), .labelled: return own
    case .transposed: return [.factor]
    case .total, .fence(.norm, _): return [.reduced, .measured]
    case .call(let name, _): return place(of: number, inCallOf: name, piece, own)
    default: return []
    }
  }

  private func place(
    of number: Int, inCallOf name: String, _ piece: FormulaSyntax.Piece, _ own: SymbolCustom.Place
  ) -> SymbolCustom.Place {
    switch name {
    case "dot", "outer", "mse": return [.factor]
    case "max", "min", "maximum", "minimum", "select", "where", "atan2", "logaddexp", "pow":
      if piece.parts.count == 1 { return [.reduced, .measured] }
      let isBeside = piece.parts.enumerated().contains {
        $0.offset != number && (kinds[$0.element].rank ?? 0) > 0
      }
      return own.subtracting([.measured]).union(isBeside ? [.companion] : [])
    case "huber", "clip", "clamp": return number == 0 ? own : []
    case "norm1", "norm2", "normF", "norminf", "diag", "cumsum", "sort": return [.reduced, .measured]
    case _ where FormulaFunction.reductions[name] != nil: return [.reduced, .measured]
    default: return own
    }
  }
}
