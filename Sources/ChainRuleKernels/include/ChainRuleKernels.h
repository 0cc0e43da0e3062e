// Loops over numbers in memory, for programs. No allocation, no policy, no knowledge of graphs.
//
// Every kernel comes in double and float, reached through a table of pointers; `void *` stands for arrays of the
// table's scalar type. Strides count elements, and 0 repeats one element. Outputs are contiguous and do not
// overlap inputs, except that a map's output may be the very memory of an input with stride 1.

#ifndef CHAINRULE_KERNELS_H
#define CHAINRULE_KERNELS_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>

// The C library's functions, under names that neither shadow nor are shadowed by those of tensors.
static inline double cr_exp(double x) { return exp(x); }
static inline double cr_log(double x) { return log(x); }
static inline double cr_log1p(double x) { return log1p(x); }
static inline double cr_sin(double x) { return sin(x); }
static inline double cr_cos(double x) { return cos(x); }
static inline double cr_tanh(double x) { return tanh(x); }
static inline double cr_expm1(double x) { return expm1(x); }
static inline double cr_tan(double x) { return tan(x); }
static inline double cr_asin(double x) { return asin(x); }
static inline double cr_acos(double x) { return acos(x); }
static inline double cr_atan(double x) { return atan(x); }
static inline double cr_sinh(double x) { return sinh(x); }
static inline double cr_cosh(double x) { return cosh(x); }
static inline double cr_asinh(double x) { return asinh(x); }
static inline double cr_acosh(double x) { return acosh(x); }
static inline double cr_atanh(double x) { return atanh(x); }
static inline double cr_erf(double x) { return erf(x); }
static inline double cr_erfc(double x) { return erfc(x); }
static inline double cr_nearbyint(double x) { return nearbyint(x); }

/// log |Γ(x)|, without the C library's global sign, which threads would race for.
double cr_lgamma(double x);

/// log(exp(x) + exp(z)).
static inline double cr_log_add_exp(double x, double z) {
  if (x != x || z != z) return x + z;
  // Equal infinities have no difference.
  if (x == z) return x + 0.69314718055994530942;
  return (x > z ? x : z) + log1p(exp(-fabs(x - z)));
}

/// out[i] = op(a[i * sa], b[i * sb]) for i < n.
typedef void (*cr_map2)(ptrdiff_t n, const void *a, ptrdiff_t sa, const void *b, ptrdiff_t sb, void *out);

/// A function of the n numbers a[i * sa], i < n: either one number, written to out, or n of them, written to
/// out[i * so]. The output may be the very memory of the input with the same stride.
typedef void (*cr_fiber)(ptrdiff_t n, const void *a, ptrdiff_t sa, void *out, ptrdiff_t so);

/// Functions of each row a[i * sr + j], j < columns, of rows: one number each, out[i], or as many as there are columns,
/// out[i * so + j].
typedef void (*cr_rows_reduction)(ptrdiff_t rows, ptrdiff_t columns, const void *a, ptrdiff_t sr, void *out);
typedef void (*cr_rows_map)(ptrdiff_t rows, ptrdiff_t columns, const void *a, ptrdiff_t sr, void *out, ptrdiff_t so);

/// out[i] = f(a[i * sa]) for i < n. A value depends on its argument only: not on n, on the position or on alignment.
typedef void (*cr_map1)(ptrdiff_t n, const void *a, ptrdiff_t sa, void *out);

typedef struct cr_kernels {
  /// Elementwise functions. Those of the second line are within 2 units in the last place for
  /// double and 4 for float; the others are the C library's, computed in double.
  cr_map1 negate, square, square_root, absolute, sign, relu, floor, ceiling, round;
  cr_map1 exp, expm1, log, log1p, sin, cos, tanh, sech, sigmoid, sigmoid_slope, softplus, erf;
  cr_map1 tan, asin, acos, atan, sinh, cosh, asinh, acosh, atanh, erfc, one_minus_square;

  cr_map2 add, subtract, multiply, divide, power, maximum, minimum, arc_tangent2, log_add_exp, hypotenuse;

  /// Comparisons: 1 where they hold, otherwise 0.
  cr_map2 less, less_or_equal, greater, greater_or_equal, equal, not_equal;

  /// out[i] = c[i * sc] != 0 ? a[i * sa] : b[i * sb].
  void (*select)(ptrdiff_t n, const void *c, ptrdiff_t sc, const void *a, ptrdiff_t sa, const void *b,
                 ptrdiff_t sb, void *out);

  /// out[i] = a[i * sa].
  void (*copy)(ptrdiff_t n, const void *a, ptrdiff_t sa, void *out);

  /// *out = the sum of a[i * sa] for i < n, added pairwise: the error grows with log n.
  void (*sum)(ptrdiff_t n, const void *a, ptrdiff_t sa, void *out);

  /// *out = the sum of a[i * sa] * b[i * sb] for i < n, added as `sum` does.
  void (*dot)(ptrdiff_t n, const void *a, ptrdiff_t sa, const void *b, ptrdiff_t sb, void *out);

  /// out[j] = the sum of a[i * sr + j] over the rows i < rows, for j < columns, added pairwise.
  void (*sum_rows)(ptrdiff_t rows, ptrdiff_t columns, const void *a, ptrdiff_t sr, void *out);

  /// sum[i] += a[i] for i < n; what each addition rounded away is added to error[i].
  void (*accumulate)(ptrdiff_t n, const void *a, void *sum, void *error);

  /// sum[i] += error[i] for i < n, where the sum is finite.
  void (*finish_sum)(ptrdiff_t n, void *sum, const void *error);

  /// One number: the greatest or least element (NaN if there is one), log of the sum of exponentials (-infinity for
  /// none), Euclidean norm.
  cr_fiber reduce_maximum, reduce_minimum, reduce_log_sum_exp, reduce_norm;

  /// n numbers: exp(x) / sum of exp(x), its logarithm, the element less the mean, the sum up to the element.
  cr_fiber map_softmax, map_log_softmax, map_center, map_others, map_cumulative_sum;

  /// The same for many short fibers, bit for bit what the function of one fiber gives. The output of the second line may
  /// be the memory of the input with so == sr.
  cr_rows_reduction rows_sum, rows_maximum, rows_log_sum_exp;
  cr_rows_map rows_softmax, rows_log_softmax;

  /// out[i * so + j] = sum over k < inner of a[i * ai + k * ak] * b[k * bk + j * bj], added to what is there where
  /// `adds` is not 0. Strides may be anything; `scratch` holds as many elements as `matmul_scratch` says.
  ///
  /// The contract: in which order an element is summed depends on `inner` only. It is the same, bit for bit, whichever
  /// rows and columns of the result a call covers and whatever the strides, so that several threads may compute a part
  /// each.
  void (*matmul)(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, const void *a, ptrdiff_t ai,
                 ptrdiff_t ak, const void *b, ptrdiff_t bk, ptrdiff_t bj, void *out, ptrdiff_t so, int adds,
                 void *scratch);

  /// How many elements of scratch `matmul` needs.
  ptrdiff_t (*matmul_scratch)(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns);

  /// The rows and columns that `matmul` computes at a time: where a result is best cut.
  ptrdiff_t matmul_tile_rows, matmul_tile_columns;

  /// The first i < n at which a[i] is infinite or NaN, or n.
  ptrdiff_t (*first_non_finite)(ptrdiff_t n, const void *a);
} cr_kernels;

/// The versions that the kernels are compiled in; on other processors than x86-64 there is one.
typedef enum cr_instruction_set { CR_BASELINE, CR_AVX2, CR_AVX512 } cr_instruction_set;

/// The kernels for double or float in one version, or NULL if this processor cannot run it.
const cr_kernels *cr_kernels_f64_for(cr_instruction_set set);
const cr_kernels *cr_kernels_f32_for(cr_instruction_set set);

/// The kernels for double, in the best version for this processor.
const cr_kernels *cr_kernels_f64(void);

/// The kernels for float, likewise.
const cr_kernels *cr_kernels_f32(void);

/// Asks for memory behind `start` that will be read soon. It need not exist: what cannot be read is not fetched.
static inline void cr_fetch(const void *start, ptrdiff_t offset, ptrdiff_t bytes) {
  const uintptr_t first = (uintptr_t)start + (uintptr_t)offset;
  for (ptrdiff_t line = 0; line < bytes; line += 64) __builtin_prefetch((const void *)(first + (uintptr_t)line));
}

#endif
