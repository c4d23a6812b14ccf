import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seriesSaid } from './said.ts'
import { maxValues, readSeries, type ReadOptions } from './series.ts'
import { fixture, seriesIn as read } from './testing/read.ts'

const values = (source: string | Uint8Array, options?: ReadOptions): number[] => [
  ...read(source, options).values,
]
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('files as people have them', () => {
  test.each<[string, string, number[]]>([
    ['ghcn-daily.csv', 'TMAX', [-11, 6, 28, 33, 17, 22, 56, 83, 61]],
    ['gsod.csv', 'TEMP', [43.6, 45.2, 47.1, 41.3, 39.8]],
    ['meteostat.csv', 'tavg', [5.6, 7.9, 6.3, 3.2, -0.4]],
    ['open-meteo.csv', 'temperature_2m_max (°C)', [7.4, 8.1, 9.6, 6, 3.3, -1.2, -4.5]],
    ['dwd.txt', 'TMK', [7.6, 8.2, 6.9, 2.1, -1.7, -4.3]],
    ['dwd-regional.txt', 'Temperatur Deutschland', [2.9, 0.6, 3.3, 0.6, 2.8, 3.6]],
    ['cma-station.csv', '平均气温', [-32, -18, 5, 12, -41, -57]],
    ['web-table.txt', '最高气温', [4, 3, 5, 8, 6]],
    ['excel-comma.csv', 'Temperatur', [2.3, -6.6, 11, 0.5]],
    ['excel-thousands.csv', 'Verbrauch kWh', [1234.5, 998.2, 1001, 12345.75]],
    ['pandas-index.csv', 'temp', [12.5, 13.25, 11.75, 10.5]],
    ['pandas-print.txt', 'temp', [12.5, 13.2, 11.8]],
    ['savetxt.txt', 'temp', [12.5, 13.25, -11.75, 10.5]],
    ['list.py.txt', '', [12.5, 13.2, -11.8, 10, 9.75]],
    ['spaces.txt', 'TMAX', [8.4, 9.9, 11.2, 7.8]],
  ])('%s: %s', (name, column, expected) => {
    const reading = read(fixture(name))
    expect(reading.columns[reading.column].name).toBe(column)
    expect([...reading.values]).toEqual(expected)
  })

  test('the shipped files', () => {
    for (const key of ['seattle', 'newYork']) {
      const reading = read(new Uint8Array(readFileSync(`public/data/${key}.csv`)))
      expect(reading).toMatchObject({ skipped: 0, column: 1, cut: ',' })
      expect(reading.values).toHaveLength(1461)
    }
  })
})

describe('the sentence', () => {
  const said = (source: string | Uint8Array, options?: ReadOptions): string =>
    seriesSaid(read(source, options)).en
  test('names the column and the first skipped line', () => {
    expect(said('temp\n1\n2\n3\n4\n5\nabc\n7\n')).toBe('read 6 rows of "temp", 1 skipped: line 7 "abc"')
    expect(said('1\n1e400\n')).toBe('read 1 row, 1 skipped: line 2 "1e400" is too large for a number')
    expect(seriesSaid(read('气温\n1\n2\nabc\n')).zh).toBe('读取了“气温”列的 2 行，跳过 1 行：第 4 行“abc”')
  })
  test('reports what was left out as missing', () => {
    expect(said(fixture('dwd.txt'))).toBe('read 6 rows of "TMK", 1 left out as missing: line 4 "-999.0"')
    expect(said(fixture('dwd.txt'), { keepCodes: true })).toMatch(
      /^read 7 rows of "TMK", 1 kept that may mean/,
    )
  })
  test('contains no line break or terminal code', () => {
    expect(said('temp\u001b[31m\n1\n2\n\u202eabc\u0007\n')).toMatch(/^[\x20-\x7e]*$/)
  })
})

describe('how a series is written', () => {
  test.each<[string, string]>([
    ['a column', '1\n2.5\n-3\n'],
    ['a header', 'temperature\n1\n2.5\n-3'],
    ['dates and a header', 'date,temp\n2012-01-01,1\n2012-01-02,2.5\n2012-01-03,-3\n'],
    ['numbered rows', '1,1\n2,2.5\n3,-3\n'],
    ['semicolons and decimal commas', 'Datum;Temperatur\n1.1.2012;1,0\n2.1.2012;2,5\n3.1.2012;-3,0\n'],
    ['a column with decimal commas', '1,0\n2,5\n-3,0\n'],
    ['decimal commas between spaces', 'a 1,0\nb 2,5\nc -3,0\n'],
    ['tabs', 'a\t1\nb\t2.5\nc\t-3\n'],
    ['spaces', '2012-01-01   1\n2012-01-02   2.5\n2012-01-03  -3\n'],
    ['quotes', '"a, ""b""",1\n"c\nd","2.5"\n"",-3'],
    ['Windows line ends', '1\r\n2.5\r\n-3\r\n'],
    ['one line', '1, 2.5, -3'],
    ['one line with decimal commas', '1,0; 2,5; -3,0'],
    ['one line of spaces', '1 2.5 -3'],
    ['full-width digits and a true minus sign', '１\n２．５\n−3'],
    ['full-width marks', '1，2.5，-3'],
    ['enumeration marks', '1、2.5、-3'],
    ['units', '1 °C\n2.5℃\n-3 °C'],
    ['degrees', '1°\n2.5º\n−3 度'],
    ['a Python list', '[1, 2.5, -3]'],
    ['a list over lines', 'temps = [\n  1,\n  2.5,\n  -3,\n]\n'],
    ['NumPy', 'np.array([1., 2.5, -3.], dtype=float32)'],
    ['printed NumPy', '[ 1.   2.5\n -3. ]'],
    ['a tuple', '(1, 2.5, -3)'],
    ['braces', '{1; 2.5; -3}'],
    ['R', 'c(1, 2.5, -3)'],
    ['JSON', '{"values": [1, 2.5, -3]}'],
    ['quotes in a list', "['1', '2.5', '-3']"],
    ['quotes around a list', '"[1, 2.5, -3]"'],
    ['pairs', '[["a", 1], ["b", 2.5], ["c", -3]]'],
    ['a repeated header', 'day,temp\na,1\nb,2.5\nday,temp\nc,-3\n'],
    ['a line of units', 'day,temp\n-,°C\na,1\nb,2.5\nc,-3\n'],
    ['a header with a unit', 'Temperature [°C]\n1\n2.5\n-3\n'],
    ['names of months', 'Year,Jan,Feb\n2020,1,2\n2021,2.5,3\n2022,-3,4\n'],
    ['a table of Markdown', '| day | tmax |\n|---|---|\n| a | 1 |\n| b | 2.5 |\n| c | -3 |\n'],
    ['exponents', '1e0\n2.5E+00\n-3.0d0'],
  ])('%s', (_, text) => {
    expect(values(text)).toEqual([1, 2.5, -3])
  })
})

describe('the decimal mark', () => {
  test.each<[string, number[]]>([
    ['1.234,5\n998,2\n1.001,0', [1234.5, 998.2, 1001]],
    ['1,234.5\n998.2\n1,001', [1234.5, 998.2, 1001]],
    ['1 234,5\n998,2\n1 001', [1234.5, 998.2, 1001]],
    ["1'234.5\n998.2\n1'001", [1234.5, 998.2, 1001]],
    ['Monat;Temperatur\n2024.01;2,3\n2024.02;6,6', [2.3, 6.6]],
    ['1.234\n0.5\n2.001', [1.234, 0.5, 2.001]],
    ['temperature\n12.345\n13.678', [12.345, 13.678]],
    ['a;b\n1,5;1.234\n2,5;1.001\n', [1.5, 2.5]],
    ['12,34,567.5\n1,001.5', [1_234_567.5, 1001.5]],
  ])('%j', (text, expected) => {
    const reading = read(text)
    expect([...reading.values]).toEqual(expected)
    expect(reading.open).toBeUndefined()
  })
  test('is decided column by column', () => {
    expect(values('a;b\n1,5;1.234\n2,5;1.001\n', { column: 1 })).toEqual([1234, 1001])
  })
  test('is asked if the column is ambiguous, and the answer is used', () => {
    expect(read('1.234\n2.345\n').open).toEqual({ text: '1.234', point: 1.234, comma: 1234 })
    expect(read('1,234\n2,345\n').open).toEqual({ text: '1,234', point: 1234, comma: 1.234 })
    const chosen = read('1.234\n2.345\n', { decimal: ',' })
    expect([...chosen.values, chosen.open]).toEqual([1234, 2345, undefined])
    expect(seriesSaid(read('1.234\n2.345\n')).en).toContain('"1.234" may be 1.234 or 1234')
  })
  test('the last of 50,000 rows counts', () => {
    const reading = read(`${'1.234\n'.repeat(50_000)}1.234,5\n`)
    expect([reading.values[0], reading.values.at(-1)]).toEqual([1234, 1234.5])
  })
})

describe('the column', () => {
  test.each<[string, string, string]>([
    ['a coordinate', 'LATITUDE,LONGITUDE,TMAX\n40.7,-73.9,5\n40.7,-73.9,\n40.7,-73.9,4\n', 'TMAX'],
    ['falling dates', 'date,v\n20240103,5.5\n20240102,3.5\n20240101,4.5\n', 'v'],
    ['parts of a date', 'year,month,day,tmax\n2024,1,1,5\n2024,1,2,7\n2024,1,3,6\n', 'tmax'],
    ['a gap does not lose', 'rain,temp\n1.5,\n2.5,\n0.5,7\n3.5,8\n', 'temp'],
    ['a mean before a least', 'tmin,tmax\n1,9\n2,8\n0,9\n', 'tmax'],
    ['a constant', 'a,b\n7,1\n7,3\n7,2\n', 'b'],
    ['an id', 'nr,b\n83012,1\n10234,3\n55111,2\n99120,5\n12345,4\n', 'b'],
    ['Unix time', 't,b\n1704067200,1\n1704153600,3\n1704240000,2\n', 'b'],
    ['a counter that falls', 'n,b\n9,1\n8,3\n7,2\n', 'b'],
    [
      'hours that come round',
      `h;b\n${Array.from({ length: 48 }, (_, i) => `${i % 24};${(i * 7) % 10}`).join('\n')}`,
      'b',
    ],
    ['a dew point', 'Tdew (degC),T (degC)\n1,5\n3,4\n2,6\n', 'T (degC)'],
    ['Chinese', '日期,降水,最高气温\n2024年1月1日,0.5,3\n2024年1月2日,1.5,2\n', '最高气温'],
    ['Russian', 'Дата;Осадки;Температура\n01.01.2024;0,5;-3,5\n02.01.2024;1,5;-2,5\n', 'Температура'],
    ['Japanese', '年月日,降水量,平均気温(℃)\n2024/1/1,0.5,3.5\n2024/1/2,1.5,2.5\n', '平均気温(℃)'],
    ['AEMET', 'fecha,prec,tmed\n2024-01-01,0.5,3.5\n2024-01-02,1.5,2.5\n', 'tmed'],
    ['MeteoSwiss', 'stn;time;rre150d0;tre200d0\nBAS;20240101;0.5;3.5\nBAS;20240102;1.5;2.5\n', 'tre200d0'],
    [
      'ECA&D',
      'A HEAD, AND (MISSING -9999):\n\nSOUID,    DATE,   TX, Q_TX\n100522,20240101,   82,    0\n100522,20240102,   91,    0\n',
      'TX',
    ],
    [
      'KNMI',
      '# a comment\n# STN,YYYYMMDD,   TG,   RH\n260,20240101,   35,  12\n260,20240102,   25,   3\n',
      'TG',
    ],
  ])('%s', (_, text, name) => {
    const reading = read(text)
    expect(reading.columns[reading.column].name).toBe(name)
  })
  test('is asked for if no column is a measurement', () => {
    const reading = readSeries('id,year\n1,2020\n2,2021\n3,2022\n')
    expect(reading).toMatchObject({ fault: 'chooseColumn', columns: [{ name: 'id' }, { name: 'year' }] })
    expect(values('id,year\n1,2020\n2,2021\n3,2022\n', { column: 1 })).toEqual([2020, 2021, 2022])
  })
  test('a single one is used whatever it is', () => {
    expect(values('1\n2\n3\n4\n')).toEqual([1, 2, 3, 4])
  })
  test('of words keeps the table, and another can be chosen', () => {
    const reading = readSeries('day,temp\nMonday,1\nTuesday,3\n', { column: 0 })
    expect(reading).toMatchObject({ fault: 'noNumbers', columns: [{ name: 'day' }, { name: 'temp' }] })
  })
  test('is named by its name or its number', () => {
    expect(values('a,b\n1,2\n3,5\n', { column: 'B' })).toEqual([2, 5])
    expect(values('a,b\n1,2\n3,5\n', { column: '2' })).toEqual([2, 5])
    expect(readSeries('a,b\n1,2\n', { column: '__proto__' })).toMatchObject({ fault: 'noColumn' })
  })
})

describe('codes for a missing value', () => {
  test.each<[string, number[]]>([
    ['12\n-9999\n13\n11', [-9999]],
    ['12.5\n999.9\n-3.5', [999.9]],
    ['-99.9\n12\n-3\n35', [-99.9]],
    ['900\n999\n1013', []],
    ['88\n99\n12', []],
    ['-99\n-98\n-97', []],
  ])('%j', (text, codes) => {
    expect(read(text).codes).toEqual(codes)
  })
  test('are kept on request', () => {
    expect(values('12\n-9999\n13', { keepCodes: true })).toEqual([12, -9999, 13])
  })
})

describe('the user’s choices', () => {
  test('column, delimiter, decimal mark', () => {
    expect(values('a,b\n1,2\n3,5\n', { column: 1 })).toEqual([2, 5])
    expect(values('1,5\n2,7\n', { delimiter: ',', decimal: '.', column: 0 })).toEqual([1, 2])
  })
  test('a series is cut at its limit, and says so', () => {
    const reading = read('1\n'.repeat(maxValues + 5))
    expect([reading.values.length, reading.atMost]).toEqual([maxValues, true])
    expect(read('1\n'.repeat(maxValues)).atMost).toBe(false)
  })
})

describe('what is refused', () => {
  test.each<[string, string | Uint8Array, string]>([
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
    expect(readSeries(data)).toMatchObject({ fault })
  })

  test('any bytes at all are either read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
        const reading = readSeries(data)
        return 'fault' in reading || reading.values.every(Number.isFinite)
      }),
    )
  })
  test('so is any text of digits, marks and brackets', () => {
    const piece = fc.constantFrom(...'0123456789.,;[](){}\'" \t\n-+eE°NaN年月℃，、')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const reading = readSeries(pieces.join(''))
        return 'fault' in reading || (reading.values.length > 0 && reading.values.every(Number.isFinite))
      }),
    )
  })
  test('a number is read as parseFloat reads it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(values(`x\n${x}\n`)).toEqual([x === 0 ? 0 : x])
      }),
    )
  })
})
