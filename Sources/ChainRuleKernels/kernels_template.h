// The kernels for one scalar type. Included once for each, with SCALAR, POWER, TABLE and FIBER defined.

#include <math.h>
#include <string.h>

#include "ChainRuleKernels.h"

// MARK: Maps

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

// MARK: Sums

// Adds blocks of at most 128 with eight running sums, and the blocks in a binary tree (Higham, Accuracy and
// Stability of Numerical Algorithms, 2002, section 4.2). The depth of the recursion is log2(n / 128).
static SCALAR pairwise(ptrdiff_t n, const SCALAR *a, ptrdiff_t sa) {
  if (n > 128) {
    const ptrdiff_t half = n / 2 / 8 * 8;
    return pairwise(half, a, sa) + pairwise(n - half, a + half * sa, sa);
  }
  SCALAR part[8] = {0, 0, 0, 0, 0, 0, 0, 0};
  ptrdiff_t i = 0;
  for (; i + 8 <= n; i += 8)
    for (int lane = 0; lane < 8; lane++) part[lane] += a[(i + lane) * sa];
  for (int lane = 0; i < n; i++, lane++) part[lane] += a[i * sa];
  return ((part[0] + part[1]) + (part[2] + part[3])) + ((part[4] + part[5]) + (part[6] + part[7]));
}

static void sum(ptrdiff_t n, const void *a, ptrdiff_t sa, void *out) {
  *(SCALAR *)out = pairwise(n, a, sa);
}

// Up to eight columns at a time, so that every row is read in one piece.
static void pairwise_rows(ptrdiff_t rows, int columns, const SCALAR *a, ptrdiff_t sr, SCALAR *out) {
  if (rows > 64) {
    SCALAR other[8];
    const ptrdiff_t half = rows / 2;
    pairwise_rows(half, columns, a, sr, out);
    pairwise_rows(rows - half, columns, a + half * sr, sr, other);
    for (int j = 0; j < columns; j++) out[j] += other[j];
    return;
  }
  for (int j = 0; j < columns; j++) out[j] = 0;
  for (ptrdiff_t i = 0; i < rows; i++)
    for (int j = 0; j < columns; j++) out[j] += a[i * sr + j];
}

static void sum_rows(ptrdiff_t rows, ptrdiff_t columns, const void *source, ptrdiff_t sr, void *result) {
  const SCALAR *a = source;
  SCALAR *out = result;
  for (ptrdiff_t j = 0; j < columns; j += 8)
    pairwise_rows(rows, columns - j < 8 ? (int)(columns - j) : 8, a + j, sr, out + j);
}

// MARK: Products

static SCALAR dot(ptrdiff_t n, const SCALAR *a, ptrdiff_t sa, const SCALAR *b, ptrdiff_t sb) {
  SCALAR part[8] = {0, 0, 0, 0, 0, 0, 0, 0};
  ptrdiff_t i = 0;
  if (sa == 1 && sb == 1) {
    for (; i + 8 <= n; i += 8)
      for (int lane = 0; lane < 8; lane++) part[lane] += a[i + lane] * b[i + lane];
  }
  for (int lane = 0; i < n; i++, lane = (lane + 1) & 7) part[lane] += a[i * sa] * b[i * sb];
  return ((part[0] + part[1]) + (part[2] + part[3])) + ((part[4] + part[5]) + (part[6] + part[7]));
}

// out[i] += factor * a[i].
static void accumulate(ptrdiff_t n, SCALAR factor, const SCALAR *a, SCALAR *out) {
  for (ptrdiff_t i = 0; i < n; i++) out[i] += factor * a[i];
}

// Each order of the three loops reads memory in the order in which it lies: along the rows of the right operand,
// along the columns of the left where the result is one column, and otherwise along the inner dimension.
static void matmul(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, const void *left, ptrdiff_t ai,
                   ptrdiff_t ak, const void *right, ptrdiff_t bk, ptrdiff_t bj, void *result) {
  const SCALAR *a = left, *b = right;
  SCALAR *out = result;
  if (columns > 1 && bj == 1) {
    memset(out, 0, (size_t)(rows * columns) * sizeof(SCALAR));
    for (ptrdiff_t i = 0; i < rows; i++)
      for (ptrdiff_t k = 0; k < inner; k++)
        accumulate(columns, a[i * ai + k * ak], b + k * bk, out + i * columns);
  } else if (columns == 1 && ai == 1 && ak != 1) {
    memset(out, 0, (size_t)rows * sizeof(SCALAR));
    for (ptrdiff_t k = 0; k < inner; k++) accumulate(rows, b[k * bk], a + k * ak, out);
  } else {
    for (ptrdiff_t i = 0; i < rows; i++)
      for (ptrdiff_t j = 0; j < columns; j++)
        out[i * columns + j] = dot(inner, a + i * ai, ak, b + j * bj, bk);
  }
}

// MARK: Fibers

#include "kernels_fibers.h"

// MARK: Checks

static ptrdiff_t first_non_finite(ptrdiff_t n, const void *source) {
  const SCALAR *a = source;
  ptrdiff_t i = 0;
  // x - x is 0 for a finite x and NaN otherwise.
  while (i < n && a[i] - a[i] == 0) i++;
  return i;
}

static const cr_kernels table = {
    .add = add,
    .subtract = subtract,
    .multiply = multiply,
    .divide = divide,
    .power = power,
    .arc_tangent2 = arc_tangent2,
    .log_add_exp = log_add_exp,
    .maximum = maximum,
    .minimum = minimum,
    .less = less,
    .less_or_equal = less_or_equal,
    .greater = greater,
    .greater_or_equal = greater_or_equal,
    .equal = equal,
    .not_equal = not_equal,
    .select = select,
    .copy = copy,
    .sum = sum,
    .sum_rows = sum_rows,
    .reduce_maximum = reduce_maximum,
    .reduce_minimum = reduce_minimum,
    .reduce_log_sum_exp = reduce_log_sum_exp,
    .reduce_norm = reduce_norm,
    .map_softmax = map_softmax,
    .map_log_softmax = map_log_softmax,
    .map_center = map_center,
    .map_others = map_others,
    .map_cumulative_sum = map_cumulative_sum,
    .matmul = matmul,
    .first_non_finite = first_non_finite,
};

const cr_kernels *TABLE(void) { return &table; }
