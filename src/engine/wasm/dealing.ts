// Mini-batches in WebAssembly: draws the order of an epoch and deals the examples, ascending, into their batches. The
// orders are those of random.ts and batches.ts: xoshiro128** from a given state, Lemire's integers, Fisher-Yates.

import { Body, type Local } from './assembler.ts'

/** Bytes per example: x₀, x₁ and y, or its two tilts. They are a power of two, so an offset is a shifted index. */
const exampleShift = 5
export const exampleBytes = 1 << exampleShift

/** The batches of the examples are filled in four at a time, so up to three are written behind the last one. */
const filledAtOnce = 4
const spare = filledAtOnce - 1

/** Bytes after the order of m examples in T batches: the examples, their batches, and the end of each batch. */
export const orderBytes = (m: number, batches: number): number => 4 * (2 * m + spare + batches)

/** deal(stream, order, m, B): draws the order from the four words at `stream` and deals it to `order`. */
export function dealing(): Body {
  const body = new Body(['i32', 'i32', 'i32', 'i32'], [])
  const [stream, order, m, B] = [0, 1, 2, 3].map((i) => body.parameter(i))
  const words = [0, 1, 2, 3].map(() => body.local('i32'))
  const [s0, s1, s2, s3] = words
  const place = body.local('i32')
  const end = body.local('i32')
  const at = body.local('i32')
  const batch = body.local('i32')
  const left = body.local('i32')
  const n = body.local('i32')
  const bits = body.local('i32')
  const other = body.local('i32')
  const held = body.local('i32')
  const product = body.local('i64')
  const [b, c, d] = [0, 1, 2].map(() => body.local('i32'))

  words.forEach((word, i) =>
    body
      .get(stream)
      .access('i32.load', 4 * i)
      .set(word),
  )
  body.get(order).get(m).i32(2).do('i32.shl', 'i32.add').tee(place)
  body.get(m).i32(2).do('i32.shl', 'i32.add').tee(end)
  body
    .i32(4 * spare)
    .do('i32.add')
    .set(batch)

  // The batch of each example in order is the address where the end of that batch stands.
  body.get(place).set(at)
  body.block('loop', () => {
    body.get(at).get(B).i32(2).do('i32.shl', 'i32.add').tee(left).get(end).get(left).get(end)
    body.do('i32.lt_u', 'select').set(left)
    body.get(batch).get(order).get(left).get(place).do('i32.sub', 'i32.add').access('i32.store', 0)
    body.block('loop', () => {
      body.get(at).get(batch).simd('i32x4.splat').vectorAccess('store', 0)
      body
        .get(at)
        .i32(4 * filledAtOnce)
        .do('i32.add')
        .tee(at)
        .get(left)
        .do('i32.lt_u')
        .branchIf(0)
    })
    body.get(batch).i32(4).do('i32.add').set(batch)
    body.get(left).tee(at).get(end).do('i32.lt_u').branchIf(0)
  })

  const draw = (): void => {
    body.get(s1).set(b)
    body.get(s2).get(s0).do('i32.xor').set(c)
    body.get(s3).get(b).do('i32.xor').set(d)
    body.get(b).i32(5).do('i32.mul').i32(7).do('i32.rotl').i32(9).do('i32.mul').set(bits)
    body.get(b).get(c).do('i32.xor').set(s1)
    body.get(s0).get(d).do('i32.xor').set(s0)
    body.get(c).get(b).i32(9).do('i32.shl', 'i32.xor').set(s2)
    body.get(d).i32(11).do('i32.rotl').set(s3)
    body.get(bits).do('i64.extend_i32_u').get(n).do('i64.extend_i32_u', 'i64.mul').set(product)
  }
  const low = (): Body => body.get(product).do('i32.wrap_i64')
  /** Puts example n at the end of `batch`, so a batch is filled from its last place down and ascends. */
  const put = (): void => {
    body.get(batch).get(batch).access('i32.load', 0).i32(4).do('i32.sub').tee(held).access('i32.store', 0)
    // The offset of its numbers rather than its index.
    body.get(held).get(n).i32(exampleShift).do('i32.shl').access('i32.store', 0)
  }
  /** Takes the batch that was drawn for the last example. Its place is not read again. */
  const swap = (): void => {
    body.get(n).i32(1).do('i32.sub').set(n)
    body
      .get(place)
      .get(product)
      .i64(32)
      .do('i64.shr_u', 'i32.wrap_i64')
      .i32(2)
      .do('i32.shl', 'i32.add')
      .tee(other)
      .access('i32.load', 0)
      .set(batch)
    body.get(other)
    body.get(at).i32(4).do('i32.sub').tee(at).access('i32.load', 0).access('i32.store', 0)
    put()
  }
  // Fisher-Yates, from the last place down. The inner loop makes two draws a turn and leaves when a draw must be repeated.
  body.get(m).set(n)
  body.get(end).set(at)
  body.block('block', () =>
    body.block('loop', () => {
      body.block('block', () => {
        body.block('loop', () => {
          for (let turn = 0; turn < 2; turn++) {
            body.get(n).i32(2).do('i32.lt_u').branchIf(3)
            draw()
            low().get(n).do('i32.lt_u').branchIf(1)
            swap()
          }
          body.branch(0)
        })
      })
      // 2³² mod n results would be likelier than others, so draw again.
      body.i32(0).get(n).do('i32.sub').get(n).do('i32.rem_u').set(held)
      body.block('block', () =>
        body.block('loop', () => {
          low().get(held).do('i32.ge_u').branchIf(1)
          draw()
          body.branch(0)
        }),
      )
      swap()
      body.branch(0)
    }),
  )

  // One example is left, and one place.
  body.get(place).access('i32.load', 0).set(batch)
  body.i32(0).set(n)
  put()
  return body
}

/** The two words of a running hash. */
export interface HashLocals {
  readonly a: Local
  readonly b: Local
}

/** Adds numbers to the running hash, like hash.ts. Only `empty` may be NaN, which has one form. */
export function hashDoubles(body: Body, { a, b }: HashLocals, values: readonly Local[], empty?: Local): void {
  const word = body.local('i64')
  const low = body.local('i32')
  const high = body.local('i32')
  for (const value of values) {
    body.get(value).do('i64.reinterpret_f64').tee(word).do('i32.wrap_i64').set(low)
    body.get(word).i64(32).do('i64.shr_u', 'i32.wrap_i64').set(high)
    if (value === empty) {
      body.get(value).get(value).do('f64.ne')
      body.block('if', () => {
        body.i32(0).set(low)
        body.i32(0x7ff80000).set(high)
      })
    }
    const mix = (
      one: Local,
      word: Local,
      factor: number,
      turn: number,
      added: Local,
      constant: number,
    ): void => {
      body.get(one).get(word).i32(factor).do('i32.mul', 'i32.xor').i32(turn).do('i32.rotl')
      body.i32(5).do('i32.mul').get(added).do('i32.add').i32(constant).do('i32.add').set(one)
    }
    mix(a, low, 0x9e3779b1, 13, b, 0x561ccd1b)
    mix(b, high, 0x85ebca6b, 17, a, 0x0bcaa747)
  }
}
