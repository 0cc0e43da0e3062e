import LinearModels
import Optimizers

/// The optimizers that the command knows.
package enum OptimizerName: String, CaseIterable, Sendable {
  case lbfgs, newton
  case gradientDescent = "gradient-descent"
  case momentum, nesterov
  case adaGrad = "adagrad"
  case rmsProp = "rmsprop"
  case adam, adamW = "adamw"
  case proximalGradient = "proximal-gradient"
  case fista
  case proximalNewton = "proximal-newton"
  case levenbergMarquardt = "levenberg-marquardt"

  /// The optimizer, at a learning rate that suits the objective where it needs one and none was given.
  func optimizer(
    for model: LinearModel, _ objective: Objective, learningRate: Double?
  ) throws -> any Optimizer {
    func rate(_ share: Double) throws -> Double {
      try learningRate ?? share / CurvatureBound(model, objective).value
    }
    let unit = CurvatureBound.coefficientUnit(model, objective)
    return switch self {
    case .lbfgs: LBFGS()
    case .newton: TruncatedNewton()
    case .gradientDescent: FirstOrderMethod.gradientDescent(learningRate: try rate(1))
    case .momentum: FirstOrderMethod.momentum(learningRate: try rate(0.5))
    case .nesterov: FirstOrderMethod.nesterov(learningRate: try rate(0.5))
    case .adaGrad: FirstOrderMethod.adaGrad(learningRate: learningRate ?? 0.5 * unit)
    case .rmsProp:
      FirstOrderMethod.rmsProp(learningRate: learningRate ?? 0.05 * unit)
        .scheduled(.exponential(factor: 0.995))
    case .adam:
      FirstOrderMethod.adam(learningRate: learningRate ?? 0.1 * unit).scheduled(.inverseTime(decay: 0.01))
    case .adamW:
      FirstOrderMethod.adamW(learningRate: learningRate ?? 0.1 * unit, weightDecay: 0)
        .scheduled(.inverseTime(decay: 0.01))
    case .proximalGradient: ProximalGradient(isAccelerated: false)
    case .fista: ProximalGradient(isAccelerated: true)
    case .proximalNewton: ProximalNewton()
    case .levenbergMarquardt: LevenbergMarquardt()
    }
  }
}
