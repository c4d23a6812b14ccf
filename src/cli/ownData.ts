// `--series` and `--table`: replaces the experiment's data with a user's file, read exactly as the page reads it.

import { onRows } from '../data/network.ts'
import { faultSaid, seriesSaid, trainingSaid } from '../data/said.ts'
import { namedColumn, readSeries, type SeriesReading } from '../data/series.ts'
import { openSheet } from '../data/sheet.ts'
import { trainingOf, type TrainingFault, type TrainingReading } from '../data/training.ts'
import { isObject, type JsonObject } from '../engine/validate/fields.ts'
import { quoted } from '../engine/validate/legible.ts'
import type { OwnData } from './arguments.ts'
import { readBytes } from './read.ts'

export type Adapted =
  | { readonly said: string; readonly adapt: (json: unknown) => unknown }
  /** The sentence that rejects it. */
  | string

const faultOf = (fault: Parameters<typeof faultSaid>[0], { kind }: OwnData): string => {
  const path = fault.fault === 'noColumn' ? (kind === 'series' ? '--column' : '--columns') : `--${kind}`
  return `${path}: ${faultSaid(fault).en}`
}

/** Returns what the data change in an experiment, and the sentence that the page shows about them. */
export async function readOwnData(data: OwnData): Promise<Adapted> {
  const bytes = await readBytes(data.file)
  if (bytes === 'tooLarge') return faultOf({ fault: 'tooLarge' }, data)
  if (!(bytes instanceof Uint8Array)) return `--${data.kind}: ${bytes.en}`
  return data.kind === 'series' ? seriesFrom(bytes, data) : tableFrom(bytes, data)
}

function seriesFrom(bytes: Uint8Array, data: OwnData): Adapted {
  const { columns, decimal, only } = data
  const first = readSeries(bytes, { column: columns?.[0], decimal })
  if ('fault' in first) return faultOf(first, data)
  const reading = only ? ofGroup(bytes, data, only, first) : first
  if (typeof reading === 'string') return reading
  const series = { kind: 'inline', values: Array.from(reading.values) }
  return {
    said: seriesSaid(reading).en,
    adapt: (json) => (isObject(json) && json.lab === 'averages' ? { ...json, series } : json),
  }
}

/** Returns the series named by `--only`, from those in the file. */
function ofGroup(
  bytes: Uint8Array,
  data: OwnData,
  [name, word]: readonly [string, string],
  { columns, groups }: SeriesReading,
): SeriesReading | string {
  const group = groups.find(({ column }) => column === namedColumn(columns, name))
  const names = groups.map(({ column }) => quoted(columns[column].name || String(column + 1)))
  if (!group)
    return `--only: expected ${names.length > 0 ? names.join(' or ') : 'a file of several series'}, got ${quoted(name)}`
  if (word !== '' && !group.words.includes(word)) {
    const few = group.words.slice(0, 12).map((one) => quoted(one))
    return `--only: expected one of ${few.join(', ')}, got ${quoted(word)}`
  }
  const { columns: chosen, decimal } = data
  const reading = readSeries(bytes, { column: chosen?.[0], decimal, only: { [group.column]: word } })
  return 'fault' in reading ? `--only: ${faultSaid(reading).en}` : reading
}

function tableFrom(bytes: Uint8Array, data: OwnData): Adapted {
  const reading = chosenTable(bytes, data)
  if ('fault' in reading) return faultOf(reading, data)
  return {
    said: trainingSaid(reading).en,
    adapt: (json) => {
      if (!isObject(json) || !isObject(json.objective) || json.objective.kind !== 'network') return json
      // The number of weights changes, so the network's own start applies.
      const { start: _, ...rest } = json
      return { ...rest, objective: { ...json.objective, ...onRows(json.objective as JsonObject, reading) } }
    },
  }
}

function chosenTable(
  bytes: Uint8Array,
  { columns: names, decimal }: OwnData,
): TrainingReading | TrainingFault {
  const sheet = openSheet(bytes)
  if ('fault' in sheet) return sheet
  const { columns } = sheet.view
  const chosen: number[] = []
  for (const name of names ?? []) {
    const index = namedColumn(columns, name)
    if (index === undefined) return { fault: 'noColumn', name, ...sheet.view }
    chosen.push(index)
  }
  return trainingOf(
    sheet,
    names ? { inputs: chosen.slice(0, -1), label: chosen.at(-1), decimal } : { decimal },
  )
}
