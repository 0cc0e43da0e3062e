// The data of the models with ten classes, W5 and W6, and of W7.
extension DataGroup {
  /// W5: as many numbers as 60 000 small images have, with ten classes.
  static func images(rows: Int, features: Int) -> DataGroup {
    let x = ArraySpec("W5_X", .single, [rows, features], "float32(u(501))")
    let y = ArraySpec("W5_y", .integer, [rows], "floor(10*u(502))")
    let w = ArraySpec("W5_W", .single, [features, 10], "float32(0.01*n(503))")
    return DataGroup([x, y, w]) { sink in
      var (matrix, classes) = (NumberStream(seed: 501), NumberStream(seed: 502))
      try forEachBlock(rows: rows, width: features) { count in
        try sink(x, matrix.uniform(count * features))
        try sink(y, classes.uniform(count) { (10 * $0).rounded(.down) })
      }
      try sink(w, numbers(503, features * 10, scale: 0.01))
    }
  }

  /// W6: one batch of them, and a network with a hidden layer.
  static func batch(rows: Int, features: Int, hidden: Int) -> DataGroup {
    let x = ArraySpec("W6_X", .single, [rows, features], "float32(u(601))")
    let y = ArraySpec("W6_y", .integer, [rows], "floor(10*u(602))")
    let w1 = ArraySpec("W6_W1", .single, [features, hidden], "float32(n(603)/sqrt(784))")
    let w2 = ArraySpec("W6_W2", .single, [hidden, 10], "float32(n(604)/sqrt(128))")
    return DataGroup([x, y, w1, w2]) { sink in
      var (matrix, classes) = (NumberStream(seed: 601), NumberStream(seed: 602))
      try sink(x, matrix.uniform(rows * features))
      try sink(y, classes.uniform(rows) { (10 * $0).rounded(.down) })
      try sink(w1, numbers(603, features * hidden).map { $0 / Double(features).squareRoot() })
      try sink(w2, numbers(604, hidden * 10).map { $0 / Double(hidden).squareRoot() })
    }
  }

  /// W7: numbers from [−2, 2).
  static func points(count: Int) -> DataGroup {
    let x = ArraySpec("W7_x", .double, [count], "4*u(701)-2")
    return DataGroup([x]) { sink in
      var stream = NumberStream(seed: 701)
      try forEachBlock(rows: count, width: 1) { count in try sink(x, stream.uniform(count) { 4 * $0 - 2 }) }
    }
  }
}
