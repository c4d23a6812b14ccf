// The reference for sweeps in C: four rules and two surfaces written plainly, many trajectories in lockstep, vectorized
// by the compiler (-O3 -march=native, as wide as the machine allows). The arithmetic is the engine's, so the bits are
// the same: moving averages that flush to 0, 0/0 = 0, the row's test, the target. Reads rule, surface, steps, tiles,
// repetitions, and α, β, β₂, ε, λ₁, λ₂, θ₀ of each lane. Prints the steps per second of the best repetition and the
// lanes' last costs.

#include <math.h>
#include <stdio.h>
#include <time.h>

#define LANES 64
enum { GD, MOMENTUM, RMSPROP, ADAM };

static double alpha[LANES], beta[LANES], beta2[LANES], epsilon[LANES], l1[LANES], l2[LANES], startX[LANES], startY[LANES];
static double x[LANES], y[LANES], gx[LANES], gy[LANES], J[LANES], vx[LANES], vy[LANES], sx[LANES], sy[LANES];
static double p1[LANES], p2[LANES], last[LANES], reached[LANES], alive[LANES];

static inline double ewa(double v, double theta, double b) {
  double next = b * v + (1 - b) * theta;
  return fabs(next) < 1e-300 ? 0 : next;
}
static inline double nextPower(double power, double b) { return power * b < 1e-30 ? 0 : power * b; }
static inline double quotient(double over, double under) {
  return (under == 0) & (fabs(over) < 1e-150) ? 0 : over / under;
}

static inline void evaluate(int surface, int i) {
  if (surface == 0) {
    double c = 1, s = 0, u = c * x[i] + s * y[i], v = c * y[i] - s * x[i];
    J[i] = 0.5 * (l1[i] * u * u + l2[i] * v * v);
    u = l1[i] * u, v = l2[i] * v;
    gx[i] = c * u - s * v;
    gy[i] = s * u + c * v;
  } else {
    double a = 1 - x[i], b = y[i] - x[i] * x[i];
    J[i] = a * a + 100 * b * b;
    gx[i] = -2 * (1 - x[i]) - 400 * x[i] * b;
    gy[i] = 200 * b;
  }
}

static inline void step(int rule, int surface, double t, double target, int i) {
  double dx = alpha[i] * gx[i], dy = alpha[i] * gy[i];
  if (rule == MOMENTUM) {
    vx[i] = ewa(vx[i], gx[i], beta[i]);
    vy[i] = ewa(vy[i], gy[i], beta[i]);
    dx = alpha[i] * vx[i];
    dy = alpha[i] * vy[i];
  } else if (rule == RMSPROP) {
    sx[i] = ewa(sx[i], gx[i] * gx[i], beta2[i]);
    sy[i] = ewa(sy[i], gy[i] * gy[i], beta2[i]);
    dx = quotient(alpha[i] * gx[i], sqrt(sx[i] + epsilon[i]));
    dy = quotient(alpha[i] * gy[i], sqrt(sy[i] + epsilon[i]));
  } else if (rule == ADAM) {
    p1[i] = nextPower(p1[i], beta[i]);
    p2[i] = nextPower(p2[i], beta2[i]);
    vx[i] = ewa(vx[i], gx[i], beta[i]);
    vy[i] = ewa(vy[i], gy[i], beta[i]);
    sx[i] = ewa(sx[i], gx[i] * gx[i], beta2[i]);
    sy[i] = ewa(sy[i], gy[i] * gy[i], beta2[i]);
    dx = quotient(alpha[i] * (vx[i] / (1 - p1[i])), sqrt(sx[i] / (1 - p2[i]) + epsilon[i]));
    dy = quotient(alpha[i] * (vy[i] / (1 - p1[i])), sqrt(sy[i] / (1 - p2[i]) + epsilon[i]));
  }
  x[i] -= dx;
  y[i] -= dy;
  evaluate(surface, i);
  alive[i] = (x[i] * 0 + y[i] * 0 + J[i] * 0 == 0) & (J[i] <= 1e100) ? alive[i] : 0;
  last[i] = alive[i] > 0 ? J[i] : last[i];
  double first = reached[i] >= 0 ? reached[i] : t;
  first = J[i] <= target ? first : NAN;
  reached[i] = alive[i] > 0 ? first : reached[i];
}

// Expanded for each pair, so the compiler sees one loop without branches.
#define LOOP(RULE, SURFACE) \
  for (int t = 1; t <= steps; t++) \
    for (int i = 0; i < LANES; i++) step(RULE, SURFACE, t, 1e-3, i);
#define PAIR(RULE) if (surface == 0) { LOOP(RULE, 0) } else { LOOP(RULE, 1) } break;

static void sweep(int rule, int surface, int steps) {
  for (int i = 0; i < LANES; i++) {
    x[i] = startX[i], y[i] = startY[i], vx[i] = vy[i] = sx[i] = sy[i] = 0, p1[i] = p2[i] = alive[i] = 1, last[i] = reached[i] = NAN;
    evaluate(surface, i);
  }
  switch (rule) {
  case GD: PAIR(GD)
  case MOMENTUM: PAIR(MOMENTUM)
  case RMSPROP: PAIR(RMSPROP)
  case ADAM: PAIR(ADAM)
  }
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

int main(void) {
  int rule, surface, steps, tiles, repetitions;
  if (scanf("%d %d %d %d %d", &rule, &surface, &steps, &tiles, &repetitions) != 5) return 1;
  double *fields[] = {alpha, beta, beta2, epsilon, l1, l2, startX, startY};
  for (int k = 0; k < 8; k++)
    for (int i = 0; i < LANES; i++)
      if (scanf("%lf", &fields[k][i]) != 1) return 1;
  double best = 0;
  for (int repetition = 0; repetition < repetitions; repetition++) {
    double from = now();
    for (int tile = 0; tile < tiles; tile++) sweep(rule, surface, steps);
    double speed = (double)steps * tiles * LANES / (now() - from);
    if (speed > best) best = speed;
  }
  printf("%.0f\n", best);
  for (int i = 0; i < LANES; i++) printf("%.17g\n", last[i]);
  return 0;
}
