#include "limits.h"

#if defined(__x86_64__)
#define HAS_AVX512 __builtin_cpu_supports("avx512f")
#define HAS_AVX2 (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
#endif

// As many chains as hide the latency of a multiply-add on two units, with registers to spare for two factors.
enum { CHAINS = 12 };

#define SUM(NAME, TARGET, BYTES)                                                          \
  TARGET static double NAME(const double *numbers, long count) {                          \
    typedef double Vector __attribute__((vector_size(BYTES), aligned(8)));                \
    enum { LANES = BYTES / 8, PARTS = 8 };                                                \
    Vector parts[PARTS] = {0};                                                            \
    long i = 0;                                                                           \
    for (; i + LANES * PARTS <= count; i += LANES * PARTS)                                \
      for (int k = 0; k < PARTS; k++) parts[k] += *(const Vector *)(numbers + i + LANES * k); \
    double total = 0;                                                                     \
    for (; i < count; i++) total += numbers[i];                                           \
    for (int k = 0; k < PARTS; k++)                                                       \
      for (int lane = 0; lane < LANES; lane++) total += parts[k][lane];                   \
    return total;                                                                         \
  }

#define MULTIPLY(NAME, TARGET, SCALAR, BYTES)                                             \
  TARGET static double NAME(long rounds) {                                                \
    typedef SCALAR Vector __attribute__((vector_size(BYTES)));                            \
    Vector chains[CHAINS], factor, summand;                                               \
    for (int lane = 0; lane < (int)(BYTES / sizeof(SCALAR)); lane++) {                    \
      factor[lane] = (SCALAR)0.999;                                                       \
      summand[lane] = (SCALAR)0.001;                                                      \
    }                                                                                     \
    for (int k = 0; k < CHAINS; k++) chains[k] = summand * (SCALAR)k;                     \
    for (long round = 0; round < rounds; round++)                                         \
      for (int k = 0; k < CHAINS; k++) chains[k] = chains[k] * factor + summand;          \
    double total = 0;                                                                     \
    for (int k = 0; k < CHAINS; k++) total += (double)chains[k][0];                       \
    return total;                                                                         \
  }

SUM(sum_baseline, , 16)
MULTIPLY(multiply_f64_baseline, , double, 16)
MULTIPLY(multiply_f32_baseline, , float, 16)

#if defined(__x86_64__)
SUM(sum_avx2, __attribute__((target("avx2,fma"))), 32)
SUM(sum_avx512, __attribute__((target("avx512f"))), 64)
MULTIPLY(multiply_f64_avx2, __attribute__((target("avx2,fma"))), double, 32)
MULTIPLY(multiply_f64_avx512, __attribute__((target("avx512f"))), double, 64)
MULTIPLY(multiply_f32_avx2, __attribute__((target("avx2,fma"))), float, 32)
MULTIPLY(multiply_f32_avx512, __attribute__((target("avx512f"))), float, 64)
#define BEST(NAME, ARGUMENTS)                  \
  if (HAS_AVX512) return NAME##_avx512 ARGUMENTS; \
  if (HAS_AVX2) return NAME##_avx2 ARGUMENTS;
#else
#define BEST(NAME, ARGUMENTS)
#endif

static long vector_bytes(void) {
#if defined(__x86_64__)
  if (HAS_AVX512) return 64;
  if (HAS_AVX2) return 32;
#endif
  return 16;
}

double limit_sum(const double *numbers, long count) {
  BEST(sum, (numbers, count))
  return sum_baseline(numbers, count);
}

double limit_multiply_f64(long rounds) {
  BEST(multiply_f64, (rounds))
  return multiply_f64_baseline(rounds);
}

double limit_multiply_f32(long rounds) {
  BEST(multiply_f32, (rounds))
  return multiply_f32_baseline(rounds);
}

long limit_operations_f64(void) { return 2 * CHAINS * vector_bytes() / 8; }

long limit_operations_f32(void) { return 2 * CHAINS * vector_bytes() / 4; }
