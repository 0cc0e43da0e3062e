// Functions of two and three numbers, element by element, and copies.

// The common strides are told apart, because only with them known can the compiler use vector instructions.
#define MAP2(name, expression)                                                                          \
  static void name(ptrdiff_t n, const void *left, ptrdiff_t sa, const void *right, ptrdiff_t sb,       \
                   void *result) {                                                                      \
    const SCALAR *a = left, *b = right;                                                                 \
    SCALAR *out = result;                                                                               \
    if (sa == 1 && sb == 1) {                                                                           \
      for (ptrdiff_t i = 0; i < n; i++) { const SCALAR x = a[i], z = b[i]; out[i] = (expression); }     \
    } else if (sa == 1 && sb == 0) {                                                                    \
      const SCALAR z = n > 0 ? b[0] : 0;                                                                \
      for (ptrdiff_t i = 0; i < n; i++) { const SCALAR x = a[i]; out[i] = (expression); }               \
    } else if (sa == 0 && sb == 1) {                                                                    \
      const SCALAR x = n > 0 ? a[0] : 0;                                                                \
      for (ptrdiff_t i = 0; i < n; i++) { const SCALAR z = b[i]; out[i] = (expression); }               \
    } else {                                                                                            \
      for (ptrdiff_t i = 0; i < n; i++) {                                                               \
        const SCALAR x = a[i * sa], z = b[i * sb];                                                      \
        out[i] = (expression);                                                                          \
      }                                                                                                 \
    }                                                                                                   \
  }

MAP2(add, x + z)
MAP2(subtract, x - z)
MAP2(multiply, x *z)
MAP2(divide, x / z)
MAP2(power, POWER(x, z))
// NaN in either operand is the result, which fmax would hide.
MAP2(maximum, x > z || x != x ? x : z)
MAP2(minimum, x < z || x != x ? x : z)
MAP2(arc_tangent2, (SCALAR)atan2(x, z))
MAP2(log_add_exp, (SCALAR)cr_log_add_exp(x, z))
MAP2(hypotenuse, (SCALAR)hypot(x, z))
MAP2(less, x < z)
MAP2(less_or_equal, x <= z)
MAP2(greater, x > z)
MAP2(greater_or_equal, x >= z)
MAP2(equal, x == z)
MAP2(not_equal, x != z)

static void select(ptrdiff_t n, const void *condition, ptrdiff_t sc, const void *left, ptrdiff_t sa,
                   const void *right, ptrdiff_t sb, void *result) {
  const SCALAR *c = condition, *a = left, *b = right;
  SCALAR *out = result;
  for (ptrdiff_t i = 0; i < n; i++) out[i] = c[i * sc] != 0 ? a[i * sa] : b[i * sb];
}

static void copy(ptrdiff_t n, const void *source, ptrdiff_t sa, void *result) {
  const SCALAR *a = source;
  SCALAR *out = result;
  if (sa == 1) {
    memmove(out, a, (size_t)n * sizeof(SCALAR));
  } else {
    for (ptrdiff_t i = 0; i < n; i++) out[i] = a[i * sa];
  }
}
