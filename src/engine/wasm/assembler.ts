// Assembles WebAssembly: a body is a list of instructions with named locals, a module consists of bodies. Nothing is
// fetched and no text becomes code. The binary format is that of the WebAssembly core specification 2.0 (2022).

export type ValueType = 'i32' | 'i64' | 'f64' | 'v128'
const typeCodes: Readonly<Record<ValueType, number>> = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b }

/** Instructions without operands in the byte stream. */
const plain = {
  return: 0x0f,
  drop: 0x1a,
  select: 0x1b,
  end: 0x0b,
  'i32.eqz': 0x45,
  'i32.eq': 0x46,
  'i32.ne': 0x47,
  'i32.lt_u': 0x49,
  'i32.gt_u': 0x4b,
  'i32.ge_u': 0x4f,
  'i32.lt_s': 0x48,
  'i32.add': 0x6a,
  'i32.sub': 0x6b,
  'i32.mul': 0x6c,
  'i32.rem_u': 0x70,
  'i32.and': 0x71,
  'i32.or': 0x72,
  'i32.xor': 0x73,
  'i32.shl': 0x74,
  'i32.shr_u': 0x76,
  'i32.rotl': 0x77,
  'i32.wrap_i64': 0xa7,
  'i32.trunc_f64_u': 0xab,
  'i64.lt_u': 0x54,
  'i64.gt_u': 0x56,
  'i64.mul': 0x7e,
  'i64.and': 0x83,
  'i64.shl': 0x86,
  'i64.shr_u': 0x88,
  'i64.extend_i32_u': 0xad,
  'i64.reinterpret_f64': 0xbd,
  'f64.eq': 0x61,
  'f64.ne': 0x62,
  'f64.lt': 0x63,
  'f64.gt': 0x64,
  'f64.le': 0x65,
  'f64.ge': 0x66,
  'f64.abs': 0x99,
  'f64.neg': 0x9a,
  'f64.sqrt': 0x9f,
  'f64.add': 0xa0,
  'f64.sub': 0xa1,
  'f64.mul': 0xa2,
  'f64.div': 0xa3,
  'f64.convert_i32_u': 0xb8,
} as const
export type Plain = keyof typeof plain

/** Vector instructions without operands in the byte stream. */
const vector = {
  'i8x16.swizzle': 0x0e,
  'i32x4.splat': 0x11,
  'i64x2.splat': 0x12,
  'f64x2.splat': 0x14,
  'f64x2.eq': 0x47,
  'f64x2.ne': 0x48,
  'f64x2.lt': 0x49,
  'f64x2.gt': 0x4a,
  'f64x2.le': 0x4b,
  'f64x2.ge': 0x4c,
  'v128.not': 0x4d,
  'v128.and': 0x4e,
  'v128.andnot': 0x4f,
  'v128.or': 0x50,
  'v128.xor': 0x51,
  'v128.bitselect': 0x52,
  'v128.any_true': 0x53,
  'f64x2.floor': 0x75,
  'i64x2.all_true': 0xc3,
  'i64x2.extend_low_i32x4_s': 0xc7,
  'i64x2.shl': 0xcb,
  'i64x2.shr_s': 0xcc,
  'i64x2.shr_u': 0xcd,
  'i64x2.add': 0xce,
  'i64x2.sub': 0xd1,
  'i64x2.eq': 0xd6,
  'f64x2.abs': 0xec,
  'f64x2.neg': 0xed,
  'f64x2.sqrt': 0xef,
  'f64x2.add': 0xf0,
  'f64x2.sub': 0xf1,
  'f64x2.mul': 0xf2,
  'f64x2.div': 0xf3,
  'f64x2.pmax': 0xf7,
  'i32x4.trunc_sat_f64x2_s_zero': 0xfc,
  'f64x2.convert_low_i32x4_s': 0xfe,
} as const
export type Vector = keyof typeof vector

const loads = {
  'i32.load': [0x28, 2],
  'f64.load': [0x2b, 3],
  'i32.store': [0x36, 2],
  'f64.store': [0x39, 3],
} as const
export type Access = keyof typeof loads

const double = new Float64Array(1)
const doubleBytes = new Uint8Array(double.buffer)
const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

export function unsigned(bytes: number[], value: number): void {
  do {
    const byte = value & 0x7f
    value >>>= 7
    bytes.push(value === 0 ? byte : byte | 0x80)
  } while (value !== 0)
}

function signed(bytes: number[], value: number): void {
  for (;;) {
    const byte = value & 0x7f
    value >>= 7
    if ((value === 0 && (byte & 0x40) === 0) || (value === -1 && (byte & 0x40) !== 0)) {
      bytes.push(byte)
      return
    }
    bytes.push(byte | 0x80)
  }
}

/** A local variable of a body. */
export interface Local {
  readonly index: number
  readonly type: ValueType
}

export class Body {
  readonly parameters: readonly ValueType[]
  readonly results: readonly ValueType[]
  private readonly locals: ValueType[] = []
  private readonly code: number[] = []

  constructor(parameters: readonly ValueType[] = [], results: readonly ValueType[] = []) {
    this.parameters = parameters
    this.results = results
  }

  parameter(index: number): Local {
    return { index, type: this.parameters[index] }
  }

  local(type: ValueType): Local {
    return { index: this.parameters.length + this.locals.push(type) - 1, type }
  }

  get(local: Local): this {
    return this.withIndex(0x20, local.index)
  }

  set(local: Local): this {
    return this.withIndex(0x21, local.index)
  }

  tee(local: Local): this {
    return this.withIndex(0x22, local.index)
  }

  do(...instructions: readonly Plain[]): this {
    for (const name of instructions) this.code.push(plain[name])
    return this
  }

  simd(...instructions: readonly Vector[]): this {
    for (const name of instructions) {
      this.code.push(0xfd)
      unsigned(this.code, vector[name])
    }
    return this
  }

  lane(local: 'extract' | 'replace', lane: number): this {
    this.code.push(0xfd, local === 'extract' ? 0x21 : 0x22, lane)
    return this
  }

  /** Keeps the low words of both lanes: i64x2 → the first two of i32x4. */
  lowWords(): this {
    this.code.push(0xfd, 0x0d, 0, 1, 2, 3, 8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11)
    return this
  }

  i32(value: number): this {
    this.code.push(0x41)
    signed(this.code, value | 0)
    return this
  }

  /** A 64-bit number that fits in 31 bits. */
  i64(value: number): this {
    this.code.push(0x42)
    signed(this.code, value)
    return this
  }

  f64(value: number): this {
    this.code.push(0x44)
    double[0] = value !== value ? NaN : value
    const bytes = Array.from(doubleBytes)
    this.code.push(...(littleEndian ? bytes : bytes.reverse()))
    return this
  }

  /** A number in both places of a pair. */
  pair(value: number): this {
    double[0] = value !== value ? NaN : value
    const bytes = littleEndian ? Array.from(doubleBytes) : Array.from(doubleBytes).reverse()
    this.code.push(0xfd, 0x0c, ...bytes, ...bytes)
    return this
  }

  access(name: Access, offset: number): this {
    const [code, align] = loads[name]
    this.code.push(code, align)
    unsigned(this.code, offset)
    return this
  }

  vectorAccess(name: 'load' | 'store' | 'load64_splat', offset: number): this {
    this.code.push(
      0xfd,
      { load: 0x00, store: 0x0b, load64_splat: 0x0a }[name],
      name === 'load64_splat' ? 3 : 4,
    )
    unsigned(this.code, offset)
    return this
  }

  call(index: number): this {
    return this.withIndex(0x10, index)
  }

  block(kind: 'block' | 'loop' | 'if', inner: () => void, otherwise?: () => void): this {
    this.code.push({ block: 0x02, loop: 0x03, if: 0x04 }[kind], 0x40)
    inner()
    if (otherwise) {
      this.code.push(0x05)
      otherwise()
    }
    this.code.push(0x0b)
    return this
  }

  /** Branches out of `depth` blocks, or to the head of a loop. */
  branch(depth: number): this {
    return this.withIndex(0x0c, depth)
  }

  branchIf(depth: number): this {
    return this.withIndex(0x0d, depth)
  }

  private withIndex(code: number, index: number): this {
    this.code.push(code)
    unsigned(this.code, index)
    return this
  }

  /** Returns the body as encoded in the code section. */
  bytes(): number[] {
    const groups: [number, ValueType][] = []
    for (const type of this.locals) {
      const last = groups.at(-1)
      if (last?.[1] === type) last[0]++
      else groups.push([1, type])
    }
    const head: number[] = []
    unsigned(head, groups.length)
    for (const [count, type] of groups) {
      unsigned(head, count)
      head.push(typeCodes[type])
    }
    const size: number[] = []
    unsigned(size, head.length + this.code.length + 1)
    return [...size, ...head, ...this.code, 0x0b]
  }
}

export interface Import {
  readonly name: string
  readonly parameters: readonly ValueType[]
  readonly results: readonly ValueType[]
}

/** Builds a module of imported functions, an imported memory, and bodies. Named bodies are exported. */
export function moduleBytes(
  imports: readonly Import[],
  bodies: readonly { readonly name?: string; readonly body: Body }[],
): Uint8Array {
  const bytes: number[] = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
  const section = (id: number, inner: number[]): void => {
    bytes.push(id)
    unsigned(bytes, inner.length)
    for (const byte of inner) bytes.push(byte)
  }
  const list = (entries: readonly number[][]): number[] => {
    const all: number[] = []
    unsigned(all, entries.length)
    for (const entry of entries) for (const byte of entry) all.push(byte)
    return all
  }
  const text = (value: string): number[] => list(Array.from(value, (letter) => [letter.charCodeAt(0)]))
  const types = [...imports, ...bodies.map(({ body }) => body)]
  const signature = ({ parameters, results }: Pick<Import, 'parameters' | 'results'>): number[] => [
    0x60,
    ...list(parameters.map((type) => [typeCodes[type]])),
    ...list(results.map((type) => [typeCodes[type]])),
  ]
  const number = (value: number): number[] => {
    const encoded: number[] = []
    unsigned(encoded, value)
    return encoded
  }
  section(1, list(types.map(signature)))
  section(
    2,
    list([
      [...text('env'), ...text('memory'), 0x02, 0x00, 0x01],
      ...imports.map(({ name }, i) => [...text('env'), ...text(name), 0x00, ...number(i)]),
    ]),
  )
  section(3, list(bodies.map((_, i) => number(imports.length + i))))
  const named = bodies.flatMap(({ name }, i) =>
    name === undefined ? [] : [[...text(name), 0x00, ...number(imports.length + i)]],
  )
  section(7, list(named))
  section(10, list(bodies.map(({ body }) => body.bytes())))
  return Uint8Array.from(bytes)
}
