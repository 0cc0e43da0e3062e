/// How some numbers were made of others, one operation after another, for the reverse mode of differentiation.
///
/// - Source: Griewank and Walther, Evaluating Derivatives (2008), §3.2.
package final class Tape<Number: RealNumber> {
  /// What one operation made: the positions of its one or two operands, and its slope in each; nil for the slope 1.
  private struct Entry {
    let first: Int32
    let second: Int32
    let firstSlope: Number?
    let secondSlope: Number?
  }

  private var entries: [Entry] = []
  /// Where an operand stands of which no derivative is taken.
  static var nowhere: Int32 { -1 }

  package init() {}

  package var count: Int { entries.count }

  /// A number that varies.
  package func variable(_ value: Number) -> Taped<Number> {
    record(value, Self.nowhere, nil, Self.nowhere, nil)
  }

  fileprivate func record(
    _ value: Number, _ first: Int32, _ firstSlope: Number?, _ second: Int32, _ secondSlope: Number?
  ) -> Taped<Number> {
    entries.append(Entry(first: first, second: second, firstSlope: firstSlope, secondSlope: secondSlope))
    return Taped(value, position: Int32(entries.count - 1), tape: self)
  }

  /// The derivatives of `Σ weight · result` in everything on the tape, by position; nil where nothing leads there.
  ///
  /// - Complexity: Linear in the operations on the tape.
  package func derivatives(of results: [(result: Taped<Number>, weight: Number)]) -> [Number?] {
    var adjoints: [Number?] = Array(repeating: nil, count: entries.count)
    func add(_ contribution: Number, at position: Int32) {
      let position = Int(position)
      adjoints[position] = adjoints[position].map { $0 + contribution } ?? contribution
    }
    for (result, weight) in results where result.position >= 0 { add(weight, at: result.position) }
    for position in entries.indices.reversed() {
      guard let adjoint = adjoints[position] else { continue }
      let entry = entries[position]
      if entry.first >= 0 { add(entry.firstSlope.map { adjoint * $0 } ?? adjoint, at: entry.first) }
      if entry.second >= 0 { add(entry.secondSlope.map { adjoint * $0 } ?? adjoint, at: entry.second) }
    }
    return adjoints
  }

  /// For every place on the tape, whether one of `places` was made of it.
  package func leads(to places: [Int]) -> [Bool] {
    var leads = Array(repeating: false, count: entries.count)
    for place in places { leads[place] = true }
    for position in entries.indices.reversed() where leads[position] {
      let entry = entries[position]
      if entry.first >= 0 { leads[Int(entry.first)] = true }
      if entry.second >= 0 { leads[Int(entry.second)] = true }
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
      $0.record(
        value, a.position, a.position < 0 ? nil : aSlope(), b.position, b.position < 0 ? nil : bSlope())
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
