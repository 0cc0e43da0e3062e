import ChainRule
import Foundation
import Testing

@Suite("Printed source")
struct PrintedSourceTests {
  @Test("The compiled source is what is printed now")
  func isCurrent() throws {
    let files = try PrintedSource.files()
    for (name, text) in files {
      let url = PrintedSource.folder.appending(path: name)
      if ProcessInfo.processInfo.environment["CHAINRULE_PRINT_SOURCE"] != nil {
        try text.write(to: url, atomically: true, encoding: .utf8)
      }
      let committed = try? String(contentsOf: url, encoding: .utf8)
      #expect(committed == text, "\(name) is stale: run .ci/print-source")
    }
    let present = try FileManager.default.contentsOfDirectory(atPath: PrintedSource.folder.path())
    #expect(Set(present.filter { $0.hasSuffix(".swift") }) == Set(files.map(\.name)))
  }

  @Test(
    "The compiled source of a gradient, or another derivative, computes its numbers to the last bit",
    arguments: 0..<RandomGradient.countWithOthers
  )
  func sameNumbers(number: Int) throws {
    let random = try RandomGradient(number: number)
    let arguments = try random.gradient.formula.swiftArguments
    let rebuilt = printedGradients[number](arguments)
    let bindings = try random.leaves.bindings(seed: UInt64(number))
    let expected = try Self.value(random.gradient, bindings, random.leaves)
    let value = try Self.value(rebuilt, bindings, random.leaves)
    #expect(value.shape == expected.shape)
    #expect(
      value.elements.map(\.bitPattern) == expected.elements.map(\.bitPattern), "\(value), not \(expected)")
    let isFinite = expected.elements.allSatisfy(\.isFinite)
    #expect(isFinite, "\(expected)")
  }

  @Test(
    "The compiled source records again what it was printed from",
    arguments: 0..<RandomGradient.countWithOthers)
  func samePrint(number: Int) throws {
    let formula = try RandomGradient(number: number).gradient.formula
    let rebuilt = try printedGradients[number](formula.swiftArguments).formula
    // `cholesky` takes the symmetric part, of what is symmetric already too.
    if try formula.swift.contains("cholesky") { return }
    #expect(try rebuilt.swift == formula.swift)
    #expect(rebuilt.unicode == formula.unicode)
    #expect(rebuilt.latex == formula.latex)
  }

  @Test("Another number by the least difference is seen in nearly all of the gradients; the others are 0")
  func mistakesAreSeen() throws {
    let seen = try (0..<RandomGradient.countWithOthers).filter { number in
      let random = try RandomGradient(number: number)
      let bindings = try random.leaves.bindings(seed: UInt64(number))
      let value = try Self.value(random.gradient, bindings, random.leaves)
      let wrong = try Self.value(random.gradient * Double(1).nextUp, bindings, random.leaves)
      return value.elements.map(\.bitPattern) != wrong.elements.map(\.bitPattern)
    }
    #expect(seen.count >= RandomGradient.countWithOthers - 10)
  }

  /// All leaves are computed too, so that none that is bound is surplus.
  private static func value(
    _ tensor: Tensor, _ bindings: Bindings<Double>, _ leaves: RandomLeaves
  ) throws -> NDArray<Double> {
    let all = [leaves.X, leaves.y, leaves.v, leaves.w, leaves.b, leaves.V, leaves.A]
    let labels = gather(leaves.v, leaves.k, along: 0)
    return try Program<Double>(computing: [tensor] + all + [labels]).run(bindings).arrays[0]
  }
}
