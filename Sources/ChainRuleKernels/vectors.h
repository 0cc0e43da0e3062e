// Vectors of SCALAR as wide as the instruction set's registers, and the arithmetic that the kernels share.

#define ALWAYS_INLINE static inline __attribute__((always_inline))

enum { LANES = VECTOR_BYTES / sizeof(SCALAR) };
typedef SCALAR V __attribute__((ext_vector_type(VECTOR_BYTES / sizeof(SCALAR))));
typedef SIGNED I __attribute__((ext_vector_type(VECTOR_BYTES / sizeof(SCALAR))));
typedef UNSIGNED W __attribute__((ext_vector_type(VECTOR_BYTES / sizeof(SCALAR))));
// A vector in memory, which need not be aligned.
typedef V unaligned_vector __attribute__((aligned(sizeof(SCALAR)), may_alias));

ALWAYS_INLINE V load(const SCALAR *p) { return *(const unaligned_vector *)p; }
ALWAYS_INLINE void store(SCALAR *p, V x) { *(unaligned_vector *)p = x; }
ALWAYS_INLINE V splat(SCALAR x) { return (V)x; }

ALWAYS_INLINE W bits(V x) { return (W)x; }
ALWAYS_INLINE V from_bits(W x) { return (V)x; }
ALWAYS_INLINE W sign_bit(void) { return (W)((UNSIGNED)1 << (8 * sizeof(SCALAR) - 1)); }
ALWAYS_INLINE V magnitude(V x) { return from_bits(bits(x) & ~sign_bit()); }
ALWAYS_INLINE V with_sign(V x, V sign) { return from_bits(bits(x) | (bits(sign) & sign_bit())); }
ALWAYS_INLINE int any(I mask) { return __builtin_reduce_or(mask) != 0; }
ALWAYS_INLINE V choose(I mask, V yes, V no) { return mask ? yes : no; }

// x y + z, rounded once where the instruction set has an instruction for it.
#if FUSED
ALWAYS_INLINE V multiply_add(V x, V y, V z) { return __builtin_elementwise_fma(x, y, z); }
ALWAYS_INLINE SCALAR multiply_add_one(SCALAR x, SCALAR y, SCALAR z) { return __builtin_elementwise_fma(x, y, z); }
#else
ALWAYS_INLINE V multiply_add(V x, V y, V z) { return x * y + z; }
ALWAYS_INLINE SCALAR multiply_add_one(SCALAR x, SCALAR y, SCALAR z) { return x * y + z; }
#endif

// x y - product, where product is x y rounded (Dekker, A floating-point technique for extending the available
// precision, 1971; the halves are cut by masks).
ALWAYS_INLINE V product_error(V x, V y, V product) {
#if FUSED
  return __builtin_elementwise_fma(x, y, -product);
#else
  const W upper = (W)(~(((UNSIGNED)1 << ((SIGNIFICAND + 1) / 2)) - 1));
  const V xh = from_bits(bits(x) & upper), xl = x - xh, yh = from_bits(bits(y) & upper), yl = y - yh;
  return ((xh * yh - product) + xh * yl + xl * yh) + xl * yl;
#endif
}

// x + y - sum, where sum is x + y rounded (Knuth, The Art of Computer Programming, volume 2, section 4.2.2).
ALWAYS_INLINE V sum_error(V x, V y, V sum) {
  const V part = sum - x;
  return (x - (sum - part)) + (y - part);
}

// The polynomial with the given coefficients, the constant first.
ALWAYS_INLINE V polynomial(V x, const SCALAR *c, int degree) {
  V y = splat(c[degree]);
#pragma clang loop unroll(full)
  for (int i = degree - 1; i >= 0; i--) y = multiply_add(y, x, splat(c[i]));
  return y;
}
#define POLYNOMIAL(x, c) polynomial(x, c, (int)(sizeof(c) / sizeof(c[0])) - 1)

// The lower or upper halves of two vectors, by turns.
#if VECTOR_BYTES / SCALAR_BYTES == 2
ALWAYS_INLINE V interleave_lower(V x, V y) {
    return __builtin_shufflevector(x, y, 0, 2);
}
ALWAYS_INLINE V interleave_upper(V x, V y) {
    return __builtin_shufflevector(x, y, 1, 3);
}
#elif VECTOR_BYTES / SCALAR_BYTES == 4
ALWAYS_INLINE V interleave_lower(V x, V y) {
    return __builtin_shufflevector(x, y, 0, 4, 1, 5);
}
ALWAYS_INLINE V interleave_upper(V x, V y) {
    return __builtin_shufflevector(x, y, 2, 6, 3, 7);
}
#elif VECTOR_BYTES / SCALAR_BYTES == 8
ALWAYS_INLINE V interleave_lower(V x, V y) {
    return __builtin_shufflevector(x, y, 0, 8, 1, 9, 2, 10, 3, 11);
}
ALWAYS_INLINE V interleave_upper(V x, V y) {
    return __builtin_shufflevector(x, y, 4, 12, 5, 13, 6, 14, 7, 15);
}
#elif VECTOR_BYTES / SCALAR_BYTES == 16
ALWAYS_INLINE V interleave_lower(V x, V y) {
    return __builtin_shufflevector(x, y, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}
ALWAYS_INLINE V interleave_upper(V x, V y) {
    return __builtin_shufflevector(x, y, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}
#endif
