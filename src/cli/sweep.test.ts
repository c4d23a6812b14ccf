// Runs the example of doc/sweeps.md with GNU parallel, if installed. The concatenated parts equal the whole, byte for
// byte.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const installed = (() => {
  try {
    return execFileSync('parallel', ['--version'], { encoding: 'utf8', stdio: 'pipe' }).startsWith(
      'GNU parallel',
    )
  } catch {
    return false
  }
})()

const folder = mkdtempSync(join(tmpdir(), 'ravine-sweep-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

it.runIf(installed)(
  'spreads a map over processes',
  () => {
    const axis = { count: 9, scale: 'log' }
    const map = {
      version: 1,
      lab: 'map',
      base: {
        objective: { kind: 'rosenbrock' },
        steps: 50,
        runs: [{ optimizer: 'adam', alpha: 0.1 }],
      },
      x: { parameter: 'alpha', from: 0.001, to: 1, ...axis },
      y: { parameter: 'beta1', from: 0.1, to: 0.99, ...axis },
      measure: 'cost',
    }
    const file = join(folder, 'map.json')
    writeFileSync(file, JSON.stringify(map))
    const whole = execFileSync(process.execPath, ['scripts/trace.mjs', file], { encoding: 'utf8' })
    const line = /^seq \$n \| parallel .*$/m.exec(readFileSync('doc/sweeps.md', 'utf8'))![0]
    const asked = line.replace('map.json', file).replace('> map.csv', '')
    const parts = execFileSync('sh', ['-c', `n=5\n${asked}`], { encoding: 'utf8' })
    expect(parts).toBe(whole)
  },
  120_000,
)
