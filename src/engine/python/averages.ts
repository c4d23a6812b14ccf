// Exports an averages experiment as a Python script without libraries: the notes' loop, V := βV + (1 − β)θ, and the CSV
// of the command line. V has the engine's bits. Plain means agree up to rounding.

import { experimentValues } from '../datasets/series.ts'
import { SMALLEST } from '../ewa.ts'
import type { AveragesExperiment } from '../experiment.ts'
import { tooMany } from './tooMany.ts'

const mostValues = 20_000
const perLine = 12

export function pythonOfAverages(experiment: AveragesExperiment): string {
  const { betas, biasCorrection, windows } = experiment
  const theta = experimentValues(experiment)
  if (theta.length > mostValues) throw tooMany('series', mostValues, theta.length, 'values', '数值')
  const rows: string[] = []
  for (let i = 0; i < theta.length; i += perLine)
    rows.push(`    ${Array.from(theta.subarray(i, i + perLine), String).join(', ')},`)
  return [
    '"""Exponentially weighted averages of Ravine: prints t,theta,v0,…,w0,… as CSV. Needs Python 3.8 or newer."""',
    'theta = [',
    ...rows,
    ']',
    `betas = [${betas.join(', ')}]`,
    `bias_correction = ${biasCorrection ? 'True' : 'False'}`,
    `windows = [${windows.join(', ')}]`,
    '',
    'V = [0.0] * len(betas)       # one number of memory each',
    'power = [1.0] * len(betas)   # beta ** t',
    'print(",".join(["t", "theta"] + [f"v{i}" for i in range(len(betas))] + [f"w{i}" for i in range(len(windows))]))',
    'for t, x in enumerate(theta, start=1):',
    '    shown = []',
    '    for i, beta in enumerate(betas):',
    '        V[i] = beta * V[i] + (1 - beta) * x',
    `        if abs(V[i]) < ${SMALLEST}:`,
    '            V[i] = 0.0',
    '        power[i] *= beta',
    '        if power[i] < 1e-30:',
    '            power[i] = 0.0',
    '        shown.append(V[i] / (1 - power[i]) if bias_correction else V[i])',
    '    for n in windows:        # a plain mean must keep n numbers',
    '        last = theta[max(0, t - n):t]',
    '        shown.append(sum(last) / len(last))',
    '    print(",".join([str(t)] + [repr(float(v)) for v in [x, *shown]]))',
    '',
  ].join('\n')
}
