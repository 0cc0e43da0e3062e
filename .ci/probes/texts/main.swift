// Prints the texts of random graphs and of their gradients, one a line: which graph, which output, in which notation, text.

import ChainRule

func show(_ graph: String, _ outputs: [Tensor]) throws {
  for (index, output) in outputs.enumerated() {
    let formula = output.formula
    let texts = [("unicode", formula.unicode), ("latex", formula.latex), ("swift", try formula.swift)]
    let conditions = formula.conditions.map { ("condition", $0) }
    for (notation, text) in texts + conditions {
      let line = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
      print("\(graph), output \(index), \(notation)\t\(line)")
    }
  }
}

let count = CommandLine.arguments.count > 1 ? UInt64(CommandLine.arguments[1]) ?? 0 : 0
for seed in 0..<count / 2 {
  var smooth = try RandomGraph(seed: seed)
  let loss = smooth.loss()
  try show("smooth graph \(seed)", [loss] + loss.gradient(withRespectTo: smooth.leaves).derivatives)
  try show("mixed graph \(seed)", MixedGraph(seed: seed).outputs)
}
