#if defined(__x86_64__)
#define SET 2
#include "instruction_set.h"

#include "f64.h"
#endif
