// The network: examples per second of a run by gradient descent (batches, forward, backward, step, rows), against the
// same arithmetic with an object per node, against libraries from npm, and against C. 2-8-8-1, tanh, cross-entropy, m =
// 2,048, batches in order.

import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright'
import { Batches } from '../src/engine/batches.ts'
import type { DescentExperiment, NetworkSpec } from '../src/engine/experiment.ts'
import { createNetwork, prepare, type NetworkObjective } from '../src/engine/objectives/network.ts'
import { Run } from '../src/engine/run.ts'
import { completed } from '../src/engine/validate.ts'
import { spreadOf, type Bench, type Benchmark } from './measure.ts'
import { native } from './network/native.ts'
import { convnetjs, jax, synaptic, tensorflow, type Task } from './network/peers.ts'
import { Playground } from './network/playground.ts'
import { probed } from './page/probe.ts'

const m = 2048
const alpha = 0.05
const specOf = (precision: NetworkSpec['precision'], outputs = 1): NetworkSpec => ({
  kind: 'network',
  layers: [2, 8, 8, outputs],
  activation: 'tanh',
  loss: 'crossEntropy',
  lambda: 0,
  dataset: { kind: 'circles', m, noise: 0.1, mislabelled: 0.05 },
  precision,
})

/** So many that the run never reaches its last step, which would compute J. */
const steps = 1e9

const base = (objective: NetworkSpec): DescentExperiment =>
  completed<DescentExperiment>({ objective, seed: 1, runs: [{ optimizer: 'gd', alpha }] })

/**
 * A run by plain gradient descent with the same batches in every epoch and without J: the engine as the app calls it.
 */
function runOf(network: NetworkObjective, batchSize: number): Run {
  const experiment: DescentExperiment = {
    ...base(network.spec),
    batchSize,
    steps,
    costEvery: steps,
    reshuffle: false,
  }
  const run = new Run(experiment, 0, { objective: network, detail: 'costs' })
  run.advance(new Float64Array(run.width), 1)
  return run
}

/** Trains on `count` more examples and returns θ. */
function trainer(network: NetworkObjective, batchSize: number): (count: number) => Float64Array {
  let run = runOf(network, batchSize)
  const rows = new Float64Array(((4 * m) / batchSize) * run.width)
  return (count) => {
    if (run.step > steps - count) run = runOf(network, batchSize)
    const done = run.step + count / batchSize
    while (run.step < done) run.advance(rows, done - run.step)
    return run.parameters
  }
}

/** Returns the examples in the engine's order. */
function taskOf(network: NetworkObjective, batchSize: number): Task {
  const { x, y } = network.dataset
  const { examples, whole } = new Batches(1, m, batchSize, false).batchOf(1)
  const order = whole ? Array.from({ length: m }, (_, i) => i) : [...examples]
  return {
    sizes: network.spec.layers,
    theta: network.start,
    inputs: order.map((i) => [x[2 * i], x[2 * i + 1]]),
    labels: order.map((i) => y[i]),
    alpha,
  }
}

function close(bound: number) {
  return (a: ArrayLike<number>, b: ArrayLike<number>): void => {
    for (let i = 0; i < a.length; i++)
      if (!(Math.abs(a[i] - b[i]) <= bound * (1 + Math.abs(b[i]))))
        throw new Error(`parameter ${i}: ${a[i]} and ${b[i]}`)
  }
}

const targets = {
  float64: { 1: undefined, 64: 12, 256: undefined, 2048: undefined },
  float32: { 1: 20, 64: 30, 256: 100, 2048: undefined },
} as const

async function againstPlayground(bench: Bench, precision: NetworkSpec['precision']): Promise<void> {
  const network = createNetwork(specOf(precision), 1)
  for (const batchSize of [1, 64, 256, 2048] as const) {
    const task = taskOf(network, batchSize)
    const ours = trainer(network, batchSize)
    const theirs = new Playground(task.sizes, task.theta)
    let at = 0
    await bench.compare({
      name: `${precision}, B = ${batchSize}`,
      a: { label: 'the engine', run: () => ours(m), work: m },
      b: {
        label: 'an object a node',
        run() {
          for (let k = 0; k < m; k += batchSize, at = (at + batchSize) % m)
            theirs.step(task.inputs, task.labels, at, batchSize, alpha)
          return theirs.parameters()
        },
        work: m,
      },
      unit: 'examples',
      check: close(precision === 'float64' ? 1e-11 : 1e-4),
      atLeast: targets[precision][batchSize],
    })
  }
}

async function againstPeers(bench: Bench): Promise<void> {
  const double = createNetwork(specOf('float64'), 1)
  const two = createNetwork(specOf('float64', 2), 1)
  const missing: string[] = []
  const compare = async (
    name: string,
    network: NetworkObjective,
    batchSize: number,
    theirs: ((count: number, batchSize: number) => number[]) | undefined,
    bound: number | undefined,
    atLeast?: number,
  ): Promise<void> => {
    if (!theirs) {
      missing.push(name)
      return
    }
    const ours = trainer(network, batchSize)
    await bench.compare({
      name: `float64, B = ${batchSize}`,
      a: { label: 'the engine', run: () => ours(m), work: m },
      b: { label: name, run: () => theirs(m, batchSize), work: m },
      unit: 'examples',
      check: bound === undefined ? undefined : close(bound),
      atLeast,
    })
  }
  for (const [batchSize, atLeast] of [
    [1, 4],
    [64, undefined],
  ] as const) {
    const theirs = convnetjs(taskOf(two, batchSize))?.(batchSize)
    await compare('convnetjs (2-8-8-2)', two, batchSize, theirs, 1e-10, atLeast)
  }
  await compare('synaptic', double, 1, synaptic(taskOf(double, 1)), undefined, 4)
  await compare('tfjs wasm, float32', double, 64, await tensorflow(taskOf(double, 64)), 1e-4, 40)
  await compare('jax-js, float32', double, 2048, await jax(taskOf(double, 2048), 2048), 1e-4, 2.5)
  if (missing.length > 0)
    bench.note(`Not installed (\`npm install --prefix bench\`): ${[...new Set(missing)].join(', ')}.`)
}

/** The best of many short repetitions on both sides, because the C program times itself. */
function againstNative(bench: Bench): void {
  for (const precision of [64, 32] as const) {
    const network = createNetwork(specOf(precision === 64 ? 'float64' : 'float32'), 1)
    for (const batchSize of [64, 2048]) {
      const portion = 4 * m
      const fresh = trainer(network, batchSize)
      const theirs = native(taskOf(network, batchSize), precision, batchSize, portion / batchSize)
      if (!theirs) {
        bench.note('No gcc here: the comparison with C was left out.')
        return
      }
      close(0)(fresh(portion), theirs.theta)
      const ours = trainer(network, batchSize)
      const speeds = Array.from({ length: 100 }, () => {
        const from = performance.now()
        ours(portion)
        return (portion / (performance.now() - from)) * 1000
      })
      const best = Math.max(...speeds)
      bench.record({
        name: `float${precision}, B = ${batchSize}, same bits`,
        measured: `the engine: ${(best / 1e6).toFixed(2)} M examples/s (median ${(spreadOf(speeds).median / 1e6).toFixed(2)})`,
        against: `gcc -O3 -msse4.2: ${(theirs.examplesPerSecond / 1e6).toFixed(2)} M examples/s`,
        value: best / theirs.examplesPerSecond,
        unit: 'of its speed',
        atLeast: 0.6,
      })
    }
  }
}

function fiveMillion(bench: Bench): void {
  const examples = 5_000_000
  const spec: NetworkSpec = {
    ...specOf('float64'),
    layers: [2, 4, 1],
    dataset: { kind: 'circles', m: examples, noise: 0.1, mislabelled: 0 },
  }
  const from = performance.now()
  const generation = prepare(spec, 1)
  while (generation.advance(100_000) < 1);
  const made = performance.now()
  const network = createNetwork(spec, 1, { generation })
  const { x, y } = network.dataset
  bench.record({
    name: 'm = 5,000,000: the data',
    measured: `${Math.round((x.byteLength + y.byteLength) / 1e6)} MB of float32`,
    value: (made - from) / 1000,
    unit: 's',
  })
  const run = new Run(
    {
      ...base(spec),
      batchSize: 1000,
      steps: 6000,
      costEvery: 6000,
    },
    0,
    { objective: network, detail: 'costs' },
  )
  const rows = new Float64Array(5001 * run.width)
  run.advance(rows, 1)
  const began = performance.now()
  while (run.step < 5000) run.advance(rows, 5000 - run.step)
  bench.record({
    name: 'm = 5,000,000, 2-4-1, B = 1,000',
    measured: 'one epoch, its shuffling included',
    value: (performance.now() - began) / 1000,
    unit: 's',
    atMost: 3,
  })
}

/** Returns the renderers' resident memory in MB, current and peak, where Linux reports it. */
async function rendererMemory(browser: Browser): Promise<{ now: number; highest: number } | undefined> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  try {
    const told = await Promise.all(
      processInfo
        .filter(({ type }) => type === 'renderer')
        .map(({ id }) => readFile(`/proc/${id}/status`, 'utf8')),
    )
    const sum = (name: string): number =>
      told.reduce((all, text) => all + Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(text)![1]) / 1000, 0)
    return { now: sum('VmRSS'), highest: sum('VmHWM') }
  } catch {
    return undefined
  }
}

/** An epoch of m = 5,000,000 in the app's own page, and the page's frames and memory meanwhile. */
async function inThePage(bench: Bench): Promise<void> {
  const { address, browser } = await bench.app()
  const route = 'playground?objective=network&layers=2,4,1&run=gd,alpha:0.5&batchSize=1000'
  const page = await probed(browser, address, `${route}&steps=10`)
  const before = await rendererMemory(browser)
  const end = 5000
  await page.evaluate((hash) => {
    window.probe.chunks.length = 0
    location.hash = hash
  }, `#/${route}&steps=6000&costEvery=6000&dataset.m=5000000`)
  await page.waitForFunction((last) => window.probe.chunks.some(({ step }) => step >= last), end, {
    timeout: 120_000,
  })
  const { first, last } = await page.evaluate((step) => {
    const { chunks } = window.probe
    return { first: chunks[0], last: chunks.find((chunk) => chunk.step >= step)! }
  }, end)
  const seconds = (last.at - first.at) / 1000
  bench.record({
    name: 'm = 5,000,000, 2-4-1, B = 1,000, in the page',
    measured: `one epoch, rows drawn as they come, from step ${first.step} to ${last.step}`,
    value: (seconds * end) / (last.step - first.step),
    unit: 's',
    atMost: 3,
  })
  bench.record({
    name: 'frames meanwhile',
    measured: `${last.frame - first.frame} in ${seconds.toFixed(2)} s`,
    value: (last.frame - first.frame) / seconds,
    unit: 'frames/s',
    atLeast: 58,
  })
  const after = await rendererMemory(browser)
  if (before && after)
    bench.record({
      name: 'memory of the page and its workers, at its highest',
      measured: `${Math.round(after.highest)} MB, ${Math.round(before.now)} MB with m = 512`,
      value: after.highest - before.now,
      unit: 'MB more',
      atMost: 200,
    })
  await page.context().close()
}

export default {
  title: 'the network, forward, backward and step',
  async run(bench) {
    await againstPlayground(bench, 'float64')
    await againstPlayground(bench, 'float32')
    await againstPeers(bench)
    againstNative(bench)
    fiveMillion(bench)
    await inThePage(bench)
  },
} satisfies Benchmark
