import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { descentCsv } from '../csv.ts'
import type { DescentExperiment } from '../experiment.ts'
import { completed, validate } from '../validate.ts'
import { compareRuns } from './compare.ts'
import { compileRule } from './compile.ts'
import { parseRule, parseSurface } from './parse.ts'
import { interpretSurface, surfaceProgram } from './surfaceProgram.ts'
import { typesetRule } from './typeset.ts'

const fault = (source: string): string => {
  const parsed = parseRule(source)
  return parsed.ok ? 'no fault' : parsed.fault.message
}
const rule = (source: string) => {
  const parsed = parseRule(source)
  if (!parsed.ok) throw new Error(parsed.fault.message)
  return parsed.value
}

describe('refusals have line and column', () => {
  test.each([
    ['w = 2x', "line 1, column 6: write * between '2' and 'x': 2*x"],
    ['V = dW\nw = w - alpha dW', "line 2, column 15: write * between 'alpha' and 'dW': alpha*dW"],
    ['w = w (dW)', 'line 1, column 7: write * before the bracket: w*('],
    [
      'w = w - alpha*foo',
      "line 1, column 15: unknown name 'foo'; declare it in a line of its own: parameter foo = 0.9",
    ],
    ['w = w - Alpha*dW', "line 1, column 9: unknown name 'Alpha'; did you mean alpha?"],
    ['alpha = 1\nw = w', "line 1, column 1: 'alpha' has a meaning already and must not be assigned"],
    ['parameter b = 1\nb = 2\nw = w', "line 2, column 1: 'b' is a parameter and must not be assigned"],
    ['parameter b = 2 from 3 to 1\nw = w', 'line 1, column 22: the range ends at 1, which is not above 3'],
    ['parameter b = 5 from 0 to 1\nw = w', 'line 1, column 11: 5 is not between 0 and 1'],
    ['parameter b = 1 from 0 to 2 log\nw = w', 'line 1, column 29: a log slider needs a range above 0'],
    ['w += alpha', 'line 1, column 3: write w = w + …'],
    ['w = w - alpha*dW)', "line 1, column 17: unexpected ')'"],
    ['w = (w - alpha*dW', 'line 1, column 5: this bracket is not closed'],
    ['w = min(dW)', 'line 1, column 5: min takes two values, got 1'],
    ['w = norm(2)', 'line 1, column 10: norm takes w, dW or the name of a memory'],
    ['u = dW\nw = norm(beta)', "line 2, column 5: norm takes w, dW or a memory, not 'beta'"],
    ['w = 1 < dW < 2', 'line 1, column 12: compare two values at a time, and put brackets around them'],
    ['V = dW', 'line 1, column 7: the rule must assign w, as in w = w - alpha*dW'],
    ['', 'line 1, column 1: the rule is empty; it must assign w'],
    ['w = w - alpha*dW;', "line 1, column 17: unexpected ';'"],
    [
      'constructor = 1\nw = w',
      "line 1, column 1: 'constructor' has a meaning already and must not be assigned",
    ],
    [
      'w = constructor',
      "line 1, column 5: unknown name 'constructor'; declare it in a line of its own: parameter constructor = 0.9",
    ],
    ['w = __proto__', "line 1, column 5: '__proto__' is no name: a name begins with a letter"],
    ["w = import('x')", "line 1, column 12: unexpected '''"],
    ['w = 1e999', "line 1, column 5: the number '1e999' is too large"],
    ['w = …', 'line 1, column 5: fill in what is missing here'],
    ['memory M = 1\nw = w', "line 1, column 8: the memory 'M' is never assigned"],
  ])('%j: %s', (source, message) => expect(fault(source)).toBe(message))

  test('limits, and an answer at once', () => {
    const lines = (n: number, line: (i: number) => string): string =>
      `${Array.from({ length: n }, (_, i) => line(i)).join('\n')}\n`
    expect(fault(`${lines(39, (i) => `a${i} = 1`)}w = w`)).toBe('no fault')
    expect(fault(`${lines(40, (i) => `a${i} = 1`)}w = w`)).toContain('more than 40 statements')
    expect(fault(`${lines(16, (i) => `parameter p${i} = 1`)}w = w`)).toBe('no fault')
    expect(fault(`${lines(17, (i) => `parameter p${i} = 1`)}w = w`)).toContain('more than 16 parameters')
    expect(fault(`${lines(8, (i) => `m${i} = m${i} + 1`)}w = w`)).toBe('no fault')
    expect(fault(`${lines(9, (i) => `m${i} = m${i} + 1`)}w = w`)).toContain('more than 8 memories')
    const nested = (n: number): string => `w = ${'('.repeat(n)}w${')'.repeat(n)}`
    expect(fault(nested(32))).toBe('no fault')
    expect(fault(nested(33))).toContain('brackets deeper than 32 levels')
    expect(fault(`w = ${'√'.repeat(33)}w`)).toContain('brackets deeper than 32 levels')
    expect(fault('('.repeat(10_000))).toContain('at most 2000 are allowed')
    expect(fault('w'.repeat(1 << 20))).toContain('at most 2000 are allowed')
    expect(fault(`w = ${'-'.repeat(1900)}w`)).toBe('no fault')
    expect(fault(`w = ${'w^'.repeat(900)}w`)).toBe('no fault')
  })

  test('any text is a rule or gives one sentence in both languages', () => {
    const token = fc.constantFrom(
      ...[
        'w',
        'dW',
        'V',
        'alpha',
        't',
        '=',
        ':=',
        '\n',
        '+',
        '-',
        '*',
        '/',
        '^',
        '(',
        ')',
        ',',
        ' ',
        '<',
        '>=',
      ],
      ...[
        'sin',
        'sqrt(',
        'min(',
        'norm(',
        'parameter ',
        'memory ',
        ' from ',
        ' to ',
        ' log',
        '1',
        '0.5',
        '#',
      ],
      ...['β', '₁', 'ᵗ', '²', '⁻', '√', '·', '😀', '\u0000', '\ud800', 'toString', '"', '…'],
    )
    const texts = fc.oneof(
      fc.string({ maxLength: 2100 }),
      fc.array(token, { maxLength: 80 }).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(texts, (source) => {
        const parsed = parseRule(source)
        if (parsed.ok) return
        expect(parsed.fault.message).toMatch(/^line \d+, column \d+: [^\n]+$/)
        expect(parsed.fault.located.zh).toMatch(/^第 \d+ 行第 \d+ 列：[^\n]+$/)
      }),
      { numRuns: 2000, seed: 1 },
    )
  })
})

describe('the meaning of a rule', () => {
  const after = (source: string, updates = 1, dW = [2, -3], start = [1, 5]): Record<string, number[]> => {
    const compiled = compileRule(source)
    if (!compiled.ok) throw new Error(compiled.fault.message)
    const machine = compiled.begin(start)
    for (let t = 1; t <= updates; t++) {
      machine.state.dW.set(dW)
      machine.step(0.5, t, t - 1, 7)
    }
    const memories = compiled.rule.memories.map(({ name }, k) => [name, [...machine.state.memories[k]]])
    return { w: [...machine.state.w], ...(Object.fromEntries(memories) as object) }
  }

  test('a name read before it is written is memory, from 0; another is a local', () => {
    const text = 'c = dW\nV = 0.5*V + c\nw = w - alpha*V'
    expect(rule(text).memories).toEqual([{ name: 'V', start: 0 }])
    expect(after(text, 2)).toEqual({ w: [1 - 1 - 1.5, 5 + 1.5 + 2.25], V: [3, -4.5] })
  })
  test('a memory may start elsewhere, and may be written without being read', () => {
    expect(after('memory M = 1\nM = M*0.5\nw = M', 3)).toEqual({ w: [0.125, 0.125], M: [0.125, 0.125] })
    expect(rule('memory M = 1\nM = dW\nw = M').memories).toEqual([{ name: 'M', start: 1 }])
  })
  test('norm, sum and mean are over all components, as they are when the step begins', () => {
    expect(after('V = dW\nw = sum(V)', 1).w).toEqual([0, 0])
    expect(after('V = dW\nw = sum(V)', 2).w).toEqual([-1, -1])
    expect(after('w = norm(w)', 1, [0, 0], [3, 4]).w).toEqual([5, 5])
    expect(after('w = w + mean(dW)').w).toEqual([0.5, 4.5])
  })
  test('0/0 is 0; a small memory is 0; a power of t is a running product cut to 0', () => {
    expect(after('w = dW/dW', 1, [0, 2]).w).toEqual([0, 1])
    expect(after('V = 1e-301 + 0*V\nw = V').V).toEqual([0, 0])
    let product = 1
    for (let t = 0; t < 50; t++) product *= 0.9
    expect(after('parameter b = 0.9\nw = b^t', 50).w).toEqual([product, product])
    expect(after('parameter b = 0.1\nw = b^t', 31).w).toEqual([0, 0])
  })
  test('t from 1, epoch from 0, J, n, comparisons, min and max, sign', () => {
    expect(after('w = t', 3).w).toEqual([3, 3])
    expect(after('w = epoch', 3).w).toEqual([2, 2])
    expect(after('w = J + n').w).toEqual([9, 9])
    expect(after('w = (dW > 0) + 10*(dW <= -3)').w).toEqual([1, 10])
    expect(after('w = max(dW, 0) + min(dW, 0)/3 + sign(dW)').w).toEqual([3, -2])
    expect(after('w = -dW^2').w).toEqual([-4, -9])
  })
  test('the notes’ letters', () => {
    const text = 'parameter β₁ = 0.5\nV := β₁·V + (1 − β₁)·dW²\nw := w − α × V/√(V) ÷ (1 − β₁ᵗ)'
    const plain =
      'parameter beta1 = 0.5\nV = beta1*V + (1 - beta1)*dW^2\nw = w - alpha*V/sqrt(V)/(1 - beta1^t)'
    expect(after(text, 3)).toEqual(after(plain, 3))
    expect(rule(text).parameters[0].name).toBe('beta1')
  })
  test('a parameter’s range', () => {
    const ranges = rule(
      'parameter a = 0.3\nparameter b = 4\nparameter c = -2\nparameter d = 1e-8 log\nw = a',
    ).parameters
    expect(ranges.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [0, 40],
      [-20, 0],
      [1e-12, 1],
    ])
  })
  test('typeset as the notes write it', () => {
    expect(typesetRule(rule('V = 0.9*V + (1 - 0.9)*dW^2\nc = V/sqrt(V)\nw = w - alpha*c'))).toEqual([
      [
        { symbol: 'V' },
        ' := 0.9',
        { symbol: 'V' },
        ' + ',
        { group: ['1 − 0.9'] },
        { symbol: 'dW', power: '2' },
      ],
      [{ symbol: 'c' }, ' = ', { over: [{ symbol: 'V' }], under: [{ root: [{ symbol: 'V' }] }] }],
      [{ symbol: 'w' }, ' := ', { symbol: 'w' }, ' − ', { symbol: 'alpha' }, { symbol: 'c' }],
    ])
  })
})

describe('surfaces', () => {
  const at = (source: string, x: number, y: number): number[] => {
    const surface = interpretSurface(surfaceProgram({ value: source }))
    const out = new Float64Array(3)
    const found = [surface.value(x, y)]
    surface.gradient(x, y, out)
    found.push(out[0], out[1])
    surface.hessian(x, y, out)
    return [...found, ...out]
  }
  test('exact derivatives', () => {
    expect(at('x^2*y^3', 2, 3)).toEqual([108, 108, 108, 54, 108, 72])
    expect(at('w**2 + b²', 2, 3)).toEqual([13, 4, 6, 2, 0, 2])
    expect(at('sqrt(0)*x + x^2', 1, 0)).toEqual([1, 2, 0, 2, 0, 0])
    expect(at('sqrt(x^2 + y^2)', 0, 0).slice(0, 3)).toEqual([0, 0, 0])
    expect(at('max(y, x)', 1, 1).slice(1, 3)).toEqual([0, 1])
    expect(at('ln(x)', 2, 0).slice(1, 4)).toEqual([0.5, 0, -0.25])
  })
  test('a fault names the column alone', () => {
    const parsed = parseSurface('x + foo')
    expect(!parsed.ok && parsed.fault.message).toBe("column 5: unknown name 'foo'")
  })
})

const ownMomentum = 'parameter b = 0.9\nV = b*V + (1 - b)*dW\nw = w - alpha*V'

describe('in an experiment', () => {
  const experiment = (run: object, change: object = {}): DescentExperiment =>
    completed({ objective: { kind: 'bowl' }, batchSize: 64, steps: 40, seed: 5, runs: [run], ...change })
  const csv = (one: DescentExperiment): string => [...descentCsv(one)].join('')

  test('a rule that says momentum gives momentum’s bytes, its slider too', () => {
    const own = experiment({ optimizer: 'rule', rule: ownMomentum, alpha: 0.1 })
    expect(csv(own)).toBe(csv(experiment({ optimizer: 'momentum', alpha: 0.1 })))
    const slid = experiment({ optimizer: 'rule', rule: ownMomentum, parameters: { b: 0.5 }, alpha: 0.1 })
    expect(csv(slid)).toBe(csv(experiment({ optimizer: 'momentum', beta: 0.5, alpha: 0.1 })))
  })
  test('compared with a built-in rule: the first number that differs', () => {
    const base = experiment({ optimizer: 'momentum', alpha: 0.1 })
    const own = experiment({ optimizer: 'rule', rule: ownMomentum, alpha: 0.1 }).runs[0]
    expect(compareRuns(base, own, base.runs[0])).toEqual({ same: true, steps: 200 })
    const other = compareRuns(base, own, experiment({ optimizer: 'gd', alpha: 0.1 }).runs[0])
    expect(other).toMatchObject({ same: false, step: 1, component: 0 })
  })
  test('faults name the field, line and column', () => {
    const faults = (run: object): string[] => {
      const result = validate({ version: 1, lab: 'descent', objective: { kind: 'bowl' }, runs: [run] })
      return result.ok ? [] : result.faults.map(({ path, message }) => `${path}: ${message}`)
    }
    expect(faults({ optimizer: 'rule', alpha: 1, rule: 'V = dW\nw = 2x' })).toEqual([
      "runs[0].rule: line 2, column 6: write * between '2' and 'x': 2*x",
    ])
    expect(faults({ optimizer: 'rule', alpha: 1, rule: ownMomentum, parameters: { c: 1, b: '2' } })).toEqual([
      'runs[0].parameters.c: not a parameter of the rule',
      'runs[0].parameters.b: expected a number, got "2"',
    ])
    expect(faults({ optimizer: 'rule', alpha: 1, rule: 7 })).toEqual([
      'runs[0].rule: expected a rule, a text, got 7',
    ])
    expect(faults({ optimizer: 'adam', alpha: 1, rule: 'w = w' })).toEqual([
      'runs[0].rule: not a field of adam',
    ])
  })
  test('a rule that leaves the numbers ends its run like divergence', () => {
    const lines: string[] = []
    const one = experiment({ optimizer: 'rule', rule: 'w = w + 1/(3 - t)', alpha: 1 })
    const rows = [...descentCsv(one, (line) => lines.push(line))].join('').trim().split('\n')
    expect(rows).toHaveLength(4)
    expect(lines).toEqual(['run 0 (rule) diverged at step 3'])
  })
})
