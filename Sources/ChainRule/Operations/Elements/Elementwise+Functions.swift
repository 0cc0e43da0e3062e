// The public functions of one number, each recorded as its row of `Elementwise`.

/// Returns the square of each element.
///
/// ```swift
/// try squared(.constant([1, -2, 3])).evaluate()  // [1. 4. 9.]
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: `2x`.
public func squared(_ x: Tensor) -> Tensor { .recording(.elementwise(.square), .one(x)) }

/// Returns the square root of each element; NaN below 0.
///
/// ```swift
/// try sqrt(.constant([0, 4, 9])).evaluate()  // [0. 2. 3.]
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: `1/(2√x)`, infinite at 0.
public func sqrt(_ x: Tensor) -> Tensor { .recording(.elementwise(.sqrt), .one(x)) }

/// Returns e to the power of each element.
///
/// ```swift
/// try exp(.constant([0, 1])).evaluate()  // [1.         2.71828183]
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: `exp(x)`.
public func exp(_ x: Tensor) -> Tensor { .recording(.elementwise(.exp), .one(x)) }

/// Returns the natural logarithm of each element; −∞ at 0 and NaN below.
///
/// ```swift
/// try log(.constant([1, 10])).evaluate()  // [0.         2.30258509]
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: `1/x`.
public func log(_ x: Tensor) -> Tensor { .recording(.elementwise(.log), .one(x)) }

/// Returns the absolute value of each element.
///
/// ```swift
/// try abs(.constant([-2, 0, 3])).evaluate()             // [2. 0. 3.]
/// try gradient(at: [-2, 0, 3]) { sum(abs($0)) }  // [-1.  0.  1.]
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: The sign of `x`, and 0 at 0: the middle of the subgradients [−1, 1].
public func abs(_ x: Tensor) -> Tensor { .recording(.elementwise(.abs), .one(x)) }

/// Returns the sine of each element, in radians.
///
/// - Shape: That of `x`.
/// - Derivative: `cos(x)`.
public func sin(_ x: Tensor) -> Tensor { .recording(.elementwise(.sin), .one(x)) }

/// Returns the cosine of each element, in radians.
///
/// - Shape: That of `x`.
/// - Derivative: `−sin(x)`.
public func cos(_ x: Tensor) -> Tensor { .recording(.elementwise(.cos), .one(x)) }

/// Returns the hyperbolic tangent of each element.
///
/// ```swift
/// try tanh(.constant([0, 1])).evaluate()                // [0.         0.76159416]
/// try gradient(at: 20) { tanh($0) }  // 1.6993417021166355e-17
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: `sech²x`; `1 − y²` would lose every digit for large `x`.
/// - Source: NIST DLMF §4.28 and §4.34.
public func tanh(_ x: Tensor) -> Tensor { .recording(.elementwise(.tanh), .one(x)) }

/// Returns the logistic function `1/(1 + exp(−x))` of each element.
///
/// ```swift
/// try sigmoid(.constant([0, 1000])).evaluate()  // [0.5 1. ]
/// try gradient(at: 40) { sigmoid($0) }  // 4.248354255291589e-18
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: `σ′(x)`, see `sigmoidSlope(_:)`; `y(1 − y)` would be 0 from 37 on, where the derivative is 1e-16.
public func sigmoid(_ x: Tensor) -> Tensor { .recording(.elementwise(.sigmoid), .one(x)) }

/// Returns the slope of the logistic function at each element, `σ′(x) = σ(x)σ(−x)`.
///
/// It is a function of its own so that its derivative keeps its digits near 0, where that of the product cancels.
///
/// - Shape: That of `x`.
/// - Derivative: `−σ′(x) tanh(x/2)`.
public func sigmoidSlope(_ x: Tensor) -> Tensor { .recording(.elementwise(.sigmoidSlope), .one(x)) }

/// Returns the hyperbolic secant of each element, `1/cosh(x)`.
///
/// - Shape: That of `x`.
/// - Derivative: `−sech(x) tanh(x)`.
public func sech(_ x: Tensor) -> Tensor { .recording(.elementwise(.sech), .one(x)) }

/// Returns `1 − x²` of each element, computed as `(1 − x)(1 + x)`, without the loss of digits near ±1.
///
/// It is a function of its own so that its derivative keeps its digits near 0, where that of the product cancels.
///
/// - Shape: That of `x`.
/// - Derivative: `−2x`.
public func oneMinusSquare(_ x: Tensor) -> Tensor { .recording(.elementwise(.oneMinusSquare), .one(x)) }

/// Returns `log(1 + exp(x))` of each element, without overflow: `max(x, 0) + log(1 + exp(−|x|))`.
///
/// ```swift
/// try softplus(.constant([-1000, 0, 1000])).evaluate()  // [0.00000000e+00 6.93147181e-01 1.00000000e+03]
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: `σ(x)`.
public func softplus(_ x: Tensor) -> Tensor { .recording(.elementwise(.softplus), .one(x)) }

/// Returns the positive part of each element, `max(x, 0)`.
///
/// ```swift
/// try relu(.constant([-1, 0, 2])).evaluate()             // [0. 0. 2.]
/// try gradient(at: [-1, 0, 2]) { sum(relu($0)) }  // [0. 0. 1.]
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: 1 above 0, otherwise 0; at the kink 0, as JAX and PyTorch have it.
public func relu(_ x: Tensor) -> Tensor { .recording(.elementwise(.relu), .one(x)) }

/// Returns −1, 0 or 1 with the sign of each element; NaN stays NaN.
///
/// - Shape: That of `x`.
/// - Derivative: 0, also at the jump.
public func sign(_ x: Tensor) -> Tensor { .recording(.elementwise(.sign), .one(x)) }

/// Returns the greatest integer not above each element.
///
/// - Shape: That of `x`.
/// - Derivative: 0, also at the jumps.
public func floor(_ x: Tensor) -> Tensor { .recording(.elementwise(.floor), .one(x)) }

/// Returns the least integer not below each element.
///
/// - Shape: That of `x`.
/// - Derivative: 0, also at the jumps.
public func ceil(_ x: Tensor) -> Tensor { .recording(.elementwise(.ceil), .one(x)) }

/// Returns the nearest integer to each element; halves go to the even one, as in NumPy.
///
/// ```swift
/// try round(.constant([0.5, 1.5, -2.6])).evaluate()  // [ 0.  2. -3.]
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: 0, also at the jumps.
public func round(_ x: Tensor) -> Tensor { .recording(.elementwise(.round), .one(x)) }

/// Returns `exp(x) − 1` of each element, without the loss of digits near 0.
///
/// ```swift
/// try expm1(1e-10).evaluate()      // 1.00000000005e-10
/// try (exp(1e-10) - 1).evaluate()  // 1.000000082740371e-10
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: `exp(x)`.
public func expm1(_ x: Tensor) -> Tensor { .recording(.elementwise(.expm1), .one(x)) }

/// Returns `log(1 + x)` of each element, without the loss of digits near 0.
///
/// ```swift
/// try log1p(1e-10).evaluate()     // 9.9999999995e-11
/// try log(1 + 1e-10).evaluate()  // 1.000000082690371e-10
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: `1/(1 + x)`.
public func log1p(_ x: Tensor) -> Tensor { .recording(.elementwise(.log1p), .one(x)) }

/// Returns the tangent of each element, in radians.
///
/// - Shape: That of `x`.
/// - Derivative: `1 + tan²x`.
public func tan(_ x: Tensor) -> Tensor { .recording(.elementwise(.tan), .one(x)) }

/// Returns the arc sine of each element, in radians; NaN beyond ±1.
///
/// - Shape: That of `x`.
/// - Derivative: `1/√(1 − x²)`, infinite at ±1.
public func asin(_ x: Tensor) -> Tensor { .recording(.elementwise(.asin), .one(x)) }

/// Returns the arc cosine of each element, in radians; NaN beyond ±1.
///
/// - Shape: That of `x`.
/// - Derivative: `−1/√(1 − x²)`, infinite at ±1.
public func acos(_ x: Tensor) -> Tensor { .recording(.elementwise(.acos), .one(x)) }

/// Returns the arc tangent of each element, in radians.
///
/// - Shape: That of `x`.
/// - Derivative: `1/(1 + x²)`.
public func atan(_ x: Tensor) -> Tensor { .recording(.elementwise(.atan), .one(x)) }

/// Returns the hyperbolic sine of each element.
///
/// - Shape: That of `x`.
/// - Derivative: `cosh(x)`.
public func sinh(_ x: Tensor) -> Tensor { .recording(.elementwise(.sinh), .one(x)) }

/// Returns the hyperbolic cosine of each element.
///
/// - Shape: That of `x`.
/// - Derivative: `sinh(x)`.
public func cosh(_ x: Tensor) -> Tensor { .recording(.elementwise(.cosh), .one(x)) }

/// Returns the inverse hyperbolic sine of each element.
///
/// - Shape: That of `x`.
/// - Derivative: `1/√(1 + x²)`, computed without overflow.
public func asinh(_ x: Tensor) -> Tensor { .recording(.elementwise(.asinh), .one(x)) }

/// Returns the inverse hyperbolic cosine of each element; NaN below 1.
///
/// - Shape: That of `x`.
/// - Derivative: `1/(√(x − 1) √(x + 1))`, infinite at 1.
public func acosh(_ x: Tensor) -> Tensor { .recording(.elementwise(.acosh), .one(x)) }

/// Returns the inverse hyperbolic tangent of each element; NaN beyond ±1.
///
/// - Shape: That of `x`.
/// - Derivative: `1/(1 − x²)`, infinite at ±1.
public func atanh(_ x: Tensor) -> Tensor { .recording(.elementwise(.atanh), .one(x)) }

/// Returns the error function `2/√π ∫₀ˣ exp(−t²) dt` of each element.
///
/// ```swift
/// try erf(.constant([0, 1])).evaluate()  // [0.         0.84270079]
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: `2/√π · exp(−x²)`.
/// - Source: NIST DLMF §7.2.
public func erf(_ x: Tensor) -> Tensor { .recording(.elementwise(.erf), .one(x)) }

/// Returns `1 − erf(x)` of each element, without the loss of digits for large `x`.
///
/// - Shape: That of `x`.
/// - Derivative: `−2/√π · exp(−x²)`.
/// - Source: NIST DLMF §7.2.
public func erfc(_ x: Tensor) -> Tensor { .recording(.elementwise(.erfc), .one(x)) }

/// Returns `log |Γ(x)|` of each element; infinite at 0, −1, −2, ….
///
/// ```swift
/// try logGamma(.constant([1, 5])).evaluate()  // [0.         3.17805383]
/// ```
///
/// - Shape: That of `x`.
/// - Derivative: The digamma function of `x`.
/// - Source: NIST DLMF §5.2 and §5.11.
public func logGamma(_ x: Tensor) -> Tensor { .recording(.elementwise(.logGamma), .one(x)) }
