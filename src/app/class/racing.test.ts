// A race outlasts the page that began it, and another problem ends it. Its paths are drawn once each, the chosen one last.
import { expect, test } from 'vitest'
import { stage } from '../../i18n/en/stage.ts'
import { useClassRace } from '../../state/classRace.ts'
import type { Overlay } from '../../plot/index.ts'
import { playground } from '../../labs/descent/preset.ts'
import { readLines } from './lines.ts'
import { raceCode } from './raceCode.ts'
import { racePaths, raceOn, useRacing } from './racing.ts'

const { experiment } = playground
const [first, second] = experiment.runs.map((run) => raceCode(experiment, run)!)
const lines = readLines(`Ada ${first}\nBob ${second}`, experiment, stage.race)
const result = (runner: number, path: readonly number[]) => ({
  runner,
  steps: 9,
  cost: 0.1,
  diverged: false,
  path: Float32Array.from(path),
})

test('a class race stays on its problem whatever run is chosen, and ends on another problem', () => {
  raceOn(experiment)
  useRacing.setState({ text: 'Ada …', lines, chosen: 1 })
  useClassRace.setState({ results: [result(0, [0, 0]), result(1, [0, 0])] })
  raceOn({ ...experiment, runs: [lines.runners[1].run] })
  expect(useRacing.getState()).toMatchObject({ text: 'Ada …', chosen: 1 })
  raceOn({ ...experiment, seed: experiment.seed + 1 })
  expect(useRacing.getState()).toMatchObject({ text: '', lines: { runners: [] }, chosen: undefined })
  expect(useClassRace.getState().results).toEqual([])
})

test('a path that leaves the picture is not drawn across the picture', () => {
  const drawn: string[] = []
  const pen = new Proxy(
    {},
    {
      get: (_, name) =>
        name === 'moveTo' || name === 'lineTo'
          ? (x: number, y: number) => drawn.push(`${String(name)} ${x} ${y}`)
          : name === 'stroke'
            ? () => drawn.push('stroke')
            : () => {},
      set: () => true,
    },
  )
  const scales = { palette: { runs: ['#000', '#111', '#222', '#333'], paper: '#fff' }, size: 1 }
  const draw = racePaths([result(1, [1, 1, 2, 2]), result(0, [0, 0, 1e9, 0, 3, 3, 4, 4])], lines, 1)
  draw({ pen, scales } as unknown as Overlay, (w, b) => [w, b])
  const own = ['moveTo 1 1', 'lineTo 2 2', 'stroke']
  expect(drawn).toEqual(['moveTo 0 0', 'moveTo 3 3', 'lineTo 4 4', 'stroke', ...own, ...own])
})
