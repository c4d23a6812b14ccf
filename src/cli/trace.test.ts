import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readArguments } from './arguments.ts'

const folder = mkdtempSync(join(tmpdir(), 'ravine-trace-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Outcome {
  readonly status: number
  readonly out: string
  readonly error: string
}

function trace(words: readonly string[], input = ''): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['scripts/trace.mjs', ...words],
      { maxBuffer: 1 << 28 },
      (error, out, said) => resolve({ status: error ? Number(error.code) : 0, out, error: said }),
    )
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
}

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const example = {
  version: 1,
  lab: 'descent',
  objective: { kind: 'quadratic', curvature: [1, 4] },
  start: [-4, 1],
  steps: 2,
  runs: [{ optimizer: 'gd', alpha: 0.25 }],
}
const text =
  'run,step,epoch,alpha,batchCost,cost,theta0,theta1\n0,0,0,,,10,-4,1\n0,1,0,0.25,10,4.5,-3,0\n0,2,1,0.25,4.5,2.53125,-2.25,0\n'

describe('trace', { timeout: 60_000 }, () => {
  it('runs a file and standard input', async () => {
    expect(await trace([file('good.json', JSON.stringify(example))])).toEqual({
      status: 0,
      out: text,
      error: '',
    })
    expect(await trace(['-'], JSON.stringify(example))).toEqual({ status: 0, out: text, error: '' })
  })

  it('reports each fault on its own line and prints nothing else', async () => {
    const runs = [
      { optimizer: 'gd', alpha: 1 },
      { optimizer: 'momentum', alpha: -1, beta: 2 },
    ]
    expect(await trace(['-'], JSON.stringify({ ...example, runs }))).toEqual({
      status: 2,
      out: '',
      error:
        'runs[1].alpha: expected a number above 0, got -1\n' +
        'runs[1].beta: expected a number of at least 0 and below 1, got 2\n',
    })
  })

  it('names faults of the file', async () => {
    const refused = async (words: string[], input?: string): Promise<string> => {
      const { status, out, error } = await trace(words, input)
      expect([status, out]).toEqual([2, ''])
      return error
    }
    expect(await refused(['-'], '{')).toBe(
      'file: not valid JSON: line 1, column 2: the end, while a bracket is still open\n',
    )
    expect(await refused([file('binary', '\u0000\u0001')])).toBe(
      'file: not valid JSON: line 1, column 1: a value is missing\n',
    )
    const utf16 = join(folder, 'utf16.json')
    writeFileSync(utf16, JSON.stringify(example), 'utf16le')
    writeFileSync(utf16, Buffer.concat([Buffer.from([0xff, 0xfe]), readFileSync(utf16)]))
    expect(await refused([utf16])).toBe('file: expected text in UTF-8\n')
    expect(await refused([join(folder, 'missing.json')])).toBe('file: no such file\n')
    expect(await refused([folder])).toBe('file: is a directory, not a file\n')
    expect(await refused([])).toMatch(/^usage: .*\n$/)
    expect(await refused(['-', '--part', '1/2'], JSON.stringify(example))).toMatch(/^--part: .*\n$/)
    expect(await refused(['-'], ' '.repeat(64_000_001))).toBe('file: expected at most 64 MB, got more\n')
  })

  it('prints its usage on request', async () => {
    const { status, out, error } = await trace(['--help'])
    expect([status, error]).toEqual([0, ''])
    for (const option of ['--series', '--column', '--table', '--columns', '--part'])
      expect(out).toContain(option)
  })

  const shape = (name: string): string => join('src/data/fixtures', name)

  it('averages a column of a file, and reports what the page reports', async () => {
    const averages = file('averages.json', '{"version":1,"lab":"averages","betas":[0.5]}')
    expect(await trace([averages, '--series', shape('ghcn-daily.csv')])).toEqual({
      status: 0,
      out: expect.stringMatching(/^t,theta,v0\n1,-11,-5.5\n2,6,0.25\n/),
      error: 'read 9 rows of "TMAX", 1 skipped: line 6 ""\n',
    })
    const least = await trace([averages, '--series', shape('ghcn-daily.csv'), '--column', 'TMIN'])
    expect(least).toMatchObject({ status: 0, error: 'read 10 rows of "TMIN"\n' })
    expect(least.out.split('\n')).toHaveLength(12)
    const gbk = await trace([averages, `--series=${shape('web-table.txt')}`])
    expect(gbk).toMatchObject({ status: 0, error: 'read 5 rows of "最高气温", 1 skipped: line 7 "—"\n' })
    const stations = shape('ghcn-by-year.csv')
    const first = await trace([averages, '--series', stations])
    expect(first.error).toBe(
      'read 3 rows of column 4, only where column 3 is "TMAX" (1 of 3) and column 1 is "ASN00009998" (1 of 2)\n',
    )
    const rain = await trace([averages, '--series', stations, '--only', '3=PRCP'])
    expect(rain.error).toContain('column 3 is "PRCP"')
    expect((await trace([averages, '--series', stations, '--only=3='])).error).not.toContain('column 3')
    const open = await trace([averages, '--series', file('open.csv', '1.234\n2.345\n'), '--decimal', ','])
    expect(open.out).toMatch(/\n1,1234,/)
  })

  it('trains a network on the rows of a file', async () => {
    const network = file(
      'network.json',
      JSON.stringify({
        ...example,
        start: undefined,
        objective: { kind: 'network', layers: [2, 3, 1], activation: 'tanh', loss: 'squared' },
      }),
    )
    const all = await trace([network, '--table', shape('penguins.csv')])
    expect(all).toMatchObject({
      status: 0,
      error: expect.stringMatching(
        /^read 10 rows of "bill_length_mm", .* and "species", 1 skipped: line 5 "NA";/,
      ),
    })
    // Four inputs, three hidden units, three classes.
    expect(all.out.split('\n')[0].split(',').at(-1)).toBe(`theta${4 * 3 + 3 + 3 * 3 + 3 - 1}`)
    const two = await trace([
      network,
      '--table',
      shape('penguins.csv'),
      '--columns',
      'year,body_mass_g,island',
    ])
    expect(two.out.split('\n')[0].split(',').at(-1)).toBe(`theta${2 * 3 + 3 + 3 * 3 + 3 - 1}`)
  })

  it('reports what is wrong with own data, and prints nothing else', async () => {
    const averages = file('averages.json', '{"version":1,"lab":"averages","series":{"kind":"seattle"}}')
    const words = file('words.csv', 'red\ngreen\n')
    for (const [asked, fault] of [
      [[averages, '--series', 'missing.csv'], '--series: no such file'],
      [[averages, '--series', folder], '--series: is a directory, not a file'],
      [[averages, '--series', words], '--series: There is no number in this column'],
      [
        [averages, '--series', shape('meteostat.csv'), '--column', 'TX'],
        '--column: expected a column of "date", "tavg"',
      ],
      [[averages, '--column', 'TX'], '--column: expected --series beside it'],
      [[averages, '--only', 'a=b'], '--only: expected --series beside it'],
      [[averages, '--series', shape('dwd.txt'), '--only', 'TMK'], '--only: expected NAME=WORD, got "TMK"'],
      [
        [averages, '--series', shape('dwd.txt'), '--only', '__proto__=1'],
        '--only: expected a file of several series, got "__proto__"',
      ],
      [
        [averages, '--series', shape('ghcn-by-year.csv'), '--only', '3=SNOW'],
        '--only: expected one of "TMAX", "TMIN", "PRCP", got "SNOW"',
      ],
      [[averages, '--series', words, '--table', words], '--table: expected only one of'],
      [[averages, '--table', shape('iris-r.csv')], '--table: expected a file of lab "descent"'],
      [
        [file('race.json', JSON.stringify(example)), '--series', shape('dwd.txt')],
        '--series: expected a file of lab "averages"',
      ],
      [['-', '--series', '-'], '--series: expected a file, standard input is the experiment'],
      [[averages, '--series', words, '--decimal', 'x'], '--decimal: expected . or , got "x"'],
    ] as const) {
      const { status, out, error } = await trace([...asked])
      expect([status, out, error.split('\n').length]).toEqual([2, '', 2])
      expect(error.slice(0, fault.length)).toBe(fault)
    }
  })

  it('treats a diverging run as a result', async () => {
    const runs = [
      { optimizer: 'gd', alpha: 9 },
      { optimizer: 'momentum', alpha: 0.1 },
    ]
    const { status, out, error } = await trace(['-'], JSON.stringify({ ...example, steps: 300, runs }))
    expect(status).toBe(0)
    expect(error).toMatch(/^run 0 \(gd\) diverged at step \d+\n$/)
    expect(out.endsWith('\n')).toBe(true)
  })

  it('ends quietly when the reader closes the pipe', async () => {
    const child = spawn(process.execPath, ['scripts/trace.mjs', '-'])
    let said = ''
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
    child.stdin.end(JSON.stringify({ ...example, steps: 200_000 }))
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise((resolve) => child.on('exit', resolve))
    expect([status, said]).toEqual([0, ''])
  })

  it.runIf(existsSync('/dev/full'))(
    'reports when the output cannot be written, however long it is',
    async () => {
      for (const steps of [2, 100_000]) {
        const child = spawn(process.execPath, ['scripts/trace.mjs', '-'], {
          stdio: ['pipe', openSync('/dev/full', 'w'), 'pipe'],
        })
        let said = ''
        child.stderr!.on('data', (piece: Buffer) => (said += piece.toString()))
        child.stdin!.end(JSON.stringify({ ...example, steps }))
        const status = await new Promise((resolve) => child.on('close', resolve))
        expect([status, said]).toEqual([1, 'cannot write: ENOSPC\n'])
      }
    },
  )

  it('computes a map in parts', async () => {
    const axis = { from: 0.1, to: 0.4, count: 3, scale: 'linear' }
    const map = {
      version: 1,
      lab: 'map',
      base: { ...example, runs: [{ optimizer: 'momentum', alpha: 0.1 }] },
      x: { parameter: 'alpha', ...axis },
      y: { parameter: 'beta', ...axis },
      measure: 'cost',
    }
    const path = file('map.json', JSON.stringify(map))
    const whole = await trace([path])
    expect(whole.out.split('\n')).toHaveLength(11)
    const parts = await Promise.all([1, 2].map((i) => trace([path, '--part', `${i}/2`])))
    expect(parts.map(({ out }) => out).join('')).toBe(whole.out)
    // As in doc/experiment.md, if GNU parallel is installed.
    const parallel = String(spawnSync('parallel', ['--version']).stdout ?? '').startsWith('GNU parallel')
      ? execFileSync('parallel', [
          '-k',
          process.execPath,
          'scripts/trace.mjs',
          path,
          '--part',
          '{}/3',
          ':::',
          '1',
          '2',
          '3',
        ])
      : whole.out
    expect(String(parallel)).toBe(whole.out)
  })
})

describe('the arguments', () => {
  it('are one file, plus a part for a map', () => {
    expect(readArguments(['a.json'])).toEqual({ file: 'a.json', part: undefined })
    expect(readArguments(['--part=2/3', '-'])).toEqual({ file: '-', part: { part: 2, of: 3 } })
    for (const part of ['0/3', '4/3', 'a', '1', '', '1/0', '-1/2', '1/9999999'])
      expect(readArguments(['a', '--part', part])).toMatch(/^--part: expected I\/N/)
    for (const words of [[], ['a', 'b'], ['--fast', 'a']]) expect(readArguments(words)).toMatch(/^usage: /)
    expect(readArguments(['--fast', 'a'])).toMatch(/No such option: "--fast"$/)
  })
})
