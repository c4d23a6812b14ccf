// The same loop in C with 128-bit vectors, if gcc is installed: its speed, and θ after its steps.

import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Task } from './peers.ts'

export interface Native {
  readonly examplesPerSecond: number
  readonly theta: number[]
}

export function native(task: Task, precision: 64 | 32, batchSize: number, steps: number): Native | undefined {
  const program = join(mkdtempSync(join(tmpdir(), 'native-')), 'network')
  const flags = ['-O3', '-msse4.2', '-ffp-contract=off', `-DPRECISION=${precision}`]
  try {
    execFileSync('gcc', [...flags, '-o', program, 'bench/native/network.c'], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  const input = [
    ...[task.sizes.length - 1, 1, task.labels.length, batchSize, steps, 100],
    ...task.sizes,
    ...task.theta,
    ...task.inputs.flat(),
    ...task.labels,
  ].join(' ')
  const [speed, ...theta] = execFileSync(program, { input, encoding: 'utf8' }).trim().split('\n').map(Number)
  return { examplesPerSecond: speed, theta }
}
