// The objectives in NumPy: J over a batch and its gradient. Random data are written into the script as numbers, so the
// only generator it needs is the one that shuffles.

import type { DescentExperiment, NetworkSpec, ObjectiveSpec } from '../experiment.ts'
import { createObjective } from '../objectives/create.ts'
import { createNetwork } from '../objectives/network.ts'
import { pythonGraph } from '../language/python.ts'
import { surfaceProgram } from '../language/surfaceProgram.ts'
import { unitTilts } from '../objectives/tilted.ts'

/** With more examples the script would be a data file. */
export const mostExamples = 20_000

const list = (values: ArrayLike<number>): string => `[${Array.from(values, String).join(', ')}]`

export interface PythonCost {
  /** Python code that defines `cost(w, batch)`, which returns J and dW. `batch` is None for all examples. */
  readonly code: readonly string[]
  /** The data it reads, by name, including `start`. */
  readonly data: Readonly<Record<string, string>>
  /** The number of examples. */
  readonly m: string
}

export function pythonCost(experiment: DescentExperiment): PythonCost {
  const { objective, seed } = experiment
  switch (objective.kind) {
    case 'bowl': {
      const { data, start } = createObjective(objective, seed)
      return leastSquares(objective.scale, {
        x: `np.array([${data!.x.map(list).join(', ')}]).T`,
        y: `np.array(${list(data!.y)})`,
        start: list(start),
      })
    }
    case 'leastSquares':
      return leastSquares(1, {
        x: `np.array(${JSON.stringify(objective.x)}, dtype=float)`,
        y: `np.array(${JSON.stringify(objective.y)}, dtype=float)`,
        start: list(new Float64Array(objective.x[0].length)),
      })
    case 'network':
      return network(objective, seed)
    default:
      return surface(objective, seed)
  }
}

const leastSquares = (scale: number, data: PythonCost['data']): PythonCost => ({
  code: [
    'def cost(w, batch):',
    '    xb, yb = (x, y) if batch is None else (x[batch], y[batch])',
    '    r = xb @ w - yb',
    `    return ${scale} * (r @ r) / (2 * len(yb)), ${scale} * (r @ xb) / len(yb)`,
    '',
  ],
  data,
  m: 'len(y)',
})

function surface(
  spec: Exclude<ObjectiveSpec, { kind: 'bowl' | 'leastSquares' | 'network' }>,
  seed: number,
): PythonCost {
  const noisy = spec.noise > 0
  const { plane, start } = createObjective({ ...spec, noise: 0 }, seed)
  const { source, constants } = plane!
  const { graph, value, gradient } = surfaceProgram(source)
  const named = Object.fromEntries((source.constants ?? []).map((name, i) => [name, `(${constants[i]})`]))
  const { lines, results } = pythonGraph(graph, [value, ...gradient], { x: 'x', y: 'y', ...named })
  const code = [
    'def surface(x, y):',
    ...lines.map((line) => `    ${line}`),
    `    return ${results[0]}, [${results[1]}, ${results[2]}]`,
    '',
    'def cost(w, batch):',
    '    J, dW = surface(w[0], w[1])',
    `    J, dW = ${spec.scale} * J, ${spec.scale} * np.array(dW)`,
    ...(noisy
      ? [
          '    if batch is not None:',
          '        # Each example sees the surface tilted; the tilts sum to 0.',
          '        tilt = tilts[batch].mean(axis=0)',
          '        J, dW = J + tilt @ w, dW + tilt',
        ]
      : []),
    '    return J, dW',
    '',
  ]
  const tilts = ['tilt0', 'tilt1'].map((name) => list(unitTilts(spec.m, seed, name)))
  return {
    code,
    data: {
      ...(noisy && { tilts: `${spec.noise} * np.array([${tilts.join(', ')}]).T` }),
      start: list(start),
    },
    m: String(spec.m),
  }
}

function network(spec: NetworkSpec, seed: number): PythonCost {
  const { dataset, architecture, start } = createNetwork(spec, seed)
  const { x, y } = { x: dataset.x, y: dataset.y }
  const outputs = spec.layers[spec.layers.length - 1]
  const inputs = spec.layers[0]
  const hidden = {
    tanh: ['A = np.tanh(Z)', '(1 - A**2)'],
    relu: ['A = np.maximum(Z, 0)', '(A > 0)'],
    sigmoid: ['A = 1 / (1 + np.exp(-Z))', '(A * (1 - A))'],
  }[spec.activation]
  const last = {
    linear: ['L = 0.5 * ((Z - yb)**2).sum() / B', 'dZ = (Z - yb) / B'],
    sigmoid: ['L = (np.logaddexp(0, Z) - yb * Z).sum() / B', 'dZ = (np.exp(-np.logaddexp(0, -Z)) - yb) / B'],
    softmax: [
      'Z = Z - Z.max(axis=1, keepdims=True)',
      'P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)',
      'labels = yb[:, 0].astype(int)',
      'L = -(Z[np.arange(B), labels] - np.log(np.exp(Z).sum(axis=1))).sum() / B',
      'dZ = P',
      'dZ[np.arange(B), labels] -= 1',
      'dZ = dZ / B',
    ],
  }[architecture.output]
  const code = [
    `layers = [${spec.layers.join(', ')}]`,
    `lam = ${spec.lambda}`,
    '',
    'def cost(w, batch):',
    '    xb, yb = (x, y) if batch is None else (x[batch], y[batch])',
    '    B, at, W, b, As = len(xb), 0, [], [], [xb]',
    '    for n0, n1 in zip(layers, layers[1:]):',
    '        W.append(w[at:at + n1 * n0].reshape(n1, n0)); at += n1 * n0',
    '        b.append(w[at:at + n1]); at += n1',
    '    for l in range(len(W)):',
    '        Z = As[-1] @ W[l].T + b[l]',
    '        if l < len(W) - 1:',
    `            ${hidden[0]}`,
    '            As.append(A)',
    ...last.map((line) => `    ${line}`),
    '    J = L + lam / (2 * B) * sum((one**2).sum() for one in W)',
    '    parts = []',
    '    for l in reversed(range(len(W))):',
    '        dWl = dZ.T @ As[l] + lam / B * W[l]',
    '        parts.append(np.concatenate([dWl.ravel(), dZ.sum(axis=0)]))',
    '        if l > 0:',
    '            A = As[l]',
    `            dZ = (dZ @ W[l]) * ${hidden[1]}`,
    '    return J, np.concatenate(parts[::-1])',
    '',
  ]
  return {
    code,
    data: {
      x: `np.array(${list(x)}).reshape(-1, ${inputs})`,
      y: `np.array(${list(y)}, dtype=float).reshape(-1, ${architecture.output === 'linear' ? outputs : 1})`,
      start: list(start),
    },
    m: 'len(x)',
  }
}
