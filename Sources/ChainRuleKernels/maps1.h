// Functions of one number, element by element.

// Elements that do not fill a vector, or are not neighbours, go through the same vector code: a value depends on
// neither its position nor its neighbours. What fills up the vector is the last element again.
ALWAYS_INLINE V gathered(ptrdiff_t count, const SCALAR *a, ptrdiff_t sa) {
  SCALAR part[LANES];
  for (ptrdiff_t lane = 0; lane < LANES; lane++) part[lane] = a[(lane < count ? lane : count - 1) * sa];
  return load(part);
}

ALWAYS_INLINE void store_first(ptrdiff_t count, SCALAR *out, V x) {
  SCALAR part[LANES];
  store(part, x);
  for (ptrdiff_t lane = 0; lane < count; lane++) out[lane] = part[lane];
}

#define VECTOR_MAP(name, function)                                                         \
  static void name(ptrdiff_t n, const void *source, ptrdiff_t sa, void *result) {          \
    const SCALAR *a = source;                                                              \
    SCALAR *out = result;                                                                  \
    ptrdiff_t i = 0;                                                                       \
    if (sa == 1)                                                                           \
      for (; i + LANES <= n; i += LANES) store(out + i, function(load(a + i)));            \
    for (; i < n; i += LANES) {                                                            \
      const ptrdiff_t count = n - i < LANES ? n - i : LANES;                               \
      store_first(count, out + i, function(gathered(count, a + i * sa, sa)));              \
    }                                                                                      \
  }

ALWAYS_INLINE V vector_negate(V x) { return -x; }
ALWAYS_INLINE V vector_square(V x) { return x * x; }
ALWAYS_INLINE V vector_square_root(V x) { return __builtin_elementwise_sqrt(x); }
ALWAYS_INLINE V vector_sign(V x) { return choose(x > 0, splat(1), choose(x < 0, splat(-1), x)); }
ALWAYS_INLINE V vector_relu(V x) { return choose(x < 0, splat(0), x); }
ALWAYS_INLINE V vector_floor(V x) { return __builtin_elementwise_floor(x); }
ALWAYS_INLINE V vector_ceiling(V x) { return __builtin_elementwise_ceil(x); }
ALWAYS_INLINE V vector_round(V x) { return __builtin_elementwise_nearbyint(x); }

VECTOR_MAP(negate, vector_negate)
VECTOR_MAP(square, vector_square)
VECTOR_MAP(square_root, vector_square_root)
VECTOR_MAP(absolute, magnitude)
VECTOR_MAP(sign, vector_sign)
VECTOR_MAP(relu, vector_relu)
VECTOR_MAP(floor_of, vector_floor)
VECTOR_MAP(ceiling_of, vector_ceiling)
VECTOR_MAP(round_of, vector_round)
VECTOR_MAP(exp_of, vector_exp)
VECTOR_MAP(expm1_of, vector_expm1)
VECTOR_MAP(log_of, vector_log)
VECTOR_MAP(log1p_of, vector_log1p)
VECTOR_MAP(sin_of, vector_sin)
VECTOR_MAP(cos_of, vector_cos)
VECTOR_MAP(tanh_of, vector_tanh)
VECTOR_MAP(sech_of, vector_sech)
VECTOR_MAP(sigmoid, vector_sigmoid)
VECTOR_MAP(sigmoid_slope, vector_sigmoid_slope)
VECTOR_MAP(softplus, vector_softplus)
VECTOR_MAP(erf_of, vector_erf)

// The C library's functions, in double precision, rounded once.
#define PLAIN_MAP(name, expression)                                                        \
  static void name(ptrdiff_t n, const void *source, ptrdiff_t sa, void *result) {          \
    const SCALAR *a = source;                                                              \
    SCALAR *out = result;                                                                  \
    for (ptrdiff_t i = 0; i < n; i++) {                                                    \
      const double x = (double)a[i * sa];                                                  \
      out[i] = (SCALAR)(expression);                                                       \
    }                                                                                      \
  }

PLAIN_MAP(one_minus_square, (1 - x) * (1 + x))
PLAIN_MAP(tan_of, tan(x))
PLAIN_MAP(asin_of, asin(x))
PLAIN_MAP(acos_of, acos(x))
PLAIN_MAP(atan_of, atan(x))
PLAIN_MAP(sinh_of, sinh(x))
PLAIN_MAP(cosh_of, cosh(x))
PLAIN_MAP(asinh_of, asinh(x))
PLAIN_MAP(acosh_of, acosh(x))
PLAIN_MAP(atanh_of, atanh(x))
PLAIN_MAP(erfc_of, erfc(x))
