import ChainRule

/// The optimizers that errors advise.
package enum OptimizerSetting: Setting {
  case truncatedNewton, proximalNewton, fista

  package var swift: String { ".\(self)()" }
}
