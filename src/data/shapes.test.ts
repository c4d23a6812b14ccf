// More shapes of real files: what publishers and programs write, and what people paste.

import { describe, expect, test } from 'vitest'
import { seriesSaid, trainingSaid } from './said.ts'
import { readSeries, type ReadOptions } from './series.ts'
import { fixture, seriesIn as read, tableIn as table } from './testing/read.ts'

const taken = (source: string | Uint8Array, options?: ReadOptions): [string, ...number[]] => {
  const { columns, column, values } = read(source, options)
  return [columns[column].name, ...values]
}
const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n')
const day = (i: number): string => `2024-01-${String(i + 1).padStart(2, '0')}`

describe('publishers', () => {
  test.each<[string, string, number[]]>([
    ['ghcn-by-year.csv', '', [56, 79, 63]],
    ['open-meteo-two.csv', 'temperature_2m (°C)', [5.6, 7.9, 6.3, 3.2, -0.4]],
    ['open-meteo-api.txt', 'temperature_2m_max', [5.6, 7.9, 6.3, 3.2, -0.4, -2.5, 1.1, 4.8, 9.2, 10.5]],
    ['met-office.txt', 'tmax', [8.6, 10.9, 9.3, 6.2, 2.6, 0.5]],
    ['bom.csv', 'Maximum temperature (Degree C)', [25.6, 27.9, 26.3, 23.2, 17.5, 21.1, 24.8]],
    ['campbell.dat.txt', 'AirTC_Avg', [5.6, 7.9, 6.3, 3.2, -0.4]],
    ['jma.csv', '平均気温(℃)', [5.6, 7.9, 6.3, 3.2]],
    ['kma.csv', '평균기온(°C)', [5.6, 7.9, 6.3, 3.2, -0.4]],
    ['taiwan.csv', '氣溫(℃)', [15.6, 17.9, 16.3, 13.2, 9.6]],
  ])('%s: %s', (name, column, expected) => {
    expect(taken(fixture(name))).toEqual([column, ...expected])
  })
  test.each([
    ['jma.csv', 'shift_jis'],
    ['kma.csv', 'euc-kr'],
    ['taiwan.csv', 'big5'],
    ['cma-station.csv', 'gbk'],
    ['excel-thousands.csv', 'windows-1252'],
  ])('%s is in %s', (name, encoding) => {
    expect(read(fixture(name)).encoding).toBe(encoding)
  })
  test('a few words in GBK are neither Korean nor Russian, accents are western', () => {
    // 姓名,成绩 and 张三,85
    const gbk = [
      0xd0, 0xd5, 0xc3, 0xfb, 44, 0xb3, 0xc9, 0xbc, 0xa8, 10, 0xd5, 0xc5, 0xc8, 0xfd, 44, 56, 53, 10,
    ]
    expect(read(Uint8Array.from([...gbk, ...gbk.slice(10)])).encoding).toBe('gbk')
    const accents = Uint8Array.from([0xc4, 0xd6, 0xdc, 59, 0xc9, 0xc8, 10, 49, 59, 50, 10, 51, 59, 53, 10]) // ÄÖÜ;ÉÈ
    expect(read(accents).encoding).toBe('windows-1252')
  })
  test('UTF-16 without a mark, although 最 contains a zero byte', () => {
    const text = '日期,最高气温\n2024-01-01,3.5\n2024-01-02,4.5\n'
    const bytes = new Uint8Array(2 * text.length)
    for (let i = 0; i < text.length; i++)
      new DataView(bytes.buffer).setUint16(2 * i, text.charCodeAt(i), true)
    expect(taken(bytes)).toEqual(['最高气温', 3.5, 4.5])
  })
  test('a Russian file in windows-1251', () => {
    const text = Uint8Array.from([
      0xc4, 0xe0, 0xf2, 0xe0, 59, 0xd2, 0xe5, 0xec, 0xef, 0xe5, 0xf0, 0xe0, 0xf2, 0xf3, 0xf0, 0xe0,
    ])
    const rows = new TextEncoder().encode('\n01.01.2024;-3,5\n02.01.2024;-2,5\n')
    expect(taken(Uint8Array.from([...text, ...rows]))).toEqual(['Температура', -3.5, -2.5])
  })
})

describe('several series in one file', () => {
  const stations = lines(12, (i) => `${i < 6 ? 'Basel' : 'Sion'},${day(i % 6)},${i < 6 ? 2.5 + i : 20.5 - i}`)
  test('the first of two stations is read and named', () => {
    const reading = read(`station,date,temp\n${stations}\n`)
    expect([...reading.values]).toEqual([2.5, 3.5, 4.5, 5.5, 6.5, 7.5])
    expect(seriesSaid(reading).en).toBe('read 6 rows of "temp", only where "station" is "Basel" (1 of 2)')
    expect(seriesSaid(reading).zh).toContain('只取“station”为“Basel”（共 2 种）的行')
  })
  test('the other one, or all rows, can be chosen', () => {
    expect(taken(`station,date,temp\n${stations}`, { only: { 0: 'Sion' } }).slice(1, 3)).toEqual([14.5, 13.5])
    expect(read(`station,date,temp\n${stations}`, { only: { 0: '' } }).values).toHaveLength(12)
  })
  test('a journey through towns, a day each, is one series', () => {
    const rows = lines(8, (i) => `${['Basel', 'Sion'][i % 2]},${day(i)},${(i * 7) % 5}.5`)
    expect(read(`town,date,temp\n${rows}`).values).toHaveLength(8)
  })
  test('names over two lines are one name', () => {
    const text = ',,Temp,Hi,Low\nDate,Time,Out,Temp,Temp\n01.01.24,00:00,5.5,6,5\n01.01.24,01:00,7.5,9,4\n'
    expect(taken(text)[0]).toBe('Temp Out')
  })
  test('NOAA’s months a line: days, the temperature, what is missing skipped', () => {
    const month = (element: string, first: number): string =>
      `USW00094728202404${element}${Array.from({ length: 31 }, (_, i) => `${String(i > 29 || i === 4 ? -9999 : first + i).padStart(5)}  W`).join('')}\n`
    const reading = read(month('PRCP', 0) + month('TMAX', 100))
    expect(reading).toMatchObject({ skipped: 1, groups: [{ word: 'TMAX' }] })
    expect([reading.values.length, reading.values[0], reading.values[28]]).toEqual([29, 100, 129])
  })
  test.each([
    ['Ticker', (i: number) => day(i >> 1)],
    ['sensor_id', (i: number) => `${day(i >> 1)} 0${i % 2}:00`],
  ])('by any column of names: %s', (name, date) => {
    const rows = lines(
      12,
      (i) => `${date(i)},${name === 'Ticker' ? ['AAPL', 'MSFT'][i % 2] : 101 + (i % 2)},${(i * 7) % 5}.5`,
    )
    expect(read(`date,${name},open\n${rows}`).values).toHaveLength(6)
  })
  test('weather in words does not split a file', () => {
    const rows = lines(12, (i) => `${day(i)},${['Rain', 'Sun'][i % 2]},${(i * 7) % 5}.5`)
    expect(read(`date,conditions,temp\n${rows}`).values).toHaveLength(12)
  })
  test('among elements the temperature is read, not the first', () => {
    const rows = lines(
      12,
      (i) => `X1,${day(i >> 1)},${i % 2 ? 'TMAX' : 'PRCP'},${i % 2 ? 10 + ((i * 3) % 7) : 0}`,
    )
    const reading = read(`id,date,element,value\n${rows}`)
    expect([...reading.values]).toEqual([13, 12, 11, 10, 16, 15])
    expect(reading.groups).toEqual([{ column: 2, words: ['PRCP', 'TMAX'], word: 'TMAX' }])
  })
})

describe('text around a table', () => {
  test('a second table below is reported, not read', () => {
    const reading = read(fixture('open-meteo-two.csv'))
    expect(reading).toMatchObject({ skipped: 3, skippedRows: [{ text: 'time', why: 'table' }, {}, {}] })
  })
  test.each<[string, string, number[]]>([
    ['a total at the end', 'Month,Sales\nJanuary,12\nFebruary,15\nMarch,11\nTotal,38\n', [12, 15, 11]],
    [
      'a mean below dates',
      `date,temp\n${day(0)},5.5\n${day(1)},7.5\n${day(2)},3.5\nMean,5.5\n`,
      [5.5, 7.5, 3.5],
    ],
    ['合计', `日期,气温\n${day(0)},5.5\n${day(1)},7.5\n${day(2)},3.5\n合计,16.5\n`, [5.5, 7.5, 3.5]],
    ['units', `date,temp,rain\nyyyy-mm-dd,degC,mm/day\n${day(0)},5.5,1\n${day(1)},7.5,0\n`, [5.5, 7.5]],
    [
      'a tibble',
      `# A tibble: 2 × 2\n  date        temp\n  <date>     <dbl>\n1 ${day(0)}   5.5\n2 ${day(1)}   7.5\n3 ${day(2)}     NA\n`,
      [5.5, 7.5],
    ],
    [
      'alignment in Markdown',
      `Here:\n\n| day | temp |\n|:---|---:|\n| ${day(0)} | 5.5 |\n| ${day(1)} | 7.5 |\n`,
      [5.5, 7.5],
    ],
    ['Org', `| day | temp |\n|-----+------|\n| ${day(0)} | 5.5 |\n| ${day(1)} | 7.5 |\n`, [5.5, 7.5]],
    ['psql', `    day     | temp \n------------+------\n ${day(0)} |  5.5\n ${day(1)} |  7.5\n`, [5.5, 7.5]],
    ['a delimiter after each row but the header', `date;temp\n${day(0)};5,5;\n${day(1)};7,5;\n`, [5.5, 7.5]],
    ['comments', `# made 2024\n% and this, 5\n# date temp\n${day(0)} 5.5\n${day(1)} 7.5\n`, [5.5, 7.5]],
    [
      'names without one for the last word',
      `FECHA HORA temp NOMBRE\n01012024 0 5.5 BUENOS AIRES\n01012024 1 7.5 BUENOS AIRES\n`,
      [5.5, 7.5],
    ],
    [
      'pandas with an index and dates',
      `        date  temp\n0 ${day(0)}   5.5\n5 ${day(1)}   7.5\n`,
      [5.5, 7.5],
    ],
    ['a blank line after each', `town,temp\n\nBasel,5.5\n\nBern,closed\n\nZug,7.5\n`, [5.5, 7.5]],
    ['names, words, units', `day,temp,n\n,adjusted,\n,[ppm],[m]\na,5.5,1\nb,7.5,3\n`, [5.5, 7.5]],
    ['hours', `Date,1,2,3,4\n${day(0)},5.5,1,2,4\n${day(1)},7.5,0,3,3\n${day(2)},,1,1,2\n`, [5.5, 7.5]],
    ['notes', `date,temp\n${day(0)},5.5\n${day(1)},7.5\n\nSource: NOAA, 2024\nall values, 3\n`, [5.5, 7.5]],
    [
      'sections',
      `Winter,\ndate,temp\n${day(0)},5.5\n${day(1)},7.5\n\nSpring,\ndate,temp\n${day(2)},6.5\n${day(3)},2.5\n`,
      [5.5, 7.5, 6.5, 2.5],
    ],
    ['sep=', `sep=;\nDatum;temp\n01.01.2024;5,5\n02.01.2024;7,5\n`, [5.5, 7.5]],
  ])('%s', (_, text, expected) => {
    const [name, ...values] = taken(text)
    expect(values).toEqual(expected)
    expect(['Sales', 'temp', '气温', '1']).toContain(name)
  })
  test('names of years are a header', () => {
    const text =
      '"Country Name","Code","1960","1961","1962",\n"Aruba","ABW","54608","55811","56682",\n"Angola","AGO","5357195","5441333","5521400",\n'
    expect(taken(text)).toEqual(['1960', 54608, 5357195])
  })
})

describe('forms of their own', () => {
  const expected = ['tmax', 5.5, 7.5, -0.5]
  test.each<[string, string]>([
    [
      'records',
      '[{"date":"2024-01-01","tmax":5.5},{"date":"2024-01-02","tmax":7.5},{"date":"2024-01-03","tmax":-0.5}]',
    ],
    ['a record a line', '{"day":"a","tmax":5.5}\n{"day":"b","tmax":7.5}\n{"day":"c","tmax":-0.5}\n'],
    ['lists of one length', '{"date":["2024-01-01","2024-01-02","2024-01-03"],"tmax":[5.5,7.5,-0.5]}'],
    [
      'a record within',
      '{"city":"Basel","id":3,"daily":{"time":["2024-01-01","2024-01-02","2024-01-03"],"tmax":[5.5,7.5,-0.5]}}',
    ],
    ['pandas', '{"tmax":{"0":5.5,"1":7.5,"2":-0.5}}'],
    [
      'Python',
      "[{'day': 'a', 'tmax': 5.5, 'x': None}, {'day': 'b', 'tmax': 7.5}, {'day': 'c', 'tmax': -0.5},]",
    ],
    [
      'HTML',
      '<table><tr><th>day</th><th>tmax</th></tr>\n<tr><td>a</td><td>5.5</td></tr><tr><td>b</td><td>7.5&nbsp;</td></tr><tr><td>c</td><td>&minus;0.5</td></tr></table>',
    ],
    [
      'ARFF',
      '% x\n@RELATION w\n@ATTRIBUTE day STRING\n@ATTRIBUTE tmax NUMERIC\n@DATA\na,5.5\nb,7.5\nc,-0.5\n',
    ],
  ])('%s', (_, text) => {
    expect(taken(text)).toEqual(expected)
  })
  test.each<[string, string]>([
    ['a Python dict', "{'2024-01-01': 5.5, '2024-01-02': 7.5, '2024-01-03': -0.5}"],
    ['R', ' [1]  5.5  7.5\n [3] -0.5\n'],
    ['a tensor on a device', "tensor([5.5, 7.5, -0.5], device='cuda:0', grad_fn=<MulBackward0>)"],
    ['TensorFlow', '<tf.Tensor: shape=(3,), dtype=float32, numpy=array([5.5, 7.5, -0.5], dtype=float32)>'],
    ['C', 'float x[] = {5.5f, 7.5f, -0.5f};'],
    ['a name and its values', 'temp,5.5,7.5,-0.5\n'],
    ['dates above', '2024-01-01,2024-01-02,2024-01-03,2024-01-04\n5.5,7.5,-0.5,\n'],
    ['months above', 'Jan,Feb,Mar,Apr\n5.5,7.5,-0.5,\n'],
    ['two rows with their names', 'day,1,2,3\ntemp,5.5,7.5,-0.5\n'],
  ])('%s', (_, text) => {
    expect(taken(text).slice(1)).toEqual([5.5, 7.5, -0.5])
  })
  test('keys like __proto__ are columns', () => {
    expect(taken('[{"__proto__":1.5},{"__proto__":2.5},{"__proto__":0.5}]')).toEqual([
      '__proto__',
      1.5,
      2.5,
      0.5,
    ])
  })
  test('LIBSVM: omitted values are 0', () => {
    const reading = table('+1 1:0.5 3:2\n-1 2:1.5\n+1 1:1.5 2:0.5 3:1\n-1 3:3\n')
    expect(reading).toMatchObject({ names: ['-1', '1'], y: [1, 0, 1, 0], inputs: [1, 2, 3], label: 0 })
  })
})

describe('how a number is written', () => {
  test.each<[string, number[]]>([
    ['Profit\n"1,200"\n(500)\n"(1,300.50)"\n700\n', [1200, -500, -1300.5, 700]],
    ['(500)\n(300)\n(200)\n', [-500, -300, -200]],
    ['p\n"$1,200.00"\n-$500.00\n"($1,300.50)"\n', [1200, -500, -1300.5]],
    ["p\nCHF 1'234.50\nCHF 998.00\nCHF 1'001.00\n", [1234.5, 998, 1001]],
    ['a;b\nx;5,00-\ny;3,50\nz;12,25-\n', [-5, 3.5, -12.25]],
    ['d,t\na,="12.5"\nb,="-0.5"\n', [12.5, -0.5]],
    ['t\n9.3*\n8.1\n7.2#\n', [9.3, 8.1, 7.2]],
    ['t\n5.6±0.1\n7.9 ± 0.2\n', [5.6, 7.9]],
    ['t\n٢٥\n٢٦٫٥\n٢٤\n', [25, 26.5, 24]],
    ['t\n२५\n२६\n', [25, 26]],
  ])('%j', (text, expected) => {
    expect(taken(text).slice(1)).toEqual(expected)
  })
})

describe('the column', () => {
  test('years with fractions are dates', () => {
    const rows = lines(12, (i) => `1749;${i + 1};${(1749.042 + i / 12).toFixed(3)};${(i * 7) % 11}.5`)
    expect(taken(rows).slice(1, 3)).toEqual([0.5, 7.5])
  })
  test('an increasing value is used if nothing else is measured', () => {
    expect(taken('date,value\n2024-01-01,1\n2024-01-02,2\n2024-01-03,3\n')).toEqual(['value', 1, 2, 3])
    const people = lines(9, (i) => `${2000 + i},${5_357_195 + 84_138 * i + i * i}`)
    expect(taken(`year,population\n${people}`)[0]).toBe('population')
    expect(readSeries('index,year\n0,2020\n1,2021\n2,2022\n')).toMatchObject({ fault: 'chooseColumn' })
  })
})

describe('training sets', () => {
  test('a class that begins like a month is a word', () => {
    for (const [a, b] of [
      ['setosa', 'versicolor'],
      ['married', 'single'],
      ['Gentoo', 'Adelie'],
    ]) {
      const reading = table(`1.5,2,${a}\n2.5,1,${a}\n3.5,5,${b}\n4.5,4,${b}\n`)
      expect(reading).toMatchObject({ label: 2, names: [a, b] })
    }
  })
  test.each<[string, string, string]>([
    ['wine', '"pH";"alcohol";"quality"\n3.5;9.4;5\n3.2;9.8;5\n3.3;10.1;6\n3.1;9.1;6\n', 'quality'],
    [
      'Titanic',
      'PassengerId,Survived,Pclass,Sex,Fare,Embarked\n1,0,3,male,7.25,S\n2,1,1,female,71.3,C\n3,1,3,female,7.9,S\n4,0,1,male,53.1,Q\n',
      'Survived',
    ],
    [
      'housing',
      'rooms,median_house_value,ocean\n3.5,452600.5,NEAR\n4.5,358500.5,INLAND\n2.5,352100.5,NEAR\n',
      'median_house_value',
    ],
    ['pandas without names', ',0,1,label\n0,1.5,2.5,0\n1,0.5,3.5,1\n2,1.25,0.5,0\n3,2.5,1.5,1\n', 'label'],
  ])('%s is to teach its label', (_, text, label) => {
    const reading = table(text)
    expect(reading.columns[reading.label].name).toBe(label)
  })
  test('without a header the classes may come first', () => {
    const wine = lines(
      12,
      (i) => `${1 + (i >> 2)},${(13.2 - i / 7).toFixed(2)},${1.7 + (i % 5)},${1065 - 31 * i}`,
    )
    expect(table(wine)).toMatchObject({ label: 0, names: ['1', '2', '3'], inputs: [1, 2, 3] })
    const exam = lines(12, (i) => `${1 + (i % 3)},${(13.2 - i / 7).toFixed(2)},${i % 2}`)
    expect(table(exam)).toMatchObject({ label: 2, names: ['0', '1'] })
  })
  test('scikit-learn’s first line counts rows and columns', () => {
    const reading = table('4,2,setosa,versicolor\n5.1,3.5,0\n4.9,3.0,0\n7.0,3.2,1\n6.4,3.1,1\n')
    expect([reading.x.length, reading.skipped, reading.names]).toEqual([4, 0, ['0', '1']])
  })
  test('True, TRUE and true are one class', () => {
    expect(table('a,b,ok\n1.5,2,True\n3.5,1,false\n2.5,5,TRUE\n4.5,3,FALSE\n').names).toEqual([
      'true',
      'false',
    ])
  })
  test('quoted words in a list lose their quotation marks', () => {
    expect(table("[[5.1, 3.5, 'a b'], [4.9, 3.0, 'a b'], [7.0, 3.2, 'c']]").names).toEqual(['a b', 'c'])
  })
  test('a repeating count is an input, unless it is part of a date', () => {
    const rows = lines(12, (i) => `${i % 6},${i % 6},${(i * 7) % 5}.5,${'ab'[i % 2]}`)
    const reading = table(`Pregnancies,month,bmi,class\n${rows}`)
    expect(reading.inputs).toEqual([0, 2])
    expect(trainingSaid(reading).en).toContain('left out: "month" (part of a date)')
  })
})
