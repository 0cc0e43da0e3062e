import ChainRule

/// The settings of a model that errors advise.
package enum ModelSetting: Setting {
  /// What the model predicts.
  case family(Family)

  package var swift: String {
    switch self {
    case .family(let family): "LinearModel(.\(family))"
    }
  }
}
