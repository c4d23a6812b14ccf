import { describe, expect, it } from 'vitest'
import { compilerVersion, networkBytes } from '../../../scripts/wasm.mjs'
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

it('base64 is read as Node reads it', () => {
  for (let length = 0; length < 8; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => 255 - 37 * i)
    expect(decoded(Buffer.from(bytes).toString('base64'))).toEqual(bytes)
  }
})
