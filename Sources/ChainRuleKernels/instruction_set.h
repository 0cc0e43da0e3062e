// Opens a file that is compiled for one instruction set, named by SET before this is included.
//
// SwiftPM gives all files the same flags, so the instruction set of a file's functions is an attribute that a pragma
// adds to each. Products are fused into sums only where the source says so: the optimiser's taste changes no result.

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "tables.h"

#define JOINED(name, set) name##_##set
#define NAMED_FOR(name, set) JOINED(name, set)

#pragma clang fp contract(off)

#if defined(__x86_64__) && SET == 2
#define NAMED(name) NAMED_FOR(name, avx512)
#define VECTOR_BYTES 64
#define FUSED 1
#define TILE_ROWS 8
#define TILE_VECTORS 3
#pragma clang attribute push(                                                                            \
    __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,avx2,fma"), min_vector_width(512))), \
    apply_to = function)
#elif defined(__x86_64__) && SET == 1
#define NAMED(name) NAMED_FOR(name, avx2)
#define VECTOR_BYTES 32
#define FUSED 1
#define TILE_ROWS 6
#define TILE_VECTORS 2
#pragma clang attribute push(__attribute__((target("avx2,fma"), min_vector_width(256))), apply_to = function)
#else
#define NAMED(name) NAMED_FOR(name, baseline)
#define VECTOR_BYTES 16
#if defined(__aarch64__)
#define FUSED 1
#define TILE_ROWS 8
#define TILE_VECTORS 3
#else
#define FUSED 0
#define TILE_ROWS 4
#define TILE_VECTORS 2
#endif
#pragma clang attribute push(__attribute__((min_vector_width(128))), apply_to = function)
#endif
