import ChainRule

/// One thing that is measured: what is computed, of which data, and what it costs at least.
struct Workload: Sendable {
  /// What one call does.
  enum Kind: Sendable {
    /// The loss and its gradient, once.
    case evaluation
    /// Steps p ← p − rate · g over all rows, with the loss of each.
    case descent(steps: Int, rate: Double)
    /// Recording, differentiating, planning and running, once for each operation recorded.
    case recording
    /// The Hessian times a direction.
    case hessianProduct
    /// One step for each batch of consecutive rows; rows that do not fill a batch are left out.
    case epoch(batch: Int, rate: Double)
    /// A whole fit of a linear model.
    case fit(FitKind)
    /// A product of two square matrices.
    case product(size: Int)

    /// What a time is divided by.
    var per: String {
      switch self {
      case .evaluation: "evaluation"
      case .descent: "step"
      case .recording: "operation"
      case .hessianProduct, .product: "product"
      case .epoch: "epoch"
      case .fit: "fit"
      }
    }
  }

  /// `W3`, or for a variant `W3/weighted`.
  let name: String
  let summary: String
  let kind: Kind
  let data: DataName
  let model: any Model
  /// The precisions that it is measured in; the first is the default.
  let precisions: [Precision]

  init(
    _ name: String, _ summary: String, _ kind: Kind, _ data: DataName, _ model: any Model,
    _ precisions: [Precision] = [.double]
  ) {
    self.name = name
    self.summary = summary
    self.kind = kind
    self.data = data
    self.model = model
    self.precisions = precisions
  }

  /// The workload that this one is a variant of; its own name if it is none.
  var family: String { String(name.prefix { $0 != "/" }) }
  var isVariant: Bool { family != name }
}

extension Precision {
  /// `f64` or `f32`.
  var short: String { self == .double ? "f64" : "f32" }

  /// How far a loss or a gradient may be from golden numbers, relative to their size.
  var tolerance: Double { self == .double ? 1e-9 : 1e-4 }

  /// The precision that `short` names.
  init?(short: String) {
    guard let found = Precision.allCases.first(where: { $0.short == short }) else { return nil }
    self = found
  }
}
