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

const cr_kernels *cr_kernels_f64_for(cr_instruction_set set) {
  if (!is_supported(set)) return NULL;
#if defined(__x86_64__)
  if (set == CR_AVX512) return &cr_table_f64_avx512;
  if (set == CR_AVX2) return &cr_table_f64_avx2;
#endif
  return &cr_table_f64_baseline;
}

const cr_kernels *cr_kernels_f32_for(cr_instruction_set set) {
  if (!is_supported(set)) return NULL;
#if defined(__x86_64__)
  if (set == CR_AVX512) return &cr_table_f32_avx512;
  if (set == CR_AVX2) return &cr_table_f32_avx2;
#endif
  return &cr_table_f32_baseline;
}

static cr_instruction_set best(void) {
  return is_supported(CR_AVX512) ? CR_AVX512 : is_supported(CR_AVX2) ? CR_AVX2 : CR_BASELINE;
}

const cr_kernels *cr_kernels_f64(void) { return cr_kernels_f64_for(best()); }
const cr_kernels *cr_kernels_f32(void) { return cr_kernels_f32_for(best()); }
