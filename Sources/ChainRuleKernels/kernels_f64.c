#define SCALAR double
#define POWER pow
#define TABLE cr_kernels_f64
#define FIBER(name) name##_f64
#include "kernels_template.h"
