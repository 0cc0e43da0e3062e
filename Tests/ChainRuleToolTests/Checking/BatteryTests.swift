import ChainRule
import ChainRuleTool
import GradientChecking
import Testing

@Suite("The battery of losses")
struct BatteryTests {
  #if DEBUG
    static let battery = Battery(seed: 3, cases: 4)
  #else
    static let battery = Battery(seed: 3, cases: 40)
  #endif

  @Test("It has at least twenty losses, each with a name of its own")
  func size() {
    let names = BatteryLoss.all.map(\.name)
    #expect(names.count >= 20 && Set(names).count == names.count)
  }

  @Test(
    "The recorded loss and its gradient are those of the functions", arguments: BatteryLoss.all.map(\.name))
  func recorded(name: String) throws {
    let loss = try #require(BatteryLoss.all.first { $0.name == name })
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<20 {
      let sample = try loss.draw(&generator)
      let slope = try sample.recorded.gradient(withRespectTo: [sample.parameter])[sample.parameter]
      let program = try Program<Double>(computing: [sample.recorded, slope])
      var bindings = Bindings<Double>()
      for (tensor, array) in sample.data { bindings[tensor] = array }
      bindings[sample.parameter] = NDArray(sample.point)
      let values = try program.run(bindings)
      let (value, given) = (sample.value(sample.point), sample.gradient(sample.point))
      // Float has seven digits, of a sum of positive terms; the others lose a few of sixteen in sums that cancel.
      let digits = name.hasSuffix("float") ? 1e-5 : 1e-11
      #expect(try Swift.abs(values[sample.recorded].scalar - value) <= digits * Swift.abs(value))
      let largest = given.reduce(0) { Swift.max($0, Swift.abs($1)) }
      for (a, b) in zip(try values[slope].elements, given) {
        #expect(Swift.abs(a - b) <= 1e-11 * Swift.max(largest, Swift.abs(value)), "\(sample.point)")
      }
    }
  }

  @Test("Differences meet every demand")
  func closures() throws {
    let text = BatteryText(
      try BatteryLoss.all.map { ($0.name, try Self.battery.closures($0)) }, demands: BatteryDemand.closures)
    #expect(text.isMet, "\(text)")
  }

  @Test("Exact evaluation meets every demand")
  func recordedLosses() throws {
    let text = BatteryText(
      try BatteryLoss.all.map { ($0.name, try Self.battery.recorded($0)) }, demands: BatteryDemand.recorded)
    #expect(text.isMet, "\(text)")
  }

  @Test("A checker of recorded losses that looks at nothing fails the battery")
  func recordedSwitchedOff() throws {
    let loss = try #require(BatteryLoss.all.first)
    let count = try Self.battery.recorded(loss) { scalar, _, bindings, _ in
      try checkGradient(of: scalar, at: bindings)
    }
    let text = BatteryText([(loss.name, count)], demands: BatteryDemand.recorded)
    #expect(!text.isMet && count.found == 0 && count.planted > 0, "\(text)")
  }

  @Test("A checker that is switched off fails the battery")
  func switchedOff() throws {
    let lenient: Battery.Checker = { function, gradient, point in
      var options = CheckOptions()
      (options.leniency, options.looksForSmallPoint) = (.infinity, false)
      return try checkGradient(of: function, gradient: gradient, at: point, options: options)
    }
    let counts = try BatteryLoss.all.prefix(3).map { ($0.name, try Self.battery.closures($0, by: lenient)) }
    let text = BatteryText(counts, demands: BatteryDemand.closures)
    #expect(
      !text.isMet && text.description.contains("FAILED") && text.total.found < text.total.planted, "\(text)")
  }

  @Test("A checker that cries wolf fails the battery")
  func criesWolf() throws {
    let strict: Battery.Checker = { function, gradient, point in
      try checkGradient(
        of: function, gradient: { x in gradient(x).map { 1.001 * $0 + 1e-3 } }, at: point)
    }
    let loss = try #require(BatteryLoss.all.first)
    let text = BatteryText(
      [(loss.name, try Self.battery.closures(loss, by: strict))], demands: BatteryDemand.closures)
    #expect(!text.isMet && text.total.calledWrong > 0)
  }

  @Test("Each mistake changes some gradient of the battery", arguments: BatteryMistake.allCases)
  func mistakes(mistake: BatteryMistake) throws {
    guard mistake != .secondDerivative else { return }
    var generator = SeededGenerator(seed: 5)
    var changed = 0
    for loss in BatteryLoss.all {
      let sample = try loss.draw(&generator)
      guard let planted = mistake.planted(in: sample) else { continue }
      if planted(sample.point) != sample.gradient(sample.point) { changed += 1 }
    }
    #expect(changed >= 5)
  }
}
