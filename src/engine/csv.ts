// Writes experiments as CSV, with the same bytes from the command line and from the page. Numbers use String(x), so
// they read back exactly. A value that was not computed is an empty field. Every line ends in \n. Text is yielded in
// pieces of a few hundred rows to bound memory.

import { averagesOf } from './averages.ts'
import type { AveragesExperiment, DescentExperiment, Experiment, MapExperiment } from './experiment.ts'
import { axisValue, cellColumn, cellWidth, Sweep } from './map.ts'
import { noValueFacts } from './noValue.ts'
import { createObjective } from './objectives/create.ts'
import { column } from './row.ts'
import { Run } from './run.ts'

const field = (x: number): string => (x !== x ? '' : String(x))
/** The mean of values near the largest double can overflow. */
const finite = (x: number): string => (x - x === 0 ? String(x) : '')

function descentHeader(dimension: number): string {
  let header = 'run,step,epoch,alpha,batchCost,cost'
  for (let i = 0; i < dimension; i++) header += `,theta${i}`
  return `${header}\n`
}

/** Formats `count` rows of a run with `width` doubles each, `dimension` of them θ. */
function descentLines(
  run: number,
  rows: Float64Array,
  count: number,
  width: number,
  dimension: number,
): string {
  let lines = ''
  for (let at = 0, row = 0; row < count; row++, at += width) {
    lines += `${run},${rows[at]},${rows[at + column.epoch]},${field(rows[at + column.alpha])},${field(rows[at + column.batchCost])},${field(rows[at + column.cost])}`
    const end = at + column.theta + dimension
    for (let k = at + column.theta; k < end; k++) lines += `,${rows[k]}`
    lines += '\n'
  }
  return lines
}

type Ended = Pick<Run, 'divergedAt' | 'noValue'>

/**
 * Returns a sentence such as `run 2 (momentum) diverged at step 37`, or one that says where J has no value. Always a
 * single line, whatever the run's name contains.
 */
export function endOf(experiment: DescentExperiment, run: number, { divergedAt, noValue }: Ended): string {
  const { name, optimizer } = experiment.runs[run]
  const shown = (name ?? '').replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim() || optimizer
  const fact = noValue
    ? `ended at step ${divergedAt}: ${noValueFacts('en')[noValue]}`
    : `diverged at step ${divergedAt}`
  return `run ${run} (${shown}) ${fact}`
}

/** Yields the runs one after the other. Calls `onEnd` for each run that ended early. */
export function* descentCsv(
  experiment: DescentExperiment,
  onEnd: (line: string) => void = () => {},
  doubles = 1 << 14,
): Generator<string, void, undefined> {
  const objective = createObjective(experiment.objective, experiment.seed)
  const { dimension } = objective
  yield descentHeader(dimension)
  for (let index = 0; index < experiment.runs.length; index++) {
    const run = new Run(experiment, index, { detail: 'weights', objective })
    const most = Math.max(1, Math.floor(doubles / run.width))
    const rows = new Float64Array(most * run.width)
    while (!run.done) yield descentLines(index, rows, run.advance(rows, most), run.width, dimension)
    if (run.divergedAt !== undefined) onEnd(endOf(experiment, index, run))
  }
}

export function* averagesCsv(
  experiment: AveragesExperiment,
  linesAtOnce = 1024,
): Generator<string, void, undefined> {
  const { theta, v, w } = averagesOf(experiment)
  const names = [...v.map((_, i) => `v${i}`), ...w.map((_, i) => `w${i}`)]
  yield `${['t', 'theta', ...names].join(',')}\n`
  const curves = [theta, ...v, ...w]
  for (let from = 0; from < theta.length; from += linesAtOnce) {
    let lines = ''
    const to = Math.min(from + linesAtOnce, theta.length)
    for (let i = from; i < to; i++) {
      lines += i + 1
      for (const curve of curves) lines += `,${finite(curve[i])}`
      lines += '\n'
    }
    yield lines
  }
}

/** A tile of a map: part i of n, from 1. The parts in order make up the whole map. */
export interface Part {
  readonly part: number
  readonly of: number
}

export function* mapCsv(
  map: MapExperiment,
  { part, of }: Part = { part: 1, of: 1 },
): Generator<string, void, undefined> {
  const sweep = new Sweep(map)
  const cells = map.x.count * map.y.count
  const from = Math.floor(((part - 1) * cells) / of)
  const to = Math.floor((part * cells) / of)
  // Without lockstep, write cell by cell, because each cell is slow.
  const atOnce = sweep.inLockstep ? 4096 : 1
  let lines = part === 1 ? 'x,y,steps,cost,diverged\n' : ''
  for (let first = from; first < to; first += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, to - first) }, (_, n) => first + n)
    const values = sweep.compute(numbers)
    numbers.forEach((number, n) => {
      const x = axisValue(map.x, number % map.x.count)
      const y = axisValue(map.y, Math.floor(number / map.x.count))
      const at = n * cellWidth
      const [steps, cost] = [values[at + cellColumn.steps], values[at + cellColumn.cost]]
      lines += `${x},${y},${field(steps)},${field(cost)},${values[at + cellColumn.diverged]}\n`
    })
    yield lines
    lines = ''
  }
  if (lines) yield lines
}

export function csvOf(
  experiment: Experiment,
  onEnd?: (line: string) => void,
): Generator<string, void, undefined> {
  if (experiment.lab === 'averages') return averagesCsv(experiment)
  return experiment.lab === 'map' ? mapCsv(experiment) : descentCsv(experiment, onEnd)
}
