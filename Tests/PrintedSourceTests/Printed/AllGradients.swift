// swift-format-ignore-file
// Printed by .ci/print-source; not written by hand.
import ChainRule

let printedGradients: [@Sendable ([Tensor]) -> Tensor] = [
  printedGradients0,
  printedGradients1,
  printedGradients2,
  printedGradients3,
  printedGradients4,
  printedGradients5,
  printedGradients6,
  printedGradients7,
  printedGradients8,
  printedGradients9,
  printedGradients10,
  printedGradients11,
  printedGradients12,
  printedGradients13,
  printedGradients14,
  printedGradients15,
].flatMap { $0 }
