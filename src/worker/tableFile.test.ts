import { expect, test } from 'vitest'
import { readTable, type TableReading } from './tableFile.ts'

const read = (text: string): TableReading => {
  const reading = readTable(text)
  if ('fault' in reading) throw new Error(JSON.stringify(reading))
  return reading
}

test('two columns and a label, with a header, standardised', () => {
  const { x, y, names } = read('length,width,species\n1,10,a\n3,30,b\n2,20,a\n')
  expect(names).toEqual(['a', 'b'])
  expect(y).toEqual([0, 1, 0])
  expect(x.map(([value]) => value)).toEqual([expect.closeTo(-1.2247, 4), expect.closeTo(1.2247, 4), 0])
})

test('numbers that name classes keep their order; many of them are to be predicted', () => {
  expect(read('1;2;3\n2;1;1\n4;4;3').names).toEqual(['1', '3'])
  const rows = Array.from({ length: 30 }, (_, i) => `${i},${(i * 7) % 11},${i * 0.5}`)
  expect(read(rows.join('\n')).names).toEqual([])
})

test('x and y', () => {
  const { x, y, names } = read('x\ty\n0\t1\n1\t2\n2\t3')
  expect([x[0].length, names.length, y.length]).toEqual([1, 0, 3])
  expect(y[0]).toBeCloseTo(-1.2247, 4)
})

test.each([
  ['', { fault: 'empty' }],
  ['1,2,3,4\n5,6,7,8', { fault: 'columns', line: 1, count: 4 }],
  ['1,2,a\n3,oops,b', { fault: 'number', line: 2, column: 2, text: 'oops' }],
  ['1,2,a\n3,4', { fault: 'columns', line: 2, count: 2 }],
  ['1,2,a\n1,4,b', { fault: 'constant', column: 1 }],
  ['1,2,a\n3,4,a', { fault: 'oneClass', name: 'a' }],
  ['1,2,a', { fault: 'few', count: 1 }],
  ['1,2,"a\n3,4,b', { fault: 'openQuote', line: 1 }],
  [
    Array.from({ length: 12 }, (_, i) => `${i},${i * i},n${i}`).join('\n'),
    { fault: 'manyClasses', count: 12, most: 9 },
  ],
])('what cannot be read is one fault with its line: %j', (text, fault) => {
  expect(readTable(text)).toEqual(fault)
})
