import ChainRuleTool
import Foundation
import Testing

/// Pages that commands write are what the commands print; with `CHAINRULE_WRITE_PAGES` in the environment they are written anew.
@Suite("Pages written by commands")
struct WrittenPageTests {
  @Test("Each derivation on the page on derivations is what the command prints")
  func derivations() throws {
    let text = try String(contentsOf: Self.page("derivations.md"), encoding: .utf8)
    let mark = "```console\n$ swift run chainrule "
    var parts = text.components(separatedBy: mark)
    #expect(parts.count > 2)
    for index in parts.indices.dropFirst() {
      let command = parts[index].components(separatedBy: "\n")[0]
      let behind = parts[index].components(separatedBy: "\n```").dropFirst().joined(separator: "\n```")
      guard case .derive(let options) = try Request(arguments: Self.words(command)) else {
        Issue.record("\(command)")
        continue
      }
      let lines = try DeriveJob(options).run().split(separator: "\n", omittingEmptySubsequences: false)
      parts[index] = command + "\n" + lines.joined(separator: "\n") + "\n```" + behind
    }
    try expect(parts.joined(separator: mark), on: "derivations.md")
  }

  @Test("The page on claims is what the command prints")
  func claims() throws { try expect(try ClaimsPage.markdown(), on: "lessons/claims.md") }

  @Test("What is claimed right is proved, what is claimed wrong is refuted by name, and nothing is left open")
  func findings() throws {
    let claims = try LessonClaims.all()
    #expect(claims.count > 20)
    for claim in claims {
      let isDecided = ["proved", "refuted: ", "computed: "].contains { claim.finding.hasPrefix($0) }
      #expect(isDecided, "\(claim.subject), \(claim.statement): \(claim.finding)")
    }
    func finding(_ statement: String) throws -> String {
      try #require(claims.first { $0.statement == statement }).finding
    }
    #expect(try finding("∂L/∂w = -2/N * X'*(y - ŷ)") == "proved")
    #expect(try finding("∂L/∂b = 2/N * sum(y - ŷ)").hasPrefix("refuted: the sign is wrong"))
    #expect(try finding("∂L/∂w = [−2.667, −11.333]") == "refuted: it is [−6, −8]")
    #expect(try finding("κ″(0) = n · p · (1 − p)") == "proved")
  }

  private func expect(_ text: String, on page: String) throws {
    if ProcessInfo.processInfo.environment["CHAINRULE_WRITE_PAGES"] != nil {
      try Data(text.utf8).write(to: Self.page(page))
    } else {
      #expect(try String(contentsOf: Self.page(page), encoding: .utf8) == text)
    }
  }

  private static func page(_ name: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../docs/" + name)
      .standardized
  }

  /// The words of a command, with what stands in quotation marks as one.
  private static func words(_ command: String) -> [String] {
    command.components(separatedBy: "\"").enumerated().flatMap { index, part in
      index % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
    }
  }
}
