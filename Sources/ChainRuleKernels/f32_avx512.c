#if defined(__x86_64__)
#define SET 2
#include "instruction_set.h"

#include "f32.h"
#endif
