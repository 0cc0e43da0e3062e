/// Decides which steps are computed whole, and which in which pass.
struct StagePlanner {
  private let steps: [ExecutionOrder.Step]
  private let extents: [Shape.Extent]
  /// The steps still to be computed, in order.
  private var pending: [Int] = []
  /// Whether all of a step's result is in memory, its own or that of the step it views.
  private var isAvailable: [Bool]
  private let storage: StoragePlan
  private var isWanted: [Bool]
  /// The extent by whose rows each step can be computed, and how; found when first asked for.
  private var rules: [(extent: Shape.Extent, rules: [RowRule])?]
  private var users: [[Int]]

  init(_ order: ExecutionOrder, _ storage: StoragePlan, _ wanted: [Int], _ extents: [Shape.Extent]) {
    steps = order.steps
    self.storage = storage
    self.extents = extents
    isAvailable = Array(repeating: false, count: steps.count)
    isWanted = isAvailable
    for step in wanted { isWanted[step] = true }
    var isNeeded = isWanted
    users = Array(repeating: [], count: extents.isEmpty ? 0 : steps.count)
    for index in steps.indices.reversed() where isNeeded[index] {
      for input in steps[index].inputs {
        isNeeded[input] = true
        if !extents.isEmpty { users[input].append(index) }
      }
    }
    for index in steps.indices where isNeeded[index] {
      if storage.isData(index) { isAvailable[index] = true } else { pending.append(index) }
    }
    rules = Array(repeating: nil, count: extents.isEmpty ? 0 : steps.count)
    if !extents.isEmpty {
      for index in pending { rules[index] = rowRules(steps[index]) }
    }
  }

  private func rowRules(_ step: ExecutionOrder.Step) -> (extent: Shape.Extent, rules: [RowRule])? {
    let operands = step.inputs.map { steps[$0].node.shape }
    for extent in extents
    where step.node.shape.extents.contains(extent)
      || operands.contains(where: { $0.extents.contains(extent) })
    {
      let rules = step.primitive.family.rowRules(operands, step.node.shape, over: extent)
      if !rules.isEmpty { return (extent, rules) }
    }
    return nil
  }

  mutating func stages() -> [Stage<[Int], PassPlan>] {
    if extents.isEmpty { return [.whole(pending)] }
    var stages: [Stage<[Int], PassPlan>] = []
    while !pending.isEmpty {
      let whole = takeWhole()
      if !whole.isEmpty { stages.append(.whole(whole)) }
      guard let first = pending.first else { break }
      if let pass = extents.lazy.compactMap({ [self] in pass(over: $0) }).first {
        note(pass)
        stages.append(.pass(pass))
      } else {
        // What nothing else can be done with before is computed whole: all that it needs is there.
        pending.removeFirst()
        isAvailable[first] = true
        stages.append(.whole([first]))
      }
    }
    return stages
  }

  /// The steps that are not computed by rows, and views, as far as their operands are there.
  private mutating func takeWhole() -> [Int] {
    var taken: [Int] = []
    pending.removeAll { index in
      let isReady = steps[index].inputs.allSatisfy { isAvailable[$0] }
      guard isReady && (storage.isView(index) || rules[index] == nil) else { return false }
      isAvailable[index] = true
      taken.append(index)
      return true
    }
    return taken
  }

  /// Everything that one pass over the rows of `extent` computes, as far as something outside needs it; nil if
  /// nothing does.
  private func pass(over extent: Shape.Extent) -> PassPlan? {
    var candidates: [PassPlan.Step] = []
    /// The axis along which the rows of a step of this pass lie.
    var axes: [Int: Int] = [:]
    for index in pending {
      guard let (own, rules) = rules[index], own == extent else { continue }
      let inputs = steps[index].inputs
      let rule = rules.first { rule in
        zip(inputs, rule.uses).allSatisfy { input, use in
          if isAvailable[input] { return true }
          if case .rows(let axis) = use { return axes[input] == axis }
          return false
        }
      }
      guard let rule else { continue }
      candidates.append(PassPlan.Step(step: index, rule: rule))
      if case .rows(let axis) = rule.result { axes[index] = axis }
    }
    let kept = kept(candidates, axes)
    return kept.isEmpty ? nil : PassPlan(extent: extent, steps: kept)
  }

  /// The steps of a pass that are worth computing now, and which of them are stored.
  private func kept(_ candidates: [PassPlan.Step], _ axes: [Int: Int]) -> [PassPlan.Step] {
    let uses = Dictionary(uniqueKeysWithValues: candidates.map { ($0.step, $0.rule.uses) })
    /// Whether a user of `step` outside the pass waits for all of its rows.
    func isAwaited(_ step: Int) -> Bool {
      isWanted[step]
        || users[step].contains { user in
          guard uses[user] == nil else { return false }
          guard let rules = rules[user] else { return true }
          // A user in a later pass that takes the same rows may compute the step again.
          return !rules.rules.contains { rule in
            zip(steps[user].inputs, rule.uses).allSatisfy { input, use in
              if input != step { return true }
              if case .rows(let axis) = use { return axes[step] == axis }
              return false
            }
          }
        }
    }
    var isKept: Set<Int> = []
    for candidate in candidates.reversed() {
      var isRoot = isKept.contains(candidate.step)
      if case .contribution = candidate.rule.result {
        isRoot = true
      } else if isAwaited(candidate.step) {
        isRoot = true
      }
      guard isRoot else { continue }
      isKept.insert(candidate.step)
      for input in steps[candidate.step].inputs where uses[input] != nil { isKept.insert(input) }
    }
    var kept = candidates.filter { isKept.contains($0.step) }
    let inPass = Set(kept.map(\.step))
    var stored: Set<Int> = []
    /// Views are in memory when what they view is.
    func store(_ step: Int) {
      var step = step
      while storage.isView(step), inPass.contains(steps[step].inputs[0]) { step = steps[step].inputs[0] }
      stored.insert(step)
    }
    for element in kept {
      guard case .rows = element.rule.result else { continue }
      let isUsedLater = users[element.step].contains { !inPass.contains($0) }
      let isCheap = isCheap(element.step, stored)
      if isAwaited(element.step) || (isUsedLater && !isCheap) { store(element.step) }
    }
    for position in kept.indices { kept[position].isStored = stored.contains(kept[position].step) }
    return kept
  }

  /// Notes what a pass has computed.
  private mutating func note(_ pass: PassPlan) {
    let inPass = Set(pass.steps.map(\.step))
    for element in pass.steps {
      if case .contribution = element.rule.result { isAvailable[element.step] = true }
      if element.isStored { isAvailable[element.step] = true }
    }
    for element in pass.steps where storage.isView(element.step) && !isAvailable[element.step] {
      isAvailable[element.step] = isAvailable[steps[element.step].inputs[0]]
    }
    // What a later pass computes again stays pending.
    pending.removeAll { index in
      guard inPass.contains(index) else { return false }
      return isAvailable[index] || !users[index].contains { !inPass.contains($0) && !isAvailable[$0] }
    }
  }

  /// Whether computing a step again costs less than writing and reading its rows.
  private func isCheap(_ step: Int, _ stored: Set<Int>) -> Bool {
    guard steps[step].inputs.allSatisfy({ isAvailable[$0] || stored.contains($0) }) else { return false }
    if storage.isView(step) { return true }
    return switch steps[step].primitive {
    case .arithmetic, .comparison, .select: true
    case .elementwise(let function): function.isArithmetic
    default: false
    }
  }
}

extension Elementwise {
  /// Whether the function takes a few machine instructions.
  fileprivate var isArithmetic: Bool {
    switch self {
    case .negate, .square, .abs, .sqrt: true
    default: false
    }
  }
}
