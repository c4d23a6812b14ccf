import { describe, expect, test } from 'vitest'
import { trainingSaid } from './said.ts'
import { readTraining, type TableOptions, type TrainingReading } from './training.ts'
import { fixture, tableIn as read } from './testing/read.ts'

const inputs = ({ columns, inputs: chosen }: TrainingReading): string[] => chosen.map((i) => columns[i].name)

describe('files as people have them', () => {
  test('iris from the UCI repository: four inputs and three classes', () => {
    const reading = read(fixture('iris-uci.data.txt'))
    expect([reading.inputs, reading.label]).toEqual([[0, 1, 2, 3], 4])
    expect(reading.names).toEqual(['Iris-setosa', 'Iris-versicolor', 'Iris-virginica'])
    expect(reading.x).toHaveLength(9)
    const [first] = reading.x
    expect(first[0]).toBeCloseTo(-1.0445, 3)
  })
  test('iris from R: the unnamed index is left out and reported', () => {
    const reading = read(fixture('iris-r.csv'))
    expect(inputs(reading)).toEqual(['Sepal.Length', 'Sepal.Width', 'Petal.Length', 'Petal.Width'])
    expect(trainingSaid(reading).en).toBe(
      'read 9 rows of "Sepal.Length", "Sepal.Width", "Petal.Length", "Petal.Width" and "Species"; "Species" names 3 ' +
        'classes: "setosa", "versicolor" and "virginica"; left out: column 1 (a counter)',
    )
  })
  test('penguins: rows with gaps are skipped and counted, the year is no input', () => {
    const reading = read(fixture('penguins.csv'))
    expect(inputs(reading)).toEqual(['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g'])
    expect(reading.names).toEqual(['Adelie', 'Gentoo', 'Chinstrap'])
    expect(reading).toMatchObject({ skipped: 1, skippedRows: [{ line: 5, text: 'NA' }] })
    expect(trainingSaid(reading).en).toContain('1 skipped: line 5 "NA"')
    expect(trainingSaid(reading).zh).toContain('跳过 1 行：第 5 行“NA”')
  })
  test('pandas: the index is no input', () => {
    expect(inputs(read(fixture('pandas-index.csv')))).toEqual(['temp'])
  })
  test('labels 0.0 and 1.0 are two classes, or numbers on request', () => {
    const reading = read(fixture('numpy-labels.csv'))
    expect(reading).toMatchObject({ names: ['0', '1'], y: [0, 1, 0, 1], task: 'classes', bothTasks: true })
    expect(read(fixture('numpy-labels.csv'), { task: 'numbers' })).toMatchObject({
      names: [],
      y: [-1, 1, -1, 1],
    })
  })
})

describe('automatic choices', () => {
  test('two columns and a label, standardized', () => {
    const { x, y, names } = read('length,width,species\n1,10,a\n3,30,b\n2,20,a\n')
    expect(names).toEqual(['a', 'b'])
    expect(y).toEqual([0, 1, 0])
    expect(x.map(([value]) => value)).toEqual([expect.closeTo(-1.2247, 4), expect.closeTo(1.2247, 4), 0])
  })
  test('class numbers keep their order; many different numbers are a regression', () => {
    expect(read('1;2;3\n2;1;1\n4;4;3').names).toEqual(['1', '3'])
    const rows = Array.from({ length: 30 }, (_, i) => `${(i * 3) % 7},${(i * 7) % 11},${i * 0.5}`)
    expect(read(rows.join('\n'))).toMatchObject({ names: [], task: 'numbers', bothTasks: false })
  })
  test('x and y', () => {
    const { x, y, names } = read('x\ty\n0\t1\n1\t2\n2\t3')
    expect([x[0].length, names.length, y.length]).toEqual([1, 0, 3])
    expect(y[0]).toBeCloseTo(-1.2247, 4)
  })
  test('a label M is a word, and a yes-or-no column is an input', () => {
    const text =
      'id,smoker,radius,diagnosis\n842302,1,17.9,M\n842517,0,20.5,M\n843009,0,9.5,B\n843483,1,8.9,B\n843584,0,8.1,B\n'
    const reading = read(text)
    expect(inputs(reading)).toEqual(['smoker', 'radius'])
    expect(reading.names).toEqual(['M', 'B'])
  })
  test('a code for a missing value is left out', () => {
    const text = '1.5,2,a\n2.5,3,b\n-9999,4,a\n0.5,5,b\n'
    expect(read(text)).toMatchObject({ coded: 1, codes: [-9999], x: { length: 3 }, y: [0, 1, 1] })
    expect(read(text, { keepCodes: true }).x).toHaveLength(4)
  })
  test('decimal commas', () => {
    expect(read('1,5;2,5;a\n3,5;1,5;b').x).toEqual([
      [-1, 1],
      [1, -1],
    ])
  })
  test('values near the end of the doubles', () => {
    expect(read('1e308,1,a\n-1e308,2,b').x).toEqual([
      [1, -1],
      [-1, 1],
    ])
  })
})

test('a first column that does not number the rows is an input', () => {
  expect(read('1,2,a\n3,4,b\n5,7,c\n')).toMatchObject({ inputs: [0, 1], names: ['a', 'b', 'c'] })
})

test('inputs and label are chosen', () => {
  const reading = read(fixture('penguins.csv'), { inputs: [2, 7], label: 1 })
  expect(inputs(reading)).toEqual(['bill_length_mm', 'year'])
  expect(reading.names).toEqual(['Torgersen', 'Biscoe', 'Dream'])
})

test.each<[string, TableOptions, object]>([
  ['', {}, { fault: 'empty' }],
  ['1,2,a\n3,oops,b', {}, { fault: 'few', count: 1, line: 2, text: 'oops' }],
  ['1,2,a\n3,4', {}, { fault: 'few', count: 1, line: 2, text: '' }],
  ['1,2,a\n1,4,b', { inputs: [0, 1] }, { fault: 'constant', name: '#1' }],
  ['1,2,a\n3,4,a', {}, { fault: 'oneClass', name: 'a' }],
  ['1,2,a', {}, { fault: 'noInputs' }],
  ['1,2,"a\n3,4,b', {}, { fault: 'openQuote', line: 1 }],
  [
    Array.from({ length: 12 }, (_, i) => `${i},${i * i},n${i}`).join('\n'),
    {},
    { fault: 'manyClasses', count: 12, most: 9 },
  ],
])('what cannot be read is one fault: %j', (text, options, fault) => {
  expect(readTraining(text, options)).toMatchObject(fault)
})

test('a fault of the rows keeps the table and the choice', () => {
  const fault = readTraining('u,v,w\n1,2,a\n3,4,a\n')
  expect(fault).toMatchObject({ fault: 'oneClass', columns: { length: 3 }, inputs: [0, 1], label: 2 })
})
