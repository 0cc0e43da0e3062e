// What a machine can do at best: the loops that benchmarks are held against.
#ifndef BENCHMARK_LIMITS_H
#define BENCHMARK_LIMITS_H

/// The sum of `count` doubles, in an order that leaves memory as the only limit.
double limit_sum(const double *numbers, long count);

/// Multiplies and adds in registers, `rounds` times; returns a number that depends on all of it.
double limit_multiply_f64(long rounds);

/// The same in single precision.
double limit_multiply_f32(long rounds);

/// Multiplications and additions in one round of `limit_multiply_f64`.
long limit_operations_f64(void);

/// Multiplications and additions in one round of `limit_multiply_f32`.
long limit_operations_f32(void);

#endif
