package import ChainRule

/// The value of a scalar and its derivatives in all coordinates, by the reverse mode over single numbers.
///
/// With enclosures the derivatives are those of the first order; with duals of them each carries its own derivative
/// in the direction of the duals, a product of the Hessian and that direction.
package struct ShadowGradient<Number: RealNumber> {
  package let value: Number
  /// For each variable, in its shape.
  package let derivatives: [ShadowArray<Number>]
  package let decisions: ShadowDecisions
  /// For each variable, which of its elements move numbers that tie: along the others there is no kink.
  let isTied: [ShadowArray<Bool>]
  /// How many scalar operations it took.
  let operations: Int

  /// - Parameters:
  ///   - loss: A scalar; or any tensor whose elements are weighted by `weights`.
  ///   - variables: What it is differentiated by: leaves or intermediate tensors.
  ///   - known: Values of nodes that are not computed.
  ///   - varying: What stands for a variable in the place of its value, with its own change.
  /// - Throws: ``Unshadowed``.
  package init(
    of loss: Tensor, weights: ShadowArray<Number>? = nil, in variables: [Tensor], at point: ShadowPoint,
    known: [ObjectIdentifier: ShadowArray<Number>] = [:],
    varying: @escaping (Int, ShadowArray<Number>) -> ShadowArray<Number> = { $1 }
  ) throws {
    let tape = Tape<Number>()
    defer { withExtendedLifetime(tape) {} }
    let numbers = Dictionary(
      variables.enumerated().map { ($1.unnamed.node.identity, $0) }, uniquingKeysWith: { first, _ in first })
    var taped: [Int: ShadowArray<Taped<Number>>] = [:]
    func vary(_ node: Node, _ value: ShadowArray<Taped<Number>>) -> ShadowArray<Taped<Number>> {
      guard let number = numbers[node.identity] else { return value }
      let plain = varying(number, value.map(\.value))
      var changes = value.map { _ in Taped<Number>(0) }
      var result = value
      for position in value.elements.indices {
        if value.elements[position].position < 0 {
          changes.elements[position] = tape.variable(plain.elements[position])
          result.elements[position] = changes.elements[position]
        } else {
          // What follows from other variables has a change of its own besides.
          let own = plain.elements[position] - value.elements[position].value
          changes.elements[position] = tape.variable(own)
          result.elements[position] = value.elements[position] + changes.elements[position]
        }
      }
      taped[number] = changes
      return result
    }
    let evaluation = ShadowEvaluation<Taped<Number>>(at: point, replacing: vary)
    var given: [ObjectIdentifier: ShadowArray<Taped<Number>>] = [:]
    for (identity, value) in known {
      given[identity] = value.map { Taped(constant: $0) }
      guard let number = numbers[identity] else { continue }
      let result = varying(number, value).map { tape.variable($0) }
      taped[number] = result
      given[identity] = result
    }
    let results = try evaluation.values(of: [loss], known: given)[0]
    value = results.elements.first?.value ?? Number(0)
    let adjoints = tape.derivatives(
      of: results.elements.enumerated().map { ($1, weights?.elements[$0] ?? Number(1)) })
    derivatives = variables.enumerated().map { number, variable in
      taped[number]?.map { adjoints[Int($0.position)] ?? Number(0) }
        ?? ShadowArray(shape: point.shape(of: variable.node)) { _ in Number(0) }
    }
    let leads = tape.leads(to: evaluation.decisions.tiedPlaces)
    isTied = variables.enumerated().map { number, variable in
      taped[number]?.map { leads[Int($0.position)] }
        ?? ShadowArray(shape: point.shape(of: variable.node)) { _ in false }
    }
    decisions = evaluation.decisions
    operations = tape.count
  }
}

/// A number that is known to 30 digits and to how many.
package typealias Wide = Enclosure<DoubleDouble>

extension ShadowGradient where Number == Dual<Wide> {
  /// The derivatives with their own derivatives along a direction in all variables.
  package init(
    of loss: Tensor, in variables: [Tensor], at point: ShadowPoint, along direction: [NDArray<Double>]
  ) throws {
    try self.init(of: loss, in: variables, at: point) { number, value in
      ShadowArray(
        shape: value.shape,
        elements: zip(value.elements, direction[number].elements).map {
          Dual($0.value, slope: $0.slope + Wide($1))
        })
    }
  }
}

/// The value of a scalar and its slope on one side of a point.
struct ShadowSlope {
  let value: Wide
  let slope: Wide
  let decisions: ShadowDecisions

  /// - Parameter direction: For each variable, the direction that leads to the side.
  init(
    of loss: Tensor, in variables: [Tensor], at point: ShadowPoint, along direction: [ShadowArray<Double>]
  ) throws {
    let numbers = Dictionary(
      variables.enumerated().map { ($1.unnamed.node.identity, $0) }, uniquingKeysWith: { first, _ in first })
    func move(_ node: Node, _ value: ShadowArray<Dual<Wide>>) -> ShadowArray<Dual<Wide>> {
      guard let number = numbers[node.identity] else { return value }
      let moved = zip(value.elements, direction[number].elements).map { element, step in
        step == 0 ? element : Dual(element.value, slope: element.slope + Wide(step))
      }
      return ShadowArray(shape: value.shape, elements: moved)
    }
    let evaluation = ShadowEvaluation<Dual<Wide>>(at: point, replacing: move)
    let result = try evaluation.values(of: [loss])[0].elements[0]
    (value, slope, decisions) = (result.value, result.slope, evaluation.decisions)
  }
}
