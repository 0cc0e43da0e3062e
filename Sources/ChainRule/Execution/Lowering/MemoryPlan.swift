/// Where in one block of memory the results lie that are in memory as a whole.
///
/// A part is used again once the last step that reads it is done.
struct MemoryPlan {
  /// The offset of each step's own memory; nil for what has none.
  private(set) var offsets: [Int?]
  /// The offset of the copy of each result that is not its step's own contiguous memory.
  private(set) var copyOffsets: [Int?] = []
  private var arena = Arena()

  /// The bytes of the block.
  var size: Int { arena.size }

  /// - Parameters:
  ///   - wanted: The steps of the results.
  ///   - bytes: What each step's result takes.
  init(
    _ stages: [Stage<[Int], PassPlan>], _ steps: [ExecutionOrder.Step], _ storage: StoragePlan,
    _ wanted: [Int], bytes: (Int) -> Int
  ) {
    offsets = Array(repeating: nil, count: steps.count)
    var lives = Lives(stages, steps, storage.owners, wanted)
    func take(_ step: Int) {
      offsets[step] = arena.take(bytes(step))
      lives.begin(step)
    }
    func end() {
      // The memory of a result is taken before that of its operands is free: no kernel overwrites what it reads.
      lives.endTime { step in
        if let offset = offsets[step] { arena.give(back: offset, bytes(step)) }
      }
    }
    for stage in stages {
      switch stage {
      case .whole(let steps):
        for step in steps {
          if case .computed = storage.places[step] { take(step) }
          end()
        }
      case .pass(let pass):
        for element in pass.steps {
          if case .contribution = element.rule.result {
            take(element.step)
          } else if element.isStored {
            take(element.step)
          }
        }
        end()
      }
    }
    copyOffsets = wanted.map { result in
      Self.needsCopy(result, steps, storage) ? arena.take(bytes(result)) : nil
    }
  }

  /// Results are read as contiguous memory that the next iteration does not change: views, and leaves, which an
  /// update may write to, are copied.
  private static func needsCopy(_ result: Int, _ steps: [ExecutionOrder.Step], _ storage: StoragePlan) -> Bool
  {
    guard case .computed = storage.places[storage.owners[result]] else { return true }
    if case .view = storage.places[result] {
      if case .reshape = steps[result].primitive { return needsCopy(steps[result].inputs[0], steps, storage) }
      return true
    }
    return false
  }
}

/// From when to when the memory of steps is used.
///
/// A step computed whole takes one unit of time, and so does a pass.
private struct Lives {
  private var time = 0
  private var lastUse: [Int]
  /// The steps last used at each time, as a list through `next`.
  private var last: [Int]
  private var next: [Int]

  init(
    _ stages: [Stage<[Int], PassPlan>], _ steps: [ExecutionOrder.Step], _ owners: [Int], _ wanted: [Int]
  ) {
    var lastUse = Array(repeating: -1, count: steps.count)
    var time = 0
    for stage in stages {
      switch stage {
      case .whole(let whole):
        for step in whole {
          for input in steps[step].inputs { lastUse[owners[input]] = time }
          time += 1
        }
      case .pass(let pass):
        for element in pass.steps {
          for input in steps[element.step].inputs { lastUse[owners[input]] = time }
        }
        time += 1
      }
    }
    for result in wanted { lastUse[owners[result]] = .max }
    self.lastUse = lastUse
    last = Array(repeating: -1, count: time)
    next = Array(repeating: -1, count: steps.count)
  }

  /// Notes that the memory of a step is used from now on.
  mutating func begin(_ step: Int) {
    if lastUse[step] == .max { return }
    let end = max(lastUse[step], time)
    (next[step], last[end]) = (last[end], step)
  }

  /// Goes on to the next time, and calls `body` with the steps whose memory is not used any more.
  mutating func endTime(_ body: (Int) -> Void) {
    var step = last[time]
    while step >= 0 {
      body(step)
      step = next[step]
    }
    time += 1
  }
}
