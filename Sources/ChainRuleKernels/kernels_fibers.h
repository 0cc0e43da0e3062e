// Functions of a fiber: n numbers a stride apart. Included by the template once for each scalar type; all of them
// compute in double, and round once.

// A sum that carries its rounding error along (Neumaier 1974), so that it does not grow with the number of terms.
typedef struct { double total, error; } FIBER(sum_t);

static void FIBER(add)(FIBER(sum_t) *sum, double x) {
  const double next = sum->total + x;
  // Beside an infinite or undefined sum there is no error to carry.
  if (next - next == 0)
    sum->error += fabs(sum->total) >= fabs(x) ? (sum->total - next) + x : (x - next) + sum->total;
  sum->total = next;
}

// The position of the first greatest element, or of the first NaN.
static ptrdiff_t FIBER(peak)(ptrdiff_t n, const SCALAR *a, ptrdiff_t sa) {
  ptrdiff_t k = 0;
  for (ptrdiff_t i = 0; i < n; i++) {
    if (a[i * sa] != a[i * sa]) return i;
    if (a[i * sa] > a[k * sa]) k = i;
  }
  return k;
}

// The sum of exp(x - m) over all elements but the one numbered k, whose value is m.
static double FIBER(rest)(ptrdiff_t n, const SCALAR *a, ptrdiff_t sa, ptrdiff_t k) {
  const double m = a[k * sa];
  FIBER(sum_t) sum = {0, 0};
  for (ptrdiff_t i = 0; i < n; i++)
    if (i != k) FIBER(add)(&sum, exp(a[i * sa] - m));
  return sum.total + sum.error;
}

static void reduce_maximum(ptrdiff_t n, const void *source, ptrdiff_t sa, void *out, ptrdiff_t so) {
  const SCALAR *a = source;
  (void)so;
  *(SCALAR *)out = n > 0 ? a[FIBER(peak)(n, a, sa) * sa] : -(SCALAR)INFINITY;
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

// m + log(1 + rest): a single large element leaves the small rest its digits.
static void reduce_log_sum_exp(ptrdiff_t n, const void *source, ptrdiff_t sa, void *out, ptrdiff_t so) {
  const SCALAR *a = source;
  (void)so;
  const ptrdiff_t k = FIBER(peak)(n, a, sa);
  const double m = n > 0 ? a[k * sa] : -INFINITY;
  *(SCALAR *)out = (SCALAR)(m - m == 0 ? m + log1p(FIBER(rest)(n, a, sa, k)) : m);
}

// Elements are scaled by a power of two, which is exact, so that no square overflows or underflows.
static void reduce_norm(ptrdiff_t n, const void *source, ptrdiff_t sa, void *out, ptrdiff_t so) {
  const SCALAR *a = source;
  double greatest = 0;
  int exponent = 0;
  FIBER(sum_t) sum = {0, 0};
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
    FIBER(add)(&sum, x * x);
  }
  *(SCALAR *)out = (SCALAR)ldexp(sqrt(sum.total + sum.error), exponent);
}

static void map_softmax(ptrdiff_t n, const void *source, ptrdiff_t sa, void *result, ptrdiff_t so) {
  const SCALAR *a = source;
  SCALAR *out = result;
  if (n <= 0) return;
  const ptrdiff_t k = FIBER(peak)(n, a, sa);
  const double m = a[k * sa];
  const double total = 1 + FIBER(rest)(n, a, sa, k);
  for (ptrdiff_t i = 0; i < n; i++) out[i * so] = (SCALAR)(exp(a[i * sa] - m) / total);
}

// Both terms are 0 or less, so nothing cancels, also where one element is nearly all.
static void map_log_softmax(ptrdiff_t n, const void *source, ptrdiff_t sa, void *result, ptrdiff_t so) {
  const SCALAR *a = source;
  SCALAR *out = result;
  if (n <= 0) return;
  const ptrdiff_t k = FIBER(peak)(n, a, sa);
  const double m = a[k * sa];
  const double shift = log1p(FIBER(rest)(n, a, sa, k));
  for (ptrdiff_t i = 0; i < n; i++) out[i * so] = (SCALAR)((a[i * sa] - m) - shift);
}

// The sum of the elements, scaled, less the first one each.
static double FIBER(excess)(ptrdiff_t n, const SCALAR *a, ptrdiff_t sa, double first, double scale) {
  FIBER(sum_t) sum = {0, 0};
  for (ptrdiff_t i = 0; i < n; i++) FIBER(add)(&sum, scale * a[i * sa] - first);
  return sum.total + sum.error;
}

// Relative to the first element: equal elements give exactly 0, and a common offset costs no digits.
static void map_center(ptrdiff_t n, const void *source, ptrdiff_t sa, void *result, ptrdiff_t so) {
  const SCALAR *a = source;
  SCALAR *out = result;
  if (n <= 0) return;
  double first = a[0], scale = 1, mean = FIBER(excess)(n, a, sa, first, scale) / (double)n;
  // Where the sum overflows, a power of two makes room for it; where elements are infinite, so is their mean.
  if (mean - mean != 0) {
    scale = 0x1p-70;
    first *= scale;
    if (first - first != 0) first = 0;
    mean = FIBER(excess)(n, a, sa, first, scale) / (double)n;
  }
  for (ptrdiff_t i = 0; i < n; i++) out[i * so] = (SCALAR)(((scale * a[i * sa] - first) - mean) / scale);
}

// The rounding error that the sum carries along is all that is left beside an element that is nearly the whole sum.
static void map_others(ptrdiff_t n, const void *source, ptrdiff_t sa, void *result, ptrdiff_t so) {
  const SCALAR *a = source;
  SCALAR *out = result;
  FIBER(sum_t) sum = {0, 0};
  for (ptrdiff_t i = 0; i < n; i++) FIBER(add)(&sum, a[i * sa]);
  for (ptrdiff_t i = 0; i < n; i++) out[i * so] = (SCALAR)((sum.total - a[i * sa]) + sum.error);
}

static void map_cumulative_sum(ptrdiff_t n, const void *source, ptrdiff_t sa, void *result, ptrdiff_t so) {
  const SCALAR *a = source;
  SCALAR *out = result;
  FIBER(sum_t) sum = {0, 0};
  for (ptrdiff_t i = 0; i < n; i++) {
    FIBER(add)(&sum, a[i * sa]);
    out[i * so] = (SCALAR)(sum.total + sum.error);
  }
}
