// The kernels for double, and those for fibers of either type, which compute in double.

#define SCALAR double
#define SCALAR_BYTES 8
// What the comparison of doubles gives, on every system that this is compiled for.
#define SIGNED long
#define UNSIGNED unsigned long
#define POWER pow
#define TABLE(name) NAMED(name##_f64)
#include "constants_f64.h"
#include "kernels.h"

#define ELEMENT double
#define ELEMENT_NAME(name) name##_of_double
#define ELEMENT_TABLE(name) NAMED(name##_f64)
#include "softmax.h"
#undef ELEMENT
#undef ELEMENT_NAME
#undef ELEMENT_TABLE

#define ELEMENT float
#define ELEMENT_NAME(name) name##_of_float
#define ELEMENT_TABLE(name) NAMED(name##_f32)
#include "softmax.h"

#pragma clang attribute pop
