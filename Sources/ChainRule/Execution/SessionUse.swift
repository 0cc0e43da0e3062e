/// What a session is at, so that nothing comes between that takes memory away from it or changes what it reads.
///
/// To compute, to bind and to select exclude everything else; elements are lent to any number of readers, or to one writer.
struct SessionUse {
  private struct Loan {
    let tensor: Tensor
    let isWritten: Bool
  }

  /// The operation that excludes everything else.
  private var exclusive: StaticString?
  private var loans: [Loan] = []

  /// Notes that an operation begins beside which there is no other.
  ///
  /// - Throws: `ChainRuleError` if the session is at something else.
  mutating func begin(_ operation: StaticString) throws {
    try refuseIfExclusive(operation)
    if let loan = loans.last { throw Self.isLent(loan, operation) }
    exclusive = operation
  }

  /// Notes that it has ended.
  mutating func end() { exclusive = nil }

  /// Notes that elements are lent.
  ///
  /// - Throws: `ChainRuleError` if the session computes, binds or selects, or the same elements are lent and one of both is
  ///   written to.
  mutating func lend(_ tensor: Tensor, isWritten: Bool, in operation: StaticString) throws {
    try refuseAccess(to: tensor, isWritten: isWritten, in: operation)
    loans.append(Loan(tensor: tensor, isWritten: isWritten))
  }

  /// Notes that what was lent last is given back.
  mutating func giveBack() { loans.removeLast() }

  /// Refuses to read or write elements that must be left alone for now.
  func refuseAccess(to tensor: Tensor, isWritten: Bool, in operation: StaticString) throws {
    try refuseIfExclusive(operation)
    if let loan = loans.first(where: { $0.tensor == tensor && ($0.isWritten || isWritten) }) {
      throw Self.isLent(loan, operation)
    }
  }

  private func refuseIfExclusive(_ operation: StaticString) throws {
    guard let exclusive else { return }
    throw ChainRuleError(
      .binding, in: "\(operation)", problem: "\(exclusive) of the same session has not ended",
      mend: "call it afterwards; what a custom operation computes needs a session of its own")
  }

  private static func isLent(_ loan: Loan, _ operation: StaticString) -> ChainRuleError {
    let door = loan.isWritten ? "withMutableElements" : "withElements"
    return ChainRuleError(
      .binding, in: "\(operation)", operands: loan.tensor.labelled,
      problem: "its elements are lent to the body of \(door)", mend: "call it when that has returned")
  }
}
