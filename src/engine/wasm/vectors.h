// A vector of two doubles or four floats, with exp, log, tanh and the sigmoid. The operations and their order are those of
// objectives/network/elementary.ts. There is no fused multiply-add and no relaxed operation, so the bits are the same on
// every machine.

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
// A separate function, because engines allocate registers better then.
#define ALONE static __attribute__((noinline))
#ifdef __wasm__
#define EXPORT(name) __attribute__((export_name(#name)))
#else
#define EXPORT(name)
#endif

INLINE vec splat(real a) {
#if PRECISION == 32
  return (vec){a, a, a, a};
#else
  return (vec){a, a};
#endif
}
// Keeps the compiler from assuming that half of it is unused. It would shuffle the bytes in a way that is slow in engines.
INLINE vec entire(vec v) {
#ifdef __wasm__
  __asm__("" : "+r"(v));
#endif
  return v;
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
#define LAST 17
#define BOTH(a) {a, a, a, a}
#else
#define MANTISSA 52
#define LAST 33
#define BOTH(a) {a, a}
#endif

// In memory and not `static`, so the compiler loads them. Engines rebuild a vector constant at every use.
struct Constants {
  vec one, two, half, magic, log2e, ln2, ln2High, ln2Low, tanhLimit, expLimit, coth1, coth2, coth3, coth4, coth5;
  vec series[LAST / 2 + 1]; // 2, 2/3, 2/5, … 2/LAST
  vec over0, over1, over2, under0, under1, under2, under3, under4;
} constants = {
    .one = BOTH(1),
#define TERM(k) BOTH((real)(2.0 / k))
    .series = {TERM(1), TERM(3), TERM(5), TERM(7), TERM(9), TERM(11), TERM(13), TERM(15), TERM(17),
#if LAST == 33
               TERM(19), TERM(21), TERM(23), TERM(25), TERM(27), TERM(29), TERM(31), TERM(33),
#endif
    },
    .two = BOTH(2),
    .half = BOTH(0.5),
#if PRECISION == 32
    .magic = BOTH(12582912.0f),
    .log2e = BOTH(1.44269504f),
    .ln2 = BOTH(0.693147181f),
    .ln2High = BOTH(0.693145752f),
    .ln2Low = BOTH(1.42860677e-6f),
    .tanhLimit = BOTH(7.872204780578613f),
    .over0 = BOTH(90525.0078125f),
    .over1 = BOTH(11670.9375f),
    .over2 = BOTH(263.92279052734375f),
    .under0 = BOTH(90525.0234375f),
    .under1 = BOTH(41845.796875f),
    .under2 = BOTH(2142.717529296875f),
    .under3 = BOTH(21.1517391204834f),
    .under4 = BOTH(0.021163538098335266f),
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
  return (k->two + q * k->coth1) + (q * q) * k->coth2;
#else
  vec p = k->coth1 + q * (k->coth2 + q * (k->coth3 + q * (k->coth4 + q * k->coth5)));
  return k->two + q * p;
#endif
}

// 2ⁿ from magic + n, whose last bits are n.
INLINE vec power(const struct Constants *k, vec shifted) {
  return (vec)(((mask)shifted << MANTISSA) + (mask)k->one);
}

#if PRECISION == 32
// tanh x = x·P(x²)/Q(x²) for |x| ≤ tanhLimit, and constant beyond. The rational function has the least relative error of
// its degree.
INLINE vec tangent(const struct Constants *k, vec x) {
  // The square is limited separately, so it waits for nothing.
  vec q = atMost(x * x, k->tanhLimit * k->tanhLimit), qq = q * q;
  x = atMost(atLeast(x, -k->tanhLimit), k->tanhLimit);
  vec over = x * ((k->over0 + k->over1 * q) + qq * (k->over2 + q));
  return over / ((k->under0 + k->under1 * q) + qq * ((k->under2 + k->under3 * q) + k->under4 * qq));
}
#else
// tanh x = (R(s − 1) + r(s + 1)) / (R(s + 1) + r(s − 1)), 2x = n·ln 2 + r, s = 2ⁿ: odd to the bit.
INLINE vec tangent(const struct Constants *k, vec x) {
  vec y = atMost(atLeast(x + x, -k->tanhLimit), k->tanhLimit);
  vec shifted = y * k->log2e + k->magic;
  vec r = y - (shifted - k->magic) * k->ln2;
  vec R = coth(k, r * r), s = power(k, shifted);
  vec below = s - k->one, above = s + k->one;
  return (R * below + r * above) / (R * above + r * below);
}
#endif

// exp x as the fraction over/under. Beyond ±expLimit it is exp(±expLimit), so it is never subnormal or infinite.
INLINE void exponential(const struct Constants *k, vec x, vec *over, vec *under) {
  vec y = atMost(atLeast(x, k->expLimit), -k->expLimit);
  vec shifted = y * k->log2e + k->magic;
  vec n = shifted - k->magic;
  vec r = (y - n * k->ln2High) - n * k->ln2Low;
  vec R = coth(k, r * r);
  *over = power(k, shifted) * (R + r);
  *under = R - r;
}

// 2·artanh u = ln((1 + u)/(1 − u)) for 0 ≤ u ≤ 1/3, by its series, even and odd terms in two chains.
INLINE vec logarithm(const struct Constants *k, vec u) {
  vec q = u * u, qq = q * q, even = k->series[LAST / 2], odd = k->series[LAST / 2 - 1];
  UNROLL for (int i = LAST / 2 - 2; i >= 0; i -= 2) even = k->series[i] + qq * even;
  UNROLL for (int i = LAST / 2 - 3; i >= 1; i -= 2) odd = k->series[i] + qq * odd;
  return u * (even + q * odd);
}

INLINE vec logistic(const struct Constants *k, vec z) {
  vec over, under;
  exponential(k, z, &over, &under);
  return over / (over + under);
}

INLINE vec load(const real *p) {
  struct Packed { vec v; } __attribute__((packed, may_alias));
  return ((const struct Packed *)p)->v;
}
INLINE void store(real *p, vec v) {
  struct Packed { vec v; } __attribute__((packed, may_alias));
  ((struct Packed *)p)->v = v;
}

#if PRECISION == 32
// The sum of a vector's lanes, and those of four vectors.
INLINE real oneTogether(vec v) { return (v[0] + v[2]) + (v[1] + v[3]); }
INLINE vec fourTogether(const vec *v) {
  vec ab = __builtin_shufflevector(v[0], v[1], 0, 1, 4, 5) + __builtin_shufflevector(v[0], v[1], 2, 3, 6, 7);
  vec cd = __builtin_shufflevector(v[2], v[3], 0, 1, 4, 5) + __builtin_shufflevector(v[2], v[3], 2, 3, 6, 7);
  return __builtin_shufflevector(ab, cd, 0, 2, 4, 6) + __builtin_shufflevector(ab, cd, 1, 3, 5, 7);
}
#endif

// Two doubles, whatever `real` is: θ, dW and the memories of a rule.
typedef double pair __attribute__((vector_size(16)));
struct Pair { pair v; } __attribute__((packed, may_alias));
INLINE pair get(const double *p) { return ((const struct Pair *)p)->v; }
INLINE void put(double *p, pair v) { ((struct Pair *)p)->v = v; }

#if PRECISION == 32
// Four doubles rounded to floats, written in the one way that clang turns into an instruction.
INLINE vec rounded(pair low, pair high) {
#ifdef __wasm__
  typedef double pairs __attribute__((vector_size(32)));
  pair zero = {0, 0};
  vec a = entire(__builtin_convertvector((pairs)__builtin_shufflevector(low, zero, 0, 1, 2, 3), vec));
  vec b = entire(__builtin_convertvector((pairs)__builtin_shufflevector(high, zero, 0, 1, 2, 3), vec));
  return __builtin_shufflevector(a, b, 0, 1, 4, 5);
#else
  typedef float half __attribute__((vector_size(8)));
  half a = __builtin_convertvector(low, half), b = __builtin_convertvector(high, half);
  return __builtin_shufflevector(a, b, 0, 1, 2, 3);
#endif
}
INLINE pair lower(vec v) { return __builtin_convertvector(__builtin_shufflevector(v, v, 0, 1), pair); }
INLINE pair upper(vec v) { return lower(entire(__builtin_shufflevector(v, v, 2, 3, 2, 3))); }
#endif
