/// How a first-order method turns a gradient into a step; every rule is two vectors of memory at most.
public enum UpdateRule: Hashable, Codable, Sendable {
  /// `w ← w − η g`.
  case gradientDescent
  /// `v ← μ v + g`, `w ← w − η v`.
  case momentum(Double)
  /// As momentum, with the gradient where the momentum leads: `w ← w − η (g + μ v)`.
  case nesterov(Double)
  /// `s ← s + g²`, `w ← w − η g/(√s + ε)`.
  case adaGrad(epsilon: Double)
  /// `s ← ρ s + (1 − ρ) g²`, `w ← w − η g/(√s + ε)`.
  case rmsProp(decay: Double, epsilon: Double)
  /// Means of g and g² with their bias removed: `w ← w − η m̂/(√ŝ + ε)`.
  case adam(beta1: Double, beta2: Double, epsilon: Double)
  /// As Adam, and `w ← w − η · decay · w` besides.
  case adamW(beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double)

  /// What tables call it.
  var name: String {
    switch self {
    case .gradientDescent: "gradient descent"
    case .momentum: "momentum"
    case .nesterov: "Nesterov"
    case .adaGrad: "AdaGrad"
    case .rmsProp: "RMSProp"
    case .adam: "Adam"
    case .adamW: "AdamW"
    }
  }

  /// What is wrong with the numbers, or nil.
  var problem: String? {
    func share(_ value: Double, _ name: String) -> String? {
      value >= 0 && value < 1 ? nil : "\(name) is \(value), not from 0 to below 1"
    }
    func positive(_ value: Double, _ name: String) -> String? {
      value > 0 && value.isFinite ? nil : "\(name) is \(value), and a finite number above 0 is needed"
    }
    switch self {
    case .gradientDescent: return nil
    case .momentum(let mu), .nesterov(let mu): return share(mu, "the momentum")
    case .adaGrad(let epsilon): return positive(epsilon, "ε")
    case .rmsProp(let decay, let epsilon): return share(decay, "the decay") ?? positive(epsilon, "ε")
    case .adam(let beta1, let beta2, let epsilon):
      return share(beta1, "β₁") ?? share(beta2, "β₂") ?? positive(epsilon, "ε")
    case .adamW(let beta1, let beta2, let epsilon, let weightDecay):
      return share(beta1, "β₁") ?? share(beta2, "β₂") ?? positive(epsilon, "ε")
        ?? (weightDecay >= 0 && weightDecay.isFinite ? nil : "the weight decay is \(weightDecay)")
    }
  }

  /// Changes the point along its gradient.
  ///
  /// - Parameters:
  ///   - rate: The learning rate of this step.
  ///   - memory: Both vectors, zeros before the first step.
  /// - Source: Robbins and Monro (1951); Polyak (1964); Nesterov (1983); Duchi, Hazan, Singer (2011); Tieleman and Hinton
  ///   (2012); Kingma and Ba (2015); Loshchilov and Hutter (2019).
  func update(
    _ point: inout [Double], _ gradient: [Double], rate: Double, _ memory: inout UpdateMemory
  ) {
    switch self {
    case .gradientDescent:
      for i in point.indices { point[i] -= rate * gradient[i] }
    case .momentum(let mu):
      for i in point.indices {
        memory.first[i] = mu * memory.first[i] + gradient[i]
        point[i] -= rate * memory.first[i]
      }
    case .nesterov(let mu):
      for i in point.indices {
        memory.first[i] = mu * memory.first[i] + gradient[i]
        point[i] -= rate * (gradient[i] + mu * memory.first[i])
      }
    case .adaGrad(let epsilon):
      for i in point.indices {
        memory.second[i] += gradient[i] * gradient[i]
        point[i] -= rate * gradient[i] / (memory.second[i].squareRoot() + epsilon)
      }
    case .rmsProp(let decay, let epsilon):
      for i in point.indices {
        memory.second[i] = decay * memory.second[i] + (1 - decay) * gradient[i] * gradient[i]
        point[i] -= rate * gradient[i] / (memory.second[i].squareRoot() + epsilon)
      }
    case .adam(let beta1, let beta2, let epsilon):
      adam(&point, gradient, rate, &memory, beta1, beta2, epsilon, 0)
    case .adamW(let beta1, let beta2, let epsilon, let weightDecay):
      adam(&point, gradient, rate, &memory, beta1, beta2, epsilon, weightDecay)
    }
  }

  private func adam(
    _ point: inout [Double], _ gradient: [Double], _ rate: Double, _ memory: inout UpdateMemory,
    _ beta1: Double, _ beta2: Double, _ epsilon: Double, _ weightDecay: Double
  ) {
    memory.power1 *= beta1
    memory.power2 *= beta2
    for i in point.indices {
      memory.first[i] = beta1 * memory.first[i] + (1 - beta1) * gradient[i]
      memory.second[i] = beta2 * memory.second[i] + (1 - beta2) * gradient[i] * gradient[i]
      let mean = memory.first[i] / (1 - memory.power1)
      let square = memory.second[i] / (1 - memory.power2)
      point[i] -= rate * (mean / (square.squareRoot() + epsilon) + weightDecay * point[i])
    }
  }
}

/// What an update rule remembers.
struct UpdateMemory: Codable, Hashable, Sendable {
  var first: [Double]
  var second: [Double]
  /// β₁ and β₂ to the power of the step.
  var power1 = 1.0
  var power2 = 1.0

  init(dimension: Int) {
    first = Array(repeating: 0, count: dimension)
    second = first
  }
}
