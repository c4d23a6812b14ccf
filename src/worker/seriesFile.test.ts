import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxValues, readSeriesBytes, readSeriesText, type SeriesReading } from './seriesFile.ts'

const read = (text: string, options = {}): SeriesReading => {
  const reading = readSeriesText(text, options)
  if ('fault' in reading) throw new Error(reading.fault)
  return reading
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, littleEndian: boolean, mark: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 * text.length + (mark ? 2 : 0)))
  let at = 0
  if (mark) view.setUint16((at++, 0), 0xfeff, littleEndian)
  for (let i = 0; i < text.length; i++) view.setUint16(2 * (i + at), text.charCodeAt(i), littleEndian)
  return new Uint8Array(view.buffer)
}

describe('what is read', () => {
  test.each([
    ['a column', '1\n2.5\n-3\n'],
    ['a header', 'temperature\n1\n2.5\n-3'],
    ['dates and a header', 'date,temp\n2012-01-01,1\n2012-01-02,2.5\n2012-01-03,-3\n'],
    ['numbered rows', '1,1\n2,2.5\n3,-3\n'],
    ['semicolons and decimal commas', 'Datum;Temperatur\n1.1.2012;1,0\n2.1.2012;2,5\n3.1.2012;-3,0\n'],
    ['a column with decimal commas', '1,0\n2,5\n-3,0\n'],
    ['tabs', 'a\t1\nb\t2.5\nc\t-3\n'],
    ['spaces', '2012-01-01   1\n2012-01-02   2.5\n2012-01-03  -3\n'],
    ['quotes', '"a, ""b""",1\n"c\nd","2.5"\n"",-3'],
    ['Windows line ends', '1\r\n2.5\r\n-3\r\n'],
    ['one line', '1, 2.5, -3'],
    ['full-width digits and a true minus sign', '１\n２．５\n−3'],
    ['units', '1 °C\n2.5℃\n-3 °C'],
  ])('%s', (_, text) => {
    expect([...read(text).values]).toEqual([1, 2.5, -3])
  })

  test('skipped rows are counted, and the first is named by its line', () => {
    const reading = read('temp\n1\n2\n3\n4\n5\nabc\n7\n1e400\n')
    expect([...reading.values]).toEqual([1, 2, 3, 4, 5, 7])
    expect(reading.skipped).toBe(2)
    expect(reading.firstSkipped).toEqual({ line: 7, text: 'abc', tooLarge: false })
    expect(read('1\n1e400\n').firstSkipped).toEqual({ line: 2, text: '1e400', tooLarge: true })
  })

  test('a chosen column, delimiter and decimal mark are used', () => {
    expect([...read('a,b\n1,2\n3,5\n', { column: 1 }).values]).toEqual([2, 5])
    expect([...read('1,5\n2,7\n', { delimiter: ',', decimal: '.', column: 0 }).values]).toEqual([1, 2])
  })

  test('a series ends at its limit, and says so', () => {
    const reading = read('1\n'.repeat(maxValues + 5))
    expect(reading.values).toHaveLength(maxValues)
    expect(reading.cut).toBe(true)
    expect(read('1\n'.repeat(maxValues)).cut).toBe(false)
  })

  test('the shipped files', () => {
    for (const key of ['seattle', 'newYork']) {
      const reading = readSeriesBytes(new Uint8Array(readFileSync(`public/data/${key}.csv`)))
      expect(reading).toMatchObject({ skipped: 0, column: 1, delimiter: ',' })
      expect((reading as SeriesReading).values).toHaveLength(1461)
    }
  })
})

describe('encodings', () => {
  const text = 'θ\n1\n2.5\n-3\n'
  const values = (data: Uint8Array): unknown => {
    const reading = readSeriesBytes(data)
    return 'fault' in reading ? reading : [...reading.values, reading.encoding]
  }
  test('UTF-8, with and without its mark', () => {
    expect(values(bytes(text))).toEqual([1, 2.5, -3, 'utf-8'])
    expect(values(bytes('\ufeff' + text))).toEqual([1, 2.5, -3, 'utf-8'])
  })
  test.each([
    ['utf-16le', true],
    ['utf-16be', false],
  ])('%s', (encoding, littleEndian) => {
    expect(values(utf16(text, littleEndian, true))).toEqual([1, 2.5, -3, encoding])
    expect(values(utf16('temp\n1\n2.5\n-3\n', littleEndian, false))).toEqual([1, 2.5, -3, encoding])
  })
  test('GBK against windows-1252', () => {
    const gbk = Uint8Array.from([0xc6, 0xf8, 0xce, 0xc2, 10, ...bytes('1\n2.5\n-3\n')]) // 气温
    const western = Uint8Array.from([...bytes('temp'), 0xe9, ...bytes('rature\n1\n2.5\n-3\n')]) // é
    expect(values(gbk)).toEqual([1, 2.5, -3, 'gbk'])
    expect(values(western)).toEqual([1, 2.5, -3, 'windows-1252'])
  })
})

describe('what is refused, each with one word', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', bytes(''), 'empty'],
    ['blank lines', bytes(' \n\n'), 'empty'],
    ['no number', bytes('NaN\nNaN\nNaN\n'), 'noNumbers'],
    ['words', bytes('red\ngreen\nyellow\n'), 'noNumbers'],
    ['only 1e400', bytes('1e400\n1e400\n'), 'noNumbers'],
    ['200,000 columns', bytes('1,'.repeat(200_000)), 'tooManyColumns'],
    ['200,000 columns in a later row', bytes('1\n2\n' + '1,'.repeat(200_000)), 'tooManyColumns'],
    ['an open quote', bytes('1\n"2\n3\n'), 'openQuote'],
    ['NUL bytes', Uint8Array.from([49, 10, 0, 0, 50, 10]), 'notText'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'image'],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'archive'],
  ])('%s', (_, data, fault) => {
    expect(readSeriesBytes(data)).toMatchObject({ fault })
  })

  test('any bytes at all are either read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
        const reading = readSeriesBytes(data)
        return 'fault' in reading || reading.values.every(Number.isFinite)
      }),
    )
  })
})
