// The kernels for one scalar type and one instruction set, and their table. Included by one file for each pair, with
// the type and its constants defined.

#include "vectors.h"

#include "functions.h"

#include "compensated_sum.h"
#include "fibers.h"
#include "maps1.h"
#include "maps2.h"
#include "products.h"
#include "sums.h"

static ptrdiff_t first_non_finite(ptrdiff_t n, const void *source) {
  const SCALAR *a = source;
  ptrdiff_t i = 0;
  // x - x is 0 for a finite x and NaN otherwise.
  for (; i + 4 * LANES <= n; i += 4 * LANES) {
    V sum = splat(0);
    for (int v = 0; v < 4; v++) {
      const V x = load(a + i + v * LANES);
      sum += x - x;
    }
    if (any(sum != 0)) break;
  }
  while (i < n && a[i] - a[i] == 0) i++;
  return i;
}

const cr_kernels TABLE(cr_table) = {
    .negate = negate,
    .square = square,
    .square_root = square_root,
    .absolute = absolute,
    .sign = sign,
    .relu = relu,
    .floor = floor_of,
    .ceiling = ceiling_of,
    .round = round_of,
    .exp = exp_of,
    .expm1 = expm1_of,
    .log = log_of,
    .log1p = log1p_of,
    .sin = sin_of,
    .cos = cos_of,
    .tan = tan_of,
    .asin = asin_of,
    .acos = acos_of,
    .atan = atan_of,
    .sinh = sinh_of,
    .cosh = cosh_of,
    .tanh = tanh_of,
    .asinh = asinh_of,
    .acosh = acosh_of,
    .atanh = atanh_of,
    .sech = sech_of,
    .erf = erf_of,
    .erfc = erfc_of,
    .one_minus_square = one_minus_square,
    .sigmoid = sigmoid,
    .sigmoid_slope = sigmoid_slope,
    .softplus = softplus,
    .add = add,
    .subtract = subtract,
    .multiply = multiply,
    .divide = divide,
    .power = power,
    .arc_tangent2 = arc_tangent2,
    .log_add_exp = log_add_exp,
    .hypotenuse = hypotenuse,
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
    .dot = dot,
    .sum_rows = sum_rows,
    .accumulate = accumulate,
    .finish_sum = finish_sum,
    .rows_sum = rows_sum,
    .reduce_maximum = reduce_maximum,
    .reduce_minimum = reduce_minimum,
    .reduce_log_sum_exp = TABLE(cr_log_sum_exp),
    .reduce_norm = reduce_norm,
    .rows_maximum = rows_maximum,
    .rows_log_sum_exp = TABLE(cr_rows_log_sum_exp),
    .map_softmax = TABLE(cr_softmax),
    .map_log_softmax = TABLE(cr_log_softmax),
    .map_center = map_center,
    .map_others = map_others,
    .map_cumulative_sum = map_cumulative_sum,
    .rows_softmax = TABLE(cr_rows_softmax),
    .rows_log_softmax = TABLE(cr_rows_log_softmax),
    .matmul = matmul,
    .matmul_scratch = matmul_scratch,
    .matmul_tile_rows = TILE_ROWS,
    .matmul_tile_columns = PANEL,
    .first_non_finite = first_non_finite,
};
