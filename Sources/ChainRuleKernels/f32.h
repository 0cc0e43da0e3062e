// The kernels for float.

#define SCALAR float
#define SCALAR_BYTES 4
#define SIGNED int
#define UNSIGNED unsigned
#define POWER powf
#define TABLE(name) NAMED(name##_f32)
#include "constants_f32.h"
#include "kernels.h"

#pragma clang attribute pop
