import ChainRuleTool
import CommandArguments
import Testing

@Suite("chainrule check")
struct CheckRequestTests {
  @Test("Losses, seed and cases are read")
  func read() throws {
    let request = try CheckRequest(arguments: ["hinge", "--battery", "--seed", "7", "--cases=12", "norm"])
    #expect(
      request.losses == ["hinge", "norm"] && request.isBattery && request.seed == 7 && request.cases == 12)
    #expect(try Request(arguments: ["check", "norm"]) == .check(CheckRequest(arguments: ["norm"])))
  }

  @Test("What is not understood is told")
  func refused() {
    let complaint = { (arguments: [String]) in
      do throws(ArgumentMistake) {
        _ = try CheckRequest(arguments: arguments)
        return ""
      } catch { return error.description }
    }
    #expect(complaint(["hinges"]).hasPrefix("hinges: not a loss; "))
    #expect(complaint(["--cases", "3"]) == "--cases is of the battery; try --battery --cases 3")
    #expect(complaint(["--battery", "--cases", "0"]).contains("a whole number from 1 to 100000"))
  }

  @Test("The help names every loss, in lines that fit")
  func help() {
    for loss in BatteryLoss.all { #expect(CheckRequest.help.contains(loss.name)) }
    #expect(CheckRequest.help.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("A table of the losses is printed, all right")
  func table() throws {
    var text = ""
    let isRight = try CheckJob(CheckRequest(arguments: [])).run(TerminalLine(isShown: false)) {
      text += $0 + "\n"
    }
    #expect(isRight && text.split(separator: "\n").count == BatteryLoss.all.count + 1, "\(text)")
    #expect(!text.contains("wrong") && !text.contains("cannot tell"), "\(text)")
  }
}
