// Slopes of functions of one number that take more than a line.

/// √(1 + x²), which does not overflow where x² does.
///
/// Nor does it take the exponential of a logarithm, which loses as many digits as the logarithm has before its point.
func rootOfOnePlusSquare(_ x: Tensor) -> Tensor {
  let scale = maximum(abs(x), 1).asScale
  return scale * sqrt(squared(1 / scale) + squared(x / scale))
}

/// 1/(1 + x²) above and below the bar, each over the greater of |x| and 1: so it keeps its digits where x² overflows, and
/// its derivative where the square of the whole underflows.
func reciprocalOfOnePlusSquare(_ x: Tensor) -> Partial {
  let inverse = 1 / maximum(abs(x), 1).asScale
  return .quotient(inverse, inverse + x * (x * inverse))
}

/// 2/√π · e^(−x²), the slope of the error function.
///
/// The number is recorded by what it is, so that whoever calculates with more digits has them all; and as 2√π/π, which is
/// 2/√π rounded once, in both precisions.
func bell(_ x: Tensor) -> Tensor {
  let π = (4 * atan(1)).named("π")
  return 2 * sqrt(π) / π * exp(-squared(x))
}
