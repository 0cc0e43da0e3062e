import ChainRule
import Synchronization
import Testing

/// Lending, binding, running and selecting exclude each other.
@Suite("What a session is at")
struct SessionUseTests {
  static let x = Tensor.input("x", shape: [.batch])
  static let w = Tensor.parameter("w", shape: [3], initial: [1, 2, 3])
  static let b = Tensor.parameter("b", shape: [], initial: 0)
  static let loss = sum(x) * sum(squared(w)) + b

  static func session() throws -> Session<Double> {
    let session = try Session(
      Program<Double>(computing: [loss], updating: [b: b + 1]), binding: [x: [1, 2, 3, 4]])
    try session.run()
    return session
  }

  /// Everything that takes memory away from elements that are lent, or changes what they are computed from.
  static let intrusions: [(name: String, body: @Sendable (Session<Double>) throws -> Void)] = [
    ("bind", { try $0.bind([x: [5, 6]]) }),
    ("run", { try $0.run() }),
    ("run", { try $0.run(only: [loss]) }),
    ("iterate", { try $0.iterate(2) }),
    ("select", { try $0.select(rows: 0..<2) }),
    ("select", { try $0.select(rows: [1, 1]) }),
    ("firstNonFinite", { _ = try $0.firstNonFinite() }),
  ]

  static func refusal(_ operation: String, _ tensor: Tensor, _ door: String) -> ChainRuleError {
    ChainRuleError(
      .binding, in: "Session.\(operation)", operands: tensor.labelled,
      problem: "its elements are lent to the body of \(door)", mend: "call it when that has returned")
  }

  @Test(
    "While elements are lent, nothing else comes between; afterwards all goes on",
    arguments: intrusions.indices)
  func lent(_ number: Int) throws {
    let (name, intrude) = Self.intrusions[number]
    let session = try Self.session()
    try session.withMutableElements(of: Self.w) { elements in
      #expect(throws: Self.refusal(name, Self.w, "withMutableElements")) { try intrude(session) }
      elements[0] = 7
      #expect(elements[0] == 7 && elements[2] == 3)
    }
    // What was written is there, and no output of before.
    #expect(try session.value(of: Self.w) == [7, 2, 3])
    #expect(throws: ChainRuleError.self) { try session.value(of: Self.loss) }
    try session.run()
    #expect(try session.value(of: Self.loss) == 620)
    for tensor in [Self.loss, Self.w] {
      try session.withElements(of: tensor) { elements in
        let before = elements[0]
        #expect(throws: Self.refusal(name, tensor, "withElements")) { try intrude(session) }
        #expect(elements[0] == before)
      }
    }
    try intrude(session)
    // What a body throws ends the loan as well.
    struct Stop: Error {}
    #expect(throws: Stop.self) { try session.withMutableElements(of: Self.w) { _ in throw Stop() } }
    try intrude(session)
  }

  @Test("Elements are lent to any number of readers or to one writer, and other elements besides")
  func readersAndWriters() throws {
    let session = try Self.session()
    let sum = try session.withElements(of: Self.w) { first in
      try session.withElements(of: Self.w) { second in
        try session.withElements(of: Self.loss) { $0[0] } + first[0] + second[1]
      }
    }
    #expect(sum == 143)
    try session.withElements(of: Self.w) { _ in
      #expect(throws: Self.refusal("withMutableElements", Self.w, "withElements")) {
        try session.withMutableElements(of: Self.w) { $0[0] = 9 }
      }
      try session.withMutableElements(of: Self.b) { $0[0] = 5 }
    }
    try session.withMutableElements(of: Self.w.named("weights")) { elements in
      for reading in [
        { _ = try session.value(of: Self.w) }, { try session.withElements(of: Self.w) { _ in } },
      ] {
        #expect(throws: ChainRuleError.self) { try reading() }
      }
      #expect(throws: Self.refusal("withMutableElements", Self.w, "withMutableElements")) {
        try session.withMutableElements(of: Self.w) { $0[0] = 9 }
      }
      elements[1] = 4
    }
    #expect(try session.value(of: Self.w) == [1, 4, 3] && session.value(of: Self.b) == 5)
  }

  /// x, after something else was done with the session that computes it.
  struct Intruder: CustomOperation {
    final class Target: Sendable {
      let intrude = Mutex<(@Sendable () throws -> Void)?>(nil)
    }

    let name = "intruder"
    let target: Target

    func shape(of operands: [Shape]) -> Shape { operands[0] }
    func evaluate<S: TensorScalar>(_ operands: [NDArray<S>]) throws -> NDArray<S> {
      try target.intrude.withLock(\.self)?()
      return operands[0]
    }
    func pullback(_ cotangent: Tensor, operands: [Tensor], output: Tensor) -> [Tensor?] { [cotangent] }
  }

  /// Lets a session into a closure that is sent; all of it is on one thread.
  struct Handle: @unchecked Sendable { let session: Session<Double> }

  @Test("A custom operation cannot run, bind or lend the session that runs it", arguments: [false, true])
  func customOperation(iterates: Bool) throws {
    let target = Intruder.Target()
    let output = sum(Tensor.applying(Intruder(target: target), to: [Self.x * sum(Self.w)]))
    let program = try Program<Double>(computing: [output], updating: [Self.b: Self.b + 1])
    let session = Handle(session: try Session(program, binding: [Self.x: [1, 2]]))
    let running = iterates ? "Session.iterate" : "Session.run"
    func run() throws { if iterates { try session.session.iterate(1) } else { try session.session.run() } }
    let others: [(String, @Sendable () throws -> Void)] = [
      ("Session.withMutableElements", { try session.session.withMutableElements(of: Self.w) { $0[0] = 9 } }),
      ("Session.withElements", { try session.session.withElements(of: Self.w) { _ in } }),
      ("Session.bind", { try session.session.bind([Self.x: [5, 6]]) }),
      ("Session.run", { try session.session.run() }),
      ("Session.iterate", { try session.session.iterate(1) }),
      ("Session.select", { try session.session.select(rows: 0..<1) }),
      ("Session.firstNonFinite", { _ = try session.session.firstNonFinite() }),
    ]
    for (name, intrude) in others {
      target.intrude.withLock { $0 = intrude }
      let refusal = ChainRuleError(
        .binding, in: name, problem: "\(running) of the same session has not ended",
        mend: "call it afterwards; what a custom operation computes needs a session of its own")
      #expect(throws: refusal) { try run() }
      #expect(throws: ChainRuleError.self) { try session.session.value(of: output) }
    }
    // Another session of the same program is free.
    let other = Handle(session: try Session(program, binding: [Self.x: [1, 2]]))
    target.intrude.withLock { intrude in intrude = { try other.session.bind([Self.x: [3, 4]]) } }
    try run()
    #expect(try session.session.value(of: output) == 18)
  }

  @Test("To select all rows during a run leaves no output of the rows before")
  func selectingAllRows() throws {
    let target = Intruder.Target()
    let output = sum(Tensor.applying(Intruder(target: target), to: [Self.x]))
    let session = Handle(
      session: try Session(Program<Double>(computing: [output]), binding: [Self.x: [1, 2, 4]]))
    try session.session.select(rows: 0..<2)
    target.intrude.withLock { intrude in intrude = { session.session.selectAllRows() } }
    try session.session.run()
    #expect(throws: ChainRuleError.self) { try session.session.value(of: output) }
    try session.session.run()
    #expect(try session.session.value(of: output) == 7)
  }
}
