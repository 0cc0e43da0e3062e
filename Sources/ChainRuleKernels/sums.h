// Sums, added pairwise (Higham, Accuracy and Stability of Numerical Algorithms, 2002, section 4.2): the error grows
// with the logarithm of the number of terms.

// The sum of the lanes, in a binary tree.
ALWAYS_INLINE SCALAR lane_sum(V x) {
  SCALAR part[LANES];
  store(part, x);
  for (int width = LANES / 2; width > 0; width /= 2)
    for (int lane = 0; lane < width; lane++) part[lane] += part[lane + width];
  return part[0];
}

// Four running sums of vectors for up to 512 elements; the last ones are filled up with zeros.
static SCALAR sum_block(ptrdiff_t n, const SCALAR *a) {
  V part[4] = {splat(0), splat(0), splat(0), splat(0)};
  ptrdiff_t i = 0;
  for (; i + 4 * LANES <= n; i += 4 * LANES)
    for (int v = 0; v < 4; v++) part[v] += load(a + i + v * LANES);
  for (int v = 0; i + LANES <= n; i += LANES, v++) part[v] += load(a + i);
  if (i < n) {
    SCALAR rest[LANES] = {0};
    for (int lane = 0; i + lane < n; lane++) rest[lane] = a[i + lane];
    part[3] += load(rest);
  }
  return lane_sum((part[0] + part[1]) + (part[2] + part[3]));
}

static SCALAR sum_apart(ptrdiff_t n, const SCALAR *a, ptrdiff_t sa) {
  SCALAR part[8] = {0, 0, 0, 0, 0, 0, 0, 0};
  ptrdiff_t i = 0;
  for (; i + 8 <= n; i += 8)
    for (int lane = 0; lane < 8; lane++) part[lane] += a[(i + lane) * sa];
  for (int lane = 0; i < n; i++, lane++) part[lane] += a[i * sa];
  return ((part[0] + part[1]) + (part[2] + part[3])) + ((part[4] + part[5]) + (part[6] + part[7]));
}

static SCALAR pairwise(ptrdiff_t n, const SCALAR *a, ptrdiff_t sa) {
  const ptrdiff_t leaf = sa == 1 ? 512 : 128;
  if (n > leaf) {
    const ptrdiff_t half = n / 2 / 64 * 64;
    return pairwise(half, a, sa) + pairwise(n - half, a + half * sa, sa);
  }
  return sa == 1 ? sum_block(n, a) : sum_apart(n, a, sa);
}

static void sum(ptrdiff_t n, const void *a, ptrdiff_t sa, void *out) {
  *(SCALAR *)out = pairwise(n, a, sa);
}

// As sum_block, of products.
static SCALAR dot_block(ptrdiff_t n, const SCALAR *a, const SCALAR *b) {
  V part[4] = {splat(0), splat(0), splat(0), splat(0)};
  ptrdiff_t i = 0;
  for (; i + 4 * LANES <= n; i += 4 * LANES)
    for (int v = 0; v < 4; v++) part[v] = multiply_add(load(a + i + v * LANES), load(b + i + v * LANES), part[v]);
  for (int v = 0; i + LANES <= n; i += LANES, v++) part[v] = multiply_add(load(a + i), load(b + i), part[v]);
  if (i < n) {
    SCALAR left[LANES] = {0}, right[LANES] = {0};
    for (int lane = 0; i + lane < n; lane++) {
      left[lane] = a[i + lane];
      right[lane] = b[i + lane];
    }
    part[3] = multiply_add(load(left), load(right), part[3]);
  }
  return lane_sum((part[0] + part[1]) + (part[2] + part[3]));
}

static SCALAR dot_apart(ptrdiff_t n, const SCALAR *a, ptrdiff_t sa, const SCALAR *b, ptrdiff_t sb) {
  SCALAR part[8] = {0, 0, 0, 0, 0, 0, 0, 0};
  for (ptrdiff_t i = 0; i < n; i++) part[i % 8] = multiply_add_one(a[i * sa], b[i * sb], part[i % 8]);
  return ((part[0] + part[1]) + (part[2] + part[3])) + ((part[4] + part[5]) + (part[6] + part[7]));
}

static SCALAR pairwise_dot(ptrdiff_t n, const SCALAR *a, ptrdiff_t sa, const SCALAR *b, ptrdiff_t sb) {
  const int isDense = sa == 1 && sb == 1;
  if (n > (isDense ? 512 : 128)) {
    const ptrdiff_t half = n / 2 / 64 * 64;
    return pairwise_dot(half, a, sa, b, sb) + pairwise_dot(n - half, a + half * sa, sa, b + half * sb, sb);
  }
  return isDense ? dot_block(n, a, b) : dot_apart(n, a, sa, b, sb);
}

static void dot(ptrdiff_t n, const void *a, ptrdiff_t sa, const void *b, ptrdiff_t sb, void *out) {
  *(SCALAR *)out = pairwise_dot(n, a, sa, b, sb);
}

// The sums of four vectors of columns, or of one. Columns are never added to each other, so that a sum depends on
// its own column only.
#define COLUMN_SUMS(name, count)                                                           \
  static void name(ptrdiff_t rows, const SCALAR *a, ptrdiff_t sr, SCALAR *out) {           \
    V part[count];                                                                         \
    if (rows > 64) {                                                                       \
      SCALAR other[count * LANES];                                                         \
      const ptrdiff_t half = rows / 2;                                                     \
      name(half, a, sr, out);                                                              \
      name(rows - half, a + half * sr, sr, other);                                         \
      for (int v = 0; v < count; v++)                                                      \
        store(out + v * LANES, load(out + v * LANES) + load(other + v * LANES));           \
      return;                                                                              \
    }                                                                                      \
    for (int v = 0; v < count; v++) part[v] = splat(0);                                    \
    for (ptrdiff_t i = 0; i < rows; i++)                                                   \
      for (int v = 0; v < count; v++) part[v] += load(a + i * sr + v * LANES);             \
    for (int v = 0; v < count; v++) store(out + v * LANES, part[v]);                       \
  }

COLUMN_SUMS(four_column_sums, 4)
COLUMN_SUMS(one_column_sum, 1)

static SCALAR single_column_sum(ptrdiff_t rows, const SCALAR *a, ptrdiff_t sr) {
  if (rows > 64)
    return single_column_sum(rows / 2, a, sr) + single_column_sum(rows - rows / 2, a + rows / 2 * sr, sr);
  SCALAR part = 0;
  for (ptrdiff_t i = 0; i < rows; i++) part += a[i * sr];
  return part;
}

static void sum_rows(ptrdiff_t rows, ptrdiff_t columns, const void *source, ptrdiff_t sr, void *result) {
  const SCALAR *a = source;
  SCALAR *out = result;
  ptrdiff_t j = 0;
  for (; j + 4 * LANES <= columns; j += 4 * LANES) four_column_sums(rows, a + j, sr, out + j);
  for (; j + LANES <= columns; j += LANES) one_column_sum(rows, a + j, sr, out + j);
  // The last columns once more, together with neighbours that fill a vector.
  if (j < columns && columns >= LANES) one_column_sum(rows, a + columns - LANES, sr, out + columns - LANES);
  else
    for (; j < columns; j++) out[j] = single_column_sum(rows, a + j, sr);
}

static void rows_sum(ptrdiff_t rows, ptrdiff_t columns, const void *source, ptrdiff_t sr, void *result) {
  const SCALAR *a = source;
  SCALAR *out = result;
  for (ptrdiff_t i = 0; i < rows; i++) out[i] = pairwise(columns, a + i * sr, 1);
}

// The error of one addition, exactly (Knuth, The Art of Computer Programming, volume 2, section 4.2.2, theorem B).
static void accumulate(ptrdiff_t n, const void *addends, void *sums, void *errors) {
  const SCALAR *a = addends;
  SCALAR *sum = sums, *error = errors;
  for (ptrdiff_t i = 0; i < n; i++) {
    const SCALAR s = sum[i] + a[i], taken = s - sum[i];
    error[i] += (sum[i] - (s - taken)) + (a[i] - taken);
    sum[i] = s;
  }
}

static void finish_sum(ptrdiff_t n, void *sums, const void *errors) {
  const SCALAR *error = errors;
  SCALAR *sum = sums;
  // Beside an infinite sum the error is undefined.
  for (ptrdiff_t i = 0; i < n; i++) sum[i] = sum[i] - sum[i] == 0 ? sum[i] + error[i] : sum[i];
}
