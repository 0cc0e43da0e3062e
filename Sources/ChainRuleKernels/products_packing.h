// Operands of products copied together, so that tiles read them one after the other. Where the numbers of a vector in
// memory belong to different places of the copy, several vectors are turned in registers.

// The numbers of each lane of so many vectors, a power of two, become neighbours: all of lane 0, then all of lane 1.
// Interleaving the two halves does it for two vectors; here it is repeated for every power of two (the perfect shuffle:
// Stone, Parallel processing with the perfect shuffle, 1971).
ALWAYS_INLINE void gather_lanes(const int vectors, V *x) {
  V y[LANES > 8 ? LANES : 8];
#pragma clang loop unroll(full)
  for (int width = 1; width < vectors; width *= 2) {
#pragma clang loop unroll(full)
    for (int i = 0; i < vectors / 2; i++) {
      y[2 * i] = interleave_lower(x[i], x[i + vectors / 2]);
      y[2 * i + 1] = interleave_upper(x[i], x[i + vectors / 2]);
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < vectors; i++) x[i] = y[i];
  }
}

// Columns side by side for every k, in a panel of up to PANEL columns. What fills it up to whole vectors is not used.
static void pack_right(ptrdiff_t count, ptrdiff_t columns, const SCALAR *b, ptrdiff_t bk, ptrdiff_t bj, ptrdiff_t width,
                       SCALAR *out) {
  if (bj == 1) {
    for (ptrdiff_t k = 0; k < count; k++) {
      ptrdiff_t j = 0;
      for (; j + LANES <= columns; j += LANES) store(out + k * width + j, load(b + k * bk + j));
      for (; j < columns; j++) out[k * width + j] = b[k * bk + j];
      for (; j < width; j++) out[k * width + j] = b[k * bk];
    }
    return;
  }
  for (ptrdiff_t first = 0; first < columns; first += LANES) {
    const ptrdiff_t some = columns - first < LANES ? columns - first : LANES;
    ptrdiff_t k = 0;
    if (bk == 1)
      for (; k + LANES <= count; k += LANES) {
        V x[LANES];
        for (int j = 0; j < LANES; j++) x[j] = load(b + (first + (j < some ? j : 0)) * bj + k);
        gather_lanes(LANES, x);
        for (int lane = 0; lane < LANES; lane++) store(out + (k + lane) * width + first, x[lane]);
      }
    for (; k < count; k++)
      for (ptrdiff_t j = 0; j < LANES; j++)
        out[k * width + first + j] = b[k * bk + (first + (j < some ? j : 0)) * bj];
  }
}

// Vectors of as many rows as a tile has, or a power of two above.
enum { TURNED = TILE_ROWS > 4 ? 8 : 4 };

// Rows side by side for every k, in panels of TILE_ROWS rows. Up to TURNED - TILE_ROWS elements after the last are
// written as well.
static void pack_left(ptrdiff_t count, ptrdiff_t rows, const SCALAR *a, ptrdiff_t ai, ptrdiff_t ak, SCALAR *out) {
  for (ptrdiff_t first = 0; first < rows; first += TILE_ROWS) {
    const ptrdiff_t some = rows - first < TILE_ROWS ? rows - first : TILE_ROWS;
    const SCALAR *source = a + first * ai;
    ptrdiff_t k = 0;
    if (ak == 1)
      for (; k + LANES <= count; k += LANES) {
        V x[TURNED];
        for (int i = 0; i < TURNED; i++) x[i] = load(source + (i < some ? i : some - 1) * ai + k);
        gather_lanes(TURNED, x);
        // Where a vector ends beyond the tile, what follows is written next.
        for (int v = 0; v < TURNED; v++)
          store(out + (k + v * LANES / TURNED) * TILE_ROWS + v * LANES % TURNED, x[v]);
      }
    else if (ai == 1 && some == TILE_ROWS)
      for (; k < count; k++) memcpy(out + k * TILE_ROWS, source + k * ak, TILE_ROWS * sizeof(SCALAR));
    for (; k < count; k++)
      for (ptrdiff_t i = 0; i < some; i++) out[k * TILE_ROWS + i] = source[i * ai + k * ak];
    out += TILE_ROWS * count;
  }
}
