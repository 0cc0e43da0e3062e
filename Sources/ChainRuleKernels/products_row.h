// One row of the result. Its elements belong to rows of memory, as in X w, of which several are read side by side, or
// to columns that lie side by side, as in the product of r with X: then vectors go across these.

// MARK: Columns that are rows of memory

// So many rows are read side by side, each into a vector of sums.
enum { GROUP = LANES > 8 ? LANES : 8 };

// The terms that do not fill a vector, in one together with neighbours for which both factors are 0.
typedef struct {
  ptrdiff_t first;
  W is_left;
  V left;
} row_end;

// Where a row begins; after the last row, that one again.
ALWAYS_INLINE const SCALAR *row_at(const SCALAR *b, ptrdiff_t bj, int row, ptrdiff_t last) {
  // With a second base, few multiples of bj reach every row.
  if (last == GROUP - 1) return row < GROUP / 2 ? b + row * bj : (b + GROUP / 2 * bj) + (row - GROUP / 2) * bj;
  return b + (row < last ? row : last) * bj;
}

// Asks early for memory that is read from end to end: a processor that sees several rows at once does not guess it.
ALWAYS_INLINE void prefetch(const SCALAR *next, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i += 64 / (ptrdiff_t)sizeof(SCALAR)) __builtin_prefetch(next + i);
}

// The sums of a block of terms, for the rows up to the last. A row of b has its own row of a, or all have the same.
ALWAYS_INLINE void row_sums(ptrdiff_t count, const SCALAR *a, ptrdiff_t aj, const SCALAR *b, ptrdiff_t bj,
                            ptrdiff_t last, const row_end *end, SCALAR *out) {
  V sum[GROUP];
#pragma clang loop unroll(full)
  for (int row = 0; row < GROUP; row++) sum[row] = splat(0);
  ptrdiff_t k = 0;
  for (; k + LANES <= count; k += LANES) {
#pragma clang loop unroll(full)
    for (int row = 0; row < GROUP; row++)
      sum[row] = multiply_add(load(row_at(b, bj, row, last) + k), load(row_at(a, aj, row, last) + k), sum[row]);
  }
  if (k < count) {
#pragma clang loop unroll(full)
    for (int row = 0; row < GROUP; row++) {
      const W right = bits(load(row_at(b, bj, row, last) + end->first)) & end->is_left;
      sum[row] = multiply_add(from_bits(right), end->left, sum[row]);
    }
  }
#pragma clang loop unroll(full)
  for (int row = 0; row < GROUP; row += LANES) {
    V *x = sum + row;
    gather_lanes(LANES, x);
#pragma clang loop unroll(full)
    for (int half = LANES / 2; half > 0; half /= 2)
#pragma clang loop unroll(full)
      for (int i = 0; i < half; i++) x[i] += x[i + half];
    store(out + row, x[0]);
  }
}

// The sums of a block of terms too few for a vector: one after the other, with neighbouring rows in a vector.
ALWAYS_INLINE void few_sums(ptrdiff_t count, const SCALAR *a, const SCALAR *b, ptrdiff_t bk, ptrdiff_t bj,
                            ptrdiff_t last, SCALAR *out) {
  for (int row = 0; row < GROUP; row += LANES) {
    V sum = splat(0);
    for (ptrdiff_t k = 0; k < count; k++) {
      SCALAR numbers[LANES];
      for (int lane = 0; lane < LANES; lane++) numbers[lane] = row_at(b, bj, row + lane, last)[k * bk];
      sum = multiply_add(load(numbers), splat(a[k]), sum);
    }
    store(out + row, sum);
  }
}

// Rows whose numbers lie apart.
static void apart_sums(ptrdiff_t count, const SCALAR *a, const SCALAR *b, ptrdiff_t bk, ptrdiff_t bj, ptrdiff_t last,
                       const row_end *end, SCALAR *out) {
  SCALAR rows[GROUP * INNER];
  for (ptrdiff_t row = 0; row <= last; row++)
    for (ptrdiff_t k = 0; k < count; k++) rows[row * INNER + k] = b[row * bj + k * bk];
  row_sums(count, a, 0, rows, INNER, last, end, out);
}

// One block of terms, for a group of rows.
ALWAYS_INLINE void group_sums(ptrdiff_t count, const SCALAR *a, const SCALAR *b, ptrdiff_t bk, ptrdiff_t bj,
                              ptrdiff_t last, const row_end *end, SCALAR *out) {
  if (count < LANES) few_sums(count, a, b, bk, bj, last, out);
  else if (bk == 1) row_sums(count, a, 0, b, bj, last, end, out);
  else apart_sums(count, a, b, bk, bj, last, end, out);
}

// The columns of b are rows of memory; a group of them is read from end to end. Neighbours in a lie side by side.
static void group_row(ptrdiff_t inner, ptrdiff_t columns, const SCALAR *a, const SCALAR *b, ptrdiff_t bk, ptrdiff_t bj,
                      target t) {
  const ptrdiff_t ahead = 6144 / (ptrdiff_t)sizeof(SCALAR) + (inner > INNER ? GROUP * inner : 0);
  const ptrdiff_t rest = (inner - 1) % INNER + 1;
  row_end end = {rest - LANES, (W)splat(0), splat(0)};
  for (int lane = LANES - (int)(rest % LANES); lane < LANES && rest >= LANES; lane++) {
    end.is_left[lane] = ~(UNSIGNED)0;
    end.left[lane] = a[inner - LANES + lane];
  }
  SCALAR part[GROUP];
  for (ptrdiff_t j = 0; j < columns; j += GROUP) {
    const ptrdiff_t last = least(columns - j, GROUP) - 1;
    target there = {t.out + j * t.columns, t.rows, t.columns, t.adds};
    for (ptrdiff_t k = 0; k < inner; k += INNER) {
      const ptrdiff_t count = least(inner - k, INNER);
      const SCALAR *from = b + j * bj + k * bk;
      if (last < GROUP - 1) {
        group_sums(count, a + k, from, bk, bj, last, &end, part);
        write_tile(there, 1, part, 0, 0, last + 1);
      } else {
        if (bj == inner) prefetch(b + j * bj + k * GROUP + ahead, count * GROUP);
        group_sums(count, a + k, from, bk, bj, GROUP - 1, &end, part);
        write_tile(there, 1, part, 0, 0, GROUP);
      }
      there.adds = 1;
    }
  }
}

static void apart_row(ptrdiff_t inner, ptrdiff_t columns, const SCALAR *a, ptrdiff_t ak, const SCALAR *b, ptrdiff_t bk,
                      ptrdiff_t bj, target t) {
  SCALAR left[INNER];
  for (ptrdiff_t k = 0; k < inner; k += INNER) {
    const ptrdiff_t count = least(inner - k, INNER);
    for (ptrdiff_t i = 0; i < count; i++) left[i] = a[(k + i) * ak];
    group_row(count, columns, left, b + k * bk, bk, bj, t);
    t.adds = 1;
  }
}

// The sum of many terms, of neighbours in memory: its whole blocks are rows. Returns how many terms it added.
static ptrdiff_t long_sum(ptrdiff_t inner, const SCALAR *a, const SCALAR *b, target *t) {
  SCALAR part[GROUP];
  ptrdiff_t k = 0;
  for (ptrdiff_t blocks; k + INNER <= inner; k += blocks * INNER) {
    blocks = least((inner - k) / INNER, GROUP);
    if (blocks == GROUP) row_sums(INNER, a + k, INNER, b + k, INNER, GROUP - 1, NULL, part);
    else row_sums(INNER, a + k, INNER, b + k, INNER, blocks - 1, NULL, part);
    for (ptrdiff_t block = 0; block < blocks; block++) {
      *t->out = t->adds ? *t->out + part[block] : part[block];
      t->adds = 1;
    }
  }
  return k;
}

// MARK: Columns side by side

// The vectors of sums that there are registers for. Where the columns take few, further blocks of INNER terms are added
// up at the same time, so that no addition waits for the one before it.
enum { SUMS = 2 * TILE_ROWS };
#define PARTS(vectors) (SUMS >= 4 * (vectors) ? 4 : SUMS >= 2 * (vectors) ? 2 : 1)

// The sums of several blocks of count terms, over vectors of columns; where the last of the vectors lies is said.
ALWAYS_INLINE void level_sums(const int parts, const int vectors, ptrdiff_t count, const SCALAR *a, ptrdiff_t ak,
                              const SCALAR *b, ptrdiff_t bk, ptrdiff_t last, SCALAR *out) {
  V sum[SUMS];
#pragma clang loop unroll(full)
  for (int i = 0; i < parts * vectors; i++) sum[i] = splat(0);
  for (ptrdiff_t k = 0; k < count; k++)
#pragma clang loop unroll(full)
    for (int p = 0; p < parts; p++) {
      const SCALAR *row = b + (k + p * INNER) * bk;
      const V left = splat(a[(k + p * INNER) * ak]);
#pragma clang loop unroll(full)
      for (int v = 0; v < vectors; v++) {
        const V right = load(row + (v == vectors - 1 ? last : v * LANES));
        sum[p * vectors + v] = multiply_add(left, right, sum[p * vectors + v]);
      }
    }
#pragma clang loop unroll(full)
  for (int i = 0; i < parts * vectors; i++) store(out + i * LANES, sum[i]);
}

#define LEVEL_SUMS(vectors)                                                                                          \
  static void level_sums_##vectors(int parts, ptrdiff_t count, const SCALAR *a, ptrdiff_t ak, const SCALAR *b,       \
                                   ptrdiff_t bk, ptrdiff_t last, SCALAR *out) {                                      \
    if (parts == 1) level_sums(1, vectors, count, a, ak, b, bk, last, out);                                          \
    else level_sums(PARTS(vectors), vectors, count, a, ak, b, bk, last, out);                                        \
  }
LEVEL_SUMS(1)
LEVEL_SUMS(2)
LEVEL_SUMS(3)
LEVEL_SUMS(4)
LEVEL_SUMS(5)
LEVEL_SUMS(6)
LEVEL_SUMS(7)
LEVEL_SUMS(8)
#if TILE_ROWS > 4
LEVEL_SUMS(9)
LEVEL_SUMS(10)
LEVEL_SUMS(11)
LEVEL_SUMS(12)
#endif
#if TILE_ROWS > 6
LEVEL_SUMS(13)
LEVEL_SUMS(14)
LEVEL_SUMS(15)
LEVEL_SUMS(16)
#endif

static void (*const level[SUMS])(int parts, ptrdiff_t count, const SCALAR *a, ptrdiff_t ak, const SCALAR *b,
                                 ptrdiff_t bk, ptrdiff_t last, SCALAR *out) = {
    level_sums_1,  level_sums_2,  level_sums_3,  level_sums_4,
    level_sums_5,  level_sums_6,  level_sums_7,  level_sums_8,
#if TILE_ROWS > 4
    level_sums_9,  level_sums_10, level_sums_11, level_sums_12,
#endif
#if TILE_ROWS > 6
    level_sums_13, level_sums_14, level_sums_15, level_sums_16,
#endif
};

// The columns first to first + columns of whole vectors that begin at b; those after the first make up the last vector
// together with columns before it.
static void level_strip(int parts, ptrdiff_t count, ptrdiff_t columns, const SCALAR *a, ptrdiff_t ak, const SCALAR *b,
                        ptrdiff_t bk, ptrdiff_t last, target t) {
  SCALAR part[SUMS * LANES];
  const ptrdiff_t vectors = (columns + LANES - 1) / LANES, whole = (vectors - 1) * LANES;
  level[vectors - 1](parts, count, a, ak, b, bk, last, part);
  for (int p = 0; p < parts; p++) {
    const SCALAR *from = part + p * vectors * LANES;
    const target rest = {t.out + whole * t.columns, t.rows, t.columns, t.adds};
    write_tile(t, 1, from, 0, 0, whole);
    write_tile(rest, 1, from + whole, 0, whole - last, columns - whole);
    t.adds = 1;
  }
}

static void level_row(ptrdiff_t inner, ptrdiff_t columns, const SCALAR *a, ptrdiff_t ak, const SCALAR *b, ptrdiff_t bk,
                      target t, SCALAR *scratch) {
  const ptrdiff_t vectors = (columns + LANES - 1) / LANES, strips = (vectors + SUMS - 1) / SUMS;
  const ptrdiff_t width = (vectors + strips - 1) / strips * LANES;
  const int most = PARTS(width / LANES);
  for (ptrdiff_t k = 0; k < inner;) {
    const ptrdiff_t count = least(inner - k, INNER);
    int parts = inner - k >= most * INNER ? most : 1;
    const SCALAR *left = a + k * ak, *right = b + k * bk;
    if (columns < LANES && (inner - k - parts * count) * bk + columns < LANES) {
      // A vector from the last rows on would read what there is not.
      parts = 1;
      pack_right(count, columns, right, bk, 1, LANES, scratch);
      level_strip(1, count, columns, left, ak, scratch, LANES, 0, t);
    } else {
      for (ptrdiff_t j = 0, rest; j < columns; j += rest) {
        rest = least(columns - j, width);
        const target there = {t.out + j * t.columns, t.rows, t.columns, t.adds};
        level_strip(parts, count, rest, left, ak, right + j, bk, columns < LANES ? 0 : rest - LANES, there);
      }
    }
    k += parts * count;
    t.adds = 1;
  }
}

static void one_row(ptrdiff_t inner, ptrdiff_t columns, const SCALAR *a, ptrdiff_t ak, const SCALAR *b, ptrdiff_t bk,
                    ptrdiff_t bj, target t, SCALAR *scratch) {
  if (bj == 1 && columns > 1) {
    level_row(inner, columns, a, ak, b, bk, t, scratch);
  } else if (ak != 1) {
    apart_row(inner, columns, a, ak, b, bk, bj, t);
  } else {
    const ptrdiff_t done = columns == 1 && bk == 1 ? long_sum(inner, a, b, &t) : 0;
    if (done < inner) group_row(inner - done, columns, a + done, b + done * bk, bk, bj, t);
  }
}
