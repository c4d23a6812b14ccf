// Exports an experiment as a NumPy script that prints the same trajectory as CSV, up to rounding: first the update rule
// in the notes' letters, then the loop, the objective and the same shuffled batches, last the data as numbers.

import type { DescentExperiment, RunSpec } from '../experiment.ts'
import { examplesOf } from '../objectives/examples.ts'
import { pythonName, pythonRule } from '../language/python.ts'
import { optimizerOf, settingsOf } from '../optimizers/index.ts'
import { valuesOf } from '../optimizers/mover.ts'
import { mostExamples, pythonCost } from './costs.ts'
import { pythonPicture } from './picture.ts'
import { tooMany } from './tooMany.ts'

export function pythonOf(experiment: DescentExperiment): string {
  const m = examplesOf(experiment.objective)
  if (m > mostExamples) throw tooMany('m', mostExamples, m, 'examples', '样本')
  const { seed, steps, reshuffle, costEvery } = experiment
  const { code, data, m: count } = pythonCost(experiment)
  const given = experiment.start ? { ...data, start: `[${experiment.start.join(', ')}]` } : data
  const names = Object.keys(given).join(', ')
  return [
    '"""An experiment of Ravine: prints run,step,epoch,alpha,batchCost,cost,theta0,… as CSV.',
    'Needs Python 3.8 or newer and NumPy. Where matplotlib is there, it also draws the runs into a PNG beside this file."""',
    'import math',
    'import os',
    'import numpy as np',
    '',
    'np.seterr(all="ignore")',
    '',
    '# ---- the optimizers ----',
    ...experiment.runs.flatMap((run, i) => runLines(experiment, run, i)),
    '# ---- the loop ----',
    `cost_every = ${costEvery === 'epoch' ? 'None' : costEvery}`,
    'paths, costs = {}, {}  # for the picture',
    '',
    'def row(run, step, epoch, alpha, batch_cost, cost, w):',
    '    shown = ["" if v is None else repr(float(v)) for v in (alpha, batch_cost, cost)]',
    '    print(",".join([str(run), str(step), str(epoch)] + shown + [repr(float(v)) for v in w]))',
    '    if len(w) == 2:',
    '        paths.setdefault(run, []).append([float(v) for v in w])',
    '    if cost is not None:',
    '        costs.setdefault(run, []).append((step, float(cost)))',
    '',
    'def unfit(values):',
    '    return not all(math.isfinite(v) for v in values)',
    '',
    'def race(run, rule, alpha_of, B, steps):',
    '    w, per_epoch = np.array(start, dtype=float), -(-m // B)',
    '    update = rule(w)',
    '    row(run, 0, 0, None, None, cost(w, None)[0], w)',
    '    for t in range(1, steps + 1):',
    '        epoch = (t - 1) // per_epoch',
    '        alpha = alpha_of(epoch)',
    '        J_batch, dW = cost(w, batch_of(t, epoch, B))',
    '        w = update(dW, t, alpha, epoch, J_batch)',
    '        every = per_epoch if cost_every is None else cost_every',
    '        J = cost(w, None)[0] if t % every == 0 or t == steps else None',
    '        if unfit([J_batch, 0 if J is None else J, *w]) or J_batch > 1e100 or (J or 0) > 1e100:',
    '            return',
    '        row(run, t, epoch, alpha, J_batch, J, w)',
    '',
    '# ---- arithmetic of the rules and surfaces ----',
    'def ratio(a, b):',
    '    """a / b, with 0/0 = 0."""',
    '    return np.where((np.abs(a) < 1e-150) & (b == 0), 0.0, np.divide(a, b))',
    '',
    'def power(a, b):',
    '    return np.power(np.float64(a), b)',
    '',
    'def times(a, b):',
    '    """An outer derivative times an inner one: what does not move adds nothing."""',
    '    return 0.0 if b == 0 else a * b',
    '',
    '# ---- what is minimized ----',
    ...code,
    ...batches(seed, reshuffle),
    '# ---- the picture ----',
    ...pythonPicture(experiment),
    '# ---- the data, and the runs ----',
    'def data():',
    ...Object.entries(given).map(([name, value]) => `    ${name} = ${value}`),
    `    return ${names}`,
    '',
    `${names} = data()`,
    `m = ${count}`,
    'print(",".join(["run", "step", "epoch", "alpha", "batchCost", "cost"] + [f"theta{i}" for i in range(len(start))]))',
    ...experiment.runs.map((run, i) => {
      const size = run.batchSize ?? experiment.batchSize
      return `race(${i}, rule${i}, alpha${i}, ${size === 'all' ? 'm' : size}, ${run.steps ?? steps})`
    }),
    '# Read from a pipe, the script has no place for a picture.',
    'if os.path.isfile(globals().get("__file__", "")):',
    '    picture(os.path.splitext(os.path.abspath(__file__))[0] + ".png")',
    '',
  ].join('\n')
}

/** The lines for a run's α and rule. */
function runLines(experiment: DescentExperiment, run: RunSpec, index: number): string[] {
  const optimizer = optimizerOf(run)
  const settings = settingsOf(run, experiment.convention)
  const rule = optimizer.ruleOf(settings.course, settings.biasCorrection)
  const values = valuesOf(optimizer, run, settings)
  const { memories, lines, nonlocals } = pythonRule(rule)
  return [
    `# ${optimizer.label.en}`,
    `def alpha${index}(epoch):`,
    ...alphaLines(run).map((line) => `    ${line}`),
    '',
    `def rule${index}(w):`,
    '    n = len(w)',
    ...rule.parameters.map(({ name, value }) => {
      const own = values[name] ?? value
      return `    ${pythonName(name)} = ${own >= 0 && own <= 1 ? own : `np.float64(${own})`}`
    }),
    ...memories.map(([name, start]) => `    ${name} = np.full_like(w, ${start})`),
    '    def update(dW, t, alpha, epoch, J):',
    `        nonlocal ${nonlocals.join(', ')}`,
    ...lines.map((line) => `        ${line}`),
    '        return w',
    '    return update',
    '',
  ]
}

function alphaLines({ alpha, decay }: RunSpec): string[] {
  switch (decay.kind) {
    case 'none':
      return [`return ${alpha}`]
    case 'inverse':
      return [
        `return ${alpha} / (1 + ${decay.rate} * ${decay.every === 1 ? 'epoch' : `(epoch // ${decay.every})`})`,
      ]
    case 'exponential':
      return [`return ${alpha} * ${decay.base}**epoch`]
    case 'inverseSqrt':
      return [`return ${alpha} if epoch == 0 else ${alpha} * ${decay.k} / math.sqrt(epoch)`]
    case 'staircase':
      return [`return ${alpha} * ${decay.factor}**(epoch // ${decay.every})`]
    case 'manual':
      return [
        `points = [${decay.points.map((point) => `(${point.join(', ')})`).join(', ')}]`,
        `return ([${alpha}] + [a for e, a in points if e <= epoch])[-1]`,
      ]
    case 'warmup':
      return [`return ${alpha} * min(1, (epoch + 1) / ${decay.epochs})`]
    case 'cosine':
      return [
        `n, f = ${decay.epochs}, ${decay.floor}`,
        `return ${alpha} * (f + (1 - f) * (1 + math.cos(math.pi * min(epoch, n) / n)) / 2)`,
      ]
    case 'oneCycle':
      return [
        `n, s, f = ${decay.epochs}, ${decay.start}, ${decay.floor}`,
        'peak = math.ceil(0.3 * n)',
        `if epoch < peak: return ${alpha} * (s + (1 - s) * epoch / peak)`,
        `if epoch >= n: return ${alpha} * f`,
        `return ${alpha} * (f + (1 - f) * (1 + math.cos(math.pi * (epoch - peak) / (n - peak))) / 2)`,
      ]
  }
}

/**
 * The same batches: xoshiro128** seeded by (seed, name), a Fisher-Yates shuffle of the positions, examples ascending.
 */
const batches = (seed: number, reshuffle: boolean): string[] => [
  '# ---- mini-batches: every epoch visits every example once, in an order of its own ----',
  `seed, reshuffle = ${seed}, ${reshuffle ? 'True' : 'False'}`,
  'M = 0xFFFFFFFF',
  '',
  'def mixed(x):',
  '    x = ((x ^ (x >> 16)) * 0x7FEB352D) & M',
  '    x = ((x ^ (x >> 15)) * 0x846CA68B) & M',
  '    return x ^ (x >> 16)',
  '',
  'class Stream:',
  '    """xoshiro128** 1.1 (Blackman and Vigna, 2018)."""',
  '    def __init__(self, seed, name):',
  '        self.s = []',
  '        for place in range(4):',
  '            h = mixed((seed ^ ((place + 1) * 0x9E3779B9)) & M)',
  '            for i, letter in enumerate(name):',
  '                h = mixed((h + ord(letter) + (i + place + 1) * 0x85EBCA6B) & M)',
  '            self.s.append(h)',
  '        self.s[3] |= 1',
  '    def bits(self):',
  '        s = self.s',
  '        b, c, d = s[1], s[2] ^ s[0], s[3] ^ s[1]',
  '        five = (b * 5) & M',
  '        s[1], s[0] = b ^ c, s[0] ^ d',
  '        s[2], s[3] = (c ^ (b << 9)) & M, ((d << 11) | (d >> 21)) & M',
  '        return ((((five << 7) | (five >> 25)) & M) * 9) & M',
  '    def below(self, n):',
  '        product = self.bits() * n',
  '        while (product & M) < (2**32 % n if (product & M) < n else 0):',
  '            product = self.bits() * n',
  '        return product >> 32',
  '',
  'orders = {}',
  '',
  'def batch_of(t, epoch, B):',
  '    if B >= m: return None',
  '    epoch_of_order = epoch if reshuffle else 0',
  '    if epoch_of_order not in orders:',
  '        orders.clear()',
  '        place, stream = list(range(m)), Stream(seed, f"batches {epoch_of_order}")',
  '        for i in range(m - 1, 0, -1):',
  '            j = stream.below(i + 1)',
  '            place[i], place[j] = place[j], place[i]',
  '        orders[epoch_of_order] = np.array(place)',
  '    return np.flatnonzero(orders[epoch_of_order] // B == (t - 1) % -(-m // B))',
  '',
]
