/// How some numbers were made of others, one operation after another, for the reverse mode of differentiation.
///
/// - Source: Griewank and Walther, Evaluating Derivatives (2008), §3.2.
package final class Tape<Number: RealNumber> {
  /// That a number was made of another: the other's place, and the slope in it; nil for the slope 1.
  fileprivate struct Edge {
    let place: Int32
    let slope: Number?
  }

  /// The edges of each number in turn.
  private var edges: [Edge] = []
  /// Where those of each number end.
  private var ends: [Int] = []

  package init() {}

  package var count: Int { ends.count }

  /// A number that varies.
  package func variable(_ value: Number) -> Taped<Number> { record(value) { _ in } }

  /// A number that was made of those whose edges `body` appends.
  fileprivate func record(_ value: Number, _ body: (inout [Edge]) -> Void) -> Taped<Number> {
    body(&edges)
    ends.append(edges.count)
    return Taped(value, position: Int32(ends.count - 1), tape: self)
  }

  private func edges(of position: Int) -> Range<Int> {
    (position == 0 ? 0 : ends[position - 1])..<ends[position]
  }

  /// The derivatives of `Σ weight · result` in everything on the tape, by position; nil where nothing leads there.
  ///
  /// - Complexity: Linear in the operations on the tape.
  package func derivatives(of results: [(result: Taped<Number>, weight: Number)]) -> [Number?] {
    var adjoints: [Number?] = Array(repeating: nil, count: count)
    func add(_ contribution: Number, at place: Int32) {
      let place = Int(place)
      adjoints[place] = adjoints[place].map { $0 + contribution } ?? contribution
    }
    for (result, weight) in results where result.position >= 0 { add(weight, at: result.position) }
    for position in ends.indices.reversed() {
      guard let adjoint = adjoints[position] else { continue }
      for number in edges(of: position) {
        let edge = edges[number]
        add(edge.slope.map { adjoint * $0 } ?? adjoint, at: edge.place)
      }
    }
    return adjoints
  }

  /// For every place on the tape, whether one of `places` was made of it.
  package func leads(to places: [Int]) -> [Bool] {
    var leads = Array(repeating: false, count: count)
    for place in places { leads[place] = true }
    for position in ends.indices.reversed() where leads[position] {
      for number in edges(of: position) { leads[Int(edges[number].place)] = true }
    }
    return leads
  }
}

/// A value that remembers on a tape how it was made.
///
/// # Why the unmanaged reference is right It is followed only while a number on the tape is computed with, and
/// whoever evaluates a graph in taped numbers holds their tape until it has read the derivatives off
/// (`ShadowDerivatives`). Counted references would cost as much as the arithmetic.
package struct Taped<Number: RealNumber>: RealNumber {
  package let value: Number
  /// Its place on the tape; below 0 for a constant.
  package let position: Int32
  private let tape: Unmanaged<Tape<Number>>?

  fileprivate init(_ value: Number, position: Int32, tape: Tape<Number>) {
    self.value = value
    self.position = position
    self.tape = .passUnretained(tape)
  }

  /// A number of which no derivative is taken.
  package init(constant value: Number) {
    self.value = value
    position = -1
    tape = nil
  }

  package init(_ value: Double) { self.init(constant: Number(value)) }
  package init(real constant: RealConstant) { self.init(constant: Number(real: constant)) }

  package var approximation: Double { value.approximation }
  package var constant: Taped { Taped(constant: value.constant) }
  package var isConstant: Bool { position < 0 && value.isConstant }
  package var place: Int? { position < 0 ? nil : Int(position) }

  private static func made(
    _ value: Number, _ a: Taped, _ aSlope: @autoclosure () -> Number?, _ b: Taped,
    _ bSlope: @autoclosure () -> Number?
  ) -> Taped {
    guard let tape = a.tape ?? b.tape else { return Taped(constant: value) }
    return tape._withUnsafeGuaranteedRef {
      $0.record(value) { edges in
        if a.position >= 0 { edges.append(.init(place: a.position, slope: aSlope())) }
        if b.position >= 0 { edges.append(.init(place: b.position, slope: bSlope())) }
      }
    }
  }

  package static func total(_ terms: [Taped]) -> Taped {
    let value = Number.total(terms.map(\.value))
    guard let tape = terms.lazy.compactMap(\.tape).first else { return Taped(constant: value) }
    return tape._withUnsafeGuaranteedRef {
      $0.record(value) { edges in
        for term in terms where term.position >= 0 { edges.append(.init(place: term.position, slope: nil)) }
      }
    }
  }

  package static func dot(_ count: Int, _ factors: (Int) -> (Taped, Taped)) -> Taped {
    var tape: Unmanaged<Tape<Number>>?
    let value = Number.dot(count) { k in
      let (a, b) = factors(k)
      if tape == nil { tape = a.tape ?? b.tape }
      return (a.value, b.value)
    }
    guard let tape else { return Taped(constant: value) }
    return tape._withUnsafeGuaranteedRef {
      $0.record(value) { edges in
        for k in 0..<count {
          let (a, b) = factors(k)
          if a.position >= 0 { edges.append(.init(place: a.position, slope: b.value)) }
          if b.position >= 0 { edges.append(.init(place: b.position, slope: a.value)) }
        }
      }
    }
  }

  package static func + (a: Taped, b: Taped) -> Taped { made(a.value + b.value, a, nil, b, nil) }
  package static func - (a: Taped, b: Taped) -> Taped { made(a.value - b.value, a, nil, b, Number(-1)) }
  package static func * (a: Taped, b: Taped) -> Taped { made(a.value * b.value, a, b.value, b, a.value) }
  package static func / (a: Taped, b: Taped) -> Taped {
    let quotient = a.value / b.value
    return made(quotient, a, Number(1) / b.value, b, -quotient / b.value)
  }
  package static prefix func - (a: Taped) -> Taped { made(-a.value, a, Number(-1), Taped(0), nil) }

  package func applying(_ function: RealFunction) -> Taped {
    let result = value.applying(function)
    return Self.made(result, self, function.slope(at: value, value: result), Taped(0), nil)
  }

  package func compared(to other: Taped) -> RealOrder { value.compared(to: other.value) }
}
