// Runs compiled modules: one shared memory, and a cache of modules. If WebAssembly is forbidden, memory is unavailable
// or a module does not validate, there is no host, and the interpreter computes the same bits.

import type { Words } from '../words.ts'
import { cos, exp, log, powerWhole, sin, tan, tanh } from '../exact.ts'

interface MemoryObject {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown }
  readonly Memory: new (descriptor: { readonly initial: number }) => MemoryObject
}

/** Why nothing is compiled. */
export type Hindrance = 'forbidden' | 'memory' | 'invalid'

/** One quiet sentence about it. */
export const hindranceWords: Readonly<Record<Hindrance, Words>> = {
  forbidden: {
    en: 'WebAssembly is forbidden here, so rules are interpreted: more slowly, and with the same bits.',
    zh: '此处禁止使用 WebAssembly，规则由解释器执行：慢一些，但每一位都相同。',
  },
  memory: {
    en: 'This browser refused memory for compiled rules, so they are interpreted: more slowly, and with the same bits.',
    zh: '浏览器未提供编译规则所需的内存，规则由解释器执行：慢一些，但每一位都相同。',
  },
  invalid: {
    en: 'This browser does not take compiled rules, so they are interpreted: more slowly, and with the same bits.',
    zh: '浏览器不接受编译后的规则，规则由解释器执行：慢一些，但每一位都相同。',
  },
}

const pageBytes = 65536
const firstPages = 16
const keptModules = 48

const functions = { power: powerWhole, exp, log, sin, cos, tan, tanh }

class MemoryRefused extends Error {}

function remembered<T>(work: () => T): T {
  try {
    return work()
  } catch (fault) {
    throw new MemoryRefused(String(fault))
  }
}

export class Host {
  private readonly api: WebAssemblyApi
  private readonly memory: MemoryObject
  private readonly modules = new Map<string, unknown>()
  /** The owner of the data in memory. See `CompiledRun`. */
  resident = new Map<string, unknown>()

  constructor(api: WebAssemblyApi) {
    this.api = api
    this.memory = remembered(() => new api.Memory({ initial: firstPages }))
  }

  /** Returns the memory, with room for at least `bytes`. */
  buffer(bytes = 0): ArrayBuffer {
    const missing = bytes - this.memory.buffer.byteLength
    if (missing > 0) remembered(() => this.memory.grow(Math.ceil(missing / pageBytes)))
    return this.memory.buffer
  }

  /** Returns a module's exports. `bytes` builds it on first use. */
  exportsOf<T>(key: string, bytes: () => Uint8Array): T {
    let known = this.modules.get(key)
    if (known === undefined) {
      const module = new this.api.Module(bytes())
      const env = { memory: this.memory, ...functions }
      known = new this.api.Instance(module, { env }).exports
      this.modules.set(key, known)
      if (this.modules.size > keptModules) this.modules.delete(this.modules.keys().next().value!)
    }
    return known as T
  }
}

let made: Host | undefined
let hindrance: Hindrance | undefined

/** Why rules are interpreted, or undefined if they are compiled. */
export const hindered = (): Hindrance | undefined => hindrance

/** Runs `work` with the host. Returns undefined if that is impossible: the interpreter then takes over for good. */
export function withHost<T>(work: (host: Host) => T): T | undefined {
  if (hindrance) return undefined
  const api = (globalThis as { WebAssembly?: WebAssemblyApi }).WebAssembly
  if (!api) {
    hindrance = 'forbidden'
    return undefined
  }
  try {
    made ??= new Host(api)
    return work(made)
  } catch (fault) {
    const found = causeOf(fault)
    if (!found) throw fault
    hindrance = found
    return undefined
  }
}

/** A policy that forbids it throws the same kind of error as an invalid module. */
function causeOf(fault: unknown): Hindrance | undefined {
  if (fault instanceof MemoryRefused) return 'memory'
  const { name, message } = fault as Error
  if (name !== 'CompileError' && name !== 'LinkError' && name !== 'EvalError') return undefined
  return /Content Security|unsafe-eval|wasm-eval|disallowed|blocked/i.test(message) ? 'forbidden' : 'invalid'
}

/** Resets the cause, for tests. */
export function resetHost(): void {
  made = undefined
  hindrance = undefined
}
