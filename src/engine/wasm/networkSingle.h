// B = 1: a pass over one example. Lanes have neurons instead of examples. The sums and their order are the same.

#if PRECISION == 64
// Columns c and c + 1 of two rows of a matrix.
INLINE void transposed(const real *row, int columns, vec *out) {
  vec r0 = load(row), r1 = load(row + columns);
  out[0] = __builtin_shufflevector(r0, r1, 0, 2);
  out[1] = __builtin_shufflevector(r0, r1, 1, 3);
}
#endif

INLINE vec activated(vec z) {
  return net.activation == TANH   ? tangent(&constants, z)
         : net.activation == RELU ? choose(z <= 0, splat(0), z)
                                  : logistic(&constants, z);
}
// g′(z) from a = g(z), times the backpropagated error.
INLINE vec derived(vec error, vec a) {
  return net.activation == TANH   ? error * (constants.one - a * a)
         : net.activation == RELU ? choose(a <= 0, splat(0), error)
                                  : error * (a * (constants.one - a));
}
INLINE int padded(int count) { return (count + LANES - 1) / LANES * LANES; }

// z of a layer from a of the previous one.
INLINE void layer(const real *w, const real *in, int columns, int n, real *z) {
  const real *bias = w + n * columns;
  int j = 0;
  for (; j + LANES <= n; j += LANES) {
    vec sum = load(bias + j), column[LANES];
    const real *row = w + j * columns;
    int c = 0;
#if PRECISION == 32
    if (columns == 2) {
      vec upper = load(row), lower = load(row + 4);
      sum += __builtin_shufflevector(upper, lower, 0, 2, 4, 6) * splat(in[0]);
      sum += __builtin_shufflevector(upper, lower, 1, 3, 5, 7) * splat(in[1]);
      c = 2;
    }
    for (int N; c + 4 <= columns; c += N) {
      N = c + 8 <= columns ? 8 : 4;
UNROLL for (int k = 0; k < 4; k++) {
        column[k] = load(row + k * columns + c) * load(in + c);
        if (N == 8) column[k] += load(row + k * columns + c + 4) * load(in + c + 4);
      }
      sum += fourTogether(column);
    }
#else
    for (; c + 2 <= columns; c += 2) {
      transposed(row + c, columns, column);
      sum += column[0] * splat(in[c]);
      sum += column[1] * splat(in[c + 1]);
    }
#endif
    for (; c < columns; c++) {
#if PRECISION == 32
      vec rest = {row[c], row[c + columns], row[c + 2 * columns], row[c + 3 * columns]};
#else
      vec rest = {row[c], row[c + columns]};
#endif
      sum += rest * splat(in[c]);
    }
    *(vec *)(z + j) = sum;
  }
  for (; j < n; j++) {
    const real *row = w + j * columns;
    real sum = bias[j];
    int c = 0;
#if PRECISION == 32
    for (int N; c + 4 <= columns; c += N) {
      vec products = load(row + c) * load(in + c);
      N = c + 8 <= columns ? 8 : 4;
      if (N == 8) products += load(row + c + 4) * load(in + c + 4);
      sum += oneTogether(products);
    }
#endif
    for (; c < columns; c++) sum += row[c] * in[c];
    z[j] = sum;
  }
}

// The forward pass. Writes a of all hidden layers to net.activations and ∂L/∂z of the last layer to `delta`. Returns L.
INLINE double forwardOne(const real *x, const real *y, real *delta) {
  const real *w = net.weights, *in = x;
  real *a = (real *)net.activations;
  int depth = net.depth, last = net.sizes[depth];
  for (int l = 1; l <= depth; l++) {
    int n = net.sizes[l], columns = net.sizes[l - 1];
    layer(w, in, columns, n, a);
    if (l == depth) break;
    int size = padded(n);
    for (int j = 0; j < size; j += LANES) *(vec *)(a + j) = activated(*(vec *)(a + j));
    in = a;
    a += size;
    w += n * columns + n;
  }
  // The last layer is a tile of one vector. Only its first lane counts.
  vec *tiled = net.deltas + net.widest * VECTORS, *wanted = tiled + net.widest * VECTORS, losses;
  if (net.loss == BINARY) {
    vec over, under, z = splat(a[0]), target = splat(y[0]);
    delta[0] = (guessed(z, &over, &under) - target)[0];
    return lossOfGuess(z, target, over, under)[0];
  }
  vec *miss = net.deltas;
  for (int j = 0; j < last; j++) tiled[j * VECTORS] = splat(a[j]);
  for (int j = 0; j < net.targets; j++) wanted[j * VECTORS] = splat(y[j]);
  judge(tiled, wanted, last, &losses, miss, 1);
  for (int j = 0; j < last; j++) delta[j] = miss[j * VECTORS][0];
  return losses[0];
}

// δ of the previous layer from δ of a layer: Wᵀδ ∘ g′, j ascending.
INLINE void backOne(const real *w, const real *delta, int n, const real *in, int columns, real *to) {
  int c = 0;
  for (; c + LANES <= columns; c += LANES) {
    vec sum = splat(0);
    for (int j = 0; j < n; j++) sum += load(w + j * columns + c) * splat(delta[j]);
    *(vec *)(to + c) = sum;
  }
  for (; c < columns; c++) {
    real sum = 0;
    for (int j = 0; j < n; j++) sum += w[j * columns + c] * delta[j];
    to[c] = sum;
  }
  for (c = 0; c < columns; c += LANES) *(vec *)(to + c) = derived(*(vec *)(to + c), *(const vec *)(in + c));
}

// dW of a row of weights: 0 + δ·a, because sums start from 0.
INLINE void spread(double *to, const real *a, vec d, int columns) {
  vec zero = splat(0);
  int c = 0;
  for (; c + LANES <= columns; c += LANES) {
    vec g = zero + d * load(a + c);
    UNROLL for (int i = 0; i < LANES; i++) to[c + i] = g[i];
  }
  for (; c < columns; c++) to[c] = 0 + d[0] * a[c];
}

// J^{t} and dW of one example with features x[0], x[1], … and targets y[0], y[1], …
static double pass(const real *x, const real *y, double lambda) {
  takeWeights();
  int depth = net.depth;
  real *delta = (real *)net.deltas, *other = delta + padded(net.widest);
  double cost = forwardOne(x, y, delta);
  real share = 1;
  if (apart()) share = delta[0], delta[0] = 1;
  int at = net.parameters, before = 0;
  for (int l = 1; l < depth; l++) before += padded(net.sizes[l]);
  for (int l = depth; l >= 1; l--) {
    int n = net.sizes[l], columns = net.sizes[l - 1];
    at -= n * columns + n;
    before -= padded(columns);
    const real *in = l > 1 ? (real *)net.activations + before : x;
    double *to = net.gradient + at;
    for (int j = 0; j < n; j++) spread(to + j * columns, in, splat(delta[j] * share), columns);
    for (int j = 0; j < n; j++) to[n * columns + j] = 0 + delta[j] * share;
    if (l == 1) break;
    backOne(net.weights + at, delta, n, in, columns, other);
    real *done = delta;
    delta = other;
    other = done;
  }
  return lambda == 0 ? cost : penalized(cost, 1, lambda, 1);
}

EXPORT(single) double single(double lambda) { return pass(net.x, net.y, lambda); }

// w := w − α g for LANES numbers. It omits the sum's 0: 0 + g differs from g only in the sign of a zero, and only a w of
// −0 would show that.
INLINE vec descendBy(double *theta, real *weights, vec g, double alpha) {
#if PRECISION == 32
  pair low = get(theta) - alpha * lower(g), high = get(theta + 2) - alpha * upper(g);
  put(theta, low);
  put(theta + 2, high);
  vec w = rounded(low, high);
#else
  vec w = load(theta) - alpha * g;
#endif
  store(weights, w);
  return w;
}

INLINE vec lane(vec v, int k) {
#if PRECISION == 32
  return k == 0   ? __builtin_shufflevector(v, v, 0, 0, 0, 0)
         : k == 1 ? __builtin_shufflevector(v, v, 1, 1, 1, 1)
         : k == 2 ? __builtin_shufflevector(v, v, 2, 2, 2, 2)
                  : __builtin_shufflevector(v, v, 3, 3, 3, 3);
#else
  return k == 0 ? __builtin_shufflevector(v, v, 0, 0) : __builtin_shufflevector(v, v, 1, 1);
#endif
}

// a of a first layer of H tanh neurons on two features. `first` points to its weights, followed by its biases.
INLINE void firstLayer(const vec *first, const real *x, int H, vec *a) {
  const int N = H / LANES;
  vec x0 = splat(x[0]), x1 = splat(x[1]);
UNROLL for (int j = 0; j < N; j++) {
    vec upper = first[2 * j], lower = first[2 * j + 1], sum = first[2 * N + j];
#if PRECISION == 32
    sum += __builtin_shufflevector(upper, lower, 0, 2, 4, 6) * x0;
    sum += __builtin_shufflevector(upper, lower, 1, 3, 5, 7) * x1;
#else
    sum += __builtin_shufflevector(upper, lower, 0, 2) * x0;
    sum += __builtin_shufflevector(upper, lower, 1, 3) * x1;
#endif
    a[j] = tangent(&constants, sum);
  }
}

// Whether a step ends with the next example's pass through the hidden layers. With doubles that gains nothing.
#define EARLY (PRECISION == 32)

// a of a hidden layer of H tanh neurons, for networks whose hidden layers are all like that.
typedef vec Even[8 / LANES];

// Replaces a of a hidden layer by a of the next one. `m` points to its weights, followed by its biases.
INLINE void nextLayer(const real *m, int H, vec *h) {
  const int N = H / LANES;
  vec z[8 / LANES], column[LANES];
UNROLL for (int j = 0; j < N; j++) z[j] = load(m + H * H + j * LANES);
#if PRECISION == 32
UNROLL for (int j = 0; j < N; j++) {
UNROLL for (int k = 0; k < 4; k++) {
      const real *row = m + (j * 4 + k) * H;
      column[k] = load(row) * h[0];
      if (H == 8) column[k] += load(row + 4) * h[N - 1];
    }
    z[j] += fourTogether(column);
  }
#else
UNROLL for (int c = 0; c < N; c++)
UNROLL for (int j = 0; j < N; j++) {
      transposed(m + (j * 2 * H + c * 2), H, column);
      z[j] += column[0] * lane(h[c], 0);
      z[j] += column[1] * lane(h[c], 1);
    }
#endif
UNROLL for (int j = 0; j < N; j++) h[j] = tangent(&constants, z[j]);
}

// a of all hidden layers with net.weights. Also leaves a of the last one in h.
INLINE void hiddenLayers(const real *x, int H, int hidden, Even *a, vec *h) {
  const int N = H / LANES;
  const real *m = net.weights;
  vec first[24 / LANES];
UNROLL for (int i = 0; i < 3 * N; i++) first[i] = load(m + i * LANES);
  firstLayer(first, x, H, h);
UNROLL for (int j = 0; j < N; j++) a[0][j] = h[j];
  m += 3 * H;
  for (int l = 1; l < hidden; l++, m += H * H + H) {
    nextLayer(m, H, h);
UNROLL for (int j = 0; j < N; j++) a[l][j] = h[j];
  }
}

// A whole step of gradient descent on one example without penalty, with its numbers in registers. The network has two
// features, hidden layers of H tanh neurons each, and one output. net.weights equal θ before and after. dW is not kept.
// What the next step waits for comes first: the errors of all layers, then w layer by layer. If EARLY, each layer also
// takes the next example, so `a` ends with the next example's values. `a` is in memory, because engines delay work that
// no store needs.
INLINE double descendEven(const real *x, real target, double alpha, int H, Even *a) {
  const int N = H / LANES;
  real *const w = net.weights;
  double *const theta = net.theta;
  int hidden = net.depth - 1;
  vec error[7][8 / LANES], h[8 / LANES], z[8 / LANES], was[8 / LANES], first[24 / LANES];
  const real *m = w + 3 * H + (hidden - 1) * (H * H + H); // W of the layer
  if (!EARLY) hiddenLayers(x, H, hidden, a, h);
  else {
UNROLL for (int j = 0; j < N; j++) h[j] = a[hidden - 1][j];
  }
  real sum = m[H];
#if PRECISION == 32
  vec products = load(m) * h[0];
  if (H == 8) products += load(m + 4) * h[N - 1];
  sum += oneTogether(products);
#else
UNROLL for (int c = 0; c < N; c++) {
    vec products = load(m + 2 * c) * h[c];
    sum += products[0];
    sum += products[1];
  }
#endif
  vec end = splat(sum), wanted = splat(target), over, under, d;
  int binary = net.loss == BINARY;
  d = (binary ? guessed(end, &over, &under) : end) - wanted;

  vec from = PRECISION == 32 ? splat(1) : d; // apart()
UNROLL for (int c = 0; c < N; c++) error[hidden - 1][c] = z[c] = load(m + c * LANES) * from * (constants.one - h[c] * h[c]);
  for (int l = hidden - 1; l >= 1; l--) {
    m -= H * H + H;
UNROLL for (int c = 0; c < N; c++) h[c] = load(m + c * LANES) * lane(z[0], 0);
UNROLL for (int j = 1; j < H; j++)
UNROLL for (int c = 0; c < N; c++)
      h[c] += load(m + (j * H + c * LANES)) * lane(z[j / LANES], j % LANES);
UNROLL for (int c = 0; c < N; c++) error[l - 1][c] = z[c] = h[c] * (constants.one - a[l - 1][c] * a[l - 1][c]);
  }
#if PRECISION == 32
  for (int l = 1; l < hidden; l++)
UNROLL for (int c = 0; c < N; c++) error[l][c] *= d;
#endif
UNROLL for (int j = 0; j < N; j++) {
#if PRECISION == 32
    vec both = {x[0], x[1], x[0], x[1]};
    first[2 * j] = descendBy(theta + 8 * j, w + 8 * j, __builtin_shufflevector(z[j], z[j], 0, 0, 1, 1) * d * both, alpha);
    first[2 * j + 1] = descendBy(theta + 8 * j + 4, w + 8 * j + 4, __builtin_shufflevector(z[j], z[j], 2, 2, 3, 3) * d * both, alpha);
#else
    vec both = {x[0], x[1]};
    first[2 * j] = descendBy(theta + 4 * j, w + 4 * j, lane(z[j], 0) * both, alpha);
    first[2 * j + 1] = descendBy(theta + 4 * j + 2, w + 4 * j + 2, lane(z[j], 1) * both, alpha);
#endif
    first[2 * N + j] = descendBy(theta + 2 * H + j * LANES, w + 2 * H + j * LANES, PRECISION == 32 ? z[j] * d : z[j], alpha);
  }
UNROLL for (int j = 0; j < N; j++) was[j] = a[0][j];
  if (EARLY) {
    firstLayer(first, x + 2, H, h);
UNROLL for (int j = 0; j < N; j++) a[0][j] = h[j];
  }
  double *t = theta + 3 * H;
  real *r = w + 3 * H;
  for (int l = 1; l < hidden; l++, t += H * H + H, r += H * H + H) {
UNROLL for (int j = 0; j < H; j++)
UNROLL for (int c = 0; c < N; c++)
      descendBy(t + (j * H + c * LANES), r + (j * H + c * LANES), lane(error[l][j / LANES], j % LANES) * was[c], alpha);
UNROLL for (int j = 0; j < N; j++) descendBy(t + (H * H + j * LANES), r + (H * H + j * LANES), error[l][j], alpha);
UNROLL for (int j = 0; j < N; j++) was[j] = a[l][j];
    if (EARLY) {
      nextLayer(r, H, h);
UNROLL for (int j = 0; j < N; j++) a[l][j] = h[j];
    }
  }
UNROLL for (int c = 0; c < N; c++) descendBy(t + c * LANES, r + c * LANES, d * was[c], alpha);
  t[H] -= alpha * d[0];
#if PRECISION == 32
  r[H] = (real)t[H];
#endif
  // Nothing depends on the loss.
  return binary ? lossOfGuess(end, wanted, over, under)[0] : 0.5f * (d[0] * d[0]);
}

// Returns H if descendEven supports this network and its θ, else 0. A step creates no −0, because x − x is 0.
static int evenWidth(void) {
  int H = net.sizes[1];
  if (net.activation != TANH || net.sizes[0] != 2 || net.sizes[net.depth] != 1 || (H != 4 && H != 8)) return 0;
  for (int l = 2; l < net.depth; l++)
    if (net.sizes[l] != H) return 0;
  for (int i = 0; i < net.parameters; i++)
    if (net.theta[i] == 0 && 1 / net.theta[i] < 0) return 0;
  return net.depth > 1 ? H : 0;
}

INLINE double descendEight(const real *x, real target, double alpha, Even *a) {
  return descendEven(x, target, alpha, 8, a);
}
INLINE double descendFour(const real *x, real target, double alpha, Even *a) {
  return descendEven(x, target, alpha, 4, a);
}
