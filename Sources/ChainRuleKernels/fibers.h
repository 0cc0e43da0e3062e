// Functions of a fiber: n numbers a stride apart. All compute in double, and round once.

// The greatest element, or NaN if there is one.
static SCALAR greatest(ptrdiff_t n, const SCALAR *a, ptrdiff_t sa) {
  SCALAR m = -(SCALAR)INFINITY;
  ptrdiff_t i = 0;
  if (sa == 1 && n >= LANES) {
    V most = load(a), undefined = splat(0);
    for (; i + LANES <= n; i += LANES) {
      const V x = load(a + i);
      most = choose(x > most, x, most);
      undefined = choose(x != x, x, undefined);
    }
    for (int lane = 0; lane < LANES; lane++) {
      if (undefined[lane] != undefined[lane]) return undefined[lane];
      if (most[lane] > m) m = most[lane];
    }
  }
  for (; i < n; i++) {
    const SCALAR x = a[i * sa];
    if (x != x) return x;
    if (x > m) m = x;
  }
  return m;
}

static void reduce_maximum(ptrdiff_t n, const void *source, ptrdiff_t sa, void *out, ptrdiff_t so) {
  (void)so;
  *(SCALAR *)out = greatest(n, source, sa);
}

static void rows_maximum(ptrdiff_t rows, ptrdiff_t columns, const void *source, ptrdiff_t sr, void *result) {
  const SCALAR *a = source;
  SCALAR *out = result;
  for (ptrdiff_t i = 0; i < rows; i++) out[i] = greatest(columns, a + i * sr, 1);
}

static void reduce_minimum(ptrdiff_t n, const void *source, ptrdiff_t sa, void *out, ptrdiff_t so) {
  const SCALAR *a = source;
  SCALAR least = (SCALAR)INFINITY;
  (void)so;
  for (ptrdiff_t i = 0; i < n; i++) {
    const SCALAR x = a[i * sa];
    if (x != x) {
      least = x;
      break;
    }
    if (x < least) least = x;
  }
  *(SCALAR *)out = least;
}

// Elements are scaled by a power of two, which is exact, so that no square overflows or underflows.
static void reduce_norm(ptrdiff_t n, const void *source, ptrdiff_t sa, void *out, ptrdiff_t so) {
  const SCALAR *a = source;
  double greatest = 0;
  int exponent = 0;
  sum_t sum = {0, 0};
  (void)so;
  for (ptrdiff_t i = 0; i < n; i++) {
    const double x = fabs((double)a[i * sa]);
    if (!(x <= greatest)) greatest = x;
    if (x != x) break;
  }
  if (greatest == 0 || greatest - greatest != 0) {
    *(SCALAR *)out = (SCALAR)greatest;
    return;
  }
  frexp(greatest, &exponent);
  exponent = exponent < -1000 ? -1000 : exponent > 1020 ? 1020 : exponent;
  const double scale = ldexp(1, -exponent);
  for (ptrdiff_t i = 0; i < n; i++) {
    const double x = a[i * sa] * scale;
    add_term(&sum, x * x);
  }
  *(SCALAR *)out = (SCALAR)ldexp(sqrt(sum.total + sum.error), exponent);
}

// The sum of the elements, scaled, less the first one each.
static double excess(ptrdiff_t n, const SCALAR *a, ptrdiff_t sa, double first, double scale) {
  sum_t sum = {0, 0};
  for (ptrdiff_t i = 0; i < n; i++) add_term(&sum, scale * a[i * sa] - first);
  return sum.total + sum.error;
}

// Relative to the first element: equal elements give exactly 0, and a common offset costs no digits.
static void map_center(ptrdiff_t n, const void *source, ptrdiff_t sa, void *result, ptrdiff_t so) {
  const SCALAR *a = source;
  SCALAR *out = result;
  if (n <= 0) return;
  double first = a[0], scale = 1, mean = excess(n, a, sa, first, scale) / (double)n;
  // Where the sum overflows, a power of two makes room for it; where elements are infinite, so is their mean.
  if (mean - mean != 0) {
    scale = 0x1p-70;
    first *= scale;
    if (first - first != 0) first = 0;
    mean = excess(n, a, sa, first, scale) / (double)n;
  }
  for (ptrdiff_t i = 0; i < n; i++) out[i * so] = (SCALAR)(((scale * a[i * sa] - first) - mean) / scale);
}

// The rounding error that the sum carries along is all that is left beside an element that is nearly the whole sum.
static void map_others(ptrdiff_t n, const void *source, ptrdiff_t sa, void *result, ptrdiff_t so) {
  const SCALAR *a = source;
  SCALAR *out = result;
  sum_t sum = {0, 0};
  for (ptrdiff_t i = 0; i < n; i++) add_term(&sum, a[i * sa]);
  for (ptrdiff_t i = 0; i < n; i++) out[i * so] = (SCALAR)((sum.total - a[i * sa]) + sum.error);
}

static void map_cumulative_sum(ptrdiff_t n, const void *source, ptrdiff_t sa, void *result, ptrdiff_t so) {
  const SCALAR *a = source;
  SCALAR *out = result;
  sum_t sum = {0, 0};
  for (ptrdiff_t i = 0; i < n; i++) {
    add_term(&sum, a[i * sa]);
    out[i * so] = (SCALAR)(sum.total + sum.error);
  }
}
