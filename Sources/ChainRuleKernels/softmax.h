// Log-sum-exp and softmax of fibers of ELEMENT, computed in vectors of double and rounded once. Included once for each
// type of element by the file for double.
//
// Short fibers share vectors, one in each lane; long ones fill vectors themselves. Which of the two depends on the
// length alone, so a result does not depend on the fibers beside it.

#define SHORT 32

// What the functions need of a fiber: the position and value of its first greatest element (or first NaN), and the sum
// of exp(x - m) over all other elements.
typedef struct { double *x, m, rest; ptrdiff_t peak; } ELEMENT_NAME(summary);

// MARK: Long fibers

// LANES elements from number i on; beyond the last, -infinity.
ALWAYS_INLINE V ELEMENT_NAME(elements)(ptrdiff_t i, ptrdiff_t n, const ELEMENT *a, ptrdiff_t sa) {
  double part[LANES];
  if (i + LANES <= n && sa == 1)
    for (int lane = 0; lane < LANES; lane++) part[lane] = (double)a[i + lane];
  else
    for (int lane = 0; lane < LANES; lane++) part[lane] = i + lane < n ? (double)a[(i + lane) * sa] : -INFINITY;
  return load(part);
}

static ELEMENT_NAME(summary) ELEMENT_NAME(long_summary)(ptrdiff_t n, const ELEMENT *a, ptrdiff_t sa) {
  ELEMENT_NAME(summary) result = {NULL, (double)a[0], 0, 0};
  V greatest = splat(-INFINITY), total = splat(0), error = splat(0);
  for (ptrdiff_t i = 0; i < n; i += LANES) {
    const V x = ELEMENT_NAME(elements)(i, n, a, sa);
    greatest = choose((x > greatest) | (x != x), x, greatest);
  }
  for (int lane = 0; lane < LANES; lane++)
    if (greatest[lane] > result.m || greatest[lane] != greatest[lane]) result.m = greatest[lane];
  while (result.peak < n - 1 && (double)a[result.peak * sa] != result.m) result.peak++;
  for (ptrdiff_t i = 0; i < n; i += LANES) {
    V e = vector_exp(ELEMENT_NAME(elements)(i, n, a, sa) - result.m);
    if (result.peak >= i && result.peak < i + LANES) e[result.peak - i] = 0;
    const V next = total + e;
    error += sum_error(total, e, next);
    total = next;
  }
  sum_t sum = {0, 0};
  for (int lane = 0; lane < LANES; lane++) {
    add_term(&sum, total[lane]);
    sum.error += error[lane];
  }
  result.rest = sum.total + sum.error;
  return result;
}

// MARK: Short fibers

typedef struct { V m, rest; } ELEMENT_NAME(summaries);

// Puts up to LANES fibers side by side; lanes without one repeat the last.
ALWAYS_INLINE void ELEMENT_NAME(turn)(ptrdiff_t rows, ptrdiff_t n, const ELEMENT *a, ptrdiff_t sr, ptrdiff_t sa, V *x) {
  for (ptrdiff_t k = 0; k < n; k++) {
    double part[LANES];
    for (ptrdiff_t lane = 0; lane < LANES; lane++) part[lane] = (double)a[(lane < rows ? lane : rows - 1) * sr + k * sa];
    x[k] = load(part);
  }
}

// Leaves exp(x - m) in e.
ALWAYS_INLINE ELEMENT_NAME(summaries) ELEMENT_NAME(short_summaries)(ptrdiff_t n, const V *x, V *e) {
  V m = x[0], peak = splat(0), total = splat(0), error = splat(0);
  for (ptrdiff_t k = 1; k < n; k++) {
    const I takes = (x[k] > m) | ((x[k] != x[k]) & (m == m));
    m = choose(takes, x[k], m);
    peak = choose(takes, splat((double)k), peak);
  }
  for (ptrdiff_t k = 0; k < n; k++) {
    e[k] = vector_exp(x[k] - m);
    const V term = choose(peak == splat((double)k), splat(0), e[k]), next = total + term;
    error += sum_error(total, term, next);
    total = next;
  }
  return (ELEMENT_NAME(summaries)){m, total + error};
}

// MARK: Functions of fibers, several at a time

// m + log(1 + rest): a single large element leaves the small rest its digits.
static void ELEMENT_NAME(log_sum_exp_of)(ptrdiff_t rows, ptrdiff_t n, const ELEMENT *a, ptrdiff_t sr, ptrdiff_t sa,
                                         ELEMENT *out) {
  if (n <= 0)
    for (ptrdiff_t i = 0; i < rows; i++) out[i] = -(ELEMENT)INFINITY;
  else if (n > SHORT)
    for (ptrdiff_t i = 0; i < rows; i++) {
      const ELEMENT_NAME(summary) s = ELEMENT_NAME(long_summary)(n, a + i * sr, sa);
      out[i] = (ELEMENT)(s.m - s.m == 0 ? s.m + log1p(s.rest) : s.m);
    }
  else
    for (ptrdiff_t i = 0; i < rows; i += LANES) {
      V x[SHORT];
      ELEMENT_NAME(turn)(rows - i, n, a + i * sr, sr, sa, x);
      const ELEMENT_NAME(summaries) s = ELEMENT_NAME(short_summaries)(n, x, x);
      const V y = choose(s.m - s.m == 0, s.m + vector_log1p(s.rest), s.m);
      for (ptrdiff_t lane = 0; lane < LANES && i + lane < rows; lane++) out[i + lane] = (ELEMENT)y[lane];
    }
}

// Softmax, or its logarithm, whose two terms are 0 or less, so that nothing cancels.
ALWAYS_INLINE void ELEMENT_NAME(normalized)(const int takes_log, ptrdiff_t rows, ptrdiff_t n, const ELEMENT *a,
                                            ptrdiff_t sr, ptrdiff_t sa, ELEMENT *out, ptrdiff_t to_row, ptrdiff_t so) {
  if (n > SHORT)
    for (ptrdiff_t r = 0; r < rows; r++) {
      const ELEMENT_NAME(summary) s = ELEMENT_NAME(long_summary)(n, a + r * sr, sa);
      const double shift = takes_log ? log1p(s.rest) : 1 + s.rest;
      for (ptrdiff_t i = 0; i < n; i += LANES) {
        const V d = ELEMENT_NAME(elements)(i, n, a + r * sr, sa) - s.m;
        const V y = takes_log ? d - shift : vector_exp(d) / shift;
        double part[LANES];
        store(part, y);
        for (ptrdiff_t lane = 0; lane < LANES && i + lane < n; lane++)
          out[r * to_row + (i + lane) * so] = (ELEMENT)part[lane];
      }
    }
  else if (n > 0)
    for (ptrdiff_t r = 0; r < rows; r += LANES) {
      V x[SHORT], e[SHORT];
      ELEMENT_NAME(turn)(rows - r, n, a + r * sr, sr, sa, x);
      const ELEMENT_NAME(summaries) s = ELEMENT_NAME(short_summaries)(n, x, e);
      const V shift = takes_log ? vector_log1p(s.rest) : 1 + s.rest;
      for (ptrdiff_t k = 0; k < n; k++) {
        double part[LANES];
        store(part, takes_log ? (x[k] - s.m) - shift : e[k] / shift);
        for (ptrdiff_t lane = 0; lane < LANES && r + lane < rows; lane++)
          out[(r + lane) * to_row + k * so] = (ELEMENT)part[lane];
      }
    }
}

void ELEMENT_TABLE(cr_log_sum_exp)(ptrdiff_t n, const void *a, ptrdiff_t sa, void *out, ptrdiff_t so) {
  (void)so;
  ELEMENT_NAME(log_sum_exp_of)(1, n, a, 0, sa, out);
}
void ELEMENT_TABLE(cr_softmax)(ptrdiff_t n, const void *a, ptrdiff_t sa, void *out, ptrdiff_t so) {
  ELEMENT_NAME(normalized)(0, 1, n, a, 0, sa, out, 0, so);
}
void ELEMENT_TABLE(cr_log_softmax)(ptrdiff_t n, const void *a, ptrdiff_t sa, void *out, ptrdiff_t so) {
  ELEMENT_NAME(normalized)(1, 1, n, a, 0, sa, out, 0, so);
}
void ELEMENT_TABLE(cr_rows_log_sum_exp)(ptrdiff_t rows, ptrdiff_t n, const void *a, ptrdiff_t sr, void *out) {
  ELEMENT_NAME(log_sum_exp_of)(rows, n, a, sr, 1, out);
}
void ELEMENT_TABLE(cr_rows_softmax)(ptrdiff_t rows, ptrdiff_t n, const void *a, ptrdiff_t sr, void *out, ptrdiff_t so) {
  ELEMENT_NAME(normalized)(0, rows, n, a, sr, 1, out, so, 1);
}
void ELEMENT_TABLE(cr_rows_log_softmax)(ptrdiff_t rows, ptrdiff_t n, const void *a, ptrdiff_t sr, void *out,
                                        ptrdiff_t so) {
  ELEMENT_NAME(normalized)(1, rows, n, a, sr, 1, out, so, 1);
}

#undef SHORT
