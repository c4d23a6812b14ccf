// One trajectory of Adam in plain C, for bench/language.bench.ts: on a quadratic with B = m, and on least squares with
// real mini-batches dealt here, every row stored and hashed. Prints the processor time of a round and the hash of its
// rows. gcc -O3 -ffp-contract=off -mno-fma -o trajectory trajectory.c -lm

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { WIDTH = 13 };
static double rows[2048 * WIDTH];
static uint32_t hashA, hashB;

static uint32_t rotl(uint32_t x, int by) { return x << by | x >> (32 - by); }
static void hash(const double *numbers, int count) {
  for (int i = 0; i < count; i++) {
    uint64_t bits;
    memcpy(&bits, numbers + i, 8);
    uint32_t low = bits, high = bits >> 32;
    if (numbers[i] != numbers[i]) low = 0, high = 0x7ff80000;
    hashA = rotl(hashA ^ low * 0x9e3779b1u, 13) * 5 + hashB + 0x561ccd1b;
    hashB = rotl(hashB ^ high * 0x85ebca6bu, 17) * 5 + hashA + 0x0bcaa747;
  }
}

static double number(void) {
  double x;
  if (scanf("%lf", &x) != 1) exit(1);
  return x;
}

static double w[2], g[2], V[2], S[2], power1, power2, J;
static double alpha, beta1, beta2, epsilon;

static inline __attribute__((always_inline)) double flushed(double x) { return fabs(x) < 1e-300 ? 0 : x; }
static inline __attribute__((always_inline)) double next(double p, double beta) { return p * beta < 1e-30 ? 0 : p * beta; }
static inline __attribute__((always_inline)) void adam(void) {
  power1 = next(power1, beta1), power2 = next(power2, beta2);
  double one = 1 - power1, two = 1 - power2;
  for (int i = 0; i < 2; i++) {
    V[i] = flushed(beta1 * V[i] + (1 - beta1) * g[i]);
    S[i] = flushed(beta2 * S[i] + (1 - beta2) * (g[i] * g[i]));
    w[i] -= alpha * (V[i] / one) / sqrt(S[i] / two + epsilon);
  }
}
static inline __attribute__((always_inline)) int record(double *row, double t, double epoch, double batchCost, double cost) {
  double sum = batchCost * 0 + cost * 0 + w[0] * 0 + w[1] * 0;
  if (sum != 0 || batchCost > 1e100 || cost > 1e100) return 0;
  row[0] = t, row[1] = epoch, row[2] = alpha, row[3] = batchCost, row[4] = cost;
  return 1;
}
static inline __attribute__((always_inline)) void state(double *row) {
  row[5] = w[0], row[6] = w[1], row[7] = g[0], row[8] = g[1], row[9] = V[0], row[10] = V[1], row[11] = S[0], row[12] = S[1];
}

static double a, b;
static inline __attribute__((always_inline)) void quadratic(void) {
  double u = 1 * w[0] + 0 * w[1], v = 1 * w[1] - 0 * w[0];
  J = 0.5 * (a * u * u + b * v * v);
  g[0] = 1 * (a * u) - 0 * (b * v);
  g[1] = 0 * (a * u) + 1 * (b * v);
}

static uint32_t s[4];
static uint32_t bits(void) {
  uint32_t p = s[1], c = s[2] ^ s[0], d = s[3] ^ p, five = p * 5;
  s[1] = p ^ c, s[0] ^= d, s[2] = c ^ p << 9, s[3] = rotl(d, 11);
  return rotl(five, 7) * 9;
}
static uint32_t mixed(uint32_t x) {
  x = (x ^ x >> 16) * 0x7feb352du;
  x = (x ^ x >> 15) * 0x846ca68bu;
  return x ^ x >> 16;
}
static int m, B;
static uint32_t seed, *place, *order, *begin;
static void deal(int epoch) {
  char name[32];
  int length = sprintf(name, "batches %d", epoch);
  for (int k = 0; k < 4; k++) {
    uint32_t h = mixed(seed ^ (k + 1) * 0x9e3779b9u);
    for (int i = 0; i < length; i++) h = mixed(h + name[i] + (i + k + 1) * 0x85ebca6bu);
    s[k] = h;
  }
  s[3] |= 1;
  for (int i = 0, t = 0; i < m; t++) {
    begin[t] = i;
    for (int end = i + B < m ? i + B : m; i < end; i++) place[i] = t;
  }
  for (uint32_t i = m - 1; i > 0; i--) {
    uint32_t n = i + 1;
    uint64_t product = (uint64_t)bits() * n;
    if ((uint32_t)product < n) {
      uint32_t unfair = -n % n;
      while ((uint32_t)product < unfair) product = (uint64_t)bits() * n;
    }
    uint32_t j = product >> 32, value = place[i];
    place[i] = place[j], place[j] = value;
  }
  for (int i = 0; i < m; i++) order[begin[place[i]]++] = i;
}

static double *x0, *x1, *y, C[8];
static inline __attribute__((always_inline)) double full(void) {
  double d0 = w[0] - C[0], d1 = w[1] - C[1], p = C[4] * d0 + C[5] * d1, q = C[6] * d1;
  return C[7] + (C[2] * d0 + C[3] * d1) + 0.5 * (p * p + q * q);
}
static inline __attribute__((always_inline)) double batch(int from, int count) {
  double squares = 0, sum0 = 0, sum1 = 0, w0 = w[0], w1 = w[1];
  for (int k = from; k < from + count; k++) {
    int i = order[k];
    double r = w0 * x0[i] + w1 * x1[i] - y[i];
    squares += r * r, sum0 += r * x0[i], sum1 += r * x1[i];
  }
  g[0] = sum0 / count, g[1] = sum1 / count;
  return squares / (2.0 * count);
}

/** kind, steps, rounds, α, β₁, β₂, ε, w₀, w₁, then λ₁, λ₂ or seed, m, B, eight constants and the columns. */
int main(void) {
  int kind = number(), steps = number(), rounds = number();
  alpha = number(), beta1 = number(), beta2 = number(), epsilon = number();
  double start[2] = {number(), number()};
  if (kind == 0) a = number(), b = number();
  else {
    seed = number(), m = number(), B = number();
    for (int k = 0; k < 8; k++) C[k] = number();
    double **columns[] = {&x0, &x1, &y};
    for (int k = 0; k < 3; k++) {
      *columns[k] = malloc(8 * m);
      for (int i = 0; i < m; i++) (*columns[k])[i] = number();
    }
    place = malloc(4 * m), order = malloc(4 * m), begin = malloc(4 * (m / B + 2));
  }
  int perEpoch = kind ? (m + B - 1) / B : 1;
  for (int round = 0; round < rounds; round++) {
    struct timespec from, to;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    w[0] = start[0], w[1] = start[1], V[0] = V[1] = S[0] = S[1] = 0, power1 = power2 = 1, hashA = hashB = 0;
    if (kind == 0) quadratic();
    else J = full();
    double first[5] = {NAN, NAN, J, w[0], w[1]};
    hash(first, 5);
    for (int t = 0; t < steps; t++) {
      double *row = rows + t % 1024 * WIDTH;
      double before = J;
      if (kind) {
        if (t % perEpoch == 0) deal(t / perEpoch);
        int at = t % perEpoch * B;
        before = batch(at, at + B < m ? B : m - at);
      }
      adam();
      state(row);
      if (kind == 0) quadratic();
      else J = full();
      if (!record(row, t + 1, t / perEpoch, before, J)) return 2;
      if (kind) hash(row + 2, 5);
    }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    printf("%.9f %u %u %.17g %.17g\n", to.tv_sec - from.tv_sec + 1e-9 * (to.tv_nsec - from.tv_nsec), hashA, hashB, w[0], w[1]);
  }
}
