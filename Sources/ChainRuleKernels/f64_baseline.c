#define SET 0
#include "instruction_set.h"

#include "f64.h"
