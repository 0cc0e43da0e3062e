#define SCALAR float
#define POWER powf
#define TABLE cr_kernels_f32
#include "kernels_template.h"
