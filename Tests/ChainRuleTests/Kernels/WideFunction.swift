import ChainRuleKernels

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A vectorised function with its definition in terms of the C library's functions of wide numbers.
struct WideFunction {
  let name: String
  let reference: (Wide) -> Wide
  let kernel: (cr_kernels) -> cr_map1

  private init(
    _ name: String, _ kernel: @escaping (cr_kernels) -> cr_map1, _ reference: @escaping (Wide) -> Wide
  ) {
    (self.name, self.kernel, self.reference) = (name, kernel, reference)
  }

  func values<Scalar: KernelScalar>(_ x: [Scalar], in kernels: cr_kernels) -> [Scalar] {
    var found = [Scalar](repeating: 0, count: x.count)
    kernel(kernels)(x.count, x, 1, &found)
    return found
  }

  static var all: [WideFunction] {
    [
      WideFunction("exp", { $0.exp }) { exp($0) },
      WideFunction("expm1", { $0.expm1 }) { expm1($0) },
      WideFunction("log", { $0.log }) { log($0) },
      WideFunction("log1p", { $0.log1p }) { log1p($0) },
      WideFunction("sin", { $0.sin }) { sin($0) },
      WideFunction("cos", { $0.cos }) { cos($0) },
      WideFunction("tanh", { $0.tanh }) { tanh($0) },
      WideFunction("erf", { $0.erf }) { erf($0) },
      WideFunction("sech", { $0.sech }) { x in
        let power = exp(-x.magnitude)
        return 2 * power / (1 + power * power)
      },
      WideFunction("sigmoid", { $0.sigmoid }) { x in
        let power = exp(-x.magnitude)
        return (x < 0 ? power : 1) / (1 + power)
      },
      WideFunction("sigmoid_slope", { $0.sigmoid_slope }) { x in
        let power = exp(-x.magnitude)
        return power / ((1 + power) * (1 + power))
      },
      WideFunction("softplus", { $0.softplus }) { x in (x < 0 ? 0 : x) + log1p(exp(-x.magnitude)) },
    ]
  }
}
