#define SCALAR float
#define POWER powf
#define TABLE cr_kernels_f32
#define FIBER(name) name##_f32
#include "kernels_template.h"
