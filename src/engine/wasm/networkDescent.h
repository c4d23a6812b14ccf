// Whole steps of a rule. A step computes the cost and gradient of a staged batch, moves w by the rule, and writes a row.
// Each rule has the operations of its file in optimizers/. Rows and hashes equal those of run.ts.

enum { GD, MOMENTUM, NESTEROV, RMSPROP, ADAM, ADAMW };

// Written by the host (networkKernel.ts).
struct Descent {
  double step, epoch, alpha, lambda, beta, beta1, beta2, epsilon, weightDecay;
  double power1, power2; // βᵗ: β of momentum, β₁ and β₂ of Adam, β₂ of RMSprop
  double *slots;         // directly after θ and dW in memory
  double *rows;
  int rule, course, correct;
  int steps, batch, last; // the examples in a batch, and in the last one
  int shown;              // how many numbers of [θ, dW, slots] a row shows
  int hashing, hash0, hash1;
  int careful; // check w after every step
};

static struct Descent descent;

EXPORT(descent) struct Descent *descentAt(void) { return &descent; }

typedef long long wholes __attribute__((vector_size(16)));
INLINE pair twice(double a) { return (pair){a, a}; }
INLINE pair selected(wholes m, pair a, pair b) { return (pair)((m & (wholes)a) | (~m & (wholes)b)); }
INLINE pair sizeOf(pair x) { return (pair)((wholes)x & 0x7fffffffffffffff); }
INLINE pair rootOf(pair x) {
#ifdef __wasm__
  return __builtin_wasm_sqrt_f64x2(x);
#else
  return __builtin_ia32_sqrtpd(x);
#endif
}
INLINE pair flushed(pair x) { return (pair)(~(sizeOf(x) < 1e-300) & (wholes)x); }
INLINE pair ewa(pair v, pair theta, double beta) { return flushed(beta * v + (1 - beta) * theta); }
INLINE pair quotient(pair over, pair under) {
  return (pair)(~((under == 0) & (sizeOf(over) < 1e-150)) & (wholes)(over / under));
}
INLINE double nextPower(double power, double beta) {
  double next = power * beta;
  return next < 1e-30 ? 0 : next;
}

// RULE(w, g, V, S) for all parameters, two at a time. A single last one fills both places.
#define EACH_PAIR(RULE)                                                                                                   \
  {                                                                                                                       \
    int i = 0;                                                                                                            \
    for (; i + 2 <= n; i += 2) {                                                                                          \
      pair w = get(W + i), g = get(G + i), a, b;                                                                          \
      (void)g, (void)a, (void)b;                                                                                                \
      RULE(get, put)                                                                                                      \
      put(W + i, w);                                                                                                      \
    }                                                                                                                     \
    if (i < n) {                                                                                                          \
      pair w = twice(W[i]), g = twice(G[i]), a, b;                                                                        \
      (void)g, (void)a, (void)b;                                                                                                \
      RULE(alone, putAlone)                                                                                               \
      W[i] = w[0];                                                                                                        \
    }                                                                                                                     \
  }
INLINE pair alone(const double *p) { return twice(*p); }
INLINE void putAlone(double *p, pair v) { *p = v[0]; }

ALONE void moveByAdam(double alpha, int n) {
  const struct Descent *d = &descent;
  double *W = net.theta, *V = d->slots, *S = V + n;
  const double *G = net.gradient;
  double beta1 = d->beta1, beta2 = d->beta2, inside = d->course ? d->epsilon : 0, outside = d->course ? 0 : d->epsilon;
  double forV = d->correct ? 1 - d->power1 : 1, forS = d->correct ? 1 - d->power2 : 1;
#define RULE(GET, PUT)                                                                                                    \
  a = ewa(GET(V + i), g, beta1);                                                                                          \
  b = ewa(GET(S + i), g *g, beta2);                                                                                       \
  PUT(V + i, a);                                                                                                          \
  PUT(S + i, b);                                                                                                          \
  w -= quotient(alpha * (a / forV), rootOf(b / forS + inside) + outside);
  EACH_PAIR(RULE)
#undef RULE
}

ALONE void moveByMemory(double alpha, int n) {
  const struct Descent *d = &descent;
  double *W = net.theta, *V = d->slots, *S = V;
  const double *G = net.gradient;
  double beta = d->beta, beta2 = d->beta2, by = 1;
  if (d->rule == RMSPROP) {
    double inside = d->course ? d->epsilon : 0, outside = d->course ? 0 : d->epsilon;
    if (d->correct) by = 1 - d->power1;
#define RULE(GET, PUT)                                                                                                    \
  b = ewa(GET(S + i), g *g, beta2);                                                                                       \
  PUT(S + i, b);                                                                                                          \
  w -= quotient(alpha * g, rootOf(b / by + inside) + outside);
    EACH_PAIR(RULE)
#undef RULE
  } else if (d->rule == MOMENTUM) {
    if (d->correct) by = 1 - d->power1;
    int course = d->course;
#define RULE(GET, PUT)                                                                                                    \
  a = GET(V + i);                                                                                                         \
  a = course ? ewa(a, g, beta) : flushed(beta * a + g);                                                                   \
  PUT(V + i, a);                                                                                                          \
  w -= alpha * (a / by);
    EACH_PAIR(RULE)
#undef RULE
  } else {
    int course = d->course;
#define RULE(GET, PUT)                                                                                                    \
  a = GET(V + i);                                                                                                         \
  a = course ? ewa(a, g, beta) : flushed(beta * a + g);                                                                   \
  PUT(V + i, a);                                                                                                          \
  w -= alpha * (course ? ewa(a, g, beta) : g + beta * a);
    EACH_PAIR(RULE)
#undef RULE
  }
}

INLINE void move(double alpha) {
  struct Descent *d = &descent;
  int n = net.parameters;
  double *W = net.theta;
  const double *G = net.gradient;
  if (d->rule == GD) {
#define RULE(GET, PUT) w -= alpha * g;
    EACH_PAIR(RULE)
#undef RULE
  } else if (d->rule < ADAM) {
    d->power1 = nextPower(d->power1, d->rule == RMSPROP ? d->beta2 : d->beta);
    moveByMemory(alpha, n);
  } else {
    d->power1 = nextPower(d->power1, d->beta1);
    d->power2 = nextPower(d->power2, d->beta2);
    if (d->rule == ADAMW && d->weightDecay > 0) {
      double share = alpha * d->weightDecay;
#define RULE(GET, PUT) w -= share * w;
      EACH_PAIR(RULE)
#undef RULE
    }
    moveByAdam(alpha, n);
  }
}

// hash.ts
INLINE void hash(unsigned *a, unsigned *b, double x) {
  unsigned long long bits = 0x7ff8000000000000;
  if (x == x) __builtin_memcpy(&bits, &x, 8);
  unsigned low = *a ^ (unsigned)bits * 0x9e3779b1u, high = *b ^ (unsigned)(bits >> 32) * 0x85ebca6bu;
  *a = (low << 13 | low >> 19) * 5 + *b + 0x561ccd1bu;
  *b = (high << 17 | high >> 15) * 5 + *a + 0x0bcaa747u;
}

ALONE void addToHash(double alpha, double cost) {
  struct Descent *d = &descent;
  unsigned a = d->hash0, b = d->hash1;
  hash(&a, &b, alpha);
  hash(&a, &b, cost);
  hash(&a, &b, __builtin_nan(""));
  for (int i = 0; i < net.parameters; i++) hash(&a, &b, net.theta[i]);
  d->hash0 = a;
  d->hash1 = b;
}

// x · 0 is 0 for every finite x, else NaN.
ALONE int finite(void) {
  double sum = 0;
  for (int i = 0; i < net.parameters; i++) sum += net.theta[i] * 0;
  return sum == 0;
}

// Takes `steps` steps on the staged batches. Each batch starts a tile, except for B = 1: there the examples are rows of
// features and rows of targets. Returns how many steps have valid rows. That is fewer than `steps` if J^{t} or w is not
// finite or too large. Without `careful`, w is checked only after the last step, and −1 asks the host to repeat the steps
// with `careful`.
EXPORT(descend) int descend(void) {
  struct Descent *d = &descent;
  int places = (d->batch + TILE - 1) / TILE * TILE, n0 = net.sizes[0];
  const double *state = net.theta;
  double *row = d->rows, alpha = d->alpha;
  int width = evenWidth(), shortcut = width > 0 && d->batch == 1 && d->rule == GD && d->lambda == 0 && !d->careful && d->shown <= net.parameters;
  Even *a = (Even *)net.activations;
  if (shortcut) takeWeights();
  if (shortcut && EARLY) {
    vec last[8 / LANES];
    if (width == 8) hiddenLayers(net.x, 8, net.depth - 1, a, last);
    else hiddenLayers(net.x, 4, net.depth - 1, a, last);
  }
  for (int s = 0; s < d->steps; s++) {
    int count = s + 1 < d->steps ? d->batch : d->last;
    double cost;
    if (shortcut && s + 1 < d->steps)
      cost = width == 8 ? descendEight(net.x + 2 * s, net.y[s], alpha, a) : descendFour(net.x + 2 * s, net.y[s], alpha, a);
    else if (d->batch == 1) cost = pass(net.x + s * n0, net.y + s * net.targets, d->lambda);
    else {
      begin();
      addFrom(net.x + s * places * n0, net.y + s * places * net.targets, count, 1, 0);
      fold(1);
      cost = finish(count, d->lambda, 1);
    }
    if (!shortcut || s + 1 == d->steps) move(alpha);
    if (!(cost <= 1e100)) return d->careful ? s : -1;
    if (d->careful && !finite()) return s;
    put(row, (pair){d->step + s, d->epoch});
    put(row + 2, (pair){alpha, cost});
    row[4] = __builtin_nan("");
    row += 5;
    for (int i = 0; i < d->shown; i++) row[i] = state[i];
    row += d->shown;
    if (d->hashing) addToHash(alpha, cost);
  }
  return d->careful || finite() ? d->steps : -1;
}
