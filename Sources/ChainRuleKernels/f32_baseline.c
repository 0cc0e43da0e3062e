#define SET 0
#include "instruction_set.h"

#include "f32.h"
