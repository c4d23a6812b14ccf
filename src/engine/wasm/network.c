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
  real *weights;    // θ rounded to `real`
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
#define MAGIC 12582912.0f
#define MANTISSA 23
#define LOG2E 1.44269504f
#define LN2 0.693147181f
#define LN2_HIGH 0.693145752f
#define LN2_LOW 1.42860677e-6f
#define TANH_LIMIT 18.0f
#define EXP_LIMIT -87.0f
INLINE vec coth(vec q) { return 2.0f + q * (1.6666625440e-1f + q * splat(-2.7667332906e-3f)); }
#else
#define MAGIC 6755399441055744.0
#define MANTISSA 52
#define LOG2E 1.4426950408889634
#define LN2 0.6931471805599453
#define LN2_HIGH 6.93147180369123816490e-01
#define LN2_LOW 1.90821492927058770002e-10
#define TANH_LIMIT 40.0
#define EXP_LIMIT -708.0
INLINE vec coth(vec q) {
  vec p = -1.65339022054652515390e-06 + q * splat(4.13813679705723846039e-08);
  p = 6.61375632143793436117e-05 + q * p;
  p = -2.77777777770155933842e-03 + q * p;
  return 2.0 + q * (1.66666666666666019037e-01 + q * p);
}
#endif

// 2ⁿ from MAGIC + n, whose last bits are n.
INLINE vec power(vec shifted) { return (vec)(((mask)shifted << MANTISSA) + (mask)splat(1)); }

// tanh x = (R(s − 1) + r(s + 1)) / (R(s + 1) + r(s − 1)), 2x = n·ln 2 + r, s = 2ⁿ: odd to the bit.
INLINE vec tangent(vec x) {
  vec y = atMost(atLeast(x + x, splat(-TANH_LIMIT)), splat(TANH_LIMIT));
  vec shifted = y * LOG2E + MAGIC;
  vec r = y - (shifted - MAGIC) * LN2;
  vec R = coth(r * r), s = power(shifted);
  vec below = s - 1, above = s + 1;
  return (R * below + r * above) / (R * above + r * below);
}

// exp x for x ≤ 0 as the fraction over/under; below EXP_LIMIT it stays at exp(EXP_LIMIT), so never subnormal.
INLINE void exponential(vec x, vec *over, vec *under) {
  vec y = atLeast(x, splat(EXP_LIMIT));
  vec shifted = y * LOG2E + MAGIC;
  vec n = shifted - MAGIC;
  vec r = (y - n * LN2_HIGH) - n * LN2_LOW;
  vec R = coth(r * r);
  *over = power(shifted) * (R + r);
  *under = R - r;
}

// 2·artanh u = ln((1 + u)/(1 − u)) for 0 ≤ u ≤ 1/3, by its series.
INLINE vec logarithm(vec u) {
  vec q = u * u, p = splat((real)(2.0 / (PRECISION == 32 ? 15 : 33)));
  for (int k = PRECISION == 32 ? 13 : 31; k >= 1; k -= 2) p = (real)(2.0 / k) + q * p;
  return u * p;
}

INLINE vec negativeSize(vec z) { return (vec)((mask)z | (mask)splat((real)-0.0)); }

INLINE vec logistic(vec z) {
  vec over, under;
  exponential(negativeSize(z), &over, &under);
  return choose(z < 0, over, under) / (over + under);
}

// sum[row][v] = initial[row] + Σ_c m[row·rowStep + c·columnStep]·in[c][v], c ascending, for R rows and V vectors.
INLINE void block(const real *m, int rowStep, int columnStep, int columns, const real *initial, const vec *in, vec *out,
                  int R, int V) {
  vec sum[4 * 4];
#pragma GCC unroll 4
  for (int r = 0; r < R; r++)
#pragma GCC unroll 4
    for (int v = 0; v < V; v++) sum[r * V + v] = splat(initial ? initial[r] : 0);
  for (int c = 0; c < columns; c++, in += VECTORS, m += columnStep) {
#pragma GCC unroll 4
    for (int r = 0; r < R; r++) {
      vec w = splat(m[r * rowStep]);
#pragma GCC unroll 4
      for (int v = 0; v < V; v++) sum[r * V + v] += w * in[v];
    }
  }
#pragma GCC unroll 4
  for (int r = 0; r < R; r++)
#pragma GCC unroll 4
    for (int v = 0; v < V; v++) out[r * VECTORS + v] = sum[r * V + v];
}

INLINE void product(const real *m, int rows, int rowStep, int columnStep, int columns, const real *initial,
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
#pragma GCC unroll 4
  for (int r = 0; r < R; r++)
#pragma GCC unroll 2
    for (int c = 0; c < C; c++) sum[r * C + c] = lanes[r * columns + c];
  for (int v = 0; v < vectors; v++) {
    vec a[2];
#pragma GCC unroll 2
    for (int c = 0; c < C; c++) a[c] = in[c * VECTORS + v];
#pragma GCC unroll 4
    for (int r = 0; r < R; r++) {
      vec d = delta[r * VECTORS + v];
#pragma GCC unroll 2
      for (int c = 0; c < C; c++) sum[r * C + c] += d * a[c];
    }
  }
#pragma GCC unroll 4
  for (int r = 0; r < R; r++)
#pragma GCC unroll 2
    for (int c = 0; c < C; c++) lanes[r * columns + c] = sum[r * C + c];
}

INLINE void accumulate(const vec *delta, int rows, const vec *in, int columns, vec *lanes, int vectors) {
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

INLINE void activate(vec *a, int rows, int vectors) {
  for (int r = 0; r < rows; r++, a += VECTORS)
    for (int v = 0; v < vectors; v++) {
      if (net.activation == TANH) a[v] = tangent(a[v]);
      else if (net.activation == RELU) a[v] = choose(a[v] <= 0, splat(0), a[v]);
      else a[v] = logistic(a[v]);
    }
}

// delta ∘ g′(z), g′ from a = g(z): 1 − a², 1 where a > 0 (0 at the kink), a(1 − a).
INLINE void derive(vec *delta, const vec *a, int rows, int vectors) {
  for (int r = 0; r < rows; r++, a += VECTORS, delta += VECTORS)
    for (int v = 0; v < vectors; v++) {
      if (net.activation == TANH) delta[v] *= 1 - a[v] * a[v];
      else if (net.activation == RELU) delta[v] = choose(a[v] <= 0, splat(0), delta[v]);
      else delta[v] *= a[v] * (1 - a[v]);
    }
}

// From z of the last layer: ŷ in its place, L(ŷ, y) to losses, ∂L/∂z to delta.
INLINE void judge(vec *z, const vec *y, int outputs, vec *losses, vec *delta, int vectors) {
  for (int v = 0; v < vectors; v++) {
    if (net.loss == BINARY) {
      vec over, under, a = z[v];
      exponential(negativeSize(a), &over, &under);
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
        exponential(below, &over, &under);
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
      losses[v] = (twos * LN2 + logarithm((mantissa - 1) / (mantissa + 1))) - right;
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

// Takes θ for the pass that begins and clears all sums.
EXPORT(begin) void begin(void) {
  for (int i = 0; i < net.parameters; i++) {
    net.weights[i] = (real)net.theta[i];
    net.lanes[i] = splat(0);
    net.totals[i] = 0;
  }
  lossLanes = splat(0);
  lossTotal = 0;
}

// Adds `count` staged examples to the block; all calls in a block but its last bring a multiple of TILE. Numbers that
// are wanted: the gradient, ŷ.
EXPORT(add) void add(int count, int gradient, int outputs) {
  int last = net.sizes[net.depth];
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
  lossTotal += together(lossLanes);
  lossLanes = splat(0);
  if (!gradient) return;
  for (int i = 0; i < net.parameters; i++) {
    net.totals[i] += together(net.lanes[i]);
    net.lanes[i] = splat(0);
  }
}

// J = (1/B) Σ L + λ/(2B) Σ W², and dW of it; biases are not penalised.
EXPORT(finish) double finish(double examples, double lambda, int gradient) {
  if (gradient)
    for (int i = 0; i < net.parameters; i++) net.gradient[i] = examples == 1 ? net.totals[i] : net.totals[i] / examples;
  double cost = lossTotal / examples;
  if (lambda == 0) return cost;
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
