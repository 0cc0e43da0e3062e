import ChainRule
import Foundation
import Testing

@Suite("Swift source")
struct SwiftSourceTests {
  static let x = Tensor.input("x", shape: [3])
  static let w = Tensor.parameter("w", shape: [3])

  @Test("Source is lines for what is shared or named, and the expression")
  func lines() throws {
    let (X, y) = (Tensor.input("X", shape: [.batch, 3]), Tensor.input("y", shape: [.batch]))
    let residual = ((X • Self.w).named("ŷ") - y) / 2
    let loss = mean(squared(residual) * residual)
    #expect(
      try loss.formula.swift == """
        let ŷ = (X • w).named("ŷ")
        let t1 = (ŷ - y) / 2
        sum(squared(t1) * t1) / Tensor.extent(.batch)
        """)
    #expect(
      try loss.formula.swiftFunction(named: "loss") == """
        func loss(_ X: Tensor, _ y: Tensor, _ w: Tensor) -> Tensor {
          let ŷ = (X • w).named("ŷ")
          let t1 = (ŷ - y) / 2
          return sum(squared(t1) * t1) / Tensor.extent(.batch)
        }

        """)
    #expect(try loss.formula.swiftArguments == [X, y, Self.w])
    #expect(try (Self.w * Self.x).formula.swiftArguments == [Self.x, Self.w])
  }

  @Test("Names become identifiers, and different ones")
  func identifiers() throws {
    let cases: [(String, String)] = [
      ("x", "x"), ("ŷ", "ŷ"), ("y\u{302}", "y\u{302}"), ("θ₁", "θ₁"), ("learning rate", "learning_rate"),
      ("2nd", "x2nd"), ("in", "in_"), ("self", "self_"), ("sum", "sum_"), ("exp", "exp_"),
      ("Tensor", "Tensor_"),
      ("a-b+c", "a_b_c"), ("x′", "x"), ("∇", "x"), ("_private", "private_"), ("$0", "x0"),
      ("\u{302}", "x\u{302}"),
      ("\"\\(a)`", "a"), ("重み", "重み"), ("w[0]", "w_0"), ("x²", "x²"), ("\u{200B}a\u{FEFF}", "a"),
    ]
    for (name, expected) in cases { #expect(SwiftIdentifiers.identifier(for: name) == expected, "\(name)") }
    let leaves = ["t1", "x", "x_2", "x′", "x!"].map { Tensor.parameter($0, shape: []) }
    let total = leaves.reduce(Tensor(0)) { $0 + sin($1) * cos($1 * 2) / (1 + $1) }
    let source = SwiftIdentifiersOf(try total.formula.swiftFunction(named: "f"))
    #expect(source.parameters == ["t1", "x", "x_2", "x_3", "x_4"])
    #expect(source.constants.allSatisfy { !source.parameters.contains($0) })
    #expect(Set(source.constants).count == source.constants.count)
  }

  @Test("A function cannot have the name of a word of Swift, or of a function that it calls")
  func functionNames() throws {
    for (name, mend) in [
      ("func", "func_"), ("exp", "exp_"), ("my gradient", "my_gradient"), ("", "x"), ("1", "x1"),
    ] {
      let error = ChainRuleError(
        .declaration, in: "swiftFunction", operands: "\"\(name)\"",
        problem: "a function cannot have this name", mend: "call it \(mend)")
      #expect(throws: error) { try Self.x.formula.swiftFunction(named: name) }
    }
    let invalid = Self.x + Tensor.input("z", shape: [2])
    let error = try #require(invalid.invalidity)
    #expect(throws: error) { try invalid.formula.swift }
    #expect(throws: error) { try invalid.formula.swiftArguments }
    #expect(throws: error) { try invalid.formula.swiftFunction(named: "f") }
  }

  @Test("Every number is read back exactly, also by a compiler that rounds twice")
  func numbers() throws {
    var generator = SeededGenerator(seed: 1)
    let edges: [Double] = [
      0, -0.0, 1, -1, 1e15, 1e16, 0.1, 1 / 3, .pi, .leastNonzeroMagnitude, 0x1.8p-1030, .leastNormalMagnitude,
      .greatestFiniteMagnitude,
      .leastNormalMagnitude.nextDown, 4503599627370497.5, 0x1p-500, 0x1p500, 1e23, 9007199254740994,
      .ulpOfOne,
    ]
    let patterns = (0..<5_000).map { _ in Double(bitPattern: generator.next()) }
    // One in a thousand decimals lies next to the middle of two numbers.
    let decimals = (0..<20_000).compactMap { _ in
      Double("0.\(generator.next() % 1_000_000_000_000_000)e\(Int(generator.next() % 40) - 20)")
    }
    var hexadecimal = 0
    for value in edges + patterns + decimals where value.isFinite {
      let text = SwiftLiteral.text(of: value)
      #expect(
        Double(text)?.bitPattern == value.bitPattern || (value == 0 && text == "0"), "\(value) as \(text)")
      hexadecimal += text.contains("x") ? 1 : 0
      #if arch(x86_64) && !os(Windows)
        #expect(Float80(text).map { Double($0) } == value, "\(value) as \(text)")
      #endif
    }
    #expect(hexadecimal > 0 && hexadecimal < 1_500)
    #expect(
      SwiftLiteral.text(of: -.infinity) == "-Double.infinity" && SwiftLiteral.text(of: .nan) == "Double.nan")
  }

  @Test("Arrays are written out up to 64 elements, and are arguments beyond")
  func constants() throws {
    func swift(_ shape: [Int]) throws -> String {
      let count = shape.reduce(1, *)
      return try Tensor.constant(NDArray(shape: shape, elements: (0..<count).map(Double.init))).formula.swift
    }
    #expect(try swift([1, 2, 2]) == "Tensor.constant([[[0, 1], [2, 3]]])")
    #expect(try swift([0]) == "Tensor.constant([])")
    #expect(try swift([2, 0]) == "Tensor.constant([[], []])")
    #expect(try swift([0, 3]) == "Tensor(0).broadcast(to: [0, 3])")
    let grid = try IndexArray(shape: [2, 2], elements: [0, 1, 2, 0])
    #expect(try Tensor.indices(grid).formula.swift == "Tensor.indices([0, 1, 2, 0]).reshaped(to: [2, 2])")
    let long = Tensor.constant(NDArray((0..<65).map(Double.init)))
    let places = Tensor.indices(IndexArray((0..<65).map { $0 % 3 }))
    let gathered = gather(Self.x, places, along: 0) * long
    #expect(try gathered.formula.swift == "gather(x, indices, along: 0) * constant")
    #expect(try gathered.formula.swiftArguments == [Self.x, places, long])
  }

  @Test("Numbers alone make a tensor, not a number of Swift")
  func numbersAlone() throws {
    #expect(try Tensor(2).formula.swift == "Tensor(2)")
    #expect(try (Tensor(1) - 2).formula.swift == "Tensor(1) - Tensor(2)")
    #expect(try exp(Tensor(-2)).formula.swift == "exp(Tensor(-2))")
    #expect(try (Self.x - -2).formula.swift == "x - (-2)")
    #expect(try Tensor(-1).named("a\"b").formula.swift == #"Tensor(-1).named("a\"b")"#)
  }

  @Test("A line holds four operations at most, in a graph of any depth")
  func depth() throws {
    var tensor = Self.x
    for _ in 0..<50_000 { tensor = sin(tensor) * 0.5 + Self.x }
    let lines = try SwiftSource(of: tensor).statements
    #expect(lines.count > 30_000)
    for line in lines {
      #expect(line.count { "*+".contains($0) } + line.count("sin(") <= 4)
    }
  }

  @Test("The compiled gradients contain every function that source is printed with")
  func coverage() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../PrintedSourceTests/Printed")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let source = try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    for function in SwiftIdentifiers.functions {
      #expect(source.contains(try Regex("[ (\\[-]\(function)\\(")), "\(function)")
    }
    let others = [
      ".<", ".<=", ".>", ".>=", ".==", ".!=", " • ", " + ", " - ", " * ", " / ", ".reshaped(to: ",
      ".broadcast(to: ", ".transposed()", ".transposed(axes: ", ".flipped(along: ", ".range(", ", by: 2)",
      "interior: ",
      "batchAxes: 1", "descending: true", "reversed: true", "rows: ", "by: ", "diagonal: -1",
      "Tensor.extent(",
      "Tensor.positions(", "Tensor.indices(", "Tensor.constant(", ".named(", "_ constant: ", "_ indices: ",
      "0x1p-1074",
      "-0.0", "Double.infinity", "Double.nan",
    ]
    for part in others { #expect(source.contains(part), "\(part)") }
    let called = Set(source.matches(of: /[ (\[-]([a-z][A-Za-z0-9]*)\(/).map { String($0.output.1) })
    #expect(called.filter { !$0.hasPrefix("gradient") }.isSubset(of: SwiftIdentifiers.functions))
  }
}

/// The names that a printed function declares.
private struct SwiftIdentifiersOf {
  let parameters: [String]
  let constants: [String]

  init(_ source: String) {
    parameters = source.matches(of: /_ (\w+): Tensor/).map { String($0.output.1) }
    constants = source.matches(of: /let (\w+) =/).map { String($0.output.1) }
  }
}

extension String {
  fileprivate func count(_ part: String) -> Int { ranges(of: part).count }
}
