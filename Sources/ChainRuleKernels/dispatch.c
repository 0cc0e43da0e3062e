#include "tables.h"

// Which instruction sets there are was found out when the process started: this only reads it.
static int is_supported(cr_instruction_set set) {
#if defined(__x86_64__)
  switch (set) {
  case CR_BASELINE: return 1;
  case CR_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  case CR_AVX512:
    return is_supported(CR_AVX2) && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw");
  }
  return 0;
#else
  return set == CR_BASELINE;
#endif
}

#if defined(__x86_64__)
#define CR_TABLE(precision, set)                                 \
  ((set) == CR_AVX512 ? &cr_table_##precision##_avx512           \
   : (set) == CR_AVX2 ? &cr_table_##precision##_avx2             \
                      : &cr_table_##precision##_baseline)
#else
#define CR_TABLE(precision, set) (&cr_table_##precision##_baseline)
#endif

const cr_kernels *cr_kernels_f64_for(cr_instruction_set set) { return is_supported(set) ? CR_TABLE(f64, set) : NULL; }
const cr_kernels *cr_kernels_f32_for(cr_instruction_set set) { return is_supported(set) ? CR_TABLE(f32, set) : NULL; }

static cr_instruction_set best(void) {
  return is_supported(CR_AVX512) ? CR_AVX512 : is_supported(CR_AVX2) ? CR_AVX2 : CR_BASELINE;
}

const cr_kernels *cr_kernels_f64(void) { return cr_kernels_f64_for(best()); }
const cr_kernels *cr_kernels_f32(void) { return cr_kernels_f32_for(best()); }
