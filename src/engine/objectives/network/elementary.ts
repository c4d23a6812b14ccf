// exp, log, tanh and the sigmoid without branches, so the lanes of the WebAssembly kernel and this code compute the
// same bits (exact.ts branches on the argument's size, which lanes cannot do). Built on exp x = 2ⁿ(R + r)/(R − r), x =
// n·ln 2 + r, R(r²) = r·coth(r/2) = 2 + r²/6 − r⁴/360 + … (coefficients of FreeBSD's msun e_exp.c and e_expf.c, Sun
// Microsystems 1993). With 'float32' every operation is rounded to float32. Largest error: 2 units in the last place
// for tanh and the sigmoid. In float32, tanh x = x·P(x²)/Q(x²), the rational function of least relative error with P of
// degree 3 and Q of degree 4. Its error is at most 4 units (5·10⁻⁷), and it exceeds 1 by at most one unit.

export type Precision = 'float64' | 'float32'

export interface Elementary {
  /** The rounding applied after every operation. */
  readonly round: (x: number) => number
  readonly ln2: number
  tanh(x: number): number
  sigmoid(x: number): number
  /** exp x for x ≤ 0. Below −708 (float32: −87) it stays at exp(−708) (exp(−87)), so it is never subnormal. */
  exponential(x: number): number
  /** ln(1 + e^{−|x|}). */
  softplus(x: number): number
  /** ln((1 + u)/(1 − u)) for 0 ≤ u ≤ 1/3. */
  logarithm(u: number): number
}

const deepest = 1023
/** 2ⁿ for n from −1023 to 1023. */
const powers = new Float64Array(2 * deepest + 1)
powers[deepest] = 1
for (let n = 1; n <= deepest; n++) {
  powers[deepest + n] = powers[deepest + n - 1] * 2
  powers[deepest - n] = powers[deepest - n + 1] / 2
}

const doubles = {
  round: (x: number): number => x,
  magic: 6755399441055744,
  log2e: 1.4426950408889634,
  ln2: 0.6931471805599453,
  ln2High: 6.9314718036912381649e-1,
  ln2Low: 1.90821492927058770002e-10,
  tanhLimit: 40,
  expLimit: -708,
  coth: [
    4.13813679705723846039e-8, -1.6533902205465251539e-6, 6.61375632143793436117e-5,
    -2.77777777770155933842e-3, 1.66666666666666019037e-1,
  ],
  lastOdd: 33,
}

const floats: typeof doubles = {
  round: Math.fround,
  magic: 12582912,
  log2e: Math.fround(1.44269504),
  ln2: Math.fround(0.693147181),
  ln2High: Math.fround(0.693145752),
  ln2Low: Math.fround(1.42860677e-6),
  tanhLimit: 7.872204780578613,
  expLimit: -87,
  coth: [Math.fround(-2.7667332906e-3), Math.fround(1.666662544e-1)],
  lastOdd: 17,
}

const numerator = [90525.0078125, 11670.9375, 263.92279052734375]
const denominator = [90525.0234375, 41845.796875, 2142.717529296875, 21.1517391204834, 0.021163538098335266]
/** tanh in float32. */
function rationalTanh(x: number): number {
  const f = Math.fround
  const limit = floats.tanhLimit
  const y = x < -limit ? -limit : x > limit ? limit : x
  const q = f(y * y)
  const qq = f(q * q)
  const P = f(f(numerator[0] + f(numerator[1] * q)) + f(qq * f(numerator[2] + q)))
  const Q = f(f(denominator[2] + f(denominator[3] * q)) + f(denominator[4] * qq))
  return f(f(y * P) / f(f(denominator[0] + f(denominator[1] * q)) + f(qq * Q)))
}

export function elementaryOf(precision: Precision): Elementary {
  const {
    round: f,
    magic,
    log2e,
    ln2,
    ln2High,
    ln2Low,
    tanhLimit,
    expLimit,
    coth,
    lastOdd,
  } = precision === 'float32' ? floats : doubles
  /** 2/33, 2/31, …, 2: the coefficients of 2·artanh. */
  const terms = new Float64Array((lastOdd + 1) / 2)
  for (let i = 0; i < terms.length; i++) terms[i] = f(2 / (lastOdd - 2 * i))

  /** Returns R(r²). */
  function cothOf(q: number): number {
    // A shorter dependency chain.
    if (precision === 'float32') return f(f(2 + f(q * coth[1])) + f(f(q * q) * coth[0]))
    let p = coth[0]
    for (let i = 1; i < coth.length; i++) p = f(coth[i] + f(q * p))
    return f(2 + f(q * p))
  }
  let over = 0
  let under = 1
  /** Leaves exp x as the fraction over/under. Clamps x to ±708 (float32: ±87). */
  function fraction(x: number): void {
    const y = x < expLimit ? expLimit : x > -expLimit ? -expLimit : x
    const n = f(f(f(y * log2e) + magic) - magic)
    const r = f(f(y - f(n * ln2High)) - f(n * ln2Low))
    const R = cothOf(f(r * r))
    over = f(powers[n + deepest] * f(R + r))
    under = f(R - r)
  }
  function logarithm(u: number): number {
    const q = f(u * u)
    const qq = f(q * q)
    let even = terms[0]
    let odd = terms[1]
    for (let i = 2; i < terms.length; i += 2) even = f(terms[i] + f(qq * even))
    for (let i = 3; i < terms.length; i += 2) odd = f(terms[i] + f(qq * odd))
    return f(u * f(even + f(q * odd)))
  }
  function tanh(x: number): number {
    const twice = x + x
    const y = twice < -tanhLimit ? -tanhLimit : twice > tanhLimit ? tanhLimit : twice
    const n = y * log2e + magic - magic
    const r = y - n * ln2
    const R = cothOf(r * r)
    const s = powers[n + deepest]
    const below = s - 1
    const above = s + 1
    return (R * below + r * above) / (R * above + r * below)
  }
  return {
    round: f,
    ln2,
    logarithm,
    tanh: precision === 'float32' ? rationalTanh : tanh,
    sigmoid(x) {
      fraction(x)
      return f(over / f(over + under))
    },
    exponential(x) {
      fraction(x)
      return f(over / under)
    },
    softplus(x) {
      fraction(x)
      const less = over < under ? over : under
      const more = over < under ? under : over
      return logarithm(f(less / f(f(more + more) + less)))
    },
  }
}
