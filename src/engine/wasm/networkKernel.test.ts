import { describe, expect, it, vi } from 'vitest'
import { networkEntry } from '../objectives/networkEntry.ts'
import { compilerVersion, networkBytes } from '../../../scripts/wasm.mjs'
import type { NetworkSpec } from '../experiment.ts'
import { createNetwork } from '../objectives/network.ts'
import { decoded } from './base64.ts'
import { compiler, network32, network64 } from './networkBytes.ts'

describe('the committed kernels', () => {
  it.skipIf(compilerVersion() !== compiler)('are what network.c compiles to', () => {
    const built = networkBytes(compiler)
    expect(built.includes(network64)).toBe(true)
    expect(built.includes(network32)).toBe(true)
  })

  it('are WebAssembly modules that import nothing', () => {
    for (const text of [network64, network32]) {
      const module = new WebAssembly.Module(decoded(text) as Uint8Array<ArrayBuffer>)
      expect(WebAssembly.Module.imports(module)).toEqual([])
    }
  })
})

it('base64 is decoded like Node decodes it', () => {
  for (let length = 0; length < 8; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => 255 - 37 * i)
    expect(decoded(Buffer.from(bytes).toString('base64'))).toEqual(bytes)
  }
})

describe('without WebAssembly', () => {
  it.each([
    ['missing', undefined],
    [
      'forbidden by the page',
      {
        Module: class {
          constructor() {
            throw new WebAssembly.CompileError('refused')
          }
        },
      },
    ],
  ])('%s: the plain kernel computes the same numbers', async (_, api) => {
    const spec: NetworkSpec = {
      ...networkEntry.defaultSpec(),
      lambda: 0.1,
      dataset: { kind: 'moons', m: 100, noise: 0.1, mislabelled: 0 },
    }
    const here = createNetwork(spec, 1)
    vi.resetModules()
    vi.stubGlobal('WebAssembly', api)
    const { createNetwork: elsewhere } = await import('../objectives/network.ts')
    const plain = elsewhere(spec, 1)
    vi.unstubAllGlobals()
    expect([here.fast, plain.fast]).toEqual([true, false])
    expect(plain.cost(here.start)).toBe(here.cost(here.start))
  })
})
