// The data of the linear models: W1, W2 with W9, W3, W4 with W10, and W11.
extension DataGroup {
  /// W1: points about a line.
  static var line: DataGroup {
    let x = ArraySpec("W1_X", .double, [100, 1], "2*u(101)")
    let y = ArraySpec("W1_y", .double, [100], "4+3X+0.5*n(102)")
    return DataGroup([x, y]) { sink in
      var (uniform, normal) = (NumberStream(seed: 101), NumberStream(seed: 102))
      let features = uniform.uniform(100) { 2 * $0 }
      let noise = normal.normal(100, scale: 0.5)
      try sink(x, features)
      try sink(y, zip(features, noise).map { 4 + 3 * $0 + $1 })
    }
  }

  /// W2 and W9: normal features, with a target and with classes.
  static func normals(rows: Int, features: Int) -> DataGroup {
    let x = ArraySpec("W2_X", .double, [rows, features], "n(201)")
    let y = ArraySpec("W2_y", .double, [rows], "X@n(202)+0.5+0.1*n(203)")
    let w = ArraySpec("W2_W", .double, [features], "0.1*n(204)")
    let label = ArraySpec("W9_y", .double, [rows], "1 if u(205) < sigmoid(0.3*X@n(202)+0.5) else 0")
    let v = ArraySpec("W9_v", .double, [features + 1], "n(206): direction, last entry is for b")
    return DataGroup([x, y, w, label, v]) { sink in
      var (matrix, noise, chance) = (
        NumberStream(seed: 201), NumberStream(seed: 203), NumberStream(seed: 205)
      )
      let truth = numbers(202, features)
      try forEachBlock(rows: rows, width: features) { count in
        let block = matrix.normal(count * features)
        let products = rowProducts(block, truth)
        try sink(x, block)
        try sink(y, zip(products, noise.normal(count, scale: 0.1)).map { $0 + 0.5 + $1 })
        try sink(
          label, zip(products, chance.uniform(count)).map { $1 < plainSigmoid(0.3 * $0 + 0.5) ? 1 : 0 })
      }
      try sink(w, numbers(204, features, scale: 0.1))
      try sink(v, numbers(206, features + 1))
    }
  }

  /// W3: uniform features with a target.
  static func uniforms(rows: Int, features: Int) -> DataGroup {
    let x = ArraySpec("W3_X", .double, [rows, features], "2*u(301)-1")
    let y = ArraySpec("W3_y", .double, [rows], "X@n(302)+0.5+0.1*n(303)")
    let w = ArraySpec("W3_W", .double, [features], "0.1*n(304)")
    return DataGroup([x, y, w]) { sink in
      var (matrix, noise) = (NumberStream(seed: 301), NumberStream(seed: 303))
      let truth = numbers(302, features)
      try forEachBlock(rows: rows, width: features) { count in
        let block = matrix.uniform(count * features) { 2 * $0 - 1 }
        try sink(x, block)
        let products = rowProducts(block, truth)
        try sink(y, zip(products, noise.normal(count, scale: 0.1)).map { $0 + 0.5 + $1 })
      }
      try sink(w, numbers(304, features, scale: 0.1))
    }
  }

  /// W4 and W10: uniform features with two classes.
  static func classes(rows: Int, features: Int) -> DataGroup {
    let x = ArraySpec("W4_X", .double, [rows, features], "2*u(401)-1")
    let y = ArraySpec("W4_y", .double, [rows], "1 if u(403) < sigmoid(X@n(402)+0.25) else 0")
    let w = ArraySpec("W4_W", .double, [features], "0.5*n(404)")
    return DataGroup([x, y, w]) { sink in
      var (matrix, chance) = (NumberStream(seed: 401), NumberStream(seed: 403))
      let truth = numbers(402, features)
      try forEachBlock(rows: rows, width: features) { count in
        let block = matrix.uniform(count * features) { 2 * $0 - 1 }
        try sink(x, block)
        let products = rowProducts(block, truth)
        try sink(y, zip(products, chance.uniform(count)).map { $1 < plainSigmoid($0 + 0.25) ? 1 : 0 })
      }
      try sink(w, numbers(404, features, scale: 0.5))
    }
  }

  /// W11: features with a common factor, a target of the first ten, and two classes.
  static func fits(rows: Int, features: Int) -> DataGroup {
    let x = ArraySpec(
      "W11_X", .double, [rows, features], "n(1101) + 0.7*n(1102)[:,None]  (one common factor per row)")
    let y = ArraySpec(
      "W11_y", .double, [rows], "X@t + 0.5 + n(1104), t = first 10 of n(1103), rest 0")
    let c = ArraySpec("W11_c", .double, [rows], "1 if u(1105) < sigmoid(0.5*X@t+0.2) else 0")
    return DataGroup([x, y, c]) { sink in
      var (matrix, factor) = (NumberStream(seed: 1101), NumberStream(seed: 1102))
      var (noise, chance) = (NumberStream(seed: 1104), NumberStream(seed: 1105))
      let truth = numbers(1103, features).enumerated().map { $0 < 10 ? $1 : 0 }
      try forEachBlock(rows: rows, width: features) { count in
        var block = matrix.normal(count * features)
        for (row, common) in factor.normal(count).enumerated() {
          for column in 0..<features { block[row * features + column] += 0.7 * common }
        }
        try sink(x, block)
        let products = rowProducts(block, truth)
        try sink(y, zip(products, noise.normal(count)).map { $0 + 0.5 + $1 })
        try sink(c, zip(products, chance.uniform(count)).map { $1 < plainSigmoid(0.5 * $0 + 0.2) ? 1 : 0 })
      }
    }
  }

  /// The first `count` normal numbers of a seed, each times `scale`.
  static func numbers(_ seed: UInt64, _ count: Int, scale: Double = 1) -> [Double] {
    var stream = NumberStream(seed: seed)
    return stream.normal(count, scale: scale)
  }
}
