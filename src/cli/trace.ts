// `npm run --silent trace -- FILE`: runs an experiment without a browser and prints CSV to standard output. Exit
// status: 0 if it ran (a diverging run is a result), 2 if the experiment is invalid. Never prints a stack trace.

import { averagesCsv, descentCsv, mapCsv, type Part } from '../engine/csv.ts'
import type { Experiment } from '../engine/experiment.ts'
import { formatFault } from '../engine/validate.ts'
import { readExperiment } from './read.ts'
import { help, readArguments, type OwnData } from './arguments.ts'
import { readOwnData } from './ownData.ts'
import { Output } from './output.ts'

/** Runs the command and returns its exit status. */
export async function main(words: readonly string[]): Promise<number> {
  const output = new Output()
  try {
    const asked = readArguments(words)
    if (asked === 'help') {
      await output.write(help)
      await output.end()
      return output.failed ?? 0
    }
    if (typeof asked === 'string') return refuse(asked)
    const own = asked.data && (await readOwnData(asked.data))
    if (typeof own === 'string') return refuse(own)
    const result = await readExperiment(asked.file, own?.adapt)
    if (!result.ok) return refuse(result.faults.map(formatFault).join('\n'))
    const { experiment } = result
    const unfit = asked.data && unfitFor(experiment, asked.data)
    if (unfit) return refuse(unfit)
    if (asked.part && experiment.lab !== 'map') return refuse('--part: expected a file of lab "map"')
    if (own) process.stderr.write(`${own.said}\n`)
    for (const lines of csv(experiment, asked.part)) {
      await output.write(lines)
      if (output.closed) return output.failed ?? 0
    }
    await output.end()
    return output.failed ?? 0
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${message.split('\n', 1)[0]}\n`)
    return 1
  }
}

function csv(experiment: Experiment, part: Part | undefined): Generator<string, void, undefined> {
  if (experiment.lab === 'averages') return averagesCsv(experiment)
  if (experiment.lab === 'map') return mapCsv(experiment, part)
  return descentCsv(experiment, (line) => process.stderr.write(`${line}\n`))
}

function unfitFor(experiment: Experiment, { kind }: OwnData): string | undefined {
  if (kind === 'series')
    return experiment.lab === 'averages' ? undefined : '--series: expected a file of lab "averages"'
  const trains = experiment.lab === 'descent' && experiment.objective.kind === 'network'
  return trains ? undefined : '--table: expected a file of lab "descent" whose objective is a network'
}

function refuse(lines: string): number {
  process.stderr.write(`${lines}\n`)
  return 2
}
