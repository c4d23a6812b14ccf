// The lines of a class: each is a runner or one sentence. A thousand of them, and the results as a table.
import { expect, test } from 'vitest'
import { stage } from '../../i18n/en/stage.ts'
import { playground } from '../../labs/descent/preset.ts'
import { readLines, resultsCsv } from './lines.ts'
import { raceCode } from './raceCode.ts'

const { experiment } = playground
const code = raceCode(experiment, experiment.runs[1])!
const read = (text: string) => readLines(text, experiment, stage.race)

test('names with spaces, commas and tabs, empty lines, any line end', () => {
  const { runners, faults } = read(
    `Ada Lovelace ${code}\r\n\n小明，${code}\n  Emmy\t${code.toLowerCase()}  \n`,
  )
  expect(runners.map(({ name }) => name)).toEqual(['Ada Lovelace', '小明', 'Emmy'])
  expect(runners[0].run).toMatchObject({
    optimizer: 'momentum',
    alpha: 0.05,
    beta: 0.9,
    name: 'Ada Lovelace',
  })
  expect(faults).toEqual([])
})

test('a wrong line is reported by its number, and the rest race', () => {
  const other = raceCode({ ...experiment, seed: 7 }, experiment.runs[0])!
  const { runners, faults } = read(
    `Ada ${code}\nBob ${code.slice(0, -1)}Z\nCleo ${other}\n${code}\nDora ${code}`,
  )
  expect(runners.map(({ name }) => name)).toEqual(['Ada', 'Dora'])
  expect(faults).toEqual([
    'Line 2: the code of Bob is mistyped.',
    'Line 3: the code of Cleo is of another problem.',
    `Line 4: expected a name and a code, got “${code}”.`,
  ])
})

test('a thousand lines race; lines beyond two thousand are ignored', () => {
  const many = (count: number): string => Array.from({ length: count }, (_, i) => `R${i} ${code}`).join('\n')
  expect(read(many(1000))).toMatchObject({ runners: { length: 1000 }, faults: [] })
  expect(read(many(2001)).faults).toEqual(['Only the first 2,000 lines are read.'])
  expect(read('x'.repeat(1_000_000)).faults).toHaveLength(1)
})

test('the table keeps commas and contains no formula', () => {
  const one = { setting: 'Adam, α 0.1', steps: undefined, cost: NaN, diverged: true }
  expect(
    resultsCsv([
      { ...one, name: '=1+1' },
      { ...one, name: 'A "B"', steps: 3, cost: 0.5, diverged: false },
    ]),
  ).toBe(
    'rank,name,setting,steps,cost,diverged\n1,\'=1+1,"Adam, α 0.1",,,1\n2,"A ""B""","Adam, α 0.1",3,0.5,0\n',
  )
})
