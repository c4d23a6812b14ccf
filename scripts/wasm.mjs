// Builds the network's WebAssembly kernels from their C source. `npm run build:wasm` writes src/engine/wasm/*Bytes.ts,
// which are committed, so nobody else needs a compiler. A test rebuilds them if this version of clang is installed.
// Debian: apt-get install clang lld.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../src/engine/wasm/', import.meta.url))
const output = join(folder, 'networkBytes.ts')
const flags = [
  '--target=wasm32',
  '-msimd128',
  '-O3',
  '-ffp-contract=off',
  '-ffreestanding',
  '-nostdlib',
  '-Wall',
  '-Wl,--no-entry,--stack-first,-z,stack-size=16384,--strip-all,--export=__heap_base',
]

/** Returns the compiler's version, or undefined if none can link for wasm32. */
export function compilerVersion() {
  try {
    execFileSync('wasm-ld', ['--version'], { stdio: 'ignore' })
    return /version (\d+\.\d+\.\d+)/.exec(execFileSync('clang', ['--version'], { encoding: 'utf8' }))?.[1]
  } catch {
    return undefined
  }
}

function compile(source, precision, scratch, more = []) {
  const file = join(scratch, `${precision}.wasm`)
  execFileSync('clang', [...flags, ...more, `-DPRECISION=${precision}`, '-o', file, join(folder, source)], {
    stdio: 'inherit',
  })
  return readFileSync(file).toString('base64')
}

/** Returns the text of networkBytes.ts as built by this compiler. */
export function networkBytes(version) {
  const scratch = mkdtempSync(join(tmpdir(), 'kernels-'))
  try {
    return `// Written by \`npm run build:wasm\` from network.c with clang ${version}: the kernels for doubles and for float32, base64.

export const compiler = '${version}'
export const network64 =
  '${compile('network.c', 64, scratch)}'
export const network32 =
  '${compile('network.c', 32, scratch)}'
`
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const version = compilerVersion()
  if (version === undefined) {
    console.error('clang with wasm-ld is needed: apt-get install clang lld')
    process.exit(1)
  }
  writeFileSync(output, networkBytes(version))
  console.log(`${folder}*Bytes.ts written with clang ${version}`)
}
