// The network's training loop in C, compiled from the kernel's own source: the cost of the same arithmetic without
// WebAssembly. Reads layers, m, B, steps and θ, x, y from standard input (doubles as text). SGD without reshuffling.
// Prints the examples per second of the best repetition, and θ after the first repetition's steps.

#include "../../src/engine/wasm/network.c"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void *room(size_t bytes) { return memset(aligned_alloc(64, (bytes + 63) / 64 * 64), 0, (bytes + 63) / 64 * 64); }
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

int main(void) {
  int m, B, steps, repetitions, units = 0;
  if (scanf("%d %d %d %d %d %d", &net.depth, &net.loss, &m, &B, &steps, &repetitions) != 6) return 1;
  for (int l = 0; l <= net.depth; l++) {
    if (scanf("%d", &net.sizes[l]) != 1) return 1;
    if (l == 0) continue;
    units += net.sizes[l];
    net.parameters += net.sizes[l] * (net.sizes[l - 1] + 1);
    if (net.sizes[l] > net.widest) net.widest = net.sizes[l];
  }
  int n0 = net.sizes[0];
  net.targets = 1;
  double *start = room(net.parameters * 8), *x = room((size_t)m * n0 * 8), *y = room((size_t)m * 8);
  for (int i = 0; i < net.parameters; i++) if (scanf("%lf", start + i) != 1) return 1;
  for (int i = 0; i < m * n0; i++) if (scanf("%lf", x + i) != 1) return 1;
  for (int i = 0; i < m; i++) if (scanf("%lf", y + i) != 1) return 1;
  // As in the engine, batches are staged, each from a new tile on, and processed in one call.
  int places = (B + TILE - 1) / TILE * TILE, most = m / places > 1 ? m / places : 1;
  net.theta = room(net.parameters * 16);
  net.gradient = net.theta + net.parameters;
  net.weights = PRECISION == 32 ? room(net.parameters * sizeof(real)) : (real *)net.theta;
  net.lanes = room(net.parameters * 16);
  net.totals = room(net.parameters * 8);
  net.x = room((size_t)places * most * n0 * sizeof(real));
  net.y = room((size_t)places * most * sizeof(real));
  net.losses = room((size_t)places * sizeof(real));
  net.outputs = room((size_t)places * net.sizes[net.depth] * sizeof(real));
  net.activations = room(units * TILE * sizeof(real));
  net.deltas = room(3 * net.widest * TILE * sizeof(real));
  descent = (struct Descent){.rule = GD, .alpha = 0.05, .batch = B, .last = B, .rows = room(most * 40)};
  double best = 0;
  for (int repetition = 0; repetition < repetitions; repetition++) {
    memcpy(net.theta, start, net.parameters * 8);
    double from = now();
    for (int t = 0, first = 0; t < steps; t += descent.steps) {
      descent.step = t + 1;
      descent.steps = steps - t < most ? steps - t : most;
      if (m / B - first / B < descent.steps) descent.steps = m / B - first / B;
      for (int s = 0; s < descent.steps; s++, first += B)
        for (int p = 0; p < ((B + 3) & ~3); p++) {
          int i = first + (p < B ? p : B - 1), column = p % TILE, tile = s * places + p - column;
          for (int k = 0; k < n0; k++) net.x[tile * n0 + k * TILE + column] = x[i * n0 + k];
          net.y[tile + column] = y[i];
        }
      if (descend() != descent.steps) return 1;
      if (first + B > m) first = 0;
    }
    double speed = (double)steps * B / (now() - from);
    if (speed > best) best = speed;
  }
  printf("%.0f\n", best);
  for (int i = 0; i < net.parameters; i++) printf("%.17g\n", net.theta[i]);
  return 0;
}
