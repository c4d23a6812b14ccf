// A separate random stream for every case: the same seed gives the same case on every machine. Also the values that
// people, programs and attackers put where a number, a name or a text is expected.

export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** From 0 up to 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  /** An integer from 0 to count − 1. */
  below(count: number): number {
    return Math.floor(this.next() * count)
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }

  many<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.below(most + 1) }, make)
  }
}

/** Derives a case's seed from the run's seed, the kind and the case's number. */
export function seedOf(seed: number, kind: string, number: number): number {
  let mixed = (seed ^ Math.imul(number + 1, 0x9e3779b1)) >>> 0
  for (const letter of kind) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 0x85ebca77) >>> 0
  return (mixed ^ (mixed >>> 15)) >>> 0
}

const odd: readonly number[] = [
  ...[0, -0, 1, -1, 2, 0.5, 1.5, -0.1, 0.9, 0.999, 1e-8, 1e-300, 5e-324, 1e16, 1e300, 1e308, -1e308],
  ...[2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53, 2 ** 53 + 2, 10_000_001, 5_000_001, 1e-5, 100, 512, 1024],
]
export const oddNumber = (random: Random): number =>
  random.chance(0.6) ? random.pick(odd) : (random.next() - 0.5) * 10 ** (random.below(12) - 4)

const odder: readonly string[] = [
  ...['', ' ', '0', '-1', '1e999', '-1e999', '1e', '0x10', '1,5', '1.5', '1_000', '٣', '½', '１２', '--1'],
  ...[
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'null',
    'true',
    '%',
    '%E0%A4%A',
    '%00',
    '\u0000',
  ],
  ...[
    '<b>x</b>',
    '"><script>1</script>',
    "' or 1=1",
    '${1}',
    '{{1}}',
    '../../x',
    'javascript:1',
    'β & λ',
    '梯度',
  ],
  ...[
    '\u202eabc',
    '👩‍👩‍👧',
    'e\u0301',
    '\ufeff1',
    'a'.repeat(3000),
    '('.repeat(500),
    '1,'.repeat(400),
    ';;;',
    '::,::',
  ],
]
export const oddText = (random: Random): string =>
  random.chance(0.7)
    ? random.pick(odder)
    : String.fromCodePoint(...random.many(12, () => random.pick([32, 44, 58, 61, 95, 120, 0x3b2, 0x4e2d])))

/** Messages for people never contain these, whatever the input. The cases themselves contain none of them. */
export const unsaid = /\bNaN\b|\bInfinity\b|\bundefined\b|\[object\b|\n\s+at /

/** Returns what is wrong with a sentence for people, or undefined. */
export function wrongSentence(text: string, most = 2000): string | undefined {
  const found = unsaid.exec(text)
  if (found) return `says ${JSON.stringify(found[0])}: ${text.slice(0, 200)}`
  if (text.trim() === '') return 'says nothing'
  return text.length > most ? `says ${text.length} characters: ${text.slice(0, 80)}…` : undefined
}
