// A race of four optimizers over a thousand steps through the command line, against `npm run --silent` of an empty
// script, alternating, so both include the start of npm and Node. The bundle is built before timing starts.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { quantile, type Benchmark } from './measure.ts'

const rounds = 9
const race = {
  version: 1,
  lab: 'descent',
  objective: { kind: 'bowl', m: 512 },
  batchSize: 64,
  steps: 1000,
  runs: ['gd', 'momentum', 'rmsprop', 'adam'].map((optimizer) => ({ optimizer, alpha: 0.01 })),
}

function npm(folder: string, ...words: string[]): { seconds: number; out: string } {
  const from = performance.now()
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(stderr)
  return { seconds: (performance.now() - from) / 1000, out: stdout }
}

export default {
  title: 'the command line',
  async run(bench) {
    const folder = mkdtempSync(join(tmpdir(), 'ravine-bench-'))
    try {
      writeFileSync(join(folder, 'race.json'), JSON.stringify(race))
      writeFileSync(
        join(folder, 'package.json'),
        JSON.stringify({ private: true, scripts: { empty: 'exit 0' } }),
      )
      const trace = () => npm(resolve('.'), 'trace', '--', join(folder, 'race.json'))
      const rows = trace().out.trim().split('\n').length
      if (rows < 4 * race.steps) throw new Error(`${rows} lines`)
      const beyond: number[] = []
      const empty: number[] = []
      for (let round = 0; round < rounds; round++) {
        const ours = round % 2 === 0 ? trace().seconds : 0
        const nothing = npm(folder, 'empty').seconds
        empty.push(nothing)
        beyond.push((ours || trace().seconds) - nothing)
      }
      bench.record({
        name: 'a race of four, 1,000 steps',
        measured: `beyond an empty script, the median of ${rounds}`,
        against: `an empty script: ${quantile(empty, 0.5).toFixed(2)} s`,
        value: quantile(beyond, 0.5),
        unit: 's',
        atMost: 0.6,
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
} satisfies Benchmark
