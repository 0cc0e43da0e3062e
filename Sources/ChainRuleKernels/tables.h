// The tables that the dispatch chooses from, and the functions that one scalar type lends the other.

#ifndef CHAINRULE_TABLES_H
#define CHAINRULE_TABLES_H

#include "ChainRuleKernels.h"

#define CR_TABLES(set)                                                                              \
  extern const cr_kernels cr_table_f64_##set, cr_table_f32_##set;                                   \
  void cr_log_sum_exp_f64_##set(ptrdiff_t, const void *, ptrdiff_t, void *, ptrdiff_t);             \
  void cr_log_sum_exp_f32_##set(ptrdiff_t, const void *, ptrdiff_t, void *, ptrdiff_t);             \
  void cr_softmax_f64_##set(ptrdiff_t, const void *, ptrdiff_t, void *, ptrdiff_t);                 \
  void cr_softmax_f32_##set(ptrdiff_t, const void *, ptrdiff_t, void *, ptrdiff_t);                 \
  void cr_log_softmax_f64_##set(ptrdiff_t, const void *, ptrdiff_t, void *, ptrdiff_t);             \
  void cr_log_softmax_f32_##set(ptrdiff_t, const void *, ptrdiff_t, void *, ptrdiff_t);             \
  void cr_rows_log_sum_exp_f64_##set(ptrdiff_t, ptrdiff_t, const void *, ptrdiff_t, void *);        \
  void cr_rows_log_sum_exp_f32_##set(ptrdiff_t, ptrdiff_t, const void *, ptrdiff_t, void *);        \
  void cr_rows_softmax_f64_##set(ptrdiff_t, ptrdiff_t, const void *, ptrdiff_t, void *, ptrdiff_t); \
  void cr_rows_softmax_f32_##set(ptrdiff_t, ptrdiff_t, const void *, ptrdiff_t, void *, ptrdiff_t); \
  void cr_rows_log_softmax_f64_##set(ptrdiff_t, ptrdiff_t, const void *, ptrdiff_t, void *, ptrdiff_t); \
  void cr_rows_log_softmax_f32_##set(ptrdiff_t, ptrdiff_t, const void *, ptrdiff_t, void *, ptrdiff_t);

CR_TABLES(baseline)
#if defined(__x86_64__)
CR_TABLES(avx2)
CR_TABLES(avx512)
#endif

#endif
