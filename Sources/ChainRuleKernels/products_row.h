// One row of the result where its elements belong to rows of memory, as in X w: the vectors go across memory rows,
// several of which are read side by side and turned in registers.

// Turns LANES vectors of LANES numbers: rows become columns, by interleaving the two halves once for every power of
// two (the perfect shuffle: Stone, Parallel processing with the perfect shuffle, 1971).
ALWAYS_INLINE void transpose(V x[LANES]) {
  V y[LANES];
#pragma clang loop unroll(full)
  for (int width = 1; width < LANES; width *= 2) {
#pragma clang loop unroll(full)
    for (int i = 0; i < LANES / 2; i++) {
      y[2 * i] = interleave_lower(x[i], x[i + LANES / 2]);
      y[2 * i + 1] = interleave_upper(x[i], x[i + LANES / 2]);
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < LANES; i++) x[i] = y[i];
  }
}

enum { GROUPS = 2 };

// sums[g] += the terms of LANES numbers of inner, for rows at row[g][lane].
ALWAYS_INLINE void turned_terms(int groups, const SCALAR *const *row, const SCALAR *a, ptrdiff_t ak, V *sum) {
#pragma clang loop unroll(full)
  for (int g = 0; g < groups; g++) {
    V x[LANES];
#pragma clang loop unroll(full)
    for (int lane = 0; lane < LANES; lane++) x[lane] = load(row[g * LANES + lane]);
    transpose(x);
#pragma clang loop unroll(full)
    for (int lane = 0; lane < LANES; lane++) sum[g] = multiply_add(x[lane], splat(a[lane * ak]), sum[g]);
  }
}

// Sums over count terms for up to GROUPS * LANES columns; where there are fewer, the last is repeated.
ALWAYS_INLINE void row_sums(const int groups, ptrdiff_t count, ptrdiff_t columns, const SCALAR *a, ptrdiff_t ak,
                            const SCALAR *b, ptrdiff_t bk, ptrdiff_t bj, SCALAR *out) {
  const SCALAR *row[GROUPS * LANES];
  V sum[GROUPS];
  ptrdiff_t k = 0;
  for (ptrdiff_t j = 0; j < groups * LANES; j++) row[j] = b + (j < columns ? j : columns - 1) * bj;
#pragma clang loop unroll(full)
  for (int g = 0; g < groups; g++) sum[g] = splat(0);
  if (bk == 1)
    for (; k + LANES <= count; k += LANES) {
      turned_terms(groups, row, a + k * ak, ak, sum);
      for (int j = 0; j < groups * LANES; j++) row[j] += LANES;
    }
  for (; k < count; k++)
#pragma clang loop unroll(full)
    for (int g = 0; g < groups; g++) {
      SCALAR x[LANES];
      for (int lane = 0; lane < LANES; lane++) {
        x[lane] = *row[g * LANES + lane];
        row[g * LANES + lane] += bk;
      }
      sum[g] = multiply_add(load(x), splat(a[k * ak]), sum[g]);
    }
#pragma clang loop unroll(full)
  for (int g = 0; g < groups; g++) store(out + g * LANES, sum[g]);
}

static void one_row(ptrdiff_t count, ptrdiff_t columns, const SCALAR *a, ptrdiff_t ak, const SCALAR *b, ptrdiff_t bk,
                    ptrdiff_t bj, target t) {
  SCALAR part[GROUPS * LANES];
  for (ptrdiff_t j = 0; j < columns; j += GROUPS * LANES) {
    const ptrdiff_t rest = columns - j < GROUPS * LANES ? columns - j : GROUPS * LANES;
    if (rest > LANES) row_sums(GROUPS, count, rest, a, ak, b + j * bj, bk, bj, part);
    else row_sums(1, count, rest, a, ak, b + j * bj, bk, bj, part);
    const target there = {t.out + j * t.columns, t.rows, t.columns, t.adds};
    write_tile(there, 1, part, GROUPS * LANES, 0, rest);
  }
}

// The sum of many terms, of neighbours in memory: its blocks of INNER share vectors, one in each lane, and are added in
// their order. Returns how many terms it added; the rest are too few for it.
static ptrdiff_t long_sum(ptrdiff_t inner, const SCALAR *a, const SCALAR *b, target t) {
  ptrdiff_t first = 0;
  for (; first + LANES * INNER <= inner; first += LANES * INNER) {
    V sum = splat(0);
    for (ptrdiff_t k = first; k < first + INNER; k += LANES) {
      V x[LANES], y[LANES];
#pragma clang loop unroll(full)
      for (int lane = 0; lane < LANES; lane++) {
        x[lane] = load(a + k + lane * INNER);
        y[lane] = load(b + k + lane * INNER);
      }
      transpose(x);
      transpose(y);
#pragma clang loop unroll(full)
      for (int lane = 0; lane < LANES; lane++) sum = multiply_add(x[lane], y[lane], sum);
    }
    for (int lane = 0; lane < LANES; lane++) {
      *t.out = t.adds ? *t.out + sum[lane] : sum[lane];
      t.adds = 1;
    }
  }
  return first;
}
