// lgamma_r is not part of C: it has to be asked for.
#define _GNU_SOURCE
#define _REENTRANT

#include <math.h>

#include "ChainRuleKernels.h"

double cr_lgamma(double x) {
  int sign;
  return lgamma_r(x, &sign);
}
