// The network's forward and backward pass over a tile of examples: two doubles or four floats a vector, one example
// a lane. Built to WebAssembly by `npm run build:wasm`; compiled natively it is the benchmark's yardstick.
//
// The order of summation is the definition that plainKernel.ts follows: position p of a batch belongs to lane
// p mod LANES; each lane adds its examples in ascending order; fold() adds the lanes and then the block to the totals.
// No fused multiply-add, no relaxed operation: the same bits on every machine.

#if PRECISION == 32
typedef float real;
typedef int whole;
#else
typedef double real;
typedef long long whole;
#endif

typedef real vec __attribute__((vector_size(16)));
typedef whole mask __attribute__((vector_size(16)));

#define LANES ((int)(16 / sizeof(real)))
#define TILE 32
#define VECTORS (TILE / LANES)
#define INLINE static inline __attribute__((always_inline))
#ifdef __clang__
#define UNROLL _Pragma("clang loop unroll(full)")
#else
#define UNROLL _Pragma("GCC unroll 16")
#endif
// A function of its own keeps the engines' register allocators out of trouble.
#define ALONE static __attribute__((noinline))
#ifdef __wasm__
#define EXPORT(name) __attribute__((export_name(#name)))
#else
#define EXPORT(name)
#endif

enum { TANH, RELU, SIGMOID };
enum { SQUARED, BINARY, SOFTMAX };

// Written by the host (networkKernel.ts); addresses point into the same memory.
struct Network {
  int depth, activation, loss, targets, parameters;
  int sizes[9];
  double *theta;    // θ
  real *weights;    // θ rounded to `real`: with doubles θ itself
  vec *lanes;       // the block's gradient, one vector a parameter
  double *totals;   // the gradient summed over the blocks so far
  double *gradient; // dW
  real *x, *y;      // staged examples: [tile][feature or target][TILE]
  real *losses;     // L(ŷ, y) of the staged examples
  real *outputs;    // ŷ of the staged examples, where asked for: [tile][output][TILE]
  vec *activations; // of the layers above the input: [neuron][VECTORS]
  vec *deltas;      // two buffers of the widest layer
  int widest;
};

static struct Network net;
static vec lossLanes;
static double lossTotal;
// Blocks that are folded, and whether one is open.
static int blocks, open;

EXPORT(network) struct Network *network(void) { return &net; }

INLINE vec splat(real a) {
#if PRECISION == 32
  return (vec){a, a, a, a};
#else
  return (vec){a, a};
#endif
}
INLINE vec choose(mask m, vec a, vec b) { return (vec)((m & (mask)a) | (~m & (mask)b)); }
// a where a ≥ b or a is NaN, else b.
INLINE vec atLeast(vec a, vec b) {
#if defined(__wasm__) && PRECISION == 32
  return __builtin_wasm_pmax_f32x4(a, b);
#elif defined(__wasm__)
  return __builtin_wasm_pmax_f64x2(a, b);
#elif PRECISION == 32
  return __builtin_ia32_maxps(b, a);
#else
  return __builtin_ia32_maxpd(b, a);
#endif
}
INLINE vec atMost(vec a, vec b) {
#if defined(__wasm__) && PRECISION == 32
  return __builtin_wasm_pmin_f32x4(a, b);
#elif defined(__wasm__)
  return __builtin_wasm_pmin_f64x2(a, b);
#elif PRECISION == 32
  return __builtin_ia32_minps(b, a);
#else
  return __builtin_ia32_minpd(b, a);
#endif
}

// exp x = 2ⁿ(R + r)/(R − r) with x = n·ln 2 + r and R(r²) = r·coth(r/2) = 2 + r²/6 − r⁴/360 + …
// (coefficients of FreeBSD's msun e_exp.c and e_expf.c, Sun Microsystems 1993: permission to use is granted).
#if PRECISION == 32
#define MANTISSA 23
#define BOTH(a) {a, a, a, a}
#else
#define MANTISSA 52
#define BOTH(a) {a, a}
#endif

// In memory and not `static`, so that the compiler loads them: engines build a vector constant anew at every use.
struct Constants {
  vec one, two, half, magic, log2e, ln2, ln2High, ln2Low, tanhLimit, expLimit, coth1, coth2, coth3, coth4, coth5;
} constants = {
    .one = BOTH(1),
    .two = BOTH(2),
    .half = BOTH(0.5),
#if PRECISION == 32
    .magic = BOTH(12582912.0f),
    .log2e = BOTH(1.44269504f),
    .ln2 = BOTH(0.693147181f),
    .ln2High = BOTH(0.693145752f),
    .ln2Low = BOTH(1.42860677e-6f),
    .tanhLimit = BOTH(18.0f),
    .expLimit = BOTH(-87.0f),
    .coth1 = BOTH(1.6666625440e-1f),
    .coth2 = BOTH(-2.7667332906e-3f),
#else
    .magic = BOTH(6755399441055744.0),
    .log2e = BOTH(1.4426950408889634),
    .ln2 = BOTH(0.6931471805599453),
    .ln2High = BOTH(6.93147180369123816490e-01),
    .ln2Low = BOTH(1.90821492927058770002e-10),
    .tanhLimit = BOTH(40.0),
    .expLimit = BOTH(-708.0),
    .coth1 = BOTH(1.66666666666666019037e-01),
    .coth2 = BOTH(-2.77777777770155933842e-03),
    .coth3 = BOTH(6.61375632143793436117e-05),
    .coth4 = BOTH(-1.65339022054652515390e-06),
    .coth5 = BOTH(4.13813679705723846039e-08),
#endif
};

INLINE vec coth(const struct Constants *k, vec q) {
#if PRECISION == 32
  vec p = k->coth1 + q * k->coth2;
#else
  vec p = k->coth1 + q * (k->coth2 + q * (k->coth3 + q * (k->coth4 + q * k->coth5)));
#endif
  return k->two + q * p;
}

// 2ⁿ from magic + n, whose last bits are n.
INLINE vec power(const struct Constants *k, vec shifted) {
  return (vec)(((mask)shifted << MANTISSA) + (mask)k->one);
}

// tanh x = (R(s − 1) + r(s + 1)) / (R(s + 1) + r(s − 1)), 2x = n·ln 2 + r, s = 2ⁿ: odd to the bit.
INLINE vec tangent(const struct Constants *k, vec x) {
  vec y = atMost(atLeast(x + x, -k->tanhLimit), k->tanhLimit);
  vec shifted = y * k->log2e + k->magic;
  vec r = y - (shifted - k->magic) * k->ln2;
  vec R = coth(k, r * r), s = power(k, shifted);
  vec below = s - k->one, above = s + k->one;
  return (R * below + r * above) / (R * above + r * below);
}

// exp x for x ≤ 0 as the fraction over/under; below expLimit it stays at exp(expLimit), so never subnormal.
INLINE void exponential(const struct Constants *k, vec x, vec *over, vec *under) {
  vec y = atLeast(x, k->expLimit);
  vec shifted = y * k->log2e + k->magic;
  vec n = shifted - k->magic;
  vec r = (y - n * k->ln2High) - n * k->ln2Low;
  vec R = coth(k, r * r);
  *over = power(k, shifted) * (R + r);
  *under = R - r;
}

// 2·artanh u = ln((1 + u)/(1 − u)) for 0 ≤ u ≤ 1/3, by its series, even and odd terms in two chains.
INLINE vec logarithm(vec u) {
  vec q = u * u, qq = q * q;
  int last = PRECISION == 32 ? 17 : 33;
  vec even = splat((real)(2.0 / last)), odd = splat((real)(2.0 / (last - 2)));
  UNROLL for (int k = last - 4; k >= 1; k -= 4) even = (real)(2.0 / k) + qq * even;
  UNROLL for (int k = last - 6; k >= 3; k -= 4) odd = (real)(2.0 / k) + qq * odd;
  return u * (even + q * odd);
}

INLINE vec negativeSize(vec z) { return (vec)((mask)z | (mask)splat((real)-0.0)); }

INLINE vec logistic(const struct Constants *k, vec z) {
  vec over, under;
  exponential(k, negativeSize(z), &over, &under);
  return choose(z < 0, over, under) / (over + under);
}

// sum[row][v] = initial[row] + Σ_c m[row·rowStep + c·columnStep]·in[c][v], c ascending, for R rows and V vectors.
INLINE void block(const real *m, int rowStep, int columnStep, int columns, const real *initial, const vec *in, vec *out,
                  int R, int V) {
  vec sum[4 * 4];
UNROLL for (int r = 0; r < R; r++)
UNROLL for (int v = 0; v < V; v++) sum[r * V + v] = splat(initial ? initial[r] : 0);
  for (int c = 0; c < columns; c++, in += VECTORS, m += columnStep) {
UNROLL for (int r = 0; r < R; r++) {
      vec w = splat(m[r * rowStep]);
UNROLL for (int v = 0; v < V; v++) sum[r * V + v] += w * in[v];
    }
  }
UNROLL for (int r = 0; r < R; r++)
UNROLL for (int v = 0; v < V; v++) out[r * VECTORS + v] = sum[r * V + v];
}

ALONE void product(const real *m, int rows, int rowStep, int columnStep, int columns, const real *initial,
                    const vec *in, vec *out, int vectors) {
  int r = 0;
  for (; r + 4 <= rows; r += 4) {
    const real *from = initial ? initial + r : 0;
    int v = 0;
    for (; v + 2 <= vectors; v += 2)
      block(m + r * rowStep, rowStep, columnStep, columns, from, in + v, out + r * VECTORS + v, 4, 2);
    if (v < vectors) block(m + r * rowStep, rowStep, columnStep, columns, from, in + v, out + r * VECTORS + v, 4, 1);
  }
  for (; r < rows; r++) {
    const real *from = initial ? initial + r : 0;
    int v = 0;
    for (; v + 4 <= vectors; v += 4)
      block(m + r * rowStep, rowStep, columnStep, columns, from, in + v, out + r * VECTORS + v, 1, 4);
    for (; v < vectors; v++)
      block(m + r * rowStep, rowStep, columnStep, columns, from, in + v, out + r * VECTORS + v, 1, 1);
  }
}

// lanes[row][column] += Σ_v delta[row][v]·in[column][v], v ascending.
INLINE void outer(const vec *delta, const vec *in, int columns, vec *lanes, int vectors, int R, int C) {
  vec sum[4 * 2];
UNROLL for (int r = 0; r < R; r++)
UNROLL for (int c = 0; c < C; c++) sum[r * C + c] = lanes[r * columns + c];
  for (int v = 0; v < vectors; v++) {
    vec a[2];
UNROLL for (int c = 0; c < C; c++) a[c] = in[c * VECTORS + v];
UNROLL for (int r = 0; r < R; r++) {
      vec d = delta[r * VECTORS + v];
UNROLL for (int c = 0; c < C; c++) sum[r * C + c] += d * a[c];
    }
  }
UNROLL for (int r = 0; r < R; r++)
UNROLL for (int c = 0; c < C; c++) lanes[r * columns + c] = sum[r * C + c];
}

ALONE void accumulate(const vec *delta, int rows, const vec *in, int columns, vec *lanes, int vectors) {
  int r = 0;
  for (; r + 4 <= rows; r += 4) {
    int c = 0;
    for (; c + 2 <= columns; c += 2)
      outer(delta + r * VECTORS, in + c * VECTORS, columns, lanes + r * columns + c, vectors, 4, 2);
    if (c < columns) outer(delta + r * VECTORS, in + c * VECTORS, columns, lanes + r * columns + c, vectors, 4, 1);
  }
  for (; r < rows; r++) {
    int c = 0;
    for (; c + 2 <= columns; c += 2)
      outer(delta + r * VECTORS, in + c * VECTORS, columns, lanes + r * columns + c, vectors, 1, 2);
    if (c < columns) outer(delta + r * VECTORS, in + c * VECTORS, columns, lanes + r * columns + c, vectors, 1, 1);
  }
  vec *bias = lanes + rows * columns;
  for (r = 0; r < rows; r++) {
    vec sum = bias[r];
    for (int v = 0; v < vectors; v++) sum += delta[r * VECTORS + v];
    bias[r] = sum;
  }
}

ALONE void activate(vec *a, int rows, int vectors) {
  const struct Constants *k = &constants;
  for (vec *end = a + rows * VECTORS; a < end; a += VECTORS) {
    if (net.activation == TANH)
      // Two at once, so that each constant is loaded once for both; `vectors` may be odd, its place is there.
      for (int v = 0; v < vectors; v += 2) {
        vec first = tangent(k, a[v]), second = tangent(k, a[v + 1]);
        a[v] = first;
        a[v + 1] = second;
      }
    else if (net.activation == RELU)
      for (int v = 0; v < vectors; v++) a[v] = choose(a[v] <= 0, splat(0), a[v]);
    else
      for (int v = 0; v < vectors; v++) a[v] = logistic(k, a[v]);
  }
}

// delta ∘ g′(z), g′ from a = g(z): 1 − a², 1 where a > 0 (0 at the kink), a(1 − a).
ALONE void derive(vec *delta, const vec *a, int rows, int vectors) {
  vec one = constants.one;
  for (const vec *end = a + rows * VECTORS; a < end; a += VECTORS, delta += VECTORS) {
    if (net.activation == TANH)
      for (int v = 0; v < vectors; v++) delta[v] *= one - a[v] * a[v];
    else if (net.activation == RELU)
      for (int v = 0; v < vectors; v++) delta[v] = choose(a[v] <= 0, splat(0), delta[v]);
    else
      for (int v = 0; v < vectors; v++) delta[v] *= a[v] * (one - a[v]);
  }
}

// From z of the last layer: ŷ in its place, L(ŷ, y) to losses, ∂L/∂z to delta.
ALONE void judge(vec *z, const vec *y, int outputs, vec *losses, vec *delta, int vectors) {
  for (int v = 0; v < vectors; v++) {
    if (net.loss == BINARY) {
      vec over, under, a = z[v];
      exponential(&constants, negativeSize(a), &over, &under);
      vec guess = choose(a < 0, over, under) / (over + under);
      losses[v] = (choose(a > 0, a, splat(0)) - a * y[v]) + logarithm(over / ((under + under) + over));
      delta[v] = guess - y[v];
      z[v] = guess;
    } else if (net.loss == SQUARED) {
      vec sum = splat(0);
      for (int j = 0; j < outputs; j++) {
        vec miss = z[j * VECTORS + v] - y[j * VECTORS + v];
        delta[j * VECTORS + v] = miss;
        sum += (real)0.5 * (miss * miss);
      }
      losses[v] = sum;
    } else {
      vec top = z[v], sum = splat(0), right = splat(0);
      for (int j = 1; j < outputs; j++) top = choose(z[j * VECTORS + v] > top, z[j * VECTORS + v], top);
      for (int j = 0; j < outputs; j++) {
        vec over, under, below = z[j * VECTORS + v] - top;
        right = choose(y[v] == (real)j, below, right);
        exponential(&constants, below, &over, &under);
        vec e = over / under;
        z[j * VECTORS + v] = e;
        sum += e;
      }
      vec mantissa = sum, twos = splat(0);
      for (real limit = 2; limit <= outputs; limit *= 2) {
        mask large = mantissa >= 2;
        mantissa = choose(large, mantissa * (real)0.5, mantissa);
        twos = choose(large, twos + 1, twos);
      }
      losses[v] = (twos * constants.ln2 + logarithm((mantissa - 1) / (mantissa + 1))) - right;
      for (int j = 0; j < outputs; j++) {
        vec guess = z[j * VECTORS + v] / sum;
        z[j * VECTORS + v] = guess;
        delta[j * VECTORS + v] = guess - choose(y[v] == (real)j, splat(1), splat(0));
      }
    }
  }
}

static void tile(const real *x, const real *y, real *losses, real *outputs, int count, int gradient) {
  int vectors = (count + LANES - 1) / LANES, depth = net.depth;
  const vec *in = (const vec *)x;
  const real *weights = net.weights;
  vec *a = net.activations;
  for (int l = 1; l <= depth; l++) {
    int n = net.sizes[l], before = net.sizes[l - 1];
    product(weights, n, before, 1, before, weights + n * before, in, a, vectors);
    if (l < depth) {
      activate(a, n, vectors);
      in = a;
      a += n * VECTORS;
      weights += n * before + n;
    }
  }
  int last = net.sizes[depth];
  vec *delta = net.deltas, *other = net.deltas + net.widest * VECTORS;
  judge(a, (const vec *)y, last, (vec *)losses, delta, vectors);
  if (outputs)
    for (int i = 0; i < last * VECTORS; i++) ((vec *)outputs)[i] = a[i];
  // Lanes without an example add nothing.
  for (int p = count; p < vectors * LANES; p++) {
    losses[p] = 0;
    for (int j = 0; j < last; j++) ((real *)delta)[j * TILE + p] = 0;
  }
  for (int v = 0; v < vectors; v++) lossLanes += ((vec *)losses)[v];
  if (!gradient) return;
  vec *lanes = net.lanes + (weights - net.weights);
  for (int l = depth; l >= 1; l--) {
    int n = net.sizes[l], before = net.sizes[l - 1];
    accumulate(delta, n, l > 1 ? in : (const vec *)x, before, lanes, vectors);
    if (l == 1) break;
    product(weights, before, 1, before, n, 0, delta, other, vectors);
    derive(other, in, before, vectors);
    vec *done = delta;
    delta = other;
    other = done;
    int fewer = before * net.sizes[l - 2] + before;
    weights -= fewer;
    lanes -= fewer;
    in -= net.sizes[l - 2] * VECTORS;
  }
}

// With doubles θ and the weights are one array.
INLINE void takeWeights(void) {
#if PRECISION == 32
  for (int i = 0; i < net.parameters; i++) net.weights[i] = (real)net.theta[i];
#endif
}

// Takes θ for the pass that begins and clears all sums.
EXPORT(begin) void begin(void) {
  takeWeights();
  if (open)
    for (int i = 0; i < net.parameters; i++) net.lanes[i] = splat(0);
  open = blocks = 0;
  lossLanes = splat(0);
  lossTotal = 0;
}

// Adds `count` staged examples to the block; all calls in a block but its last bring a multiple of TILE. Numbers that
// are wanted: the gradient, ŷ.
EXPORT(add) void add(int count, int gradient, int outputs) {
  int last = net.sizes[net.depth];
  open = 1;
  for (int p = 0, t = 0; p < count; p += TILE, t++)
    tile(net.x + t * net.sizes[0] * TILE, net.y + t * net.targets * TILE, net.losses + p,
         outputs ? net.outputs + t * last * TILE : 0, count - p < TILE ? count - p : TILE, gradient);
}

INLINE double together(vec lanes) {
#if PRECISION == 32
  return (double)((lanes[0] + lanes[2]) + (lanes[1] + lanes[3]));
#else
  return lanes[0] + lanes[1];
#endif
}

// Ends a block: its lanes are added up, in this order, and join the totals.
EXPORT(fold) void fold(int gradient) {
  vec *restrict lanes = net.lanes;
  double *restrict totals = net.totals;
  lossTotal += together(lossLanes);
  lossLanes = splat(0);
  if (gradient) {
    if (blocks == 0)
      for (int i = 0; i < net.parameters; i++) totals[i] = together(lanes[i]);
    else
      for (int i = 0; i < net.parameters; i++) totals[i] += together(lanes[i]);
    for (int i = 0; i < net.parameters; i++) lanes[i] = splat(0);
  }
  blocks++;
  open = 0;
}

// J = cost + λ/(2B) Σ W², and the penalty's part of dW; biases are not penalised.
static double penalised(double cost, double examples, double lambda, int gradient) {
  double squares = 0, share = lambda / examples;
  const double *w = net.theta;
  double *dW = net.gradient;
  for (int l = 1; l <= net.depth; l++) {
    int count = net.sizes[l] * net.sizes[l - 1], step = count + net.sizes[l];
    for (int i = 0; i < count; i++) {
      squares += w[i] * w[i];
      if (gradient) dW[i] += share * w[i];
    }
    w += step;
    dW += step;
  }
  return cost + 0.5 * share * squares;
}

// J = (1/B) Σ L + λ/(2B) Σ W², and dW of it.
EXPORT(finish) double finish(double examples, double lambda, int gradient) {
  const double *restrict totals = net.totals;
  double *restrict dW = net.gradient;
  if (gradient)
    for (int i = 0; i < net.parameters; i++) dW[i] = totals[i] / examples;
  double cost = lossTotal / examples;
  return lambda == 0 ? cost : penalised(cost, examples, lambda, gradient);
}

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
// x holds the features one after the other, y the targets.
EXPORT(single) double single(double lambda) {
  takeWeights();
  const real *start = net.weights, *w = start;
  const struct Constants *k = &constants;
  const real *in = net.x;
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
  vec *tiled = net.deltas, *miss = net.deltas + net.widest * VECTORS, losses;
  for (int j = 0; j < last; j++) tiled[j * VECTORS] = splat(a[j]);
  judge(tiled, (const vec *)net.y, last, &losses, miss, 1);
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
    in = l > 2 ? in - (below + LANES - 1) / LANES * LANES : net.x;
  }
  double cost = losses[0];
  return lambda == 0 ? cost : penalised(cost, 1, lambda, 1);
}
