import ChainRule
import Foundation

/// The random numbers that belong to a seed, drawn in any number of blocks.
struct NumberStream {
  private var generator: SeededGenerator
  /// The second number of a pair of which the first has been drawn.
  private var second: Double?

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// The next `count` numbers from [0, 1), each after `transform`.
  mutating func uniform(_ count: Int, _ transform: (Double) -> Double = { $0 }) -> [Double] {
    (0..<count).map { _ in transform(generator.uniform()) }
  }

  /// The next `count` numbers from the standard normal distribution, each times `scale`.
  mutating func normal(_ count: Int, scale: Double = 1) -> [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(count)
    while numbers.count < count {
      if let left = second {
        numbers.append(scale * left)
        second = nil
      } else {
        let pair = generator.normalPair()
        numbers.append(scale * pair.0)
        second = pair.1
      }
    }
    return numbers
  }
}

/// The product of each row of a matrix with `vector`.
func rowProducts(_ matrix: [Double], _ vector: [Double]) -> [Double] {
  matrix.withUnsafeBufferPointer { matrix in
    vector.withUnsafeBufferPointer { vector in
      (0..<matrix.count / max(vector.count, 1)).map { row in
        var total = 0.0
        for column in 0..<vector.count { total += matrix[row * vector.count + column] * vector[column] }
        return total
      }
    }
  }
}

/// 1 / (1 + exp(−z)), without overflow.
func plainSigmoid(_ z: Double) -> Double {
  let small = Foundation.exp(-abs(z))
  return (z >= 0 ? 1 : small) / (1 + small)
}
