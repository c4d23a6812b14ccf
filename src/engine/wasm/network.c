// The network's forward and backward pass over a tile of examples. A vector is two doubles or four floats, and each lane
// has one example. `npm run build:wasm` compiles it to WebAssembly. The benchmark compiles it natively for comparison.
//
// plainKernel.ts sums in the same order. Position p of a batch belongs to lane p mod LANES. Each lane adds its examples
// in ascending order. fold() adds up the lanes and adds the block to the totals. There is no fused multiply-add and no
// relaxed operation, so the bits are the same on every machine.

#include "vectors.h"

enum { TANH, RELU, SIGMOID };
enum { SQUARED, BINARY, SOFTMAX };

// Written by the host (networkKernel.ts). Addresses point into the same memory.
struct Network {
  int depth, activation, loss, targets, parameters;
  int sizes[9];
  double *theta;    // θ
  real *weights;    // θ rounded to `real`, or θ itself if that is double
  vec *lanes;       // the block's gradient, one vector per parameter
  double *totals;   // the sum of the gradients of the blocks so far
  double *gradient; // dW
  real *x, *y;      // staged examples: [tile][feature or target][TILE]
  real *losses;     // L(ŷ, y) of the staged examples
  real *outputs;    // ŷ of the staged examples, if requested: [tile][output][TILE]
  vec *activations; // a of all layers above the input: [neuron][VECTORS]
  vec *deltas;      // three buffers of the widest layer
  int widest;
};

static struct Network net;
static vec lossLanes;
static double lossTotal;
// The number of folded blocks, and whether one is open.
static int blocks, open;

EXPORT(network) struct Network *network(void) { return &net; }

// out[row][v] = initial[row] + Σ_c m[row·rowStep + c·columnStep]·in[c][v] for R rows and V vectors, c ascending. `more`
// adds to out[row][v] instead of initial[row].
INLINE void block(const real *m, int rowStep, int columnStep, int columns, const real *initial, int more,
                  const vec *in, vec *out, int R, int V) {
  vec sum[4 * 4];
UNROLL for (int r = 0; r < R; r++)
UNROLL for (int v = 0; v < V; v++) sum[r * V + v] = more ? out[r * VECTORS + v] : splat(initial ? initial[r] : 0);
  for (int c = 0; c < columns; c++, in += VECTORS, m += columnStep) {
UNROLL for (int r = 0; r < R; r++) {
      vec w = splat(m[r * rowStep]);
UNROLL for (int v = 0; v < V; v++) sum[r * V + v] += w * in[v];
    }
  }
UNROLL for (int r = 0; r < R; r++)
UNROLL for (int v = 0; v < V; v++) out[r * VECTORS + v] = sum[r * V + v];
}

#if PRECISION == 32
// out[row] = initial[row] + the products of N columns. `more` adds to out[row] instead of initial[row]. The last four
// products are added to the first four, then (p₀ + p₂) + (p₁ + p₃).
INLINE void group(const real *m, int rows, int columns, const real *initial, int more, const vec *in, vec *out, int N) {
  vec a[8], p[4];
UNROLL for (int k = 0; k < N; k++) a[k] = in[k * VECTORS];
  for (int r = 0; r < rows; r++, m += columns, out += VECTORS) {
UNROLL for (int k = 0; k < 4; k++) {
      p[k] = splat(m[k]) * a[k];
      if (N == 8) p[k] += splat(m[k + 4]) * a[k + 4];
    }
    *out = (more ? *out : splat(initial[r])) + ((p[0] + p[2]) + (p[1] + p[3]));
  }
}
#endif

ALONE void product(const real *m, int rows, int rowStep, int columnStep, int columns, const real *initial,
                    const vec *in, vec *out, int vectors) {
  int r = 0, more = 0;
#if PRECISION == 32
  // Forward in steps of eight, or of four.
  if (initial)
    for (int N, all = columns; columns >= 4; columns -= N, m += N, in += N * VECTORS, more = 1) {
      N = columns >= 8 ? 8 : 4;
      for (int v = 0; v < vectors; v++)
        if (N == 8) group(m, rows, all, initial, more, in + v, out + v, 8);
        else group(m, rows, all, initial, more, in + v, out + v, 4);
    }
  if (columns == 0) return;
#endif
  for (; r + 4 <= rows; r += 4) {
    const real *from = initial ? initial + r : 0;
    int v = 0;
    for (; v + 2 <= vectors; v += 2)
      block(m + r * rowStep, rowStep, columnStep, columns, from, more, in + v, out + r * VECTORS + v, 4, 2);
    if (v < vectors) block(m + r * rowStep, rowStep, columnStep, columns, from, more, in + v, out + r * VECTORS + v, 4, 1);
  }
  for (; r < rows; r++) {
    const real *from = initial ? initial + r : 0;
    int v = 0;
    for (; v + 4 <= vectors; v += 4)
      block(m + r * rowStep, rowStep, columnStep, columns, from, more, in + v, out + r * VECTORS + v, 1, 4);
    for (; v < vectors; v++)
      block(m + r * rowStep, rowStep, columnStep, columns, from, more, in + v, out + r * VECTORS + v, 1, 1);
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
      // Two at a time, so each constant is loaded once for both. If `vectors` is odd, there is room for one more.
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

// delta ∘ g′(z), with g′ from a = g(z): 1 − a² for tanh, 1 if a > 0 else 0 for ReLU, a(1 − a) for the sigmoid.
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

// One sigmoid: ŷ, and what its loss needs.
INLINE vec guessed(vec z, vec *over, vec *under) {
  exponential(&constants, z, over, under);
  return *over / (*over + *under);
}
INLINE vec lossOfGuess(vec z, vec y, vec over, vec under) {
  vec less = atMost(over, under), more = atLeast(over, under);
  return (choose(z > 0, z, splat(0)) - z * y) + logarithm(&constants, less / ((more + more) + less));
}

// Takes z of the last layer. Writes ŷ over it, L(ŷ, y) to losses, and ∂L/∂z to delta.
ALONE void judge(vec *z, const vec *y, int outputs, vec *losses, vec *delta, int vectors) {
  for (int v = 0; v < vectors; v++) {
    if (net.loss == BINARY) {
      vec over, under, guess = guessed(z[v], &over, &under);
      losses[v] = lossOfGuess(z[v], y[v], over, under);
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
      losses[v] = (twos * constants.ln2 + logarithm(&constants, (mantissa - 1) / (mantissa + 1))) - right;
      for (int j = 0; j < outputs; j++) {
        vec guess = z[j * VECTORS + v] / sum;
        z[j * VECTORS + v] = guess;
        delta[j * VECTORS + v] = guess - choose(y[v] == (real)j, splat(1), splat(0));
      }
    }
  }
}

// Whether the backward pass starts with ∂z/∂a of the one output and multiplies by its error ∂L/∂z at the end. Only in
// float32, where nothing then waits for the error.
INLINE int apart(void) { return PRECISION == 32 && net.sizes[net.depth] == 1; }

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
  vec *whole = net.deltas + 2 * net.widest * VECTORS, share[VECTORS];
  int shared = apart();
  for (int l = depth; l >= 1; l--) {
    int n = net.sizes[l], before = net.sizes[l - 1];
    vec *error = delta;
    if (shared && l == depth)
      for (int v = 0; v < vectors; v++) whole[v] = share[v] = delta[v], delta[v] = splat(1);
    else if (shared)
      for (int i = 0; i < n * VECTORS; i += VECTORS)
        for (int v = 0; v < vectors; v++) whole[i + v] = delta[i + v] * share[v];
    if (shared) error = whole;
    accumulate(error, n, l > 1 ? in : (const vec *)x, before, lanes, vectors);
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
  const double *theta = net.theta;
  real *weights = net.weights;
  int i = 0, n = net.parameters;
  for (; i + 4 <= n; i += 4) store(weights + i, rounded(get(theta + i), get(theta + i + 2)));
  for (; i < n; i++) weights[i] = (real)theta[i];
#endif
}

// Starts a pass with θ and clears all sums.
EXPORT(begin) void begin(void) {
  takeWeights();
  if (open)
    for (int i = 0; i < net.parameters; i++) net.lanes[i] = splat(0);
  open = blocks = 0;
  lossLanes = splat(0);
  lossTotal = 0;
}

static void addFrom(const real *x, const real *y, int count, int gradient, int outputs) {
  int last = net.sizes[net.depth];
  open = 1;
  for (int p = 0, t = 0; p < count; p += TILE, t++)
    tile(x + t * net.sizes[0] * TILE, y + t * net.targets * TILE, net.losses + p,
         outputs ? net.outputs + t * last * TILE : 0, count - p < TILE ? count - p : TILE, gradient);
}

// Adds `count` staged examples to the block. In all calls for a block but the last, `count` is a multiple of TILE. The
// gradient and ŷ are computed if requested.
EXPORT(add) void add(int count, int gradient, int outputs) { addFrom(net.x, net.y, count, gradient, outputs); }
INLINE double together(vec lanes) {
#if PRECISION == 32
  return oneTogether(lanes);
#else
  return lanes[0] + lanes[1];
#endif
}

// Ends a block: adds up its lanes in this order and adds the sum to the totals.
EXPORT(fold) void fold(int gradient) {
  vec *restrict lanes = net.lanes;
  double *restrict totals = net.totals;
  lossTotal += together(lossLanes);
  lossLanes = splat(0);
  if (gradient) {
    int i = 0, n = net.parameters;
#if PRECISION == 32
    for (; i + 4 <= n; i += 4) {
      vec sum = fourTogether(lanes + i);
      pair low = lower(sum), high = upper(sum);
      if (blocks) low = get(totals + i) + low, high = get(totals + i + 2) + high;
      put(totals + i, low);
      put(totals + i + 2, high);
      lanes[i] = lanes[i + 1] = lanes[i + 2] = lanes[i + 3] = splat(0);
    }
#else
    for (; i + 2 <= n; i += 2) {
      vec a = lanes[i], b = lanes[i + 1];
      pair sum = __builtin_shufflevector(a, b, 0, 2) + __builtin_shufflevector(a, b, 1, 3);
      if (blocks) sum = get(totals + i) + sum;
      put(totals + i, sum);
      lanes[i] = lanes[i + 1] = splat(0);
    }
#endif
    for (; i < n; i++) {
      totals[i] = blocks ? totals[i] + together(lanes[i]) : together(lanes[i]);
      lanes[i] = splat(0);
    }
  }
  blocks++;
  open = 0;
}

// J = cost + λ/(2B) Σ W², and the penalty's part of dW. Biases are not penalized.
static double penalized(double cost, double examples, double lambda, int gradient) {
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

// J = (1/B) Σ L + λ/(2B) Σ W², and its dW.
EXPORT(finish) double finish(double examples, double lambda, int gradient) {
  const double *restrict totals = net.totals;
  double *restrict dW = net.gradient;
  if (gradient)
    for (int i = 0; i < net.parameters; i++) dW[i] = totals[i] / examples;
  double cost = lossTotal / examples;
  return lambda == 0 ? cost : penalized(cost, examples, lambda, gradient);
}

#include "networkSingle.h"
#include "networkDescent.h"
