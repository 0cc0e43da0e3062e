// The product of matrices: every shape and stride through one function.
//
// The order of every sum: inner is cut into blocks of INNER, whose sums are added one after the other. Within a block
// terms are added one after the other, from 0 up; but where a vector meets columns that do not lie side by side, as in
// X w, every LANES-th term belongs to a sum of its own, and these are added by halves. Nothing else decides about a
// result, so that a product may be cut anywhere along its rows and columns, except into single ones. What varies is which
// numbers share a vector: neighbours along a row of the result, or, exchanging the operands, along a column.

enum {
  INNER = 256,
  // The columns of a tile of the most vectors.
  PANEL = TILE_VECTORS * LANES,
  // At most as many columns are worth putting the vectors down rows that lie side by side.
  FEW = PANEL / 2,
  // What is packed at once: the left part stays in the second level of the cache, the right one in the third.
  ROWS_AT_ONCE = TILE_ROWS * 16,
  COLUMNS_AT_ONCE = PANEL * 44,
  // Up to so many rows, copying the right operand costs more than to read its rows where they are; likewise the left
  // operand, up to so many columns.
  ROWS_IN_PLACE = 512,
  COLUMNS_IN_PLACE = PANEL * 5
};

typedef struct {
  SCALAR *out;
  ptrdiff_t rows, columns;
  int adds;
} target;

static ptrdiff_t least(ptrdiff_t x, ptrdiff_t y) { return x < y ? x : y; }
static ptrdiff_t rounded_up(ptrdiff_t x, ptrdiff_t unit) { return (x + unit - 1) / unit * unit; }

// MARK: Tiles

// rows x (vectors * LANES) sums over count terms, in registers.
ALWAYS_INLINE void tile(const int rows, const int vectors, ptrdiff_t count, const SCALAR *a, ptrdiff_t ai, ptrdiff_t ak,
                        const SCALAR *b, ptrdiff_t bk, SCALAR *out, ptrdiff_t row, int adds) {
  V sum[TILE_ROWS][3];
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++)
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) sum[i][v] = splat(0);
  for (ptrdiff_t k = 0; k < count; k++) {
    V right[3];
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) right[v] = load(b + k * bk + v * LANES);
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++) {
      const V left = splat(a[i * ai + k * ak]);
#pragma clang loop unroll(full)
      for (int v = 0; v < vectors; v++) sum[i][v] = multiply_add(left, right[v], sum[i][v]);
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++)
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) {
      SCALAR *place = out + i * row + v * LANES;
      store(place, adds ? load(place) + sum[i][v] : sum[i][v]);
    }
}

typedef void (*tile_function)(ptrdiff_t count, const SCALAR *a, ptrdiff_t ai, ptrdiff_t ak, const SCALAR *b,
                              ptrdiff_t bk, SCALAR *out, ptrdiff_t row, int adds);

#define TILE(rows, vectors)                                                                                        \
  static void tile_##rows##_##vectors(ptrdiff_t count, const SCALAR *a, ptrdiff_t ai, ptrdiff_t ak, const SCALAR *b, \
                                      ptrdiff_t bk, SCALAR *out, ptrdiff_t row, int adds) {                        \
    tile(rows, vectors, count, a, ai, ak, b, bk, out, row, adds);                                                  \
  }
#define TILES(rows) TILE(rows, 1) TILE(rows, 2) TILE(rows, 3)
TILES(1)
TILES(2)
TILES(3)
TILES(4)
#if TILE_ROWS > 4
TILES(5)
TILES(6)
#endif
#if TILE_ROWS > 6
TILES(7)
TILES(8)
#endif

static const tile_function tiles[TILE_ROWS][3] = {
    {tile_1_1, tile_1_2, tile_1_3}, {tile_2_1, tile_2_2, tile_2_3},
    {tile_3_1, tile_3_2, tile_3_3}, {tile_4_1, tile_4_2, tile_4_3},
#if TILE_ROWS > 4
    {tile_5_1, tile_5_2, tile_5_3}, {tile_6_1, tile_6_2, tile_6_3},
#endif
#if TILE_ROWS > 6
    {tile_7_1, tile_7_2, tile_7_3}, {tile_8_1, tile_8_2, tile_8_3},
#endif
};

// The tiles of the most rows, with a left operand packed for them. What they add to is fetched while they compute.
#define PACKED_TILE(vectors)                                                                                         \
  static void packed_tile_##vectors(ptrdiff_t count, const SCALAR *a, const SCALAR *b, ptrdiff_t bk, SCALAR *out,    \
                                    ptrdiff_t row, int adds) {                                                       \
    for (int i = 0; i < TILE_ROWS; i++)                                                                              \
      for (int v = 0; v < vectors; v++) __builtin_prefetch(out + i * row + v * LANES, 1);                            \
    tile(TILE_ROWS, vectors, count, a, 1, TILE_ROWS, b, bk, out, row, adds);                                         \
  }
PACKED_TILE(1)
PACKED_TILE(2)
PACKED_TILE(3)

typedef void (*packed_tile_function)(ptrdiff_t count, const SCALAR *a, const SCALAR *b, ptrdiff_t bk, SCALAR *out,
                                     ptrdiff_t row, int adds);
static const packed_tile_function packed_tiles[3] = {packed_tile_1, packed_tile_2, packed_tile_3};

// Writes the columns first to first + columns of a tile that was computed aside.
ALWAYS_INLINE void write_tile(target t, int rows, const SCALAR *part, ptrdiff_t row, ptrdiff_t first,
                              ptrdiff_t columns) {
  for (int i = 0; i < rows; i++)
    for (ptrdiff_t j = 0; j < columns; j++) {
      SCALAR *place = t.out + i * t.rows + j * t.columns;
      *place = t.adds ? *place + part[i * row + first + j] : part[i * row + first + j];
    }
}

#include "products_packing.h"

// MARK: One row of the result

#include "products_row.h"

// MARK: Few columns of the result

#include "products_columns.h"

// MARK: Blocks

// One panel of columns, count terms: b holds columns in whole vectors, of which the first few may be left out.
static void panel(ptrdiff_t rows, ptrdiff_t count, const SCALAR *a, ptrdiff_t ai, ptrdiff_t ak, int isPacked,
                  const SCALAR *b, ptrdiff_t bk, ptrdiff_t first, ptrdiff_t columns, target t) {
  const int vectors = (int)((first + columns + LANES - 1) / LANES);
  const int isWhole = t.columns == 1 && first == 0 && columns == vectors * LANES;
  SCALAR aside[TILE_ROWS * PANEL];
  // Tiles of nearly the same height, unless their operand is packed for a certain one.
  const ptrdiff_t tiles_down = (rows + TILE_ROWS - 1) / TILE_ROWS;
  const ptrdiff_t tall = isPacked ? TILE_ROWS : (rows + tiles_down - 1) / tiles_down;
  for (ptrdiff_t i = 0; i < rows; i += tall) {
    const int height = (int)least(rows - i, tall);
    SCALAR *out = isWhole ? t.out + i * t.rows : aside;
    const ptrdiff_t row = isWhole ? t.rows : vectors * LANES;
    const int adds = isWhole && t.adds;
    if (isPacked && height == TILE_ROWS) {
      packed_tiles[vectors - 1](count, a + i * count, b, bk, out, row, adds);
    } else {
      const tile_function function = tiles[height - 1][vectors - 1];
      if (isPacked) function(count, a + i * count, 1, TILE_ROWS, b, bk, out, row, adds);
      else function(count, a + i * ai, ai, ak, b, bk, out, row, adds);
    }
    if (!isWhole) {
      const target rest = {t.out + i * t.rows, t.rows, t.columns, t.adds};
      write_tile(rest, height, aside, row, first, columns);
    }
  }
}

// Few rows: the right operand is read where it is. The last columns make whole vectors together with columns before
// them, or, where there are none, with zeros.
static void few_rows(ptrdiff_t rows, ptrdiff_t count, ptrdiff_t columns, const SCALAR *a, ptrdiff_t ai, ptrdiff_t ak,
                     const SCALAR *b, ptrdiff_t bk, target t, SCALAR *scratch) {
  for (ptrdiff_t j = 0, rest; j < columns; j += rest) {
    rest = least(columns - j, PANEL);
    if (j == 0 && rest > LANES) rest = rest / LANES * LANES;
    const ptrdiff_t whole = rounded_up(rest, LANES), first = whole - rest;
    const target part = {t.out + j * t.columns, t.rows, t.columns, t.adds};
    if (j >= first) {
      panel(rows, count, a, ai, ak, 0, b + j - first, bk, first, rest, part);
    } else {
      pack_right(count, rest, b + j, bk, 1, whole, scratch);
      panel(rows, count, a, ai, ak, 0, scratch, whole, 0, rest, part);
    }
  }
}

static void blocks(ptrdiff_t rows, ptrdiff_t count, ptrdiff_t columns, const SCALAR *a, ptrdiff_t ai, ptrdiff_t ak,
                   const SCALAR *b, ptrdiff_t bk, ptrdiff_t bj, target t, SCALAR *scratch) {
  const int packsLeft = columns > COLUMNS_IN_PLACE, isInPlace = bj == 1 && rows <= ROWS_IN_PLACE;
  SCALAR *left = scratch + INNER * least(rounded_up(columns, PANEL), COLUMNS_AT_ONCE);
  for (ptrdiff_t j0 = 0; j0 < columns; j0 += COLUMNS_AT_ONCE) {
    const ptrdiff_t across = least(columns - j0, COLUMNS_AT_ONCE);
    for (ptrdiff_t j = 0; j < across; j += PANEL) {
      const ptrdiff_t width = least(across - j, PANEL), whole = rounded_up(width, LANES);
      if (!isInPlace || width < whole)
        pack_right(count, width, b + (j0 + j) * bj, bk, bj, whole, scratch + j * count);
    }
    for (ptrdiff_t i0 = 0; i0 < rows; i0 += ROWS_AT_ONCE) {
      const ptrdiff_t down = least(rows - i0, ROWS_AT_ONCE);
      const SCALAR *source = a + i0 * ai;
      if (packsLeft) pack_left(count, down, source, ai, ak, left);
      for (ptrdiff_t j = 0; j < across; j += PANEL) {
        const ptrdiff_t width = least(across - j, PANEL), whole = rounded_up(width, LANES);
        const target part = {t.out + i0 * t.rows + (j0 + j) * t.columns, t.rows, t.columns, t.adds};
        if (isInPlace && width == whole)
          panel(down, count, packsLeft ? left : source, ai, ak, packsLeft, b + j0 + j, bk, 0, width, part);
        else
          panel(down, count, packsLeft ? left : source, ai, ak, packsLeft, scratch + j * count, whole, 0, width, part);
      }
    }
  }
}

static void product(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, const SCALAR *a, ptrdiff_t ai, ptrdiff_t ak,
                    const SCALAR *b, ptrdiff_t bk, ptrdiff_t bj, target t, SCALAR *scratch) {
  if (rows == 1) {
    one_row(inner, columns, a, ak, b, bk, bj, t, scratch);
    return;
  }
  for (ptrdiff_t k = 0; k < inner; k += INNER) {
    const ptrdiff_t count = least(inner - k, INNER);
    if (bj == 1 && rows <= 2 * TILE_ROWS) few_rows(rows, count, columns, a, ai, ak, b, bk, t, scratch);
    else blocks(rows, count, columns, a, ai, ak, b, bk, bj, t, scratch);
    a += count * ak;
    b += count * bk;
    t.adds = 1;
  }
}

// The elements of scratch that a product of rows and columns, in this order, packs its operands into.
static ptrdiff_t packed_size(ptrdiff_t rows, ptrdiff_t columns) {
  return INNER * (least(rounded_up(columns, PANEL), COLUMNS_AT_ONCE) + least(rounded_up(rows, TILE_ROWS), ROWS_AT_ONCE));
}

static ptrdiff_t matmul_scratch(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns) {
  const ptrdiff_t unit = 64 / (ptrdiff_t)sizeof(SCALAR) + TURNED - TILE_ROWS;
  (void)inner;
  if (rows <= 1 || columns <= 1) return INNER * PANEL + unit;
  const ptrdiff_t one = packed_size(rows, columns), other = columns <= FEW ? packed_size(columns, rows) : 0;
  return (one > other ? one : other) + unit;
}

static void matmul(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, const void *a, ptrdiff_t ai, ptrdiff_t ak,
                   const void *b, ptrdiff_t bk, ptrdiff_t bj, void *out, ptrdiff_t so, int adds, void *scratch) {
  SCALAR *aligned = scratch == NULL ? NULL : (SCALAR *)(((uintptr_t)scratch + 63) / 64 * 64);
  if (rows <= 0 || columns <= 0) return;
  if (inner <= 0) {
    if (!adds)
      for (ptrdiff_t i = 0; i < rows; i++) memset((SCALAR *)out + i * so, 0, (size_t)columns * sizeof(SCALAR));
    return;
  }
  // A single column, or few beside rows that lie side by side: the vectors go down.
  if (columns == 1 || (columns <= FEW && ai == 1 && rows > columns)) {
    const target t = {out, 1, so, adds};
    product(columns, inner, rows, b, bj, bk, a, ak, ai, t, aligned);
  } else {
    target t = {out, so, 1, adds};
    if (are_few_columns(inner, columns, ak, bj)) {
      const ptrdiff_t done = few_columns(rows, inner, columns, a, ai, b, bk, t);
      if (done == rows) return;
      rows -= done;
      a = (const SCALAR *)a + done * ai;
      t.out += done * so;
    }
    product(rows, inner, columns, a, ai, ak, b, bk, bj, t, aligned);
  }
}
