// A pass over one example.

INLINE vec load(const real *p) {
  struct Packed { vec v; } __attribute__((packed, may_alias));
  return ((const struct Packed *)p)->v;
}

// dW of a row of weights, δ·a, after the sum's own 0.
INLINE void spread(double *to, const real *a, vec d, int columns) {
  vec zero = splat(0);
  int c = 0;
  for (; c + LANES <= columns; c += LANES) {
    vec g = zero + d * load(a + c);
    UNROLL for (int i = 0; i < LANES; i++) to[c + i] = g[i];
  }
  for (; c < columns; c++) to[c] = 0 + d[0] * a[c];
}

// A whole pass over one example, B = 1, with neurons in the lanes instead of examples: the same sums in the same order.
static double pass(const real *x, const real *y, double lambda) {
  takeWeights();
  const real *start = net.weights, *w = start;
  const struct Constants *k = &constants;
  const real *in = x;
  real *a = (real *)net.activations;
  int depth = net.depth, last = net.sizes[depth];
  for (int l = 1; l <= depth; l++) {
    int n = net.sizes[l], columns = net.sizes[l - 1], j = 0;
    const real *bias = w + n * columns;
    for (; j + LANES <= n; j += LANES) {
      vec sum = load(bias + j);
      const real *row = w + j * columns;
      int c = 0;
      for (; c + LANES <= columns; c += LANES, row += LANES) {
#if PRECISION == 32
        vec r0 = load(row), r1 = load(row + columns), r2 = load(row + 2 * columns), r3 = load(row + 3 * columns);
        vec p0 = __builtin_shufflevector(r0, r1, 0, 4, 1, 5), p1 = __builtin_shufflevector(r2, r3, 0, 4, 1, 5);
        vec p2 = __builtin_shufflevector(r0, r1, 2, 6, 3, 7), p3 = __builtin_shufflevector(r2, r3, 2, 6, 3, 7);
        sum += __builtin_shufflevector(p0, p1, 0, 1, 4, 5) * splat(in[c]);
        sum += __builtin_shufflevector(p0, p1, 2, 3, 6, 7) * splat(in[c + 1]);
        sum += __builtin_shufflevector(p2, p3, 0, 1, 4, 5) * splat(in[c + 2]);
        sum += __builtin_shufflevector(p2, p3, 2, 3, 6, 7) * splat(in[c + 3]);
#else
        vec r0 = load(row), r1 = load(row + columns);
        sum += __builtin_shufflevector(r0, r1, 0, 2) * splat(in[c]);
        sum += __builtin_shufflevector(r0, r1, 1, 3) * splat(in[c + 1]);
#endif
      }
      for (; c < columns; c++, row++) {
#if PRECISION == 32
        vec column = {row[0], row[columns], row[2 * columns], row[3 * columns]};
#else
        vec column = {row[0], row[columns]};
#endif
        sum += column * splat(in[c]);
      }
      *(vec *)(a + j) = sum;
    }
    for (; j < n; j++) {
      real sum = bias[j];
      for (int c = 0; c < columns; c++) sum += w[j * columns + c] * in[c];
      a[j] = sum;
    }
    if (l == depth) break;
    int vectors = (n + LANES - 1) / LANES;
    for (int v = 0; v < vectors; v++) {
      vec *z = (vec *)a + v;
      *z = net.activation == TANH ? tangent(k, *z) : net.activation == RELU ? choose(*z <= 0, splat(0), *z) : logistic(k, *z);
    }
    in = a;
    a += vectors * LANES;
    w += n * columns + n;
  }
  // The end is judged in a tile of one vector, of which the first lane counts.
  vec *tiled = net.deltas, *miss = tiled + net.widest * VECTORS, *wanted = miss + net.widest * VECTORS, losses;
  for (int j = 0; j < last; j++) tiled[j * VECTORS] = splat(a[j]);
  for (int j = 0; j < net.targets; j++) wanted[j * VECTORS] = splat(y[j]);
  judge(tiled, wanted, last, &losses, miss, 1);
  real *delta = (real *)tiled, *other = (real *)miss;
  for (int j = 0; j < last; j++) delta[j] = miss[j * VECTORS][0];
  double *to = net.gradient + (w - start);
  for (int l = depth; l >= 1; l--) {
    int n = net.sizes[l], columns = net.sizes[l - 1];
    for (int j = 0; j < n; j++) spread(to + j * columns, in, splat(delta[j]), columns);
    for (int j = 0; j < n; j++) to[n * columns + j] = 0 + delta[j];
    if (l == 1) break;
    int c = 0, padded = (columns + LANES - 1) / LANES * LANES;
    for (; c + LANES <= columns; c += LANES) {
      vec sum = splat(0);
      for (int j = 0; j < n; j++) sum += load(w + j * columns + c) * splat(delta[j]);
      *(vec *)(other + c) = sum;
    }
    for (; c < columns; c++) {
      real sum = 0;
      for (int j = 0; j < n; j++) sum += w[j * columns + c] * delta[j];
      other[c] = sum;
    }
    for (c = 0; c < padded; c += LANES) {
      vec *d = (vec *)(other + c), value = *(const vec *)(in + c);
      if (net.activation == TANH) *d *= k->one - value * value;
      else if (net.activation == RELU) *d = choose(value <= 0, splat(0), *d);
      else *d *= value * (k->one - value);
    }
    real *done = delta;
    delta = other;
    other = done;
    int fewer = columns * net.sizes[l - 2] + columns, below = net.sizes[l - 2];
    w -= fewer;
    to -= fewer;
    in = l > 2 ? in - (below + LANES - 1) / LANES * LANES : x;
  }
  double cost = losses[0];
  return lambda == 0 ? cost : penalised(cost, 1, lambda, 1);
}

// The pass over the example whose features are x[0], x[1], … and targets y[0], y[1], …
EXPORT(single) double single(double lambda) { return pass(net.x, net.y, lambda); }
