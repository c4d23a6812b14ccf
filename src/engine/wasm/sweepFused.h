// The commonest rules, each with each surface in one loop over pairs of lanes: gd, momentum, rmsprop and adam at constant α,
// where every example has the same gradient. The same operations in the same order as the plain loops of sweep.c, so the
// same bits. It is quick because J and the gradient are used where they are made, because a pair's numbers stand together,
// and because a run that ended is noticed when it ends and not asked about at every step.

#include <wasm_simd128.h>

typedef __f64x2 vector;

typedef struct {
  vector w0, w1, v0, v1, s0, s1, power1, power2;
  vector alpha, beta, rest, beta2, rest2, inside, outside;
  /** The last step at which J was above the target. */
  vector over;
  /** J of this step and of the one before, by the step's parity. */
  vector J[2];
  vector C[8];
} Pair;
enum { PAIRS = LANES / 2 };
static Pair pairs[PAIRS];

INLINE vector all(double x) { return (vector)wasm_f64x2_splat(x); }
/** A constant that is made once, before the loop, and not at each use. */
INLINE vector once(double x) {
  vector v = all(x);
  __asm__("" : "+r"(v));
  return v;
}
INLINE vector either(v128_t condition, vector a, vector b) { return (vector)wasm_v128_bitselect((v128_t)a, (v128_t)b, condition); }
/** x where the condition does not hold, 0 where it does. */
INLINE vector unless(v128_t condition, vector x) { return (vector)wasm_v128_andnot((v128_t)x, condition); }
INLINE v128_t atMost(vector a, vector b) { return wasm_f64x2_le((v128_t)a, (v128_t)b); }
INLINE v128_t below(vector a, vector b) { return wasm_f64x2_lt((v128_t)a, (v128_t)b); }
INLINE vector sizeOf(vector x) { return (vector)wasm_f64x2_abs((v128_t)x); }
INLINE vector rootOf(vector x) { return (vector)wasm_f64x2_sqrt((v128_t)x); }

// Constants of the surfaces and of the rules; `c` is the surface's scale.
typedef struct {
  vector one, half, quarter, n2, n3, n4, n7, n11, n100, n200, n400, minus2, n1_5, n2_25, n2_625, c, tiny, least;
} Constants;
INLINE vector flushedAll(vector x, vector tiny) { return unless(below(sizeOf(x), tiny), x); }
INLINE vector nextPowers(vector power, vector beta, vector least) {
  vector next = power * beta;
  return unless(below(next, least), next);
}

typedef struct { vector J, g0, g1; } Evaluated;

INLINE Evaluated evaluated(int kind, const Constants K, const Pair *p) {
  vector x = p->w0, y = p->w1, one = K.one, c = K.c;
  Evaluated e;
  switch (kind) {
  case QUADRATIC: {
    vector cos = p->C[0], sin = p->C[1], a = p->C[2], b = p->C[3];
    vector u = cos * x + sin * y, v = cos * y - sin * x;
    vector s = a * u, t = b * v;
    e.J = c * (K.half * (s * u + t * v));
    e.g0 = (cos * s - sin * t) * c;
    e.g1 = (sin * s + cos * t) * c;
    break;
  }
  case BOWL: {
    vector d0 = x - p->C[0], d1 = y - p->C[1], r0 = p->C[2], r1 = p->C[3];
    vector l00 = p->C[4], l10 = p->C[5], l11 = p->C[6];
    vector s = l00 * d0 + l10 * d1, t = l11 * d1;
    e.g0 = c * (r0 + l00 * s);
    e.g1 = c * (r1 + l10 * s + l11 * t);
    e.J = c * (p->C[7] + (r0 * d0 + r1 * d1) + K.half * (s * s + t * t));
    break;
  }
  case ROSENBROCK: {
    vector a = one - x, b = y - x * x;
    e.J = c * (a * a + K.n100 * b * b);
    e.g0 = (K.minus2 * a - K.n400 * x * b) * c;
    e.g1 = (K.n200 * b) * c;
    break;
  }
  case HIMMELBLAU: {
    vector a = x * x + y - K.n11, b = x + y * y - K.n7;
    e.J = c * (a * a + b * b);
    e.g0 = (K.n4 * x * a + K.n2 * b) * c;
    e.g1 = (K.n2 * a + K.n4 * y * b) * c;
    break;
  }
  case BEALE: {
    vector y2 = y * y, y3 = y2 * y;
    vector a = K.n1_5 - x + x * y, b = K.n2_25 - x + x * y * y, d = K.n2_625 - x + x * y * y * y;
    e.J = c * (a * a + b * b + d * d);
    b = K.n2_25 - x + x * y2;
    d = K.n2_625 - x + x * y3;
    e.g0 = (K.n2 * (a * (y - one) + b * (y2 - one) + d * (y3 - one))) * c;
    e.g1 = (K.n2 * x * (a + K.n2 * b * y + K.n3 * d * y2)) * c;
    break;
  }
  default: {
    vector a = y * y - one;
    e.J = c * (K.half * x * x + K.quarter * a * a);
    e.g0 = x * c;
    e.g1 = (y * a) * c;
  }
  }
  return e;
}


/** A lane's number in one of its pair's vectors. */
#define LANE(vectors, i) (((double *)&pairs[(i) / 2].vectors)[(i) % 2])

static void gather(void) {
  for (int i = 0; i < LANES; i++) {
    LANE(w0, i) = f[W0][i], LANE(w1, i) = f[W1][i], LANE(alpha, i) = alpha[i];
    LANE(v0, i) = LANE(v1, i) = LANE(s0, i) = LANE(s1, i) = 0;
    LANE(power1, i) = power1[i], LANE(power2, i) = power2[i];
    LANE(beta, i) = f[BETA][i], LANE(beta2, i) = f[BETA2][i];
    // V = βV + dW in the other convention, and 1 · x is x.
    LANE(rest, i) = optimizer == MOMENTUM && !course ? 1 : 1 - f[BETA][i];
    LANE(rest2, i) = 1 - f[BETA2][i];
    // ε under the root in one convention, beside it in the other; S + 0 is S.
    LANE(inside, i) = course ? f[EPSILON][i] : 0, LANE(outside, i) = course ? 0 : f[EPSILON][i];
    LANE(over, i) = -1;
    for (int k = 0; k < 8; k++) LANE(C[k], i) = f[C0 + k][i];
  }
}

/** What a lane came to whose last written row has this J. */
static void conclude(int i, double J) {
  f[COST][i] = J;
  // J stays at most the target from the step after the last at which it was above.
  if (targeted) f[STEPS][i] = J <= target ? LANE(over, i) + 1 : __builtin_nan("");
}

/** Ends the runs whose J is no number or too large, and puts them to rest at the start; false if none goes on. */
static int bury(int now) {
  int going = 0;
  for (int i = 0; i < LANES; i++) {
    if (alive[i] > 0 && !(LANE(J[now & 1], i) <= 1e100)) {
      alive[i] = 0;
      conclude(i, LANE(J[~now & 1], i));
      LANE(w0, i) = f[W0][i], LANE(w1, i) = f[W1][i], LANE(alpha, i) = 0;
      LANE(v0, i) = LANE(v1, i) = LANE(s0, i) = LANE(s1, i) = 0;
    }
    going |= alive[i] > 0;
  }
  return going;
}

static int needsCorrection(void) {
  for (int i = 0; i < LANES; i++)
    if (1 - LANE(power1, i) < 1) return 1;
  return 0;
}

/**
 * From the row of step `from` to that of `to`, and one update more. With `early` Adam's V is corrected, and it returns as
 * soon as that is needless; −1 if no run goes on, else the step whose row is next.
 */
INLINE int fused(int rule, int kind, int early, int from, int to) {
  const Constants K = {
    .one = once(1), .half = once(0.5), .quarter = once(0.25), .n2 = once(2), .n3 = once(3), .n4 = once(4), .n7 = once(7), .n11 = once(11),
    .n100 = once(100), .n200 = once(200), .n400 = once(400), .minus2 = once(-2), .n1_5 = once(1.5), .n2_25 = once(2.25),
    .n2_625 = once(2.625), .c = once(scale), .tiny = once(1e-300), .least = once(1e-30)
  };
  const vector goal = once(target), most = once(1e100), one = K.one;
  for (int t = from; t <= to; t++) {
    vector now = once(t);
    v128_t fine = (v128_t)(now == now);
    if (early && t % 16 == 0 && t > from && !needsCorrection()) return t;
    for (Pair *next = pairs; next < pairs + PAIRS; next++) {
      // The compiler need not know where that is: then each number is loaded from a fixed distance, without a sum.
      Pair *p = next;
      __asm__("" : "+r"(p));
      Evaluated e = evaluated(kind, K, p);
      p->J[t & 1] = e.J;
      // Where a weight is not finite, J is not either; J is never −∞.
      v128_t written = atMost(e.J, most);
      fine = wasm_v128_and(fine, written);
      p->over = either(wasm_v128_andnot(written, atMost(e.J, goal)), now, p->over);
      vector d0 = e.g0, d1 = e.g1;
      if (rule == RMSPROP || rule == ADAM) {
        vector S0 = p->s0 = flushedAll(p->beta2 * p->s0 + p->rest2 * (d0 * d0), K.tiny);
        vector S1 = p->s1 = flushedAll(p->beta2 * p->s1 + p->rest2 * (d1 * d1), K.tiny);
        if (rule == ADAM) {
          p->power2 = nextPowers(p->power2, p->beta2, K.least);
          S0 = S0 / (one - p->power2);
          S1 = S1 / (one - p->power2);
          d0 = p->v0 = flushedAll(p->beta * p->v0 + p->rest * d0, K.tiny);
          d1 = p->v1 = flushedAll(p->beta * p->v1 + p->rest * d1, K.tiny);
          if (early) {
            p->power1 = nextPowers(p->power1, p->beta, K.least);
            d0 = d0 / (one - p->power1);
            d1 = d1 / (one - p->power1);
          }
        }
        d0 = d0 / (rootOf(S0 + p->inside) + p->outside);
        d1 = d1 / (rootOf(S1 + p->inside) + p->outside);
      } else if (rule == MOMENTUM) {
        d0 = p->v0 = flushedAll(p->beta * p->v0 + p->rest * d0, K.tiny);
        d1 = p->v1 = flushedAll(p->beta * p->v1 + p->rest * d1, K.tiny);
      }
      p->w0 -= p->alpha * d0;
      p->w1 -= p->alpha * d1;
    }
    if (!wasm_i64x2_all_true(fine) && !bury(t)) return -1;
  }
  return to + 1;
}

#define KIND(rule, early, kind) \
  case kind: return fused(rule, kind, early, from, to);
#define FUSED(name, rule, early) \
  static int name(int from, int to) { \
    switch (surface) { \
      KIND(rule, early, QUADRATIC) KIND(rule, early, BOWL) KIND(rule, early, ROSENBROCK) \
      KIND(rule, early, HIMMELBLAU) KIND(rule, early, BEALE) default: KIND(rule, early, SADDLE) \
    } \
  }
FUSED(gdFused, GD, 0)
FUSED(momentumFused, MOMENTUM, 0)
FUSED(rmspropFused, RMSPROP, 0)
FUSED(adamEarly, ADAM, 1)
FUSED(adamLate, ADAM, 0)

/** Whether the run that has begun has such a loop. */
static int isFused(void) {
  if (decaying) return 0;
  if (optimizer == GD || optimizer == MOMENTUM) return !correcting;
  return !guarded && !weightsDecay && (optimizer == RMSPROP ? !correcting : optimizer == ADAM && correcting);
}

/** All steps of the run, which has begun. */
static void runFused(int count) {
  gather();
  int next = optimizer == GD         ? gdFused(0, count)
             : optimizer == MOMENTUM ? momentumFused(0, count)
             : optimizer == RMSPROP  ? rmspropFused(0, count)
                                     : adamEarly(0, count);
  if (next >= 0 && next <= count) next = adamLate(next, count);
  for (int i = 0; i < LANES; i++)
    if (alive[i] > 0) conclude(i, LANE(J[count & 1], i));
}
