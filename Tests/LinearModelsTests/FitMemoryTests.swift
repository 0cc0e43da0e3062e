#if os(Linux)
  import ChainRule
  import Foundation
  import LinearModels
  import MemoryLimits
  import Optimizers
  import Testing

  /// What throws throws where there is no memory, in processes of their own that may have a little more than they have now.
  @Suite(
    "Memory that runs out in tables and fits",
    .enabled(if: MemoryLimit.isPossible, "sanitizers map memory of their own"), .serialized)
  struct FitMemoryTests {
    /// From no more than two vectors of rows, of 256 KB each, to more than all that is held.
    static let rooms = [1, 2, 5, 8, 400].map { $0 << 19 }

    /// Not optimized, each takes twenty seconds.
    #if DEBUG
      static let methods = ["L-BFGS"]
    #else
      static let methods = ["descent", "Adam", "L-BFGS", "Newton", "FISTA"]
    #endif

    @Test("Searches with as many coefficients as fill memory, and what each remembers", arguments: methods)
    func coefficients(_ name: String) async {
      await #expect(processExitsWith: .success) { [name] in
        MemoryLimit.prepare()
        let count = 1 << 17
        let w = Tensor.parameter(
          "w", shape: [.fixed(count)], initial: try NDArray(repeating: 1, shape: [count]))
        let objective = try Objective(mean(squared(squared(w) - 2)))
        let rule = StoppingRule(maximumIterations: 3, checksCurvature: false)
        try MemoryLimit.sweep(Self.rooms) {
          switch name {
          case "descent": _ = try minimize(objective, using: .gradientDescent(learningRate: 1), until: rule)
          case "Adam": _ = try minimize(objective, using: .adam(), until: rule)
          case "L-BFGS": _ = try minimize(objective, using: .lbfgs(), until: rule)
          case "Newton": _ = try minimize(objective, using: .truncatedNewton(), until: rule)
          default: _ = try minimize(objective, using: .fista(), until: rule)
          }
        }
      }
    }
  }
#endif
