// A sum that carries its rounding error along (Neumaier 1974), so that it does not grow with the number of terms.
typedef struct { double total, error; } sum_t;

static void add_term(sum_t *sum, double x) {
  const double next = sum->total + x;
  // Beside an infinite or undefined sum there is no error to carry.
  if (next - next == 0)
    sum->error += fabs(sum->total) >= fabs(x) ? (sum->total - next) + x : (x - next) + sum->total;
  sum->total = next;
}

