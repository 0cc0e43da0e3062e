// Elementwise functions of vectors. The value in a lane depends on the argument in that lane only.
//
// Those made of exponentials and logarithms carry the low part of what was rounded along to the last operation, so
// that roundings do not add up. Methods: reduction by Cody and Waite (Software Manual for the Elementary Functions,
// 1980), the logarithm through 2 artanh(f / (2 + f)) as in Tang (Table-driven implementation of the logarithm
// function, ACM TOMS 16, 1990).

typedef struct { V upper, lower; } pair;

// The same sum, with all but the last digits in its upper part; for |upper| >= |lower|.
ALWAYS_INLINE pair normalized_pair(pair x) {
  const V sum = x.upper + x.lower;
  return (pair){sum, (x.upper - sum) + x.lower};
}

ALWAYS_INLINE V nearest_integer(V x) { return (x + SHIFTER) - SHIFTER; }

// 2^n for integers n of normal numbers 2^n.
ALWAYS_INLINE V power_of_two(V n) {
  return from_bits((bits(n + SHIFTER) << (SIGNIFICAND - 1)) + ((UNSIGNED)EXPONENT_BIAS << (SIGNIFICAND - 1)));
}

// x 2^n, rounded once also where it is subnormal.
ALWAYS_INLINE V scale(V x, V n) {
  const V half = nearest_integer(n * (SCALAR)0.5);
  return x * power_of_two(half) * power_of_two(n - half);
}

ALWAYS_INLINE V clamp_exponent(V x) {
  x = choose(x > EXP_HIGH, splat(EXP_HIGH), x);
  return choose(x < EXP_LOW, splat(EXP_LOW), x);
}

// exp(x) = 2^n (1 + upper + lower).
ALWAYS_INLINE pair exp_parts(V x, V *n) {
  *n = nearest_integer(x * ONE_OVER_LN2);
  const V rest = x - *n * LN2_UPPER;
  const V low = *n * LN2_LOWER;
  const V r = rest - low;
  const V square = r * r;
  return (pair){r, multiply_add(square, POLYNOMIAL(r, exp_tail), (rest - r) - low)};
}

ALWAYS_INLINE V vector_exp(V x) {
  V n;
  const pair e = exp_parts(clamp_exponent(x), &n);
  return scale(1 + (e.upper + e.lower), n);
}

// Half of the result is computed, so that its power of two is finite wherever the result is.
ALWAYS_INLINE V vector_expm1(V x) {
  V n;
  const V high = choose(x > EXP_HIGH, splat(EXP_HIGH), x);
  const pair e = exp_parts(choose(high < -50, splat(-50), high), &n);
  const V power = power_of_two(n - 1);
  const V whole = power - (SCALAR)0.5, part = power * e.upper, sum = whole + part;
  const V result = 2 * (sum + (sum_error(whole, part, sum) + power * e.lower));
  return choose(magnitude(x) < TINIEST, x, result);
}

// log(1 + f + low) + k log(2), low being a correction within the rounding of f.
ALWAYS_INLINE V log_parts(V f, V low, V k) {
  const V s = f / (2 + f), z = s * s, half_square = (SCALAR)0.5 * f * f;
  const V tail = z * POLYNOMIAL(z, log_tail);
  const V small = multiply_add(s, half_square + tail, k * LN2_LOWER + (low - low * f));
  return k * LN2_UPPER - ((half_square - small) - f);
}

// x = 2^k m with m in [sqrt(1/2), sqrt(2)), for normal numbers x > 0.
ALWAYS_INLINE V split_exponent(V x, V *k) {
  const UNSIGNED unit = (UNSIGNED)1 << (SIGNIFICAND - 1), root = (UNSIGNED)EXPONENT_BIAS + 1;
  const W count = (bits(x) - bits(splat(ROOT_HALF)) + root * unit) >> (SIGNIFICAND - 1);
  *k = from_bits(bits(splat(SHIFTER)) + count) - (SHIFTER + (SCALAR)(EXPONENT_BIAS + 1));
  return from_bits(bits(x) - ((count - root) << (SIGNIFICAND - 1)));
}

ALWAYS_INLINE V vector_log(V x) {
  const I subnormal = x < LEAST_NORMAL;
  V k;
  const V m = split_exponent(choose(subnormal, x * (SCALAR)0x1p54, x), &k);
  V y = log_parts(m - 1, splat(0), choose(subnormal, k - 54, k));
  y = choose(x < INFINITY, y, x);
  return choose(x > 0, y, choose(x == 0, splat(-INFINITY), choose(x != x, x, splat(NAN))));
}

ALWAYS_INLINE V vector_log1p(V x) {
  V k;
  const V u = 1 + x, m = split_exponent(u, &k);
  // 1 + x is u and this exactly; where u has a large exponent, it is no part of x.
  const V error = sum_error(splat(1), x, u) * power_of_two(-choose(k > 64, splat(64), k));
  const V f = (m - 1) + error;
  V y = log_parts(f, ((m - 1) - f) + error, k);
  y = choose(x < INFINITY, y, x);
  y = choose(x > -1, y, choose(x == -1, splat(-INFINITY), choose(x != x, x, splat(NAN))));
  return choose(magnitude(x) < TINIEST, x, y);
}

// The quotient of two numbers given by upper and lower parts, and, through inverse, about 1 / d.
ALWAYS_INLINE V quotient(pair n, pair d) {
  const V inverse = 1 / d.upper, q = n.upper * inverse, product = q * d.upper;
  const V rest = ((n.upper - product) - product_error(q, d.upper, product)) + (n.lower - q * d.lower);
  return q + rest * inverse;
}

// 1 + x, with what was rounded, for |x| <= 1.
ALWAYS_INLINE pair one_plus(pair x) {
  const V u = 1 + x.upper;
  return (pair){u, ((1 - u) + x.upper) + x.lower};
}

// The parts of exp(-|x|) = 2^n m, and of itself as far as it matters beside 1.
typedef struct { pair m, e; V n; } decay;
ALWAYS_INLINE decay decay_parts(V x) {
  V n;
  const pair parts = one_plus(normalized_pair(exp_parts(clamp_exponent(-magnitude(x)), &n)));
  const V power = power_of_two(choose(n < -100, splat(-100), n));
  return (decay){parts, {parts.upper * power, parts.lower * power}, n};
}

// tanh(x) = E / (E + 2) with E = exp(2x) - 1.
ALWAYS_INLINE V vector_tanh(V x) {
  V n;
  const V a = magnitude(x);
  const pair e = normalized_pair(exp_parts(2 * choose(a > TANH_HIGH, splat(TANH_HIGH), a), &n));
  const V power = power_of_two(n), whole = power - 1, part = power * e.upper, upper = whole + part;
  const V lower = sum_error(whole, part, upper) + power * e.lower;
  const V sum = upper + 2;
  const V y = quotient((pair){upper, lower}, (pair){sum, sum_error(upper, splat(2), sum) + lower});
  return choose(a < TINY, x, with_sign(y, x));
}

// 1 / (1 + e) or e / (1 + e) with e = exp(-|x|).
ALWAYS_INLINE V vector_sigmoid(V x) {
  const decay d = decay_parts(x);
  const I negative = x < 0;
  const pair numerator = {choose(negative, d.m.upper, splat(1)), choose(negative, d.m.lower, splat(0))};
  return scale(quotient(numerator, one_plus(d.e)), choose(negative, d.n, splat(0)));
}

// e / (1 + e)^2 with e = exp(-|x|).
ALWAYS_INLINE V vector_sigmoid_slope(V x) {
  const decay d = decay_parts(x);
  const pair sum = one_plus(d.e);
  return scale(quotient((pair){quotient(d.m, sum), splat(0)}, sum), d.n);
}

// 2 e / (1 + e^2) with e = exp(-|x|).
ALWAYS_INLINE V vector_sech(V x) {
  const decay d = decay_parts(x);
  const V square = d.e.upper * d.e.upper;
  const pair sum = one_plus((pair){square, product_error(d.e.upper, d.e.upper, square) + 2 * d.e.upper * d.e.lower});
  return scale(quotient(d.m, sum), d.n + 1);
}

// max(x, 0) + log(1 + e) with e = exp(-|x|), which is e itself where it is small.
ALWAYS_INLINE V vector_softplus(V x) {
  const decay d = decay_parts(x);
  const pair sum = one_plus(d.e);
  const I large = sum.upper > (SCALAR)(2 * ROOT_HALF);
  const V k = choose(large, splat(1), splat(0)), factor = choose(large, splat((SCALAR)0.5), splat(1));
  const V m = sum.upper * factor - 1, low = sum.lower * factor, f = m + low;
  const V y = log_parts(f, (m - f) + low, k);
  return choose(x < 0, splat(0), x) + choose(d.n < -64, scale(d.m.upper, d.n), y);
}

// The sine (shift 0) or cosine (shift 1) of arguments up to ANGLE_HIGH.
ALWAYS_INLINE V circular(V x, UNSIGNED shift) {
  const V n = nearest_integer(x * TWO_OVER_PI);
  const W quadrant = bits(n + SHIFTER) + shift;
  // Every product but the last is exact.
  const V first = x - n * HALF_PI_1, p2 = n * HALF_PI_2, second = first - p2, p3 = n * HALF_PI_3;
  const V third = second - p3;
  const V lost = (sum_error(first, -p2, second) + sum_error(second, -p3, third)) - n * HALF_PI_4;
  const V r = third + lost, low = (third - r) + lost;
  const V z = r * r, half = (SCALAR)0.5 * z, w = 1 - half;
  const V sine = r + (z * r * POLYNOMIAL(z, sin_tail) + low * w);
  const V cosine = w + (((1 - w) - half) + (z * z * POLYNOMIAL(z, cos_tail) - r * low));
  const V y = choose((quadrant & 1) != 0, cosine, sine);
  return from_bits(bits(y) ^ ((quadrant & 2) << (8 * sizeof(SCALAR) - 2)));
}

// Lanes with arguments too large for this reduction are computed one by one.
ALWAYS_INLINE V far_angles(V x, V y, double (*function)(double)) {
  const V a = magnitude(x);
  if (any(!(a <= ANGLE_HIGH)))
    for (int lane = 0; lane < LANES; lane++)
      if (!(a[lane] <= ANGLE_HIGH)) y[lane] = (SCALAR)function((double)x[lane]);
  return y;
}

ALWAYS_INLINE V vector_sin(V x) {
  const V y = choose(magnitude(x) < TINY, x, circular(x, 0));
  return far_angles(x, y, sin);
}

ALWAYS_INLINE V vector_cos(V x) { return far_angles(x, circular(x, 1), cos); }

ALWAYS_INLINE V vector_erf(V x) {
  const V a = magnitude(x);
  const I far = a > 1;
  V y = x;
  if (any(!far)) {
    const V near = choose(far, splat(0), x);
    y = multiply_add(near, POLYNOMIAL(near * near, erf_near), near);
  }
  if (any(far)) {
    const V b = choose(a > ERF_HIGH, splat(ERF_HIGH), choose(far, a, splat(1)));
    V n;
    const pair e = exp_parts(-POLYNOMIAL(b - 1, erf_far), &n);
    y = choose(far, with_sign(1 - (1 + (e.upper + e.lower)) * power_of_two(n), x), y);
  }
  return y;
}
