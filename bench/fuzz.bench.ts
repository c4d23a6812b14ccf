// Random rules and surfaces: interpreter, compiled loop and lockstep lanes must give the same bits. RAVINE_FUZZ sets
// the first seed and the count, "1,100000". Default: 300.

import { generatedRule, generatedSurface } from '../src/engine/language/generatedTexts.ts'
import { lawOfLanes, lawOfRows } from '../src/engine/language/laws.ts'
import type { MapExperiment } from '../src/engine/experiment.ts'
import { completed } from '../src/engine/validate.ts'
import type { Benchmark } from './measure.ts'

export default {
  title: 'rules and surfaces drawn at random',
  async run(bench) {
    const [first, count] = (process.env.RAVINE_FUZZ ?? '1,300').split(',').map(Number)
    const wrong: string[] = []
    for (let seed = first; seed < first + count; seed++) {
      const base = {
        objective: { kind: 'expression', source: generatedSurface(seed), m: 7, noise: seed % 3 ? 0.1 : 0 },
        batchSize: seed % 2 ? 3 : 'all',
        steps: 12,
        seed,
        runs: [
          {
            optimizer: 'rule',
            rule: generatedRule(seed),
            alpha: 0.05,
            decay: seed % 7 ? { kind: 'none' } : { kind: 'inverse', rate: 0.5 },
          },
        ],
      }
      const rows = lawOfRows(completed({ ...base, costEvery: seed % 5 ? 1 : 4 }))
      // Lanes take three times as long, so test every tenth.
      const lanes =
        seed % 10
          ? ''
          : lawOfLanes(
              completed<MapExperiment>({
                lab: 'map',
                base,
                x: { parameter: 'alpha', from: 0.001, to: 2, count: 9, scale: 'log' },
                y: { parameter: 'batchSize', from: 3, to: 3, count: 1, scale: 'linear' },
                measure: 'cost',
              }),
            )
      if (rows || lanes) wrong.push(`seed ${seed}: ${rows} ${lanes}`)
    }
    bench.record({
      name: `${count} from seed ${first}`,
      measured: 'differences',
      value: wrong.length,
      unit: '',
      atMost: 0,
    })
    for (const one of wrong.slice(0, 10)) bench.note(one)
    await Promise.resolve()
  },
} satisfies Benchmark
