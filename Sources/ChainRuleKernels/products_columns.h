// Few columns, such as those of ten classes, of rows that lie apart: across the columns vectors would stay half empty,
// so they go down the rows, whose numbers are turned in registers.

enum {
  // As many columns as have room in the sums of a tile, for two vectors of rows or one.
  MOST_COLUMNS = TILE_ROWS * TILE_VECTORS < 12 ? TILE_ROWS * TILE_VECTORS : 12
};

// The vectors of rows that are computed together: two, if registers have room for their sums and for what is turned.
// Each number of the right operand that is read then serves both.
ALWAYS_INLINE int vectors_down(int columns) { return 2 * columns + LANES <= TILE_ROWS * TILE_VECTORS + 4 ? 2 : 1; }

// Puts LANES numbers of each of LANES rows side by side, and asks for those of the rows `ahead` of them.
ALWAYS_INLINE void turn_rows(const SCALAR *a, ptrdiff_t ai, ptrdiff_t ahead, V *out, int stride) {
  V x[LANES];
#pragma clang loop unroll(full)
  for (int lane = 0; lane < LANES; lane++) {
    x[lane] = load(a + lane * ai);
    __builtin_prefetch(a + (lane + ahead) * ai, 0, 2);
  }
  gather_lanes(LANES, x);
#pragma clang loop unroll(full)
  for (int lane = 0; lane < LANES; lane++) out[lane * stride] = x[lane];
}

// Adds all terms to totals[j * vectors + v], in the order of all products.
ALWAYS_INLINE void column_totals(const int columns, const int vectors, ptrdiff_t inner, const SCALAR *a, ptrdiff_t ai,
                                 ptrdiff_t ahead, const SCALAR *b, ptrdiff_t bk, int adds, V *totals) {
  for (ptrdiff_t k = 0; k < inner;) {
    const ptrdiff_t end = inner - k < INNER ? inner : k + INNER;
    V sum[MOST_COLUMNS][2], x[LANES][2];
#pragma clang loop unroll(full)
    for (int j = 0; j < columns; j++) sum[j][0] = sum[j][1] = splat(0);
    while (k < end) {
      // The last numbers are turned together with some before them, which are not used again.
      const ptrdiff_t used = end - k < LANES ? LANES - (end - k) : 0;
#pragma clang loop unroll(full)
      for (int v = 0; v < vectors; v++) turn_rows(a + v * LANES * ai + k - used, ai, ahead, &x[0][v], 2);
      for (ptrdiff_t lane = used; lane < LANES; lane++, k++)
#pragma clang loop unroll(full)
        for (int j = 0; j < columns; j++) {
          const V right = splat(b[k * bk + j]);
#pragma clang loop unroll(full)
          for (int v = 0; v < vectors; v++) sum[j][v] = multiply_add(x[lane][v], right, sum[j][v]);
        }
    }
#pragma clang loop unroll(full)
    for (int j = 0; j < columns; j++)
#pragma clang loop unroll(full)
      for (int v = 0; v < vectors; v++)
        totals[j * vectors + v] = adds ? totals[j * vectors + v] + sum[j][v] : sum[j][v];
    adds = 1;
  }
}

typedef void (*columns_function)(ptrdiff_t inner, const SCALAR *a, ptrdiff_t ai, ptrdiff_t ahead, const SCALAR *b,
                                 ptrdiff_t bk, int adds, V *totals);

#define COLUMNS(count)                                                                                             \
  static void columns_##count(ptrdiff_t inner, const SCALAR *a, ptrdiff_t ai, ptrdiff_t ahead, const SCALAR *b,    \
                              ptrdiff_t bk, int adds, V *totals) {                                                 \
    column_totals(count, vectors_down(count), inner, a, ai, ahead, b, bk, adds, totals);                           \
  }
COLUMNS(2)
COLUMNS(3)
COLUMNS(4)
COLUMNS(5)
COLUMNS(6)
COLUMNS(7)
COLUMNS(8)
#if TILE_ROWS > 4
COLUMNS(9)
COLUMNS(10)
COLUMNS(11)
COLUMNS(12)
#endif

static const columns_function columns_functions[MOST_COLUMNS + 1] = {
    NULL, NULL, columns_2, columns_3, columns_4, columns_5, columns_6, columns_7, columns_8,
#if TILE_ROWS > 4
    columns_9, columns_10, columns_11, columns_12,
#endif
};

// Whether turning pays: where across the columns at least a quarter of the vectors would stay empty, and sums are long
// enough to be worth starting.
static int are_few_columns(ptrdiff_t inner, ptrdiff_t columns, ptrdiff_t ak, ptrdiff_t bj) {
  return columns >= 2 && columns <= MOST_COLUMNS && 4 * columns <= 3 * ((columns + LANES - 1) / LANES * LANES) &&
         ak == 1 && bj == 1 && inner >= 3 * LANES;
}

// Returns how many rows it computed; the rest do not fill vectors.
static ptrdiff_t few_columns(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, const SCALAR *a, ptrdiff_t ai,
                             const SCALAR *b, ptrdiff_t bk, target t) {
  const int vectors = vectors_down((int)columns);
  const ptrdiff_t height = vectors * LANES;
  ptrdiff_t i = 0;
  for (; i + height <= rows; i += height) {
    V totals[2 * MOST_COLUMNS];
    SCALAR *const total = (SCALAR *)totals, *const out = t.out + i * t.rows;
    if (t.adds)
      for (ptrdiff_t j = 0; j < columns; j++)
        for (ptrdiff_t r = 0; r < height; r++) total[j * height + r] = out[r * t.rows + j * t.columns];
    const ptrdiff_t ahead = i + 2 * height <= rows ? height : 0;
    columns_functions[columns](inner, a + i * ai, ai, ahead, b, bk, t.adds, totals);
    for (ptrdiff_t r = 0; r < height; r++)
      for (ptrdiff_t j = 0; j < columns; j++) out[r * t.rows + j * t.columns] = total[j * height + r];
  }
  return i;
}
