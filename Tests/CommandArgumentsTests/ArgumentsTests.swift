import CommandArguments
import Testing

private let syntax = CommandSyntax(
  "plot", asksHelpBy: "plot --help",
  options: [
    .value("--width", "640"), .flag("--dark"), .value("--mark", "red", isRepeated: true),
    .value("--seed", "1"),
    .value("--kind", "line"),
  ], operands: 1)

@Suite("Arguments of commands")
struct ArgumentsTests {
  private func read(_ arguments: String...) throws -> Arguments { try Arguments(arguments, of: syntax) }

  @Test("An option has its value behind it or behind an equals sign, and stands anywhere")
  func values() throws {
    for arguments in [
      ["--width", "320", "a.csv"], ["a.csv", "--width=320"], ["--width=320", "--", "a.csv"],
    ] {
      let read = try Arguments(arguments, of: syntax)
      #expect(read.text("--width") == "320" && read.operands == ["a.csv"], "\(arguments)")
      #expect(!read.has("--dark") && read.text("--seed") == nil)
    }
    #expect(try read("--width=a=b").text("--width") == "a=b")
    #expect(try read("--width=--dark").text("--width") == "--dark")
    #expect(try read("--width", "-3").text("--width") == "-3")
  }

  @Test("Behind -- everything stands alone, also what looks like an option or asks for help")
  func alone() throws {
    #expect(try read("--", "--width").operands == ["--width"])
    #expect(try read("-log(x)").operands == ["-log(x)"])
    #expect(throws: ArgumentMistake.self) { try read("-width") }
    #expect(try read("--", "--help").asksForHelp == false)
    #expect(try read("--").operands.isEmpty)
  }

  @Test("Help is asked for anywhere, and nothing else is read then")
  func help() throws {
    for arguments in [["--help"], ["-h"], ["a", "b", "--what", "-h"], ["--width", "--help"]] {
      #expect(try Arguments(arguments, of: syntax).asksForHelp, "\(arguments)")
    }
  }

  @Test("An option for several values keeps all in their order")
  func repeated() throws {
    #expect(try read("--mark", "red", "--mark=blue").texts("--mark") == ["red", "blue"])
    #expect(try read().texts("--mark").isEmpty)
  }

  @Test(
    "What is not understood is told with what would be",
    arguments: [
      (["--widht", "3"], "--widht: not an option of plot; did you mean --width?"),
      (["--WIDTH=3"], "--WIDTH: not an option of plot; did you mean --width?"),
      (["--hlep"], "--hlep: not an option of plot; did you mean --help?"),
      (["--bright"], "--bright: not an option of plot; try plot --help"),
      (["-w"], "-w: not an option of plot; try plot --help"),
      (["-"], "-: not an option of plot; try plot --help"),
      (["--width"], "--width needs a value; try --width 640"),
      (["--width", "--dark"], "--width needs a value; try --width 640"),
      (["--width="], "--width needs a value; try --width 640"),
      (["--width", ""], "--width needs a value; try --width 640"),
      (["--width", "1", "--width=2"], "--width: it is there twice; give it once"),
      (["--dark", "--dark"], "--dark: it is there twice; give it once"),
      (["--dark=yes"], "--dark=yes: --dark takes no value; leave it out"),
      (["a.csv", "b.csv"], "b.csv: there is one file already, a.csv; give one"),
      (["--", "a", "b"], "b: there is one file already, a; give one"),
    ])
  func mistakes(_ arguments: [String], _ sentence: String) {
    #expect(throws: ArgumentMistake(sentence)) { try Arguments(arguments, of: syntax) }
  }

  @Test("Values that are none are told with the kind that is needed")
  func kinds() throws {
    #expect(try read("--seed", "18446744073709551615").whole("--seed", 0...(.max)) == .max)
    #expect(try read().whole("--seed", 0...9) == nil)
    #expect(throws: ArgumentMistake("--seed -1: not a whole number from 0 to 2⁶⁴ − 1; try --seed 1")) {
      try read("--seed", "-1").whole("--seed", 0...(.max))
    }
    #expect(throws: ArgumentMistake("--seed 10: not a whole number from 1 to 9; try --seed 1")) {
      try read("--seed=10").whole("--seed", 1...9)
    }
    #expect(throws: ArgumentMistake("--width x: not a width; try --width 640")) {
      try read("--width", "x").value("--width", "a width") { Double($0) }
    }
    let kinds = [("line", 1), ("points", 2)]
    #expect(try read("--kind", "points").choice("--kind", among: kinds) == 2)
    #expect(throws: ArgumentMistake("--kind lines: not known; did you mean line?")) {
      try read("--kind", "lines").choice("--kind", among: kinds)
    }
    #expect(throws: ArgumentMistake("--kind bars: not known; there are line, points")) {
      try read("--kind", "bars").choice("--kind", among: kinds)
    }
  }
}
