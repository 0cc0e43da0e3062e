import Optimizers
import Testing

@Suite("Schedules with hostile integers", .timeLimit(.minutes(1)))
struct ScheduleIntegerTests {
  static let integers = [
    Int.min, .min + 1, -(1 << 62), -5, -1, 0, 1, 2, 100, 1 << 53, 1 << 62, .max - 1, .max,
  ]

  @Test("A factor is a number at every step that can be counted")
  func factors() {
    for length in Self.integers {
      let plain: [Schedule] = [
        .constant, .step(every: length, factor: 0.5), .exponential(factor: 0.9), .inverseTime(decay: 0.1),
        .cosine(steps: length), .onPlateau(factor: 0.5, patience: length),
      ]
      for schedule in plain + plain.map({ .warmUp(steps: length, then: $0) }) {
        for step in Self.integers {
          for plateaus in Self.integers { _ = schedule.factor(step: step, plateaus: plateaus) }
        }
      }
    }
    #expect(Schedule.warmUp(steps: -5, then: .constant).factor(step: .max) == 1)
    #expect(Schedule.warmUp(steps: 10, then: .step(every: 10, factor: 0.5)).factor(step: 25) == 0.5)
  }
}
