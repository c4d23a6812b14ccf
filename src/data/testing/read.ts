// What tests of files share: fixtures, and readers that throw a fault.

import { readFileSync } from 'node:fs'
import { readSeries, type ReadOptions, type SeriesReading } from '../series.ts'
import { readTraining, type TableOptions, type TrainingReading } from '../training.ts'
import { faultSaid } from '../said.ts'

export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)))

export function seriesIn(source: string | Uint8Array, options: ReadOptions = {}): SeriesReading {
  const reading = readSeries(source, options)
  if ('fault' in reading) throw new Error(reading.fault)
  return reading
}

export function tableIn(source: string | Uint8Array, options: TableOptions = {}): TrainingReading {
  const reading = readTraining(source, options)
  if ('fault' in reading) throw new Error(faultSaid(reading).en)
  return reading
}
