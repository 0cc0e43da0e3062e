import ChainRule
import Testing

private enum Dial: Setting {
  case volume(Int)
  case colour

  var swift: String {
    switch self {
    case .volume(let level): "Radio(volume: \(level))"
    case .colour: "Radio.colour"
    }
  }
}

@Suite("Sentences with settings")
struct SentenceTests {
  private let advice = Sentence.either("turn it off", "give \(Dial.volume(3))", "paint it \(Dial.colour)")

  @Test("Swift sees its own spelling, another front end its words")
  func words() {
    #expect("\(advice)" == "turn it off, give Radio(volume: 3), or paint it Radio.colour")
    let told = advice.worded { setting in
      switch setting as? Dial {
      case .volume(let level): "--volume \(level)"
      case .colour: "with a brush"
      case nil: nil
      }
    }
    #expect(told == "turn it off, give --volume 3, or paint it with a brush")
  }

  @Test("What a front end lacks is not advised there")
  func lacking() {
    #expect(advice.worded { _ in nil } == "turn it off")
    #expect(Sentence("give \(Dial.colour)").worded { _ in nil } == "")
    let told = advice.worded { if case .volume? = $0 as? Dial { "--volume" } else { nil } }
    #expect(told == "turn it off, or give --volume")
  }

  @Test("Text alone is the same everywhere, and nothing is nothing")
  func text() {
    #expect("\(Sentence("as \(1 + 1) is"))" == "as 2 is")
    #expect(Sentence("").worded { _ in nil } == "" && "\(Sentence.either("", "a"))" == "a")
    #expect(Sentence("a") == "a" && Sentence("a") != "b")
  }

  @Test("An error keeps its settings, and is compared by its words")
  func error() {
    let error = ChainRuleError(.data, in: "read", saying: "it is loud", advice: advice)
    #expect("\(error)" == "read: it is loud; \(advice)")
    #expect(error == ChainRuleError(.data, in: "read", problem: "it is loud", mend: "\(advice)"))
    #expect(error.told(as: "listen").description.hasPrefix("listen: it is loud") && error.advice == advice)
  }
}
