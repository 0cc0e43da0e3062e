#if defined(__x86_64__)
#define SET 1
#include "instruction_set.h"

#include "f32.h"
#endif
