// Many trajectories of two parameters in lockstep: 64 lanes, each with its own α, β, …, all at the same step. Plain C loops
// that the compiler turns into vectors; the order of every operation is that of the rule's own file in optimizers/ and of the
// surface's in surfaces/, so that each lane has the bits of the engine's single run. No fused multiply-add.
// Built to WebAssembly by `npm run build:wasm`. The commonest runs have quicker loops of their own in sweepFused.h.

#define LANES 64
// The compiler's cost model thinks little of these vectors; measured, they pay.
#define EACH _Pragma("clang loop vectorize(enable) vectorize_width(2)") for (int i = 0; i < LANES; i++)
#define EXPORT(name) __attribute__((export_name(#name)))
#define ROW static double __attribute__((aligned(64)))

// In the order of `fields` in lockstep.ts.
enum {
  ALPHA0, RATE, BETA, BETA2, EPSILON, WEIGHT_DECAY, FADE, C0, C1, C2, C3, C4, C5, C6, C7, W0, W1, STEPS, COST, ALIVE, FIELDS
};
enum { GD, MOMENTUM, NESTEROV, ADAGRAD, RMSPROP, ADADELTA, ADAM, AMSGRAD, ADAMAX, NADAM, LION };
enum { QUADRATIC, BOWL, ROSENBROCK, HIMMELBLAU, BEALE, SADDLE };

ROW f[FIELDS][LANES];
ROW alpha[LANES], g0[LANES], g1[LANES], cost[LANES], batchCost[LANES];
ROW v0[LANES], v1[LANES], s0[LANES], s1[LANES], u0[LANES], u1[LANES];
ROW power1[LANES], power2[LANES], fade[LANES];
// 1 while the lane's run goes on, else 0.
#define alive f[ALIVE]

// Some lane has ε = 0; some lane's weights decay.
static int guarded, weightsDecay;
static int optimizer, surface, course, correcting, decaying, stepsPerEpoch, targeted;
static double scale, target;
static int step;

EXPORT(lanes) double *lanes(void) { return f[0]; }

#define INLINE static inline __attribute__((always_inline))
#define SELECT(condition, a, b) ((condition) ? (a) : (b))
INLINE double size(double x) { return __builtin_fabs(x); }
INLINE double flushed(double x) { return SELECT(size(x) < 1e-300, 0.0, x); }
INLINE double ewa(double v, double theta, double beta) { return flushed(beta * v + (1 - beta) * theta); }
INLINE double nextPower(double power, double beta) {
  double next = power * beta;
  return SELECT(next < 1e-30, 0.0, next);
}
INLINE double quotient(double over, double under) {
  double ratio = over / under;
  return SELECT((under == 0) & (size(over) < 1e-150), 0.0, ratio);
}
// The step's length over α: `over` by the root, with ε inside or outside of it. With ε > 0 the divisor is never 0.
INLINE double scaledBy(double over, double S, double epsilon, int inside, int guarded) {
  double under = inside ? __builtin_sqrt(S + epsilon) : __builtin_sqrt(S) + epsilon;
  return guarded ? quotient(over, under) : over / under;
}
INLINE double greater(double a, double b) { return SELECT(a > b, a, b); }

// J and its gradient at w, of all lanes.
static void evaluate(void) {
  double *x_ = f[W0], *y_ = f[W1];
  switch (surface) {
  case QUADRATIC:
    EACH {
      double x = x_[i], y = y_[i], c = f[C0][i], s = f[C1][i], a = f[C2][i], b = f[C3][i];
      double u = c * x + s * y, v = c * y - s * x;
      cost[i] = scale * (0.5 * (a * u * u + b * v * v));
      double p = a * u, q = b * v;
      g0[i] = (c * p - s * q) * scale;
      g1[i] = (s * p + c * q) * scale;
    }
    break;
  case BOWL:
    EACH {
      double d0 = x_[i] - f[C0][i], d1 = y_[i] - f[C1][i], r0 = f[C2][i], r1 = f[C3][i];
      double l00 = f[C4][i], l10 = f[C5][i], l11 = f[C6][i];
      double p = l00 * d0 + l10 * d1, q = l11 * d1;
      g0[i] = scale * (r0 + l00 * p);
      g1[i] = scale * (r1 + l10 * p + l11 * q);
      cost[i] = scale * (f[C7][i] + (r0 * d0 + r1 * d1) + 0.5 * (p * p + q * q));
    }
    break;
  case ROSENBROCK:
    EACH {
      double x = x_[i], y = y_[i], a = 1 - x, b = y - x * x;
      cost[i] = scale * (a * a + 100 * b * b);
      g0[i] = (-2 * (1 - x) - 400 * x * b) * scale;
      g1[i] = (200 * b) * scale;
    }
    break;
  case HIMMELBLAU:
    EACH {
      double x = x_[i], y = y_[i], a = x * x + y - 11, b = x + y * y - 7;
      cost[i] = scale * (a * a + b * b);
      g0[i] = (4 * x * a + 2 * b) * scale;
      g1[i] = (2 * a + 4 * y * b) * scale;
    }
    break;
  case BEALE:
    EACH {
      double x = x_[i], y = y_[i];
      double a = 1.5 - x + x * y, b = 2.25 - x + x * y * y, c = 2.625 - x + x * y * y * y;
      cost[i] = scale * (a * a + b * b + c * c);
      double y2 = y * y, y3 = y2 * y;
      b = 2.25 - x + x * y2;
      c = 2.625 - x + x * y3;
      g0[i] = (2 * (a * (y - 1) + b * (y2 - 1) + c * (y3 - 1))) * scale;
      g1[i] = (2 * x * (a + 2 * b * y + 3 * c * y2)) * scale;
    }
    break;
  case SADDLE:
    EACH {
      double x = x_[i], y = y_[i], a = y * y - 1;
      cost[i] = scale * (0.5 * x * x + 0.25 * a * a);
      g0[i] = x * scale;
      g1[i] = (y * (y * y - 1)) * scale;
    }
    break;
  }
}

// One parameter's part of a rule, for both of them.
#define BOTH(RULE) \
  RULE(f[W0], g0, v0, s0, u0) \
  RULE(f[W1], g1, v1, s1, u1)

INLINE void momentum(int average, int correct, int ahead) {
  double *b1 = f[BETA];
#define RULE(w, g, v, s, u) { \
    double V = average ? ewa(v[i], g[i], b1[i]) : flushed(b1[i] * v[i] + g[i]); \
    v[i] = V; \
    if (ahead) V = average ? ewa(V, g[i], b1[i]) : g[i] + b1[i] * V; \
    w[i] -= alpha[i] * (correct ? V / (1 - power1[i]) : V); }
  EACH { BOTH(RULE) }
#undef RULE
}

// S / (1 − β₂ᵗ); the power is 0 where nothing is corrected, and x / 1 is x.
INLINE void rmsprop(int inside, int guard, int correct) {
  double *b2 = f[BETA2], *e = f[EPSILON];
#define RULE(w, g, v, s, u) { \
    s[i] = ewa(s[i], g[i] * g[i], b2[i]); \
    double S = correct ? s[i] / (1 - power2[i]) : s[i]; \
    w[i] -= alpha[i] * scaledBy(g[i], S, e[i], inside, guard); }
  EACH { BOTH(RULE) }
#undef RULE
}

INLINE void adam(int inside, int guard, int correctV, int correctS, int largest) {
  double *b1 = f[BETA], *b2 = f[BETA2], *e = f[EPSILON];
#define RULE(w, g, v, s, u) { \
    v[i] = ewa(v[i], g[i], b1[i]); \
    s[i] = ewa(s[i], g[i] * g[i], b2[i]); \
    double S = s[i]; \
    if (largest) S = u[i] = greater(u[i], s[i]); \
    double V = correctV ? v[i] / (1 - power1[i]) : v[i]; \
    if (correctS) S = S / (1 - power2[i]); \
    w[i] -= alpha[i] * scaledBy(V, S, e[i], inside, guard); }
  EACH { BOTH(RULE) }
#undef RULE
}

// Once 1 − β₁ᵗ is 1 in every lane, dividing by it changes nothing.
static int late;
static int isLate(void) {
  if (!late && step % 16 == 0) {
    double rest = 0;
    EACH rest += SELECT(1 - power1[i] < 1, 1.0, 0.0);
    late = rest == 0;
  }
  return late;
}

static void update(void) {
  double *b1 = f[BETA], *b2 = f[BETA2], *e = f[EPSILON], *decay = f[WEIGHT_DECAY];
  switch (optimizer) {
  case GD:
#define RULE(w, g, v, s, u) w[i] -= alpha[i] * g[i];
    EACH { BOTH(RULE) }
#undef RULE
    break;
  case MOMENTUM:
    if (correcting) {
      EACH power1[i] = nextPower(power1[i], b1[i]);
      if (course) momentum(1, 1, 0);
      else momentum(0, 1, 0);
    } else if (course) momentum(1, 0, 0);
    else momentum(0, 0, 0);
    break;
  case NESTEROV:
    if (course) momentum(1, 0, 1);
    else momentum(0, 0, 1);
    break;
  case ADAGRAD:
#define RULE(w, g, v, s, u) \
  s[i] = flushed(s[i] + g[i] * g[i]); \
  w[i] -= alpha[i] * quotient(g[i], course ? __builtin_sqrt(s[i] + e[i]) : __builtin_sqrt(s[i]) + e[i]);
    EACH { BOTH(RULE) }
#undef RULE
    break;
  case RMSPROP:
    if (correcting) EACH power2[i] = nextPower(power2[i], b2[i]);
    if (guarded || correcting) {
      if (course) rmsprop(1, 1, 1);
      else rmsprop(0, 1, 1);
    } else if (course) rmsprop(1, 0, 0);
    else rmsprop(0, 0, 0);
    break;
  case ADADELTA:
#define RULE(w, g, v, s, u) { \
    s[i] = ewa(s[i], g[i] * g[i], b1[i]); \
    double delta = quotient(__builtin_sqrt(u[i] + e[i]), __builtin_sqrt(s[i] + e[i])) * g[i]; \
    u[i] = ewa(u[i], delta * delta, b1[i]); \
    w[i] -= alpha[i] * delta; }
    EACH { BOTH(RULE) }
#undef RULE
    break;
  case ADAM:
  case AMSGRAD:
    if (correcting) EACH { power1[i] = nextPower(power1[i], b1[i]); power2[i] = nextPower(power2[i], b2[i]); }
#define RULE(w, g, v, s, u) w[i] = SELECT(decay[i] > 0, w[i] - alpha[i] * decay[i] * w[i], w[i]);
    if (weightsDecay) EACH { BOTH(RULE) }
#undef RULE
    if (optimizer == AMSGRAD || guarded || !correcting) {
      int largest = optimizer == AMSGRAD;
      if (course) adam(1, 1, 1, 1, largest);
      else adam(0, 1, 1, 1, largest);
    } else if (isLate()) {
      if (course) adam(1, 0, 0, 1, 0);
      else adam(0, 0, 0, 1, 0);
    } else if (course) adam(1, 0, 1, 1, 0);
    else adam(0, 0, 1, 1, 0);
    break;
  case ADAMAX:
    EACH power1[i] = nextPower(power1[i], b1[i]);
#define RULE(w, g, v, s, u) { \
    v[i] = ewa(v[i], g[i], b1[i]); \
    u[i] = flushed(greater(b2[i] * u[i], size(g[i]) + (course ? 0 : e[i]))); \
    w[i] -= alpha[i] / (1 - power1[i]) * quotient(v[i], u[i] + (course ? e[i] : 0)); }
    EACH { BOTH(RULE) }
#undef RULE
    break;
  case NADAM:
    EACH {
      power2[i] = nextPower(power2[i], b2[i]);
      fade[i] = nextPower(fade[i], f[FADE][i]);
      double mu = b1[i] * (1 - 0.5 * fade[i]);
      double muNext = b1[i] * (1 - 0.5 * fade[i] * f[FADE][i]);
      power1[i] = nextPower(power1[i], mu);
      double ofGradient = (1 - mu) / (1 - power1[i]);
      double ofAverage = muNext / (1 - power1[i] * muNext);
#define RULE(w, g, v, s, u) { \
    v[i] = ewa(v[i], g[i], b1[i]); \
    s[i] = ewa(s[i], g[i] * g[i], b2[i]); \
    double V = ofGradient * g[i] + ofAverage * v[i], S = s[i] / (1 - power2[i]); \
    w[i] -= alpha[i] * quotient(V, course ? __builtin_sqrt(S + e[i]) : __builtin_sqrt(S) + e[i]); }
      BOTH(RULE)
#undef RULE
    }
    break;
  case LION:
#define RULE(w, g, v, s, u) { \
    double c = ewa(v[i], g[i], b1[i]); \
    double sign = SELECT(c > 0, 1.0, SELECT(c < 0, -1.0, c)); \
    w[i] -= alpha[i] * (sign + decay[i] * w[i]); \
    v[i] = ewa(v[i], g[i], b2[i]); }
    EACH { BOTH(RULE) }
#undef RULE
    break;
  }
}

// The row of this step: written if every number in it is finite and no cost is above 1e100, else the lane's run has ended.
INLINE void recordRow(double now, int hasBatch, int hasTarget) {
  double *w0 = f[W0], *w1 = f[W1], *steps = f[STEPS], *last = f[COST];
  double goal = target, nan = __builtin_nan("");
  EACH {
    double J = cost[i], before = alive[i], kept = steps[i], previous = last[i];
    double sum = w0[i] * 0 + w1[i] * 0 + J * 0;
    if (hasBatch) sum += batchCost[i] * 0;
    double most = hasBatch ? greater(J, batchCost[i]) : J;
    double on = SELECT((sum == 0) & (most <= 1e100), before, 0.0);
    alive[i] = on;
    last[i] = SELECT(on > 0, J, previous);
    if (hasTarget) {
      // The first step from which the cost stays at most the target: forgotten whenever it is above it.
      double first = SELECT(kept >= 0, kept, now);
      double reached = SELECT(J <= goal, first, nan);
      steps[i] = SELECT(on > 0, reached, kept);
    }
  }
}

/** False if no run goes on; looked at every few steps. */
static int record(int t, int hasBatch) {
  if (hasBatch) {
    if (targeted) recordRow(t, 1, 1);
    else recordRow(t, 1, 0);
  } else if (targeted) recordRow(t, 0, 1);
  else recordRow(t, 0, 0);
  if (t % 16) return 1;
  double going = 0;
  EACH going += alive[i];
  return going > 0;
}

/** Begins at step 0 with the lanes' fields as they are; false if no run goes on. */
EXPORT(begin) int begin(int rule, int kind, int inCourse, int corrects, int decays, int perEpoch, int hasTarget, double c, double goal) {
  optimizer = rule, surface = kind, course = inCourse, correcting = corrects, decaying = decays;
  stepsPerEpoch = perEpoch, targeted = hasTarget, scale = c, target = goal, step = 0;
  EACH {
    alpha[i] = f[ALPHA0][i];
    v0[i] = v1[i] = s0[i] = s1[i] = u0[i] = u1[i] = 0;
    power1[i] = power2[i] = corrects || rule == NADAM || rule == ADAMAX;
    fade[i] = alive[i] = 1;
    f[STEPS][i] = f[COST][i] = __builtin_nan("");
  }
  guarded = weightsDecay = late = 0;
  for (int i = 0; i < LANES; i++) {
    guarded |= !(f[EPSILON][i] > 0);
    weightsDecay |= f[WEIGHT_DECAY][i] > 0;
  }
  evaluate();
  return record(0, 0);
}

static void decayAlpha(int epoch) {
  double e = epoch;
  EACH alpha[i] = f[ALPHA0][i] / (1 + f[RATE][i] * e);
}

#include "sweepFused.h"

/** The whole run, begun before, with the same gradient for every example. */
EXPORT(complete) void complete(int count) {
  if (isFused()) return runFused(count);
  for (int n = 0; n < count; n++) {
    if (decaying && step % stepsPerEpoch == 0) decayAlpha(step / stepsPerEpoch);
    update();
    evaluate();
    if (!record(++step, 0)) return;
  }
}

/** The same where step n's batch is tilted by (tilts[2n], tilts[2n + 1]). */
EXPORT(advanceTilted) int advanceTilted(int count, const double *tilts) {
  for (int n = 0; n < count; n++) {
    double a = tilts[2 * n], b = tilts[2 * n + 1];
    if (decaying && step % stepsPerEpoch == 0) decayAlpha(step / stepsPerEpoch);
    EACH {
      g0[i] += a;
      g1[i] += b;
      batchCost[i] = cost[i] + (a * f[W0][i] + b * f[W1][i]);
    }
    update();
    evaluate();
    if (!record(++step, 1)) return 0;
  }
  return 1;
}

/** The gradient and cost of a batch of least squares, each example's sums in its order. */
static void examples(int count, const double *x0, const double *x1, const double *y) {
  enum { WIDE = 8 };
  double size_ = count;
  for (int from = 0; from < LANES; from += WIDE) {
    double squares[WIDE] = {0}, sum0[WIDE] = {0}, sum1[WIDE] = {0}, w0[WIDE], w1[WIDE];
    for (int j = 0; j < WIDE; j++) w0[j] = f[W0][from + j], w1[j] = f[W1][from + j];
    for (int k = 0; k < count; k++) {
      double a = x0[k], b = x1[k], c = y[k];
      for (int j = 0; j < WIDE; j++) {
        double residual = w0[j] * a + w1[j] * b - c;
        squares[j] += residual * residual;
        sum0[j] += residual * a;
        sum1[j] += residual * b;
      }
    }
    for (int j = 0; j < WIDE; j++) {
      g0[from + j] = (scale * sum0[j]) / size_;
      g1[from + j] = (scale * sum1[j]) / size_;
      batchCost[from + j] = (scale * squares[j]) / (2 * size_);
    }
  }
}

/** The same where step n's batch is counts[n] examples, one batch after the other in x0, x1, y. */
EXPORT(advanceExamples) int advanceExamples(int count, const int *counts, const double *x0, const double *x1, const double *y) {
  for (int n = 0; n < count; n++) {
    if (decaying && step % stepsPerEpoch == 0) decayAlpha(step / stepsPerEpoch);
    examples(counts[n], x0, x1, y);
    x0 += counts[n], x1 += counts[n], y += counts[n];
    update();
    evaluate();
    if (!record(++step, 1)) return 0;
  }
  return 1;
}
