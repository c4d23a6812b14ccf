// The objectives in NumPy: J over a batch and its gradient. Random data are written into the script as numbers, so that
// it needs no generator of ours but the one that shuffles.

import type { DescentExperiment, NetworkSpec, ObjectiveSpec } from '../experiment.ts'
import { createObjective } from '../objectives/create.ts'
import { createNetwork } from '../objectives/network.ts'
import { unitTilts } from '../objectives/tilted.ts'

/** Beyond this a script would be a data file. */
export const mostExamples = 20_000

const list = (values: ArrayLike<number>): string => `[${Array.from(values, String).join(', ')}]`

/** Python that defines `m`, `start` and `cost(w, batch)`, which returns J and dW; `batch` is None for all examples. */
export function pythonCost(experiment: DescentExperiment): string[] {
  const { objective, seed } = experiment
  switch (objective.kind) {
    case 'bowl': {
      const { data, start } = createObjective(objective, seed)
      return [
        `x = np.array([${data!.x.map(list).join(', ')}]).T`,
        `y = np.array(${list(data!.y)})`,
        ...leastSquares(objective.scale),
        `start = ${list(start)}`,
      ]
    }
    case 'leastSquares':
      return [
        `x = np.array(${JSON.stringify(objective.x)}, dtype=float)`,
        `y = np.array(${JSON.stringify(objective.y)}, dtype=float)`,
        ...leastSquares(1),
        `start = ${list(new Float64Array(objective.x[0].length))}`,
      ]
    case 'network':
      return network(objective, seed)
    default:
      return surface(objective, seed)
  }
}

const leastSquares = (scale: number): string[] => [
  'm = len(y)',
  '',
  'def cost(w, batch):',
  '    xb, yb = (x, y) if batch is None else (x[batch], y[batch])',
  '    r = xb @ w - yb',
  `    return ${scale} * (r @ r) / (2 * len(yb)), ${scale} * (r @ xb) / len(yb)`,
  '',
]

const formulas: Readonly<Record<string, readonly string[]>> = {
  rosenbrock: [
    'return (1 - x)**2 + 100 * (y - x * x)**2, [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)]',
  ],
  himmelblau: [
    'a, b = x * x + y - 11, x + y * y - 7',
    'return a * a + b * b, [4 * x * a + 2 * b, 2 * a + 4 * y * b]',
  ],
  beale: [
    'a, b, c = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3',
    'return a * a + b * b + c * c, [',
    '    2 * (a * (y - 1) + b * (y**2 - 1) + c * (y**3 - 1)), 2 * x * (a + 2 * b * y + 3 * c * y**2)]',
  ],
  saddle: ['return 0.5 * x * x + 0.25 * (y * y - 1)**2, [x, y * (y * y - 1)]'],
  rastrigin: [
    'tau = 2 * np.pi',
    'return 20 + x * x - 10 * np.cos(tau * x) + y * y - 10 * np.cos(tau * y), [',
    '    2 * x + 10 * tau * np.sin(tau * x), 2 * y + 10 * tau * np.sin(tau * y)]',
  ],
  plateau: ['return 2 * x * x / (4 + x * x) + 0.1 * y * y, [16 * x / (4 + x * x)**2, 0.2 * y]'],
}

function surface(
  spec: Exclude<ObjectiveSpec, { kind: 'bowl' | 'leastSquares' | 'network' }>,
  seed: number,
): string[] {
  const noisy = spec.noise > 0
  const body =
    spec.kind === 'quadratic'
      ? [
          `turn = np.radians(${spec.angle})`,
          'c, s = np.cos(turn), np.sin(turn)',
          'u, v = c * x + s * y, c * y - s * x',
          `a, b = ${spec.curvature.join(', ')}`,
          'return 0.5 * (a * u * u + b * v * v), [a * u * c - b * v * s, a * u * s + b * v * c]',
        ]
      : spec.kind === 'expression'
        ? [
            `J = ${translated(spec.source)}`,
            'J = J if isinstance(J, Dual) else Dual(J)',
            'return J.v, [J.x, J.y]',
          ]
        : formulas[spec.kind]
  const inner = spec.kind === 'expression' ? ['x, y = Dual(x, 1.0, 0.0), Dual(y, 0.0, 1.0)', ...body] : body
  return [
    ...(spec.kind === 'expression' ? dual : []),
    `m = ${spec.m}`,
    ...(noisy
      ? [
          '# Each example sees the surface tilted; the tilts sum to 0.',
          `tilts = ${spec.noise} * np.array([${['tilt0', 'tilt1'].map((name) => list(unitTilts(spec.m, seed, name))).join(', ')}]).T`,
        ]
      : []),
    '',
    'def surface(x, y):',
    ...inner.map((line) => `    ${line}`),
    '',
    'def cost(w, batch):',
    '    J, dW = surface(w[0], w[1])',
    `    J, dW = ${spec.scale} * J, ${spec.scale} * np.array(dW)`,
    ...(noisy
      ? [
          '    if batch is not None:',
          '        tilt = tilts[batch].mean(axis=0)',
          '        J, dW = J + tilt @ w, dW + tilt',
        ]
      : []),
    '    return J, dW',
    '',
    `start = ${list(createObjective({ ...spec, noise: 0 }, seed).start)}`,
  ]
}

/** A typed formula as Python: the same binding of ^, the same names. */
export function translated(source: string): string {
  return source
    .normalize('NFKC')
    .replace(/[−–]/g, '-')
    .replace(/[·×]/g, '*')
    .replace(/÷/g, '/')
    .replace(/π/g, 'pi')
    .replace(/\^/g, '**')
    .replace(/(?<![\w.])(\d+\.?\d*|\.\d+)(e[+-]?\d+)?/gi, (number) =>
      /^\d+$/.test(number) ? `${number}.0` : number,
    )
    .replace(/\s+/g, ' ')
    .trim()
}

const dual = [
  '# Exact derivatives: a number carries its derivatives along x and y.',
  'class Dual:',
  '    def __init__(self, v, x=0.0, y=0.0):',
  '        self.v, self.x, self.y = np.float64(v), x, y',
  '    def chain(self, v, d):',
  '        return Dual(v, d * self.x if self.x != 0 else 0.0, d * self.y if self.y != 0 else 0.0)',
  '    def __neg__(a): return a.chain(-a.v, -1)',
  '    def __add__(a, b): b = of(b); return Dual(a.v + b.v, a.x + b.x, a.y + b.y)',
  '    def __mul__(a, b): b = of(b); return Dual(a.v * b.v, a.x * b.v + a.v * b.x, a.y * b.v + a.v * b.y)',
  '    def __sub__(a, b): return a + -of(b)',
  '    def __truediv__(a, b): b = of(b); return a * b.chain(1 / b.v, -1 / b.v**2)',
  '    def __radd__(a, b): return of(b) + a',
  '    def __rmul__(a, b): return of(b) * a',
  '    def __rsub__(a, b): return of(b) - a',
  '    def __rtruediv__(a, b): return of(b) / a',
  '    def __rpow__(a, b): return of(b)**a',
  '    def __pow__(a, b):',
  '        b = of(b)',
  '        if b.x == 0 and b.y == 0:',
  '            return a.chain(a.v**b.v, b.v * a.v**(b.v - 1) if b.v != 0 else 0.0)',
  '        return exp(b * log(a))',
  '',
  'def of(a): return a if isinstance(a, Dual) else Dual(a)',
  'def exp(a): a = of(a); return a.chain(np.exp(a.v), np.exp(a.v))',
  'def log(a): a = of(a); return a.chain(np.log(a.v), 1 / a.v)',
  'def sqrt(a): a = of(a); return a.chain(np.sqrt(a.v), 0.5 / np.sqrt(a.v))',
  'def sin(a): a = of(a); return a.chain(np.sin(a.v), np.cos(a.v))',
  'def cos(a): a = of(a); return a.chain(np.cos(a.v), -np.sin(a.v))',
  'def tan(a): a = of(a); return a.chain(np.tan(a.v), 1 + np.tan(a.v)**2)',
  'def tanh(a): a = of(a); return a.chain(np.tanh(a.v), 1 - np.tanh(a.v)**2)',
  'def abs(a): a = of(a); return a.chain(np.abs(a.v), np.sign(a.v))',
  'def min(a, b): a, b = of(a), of(b); return b if b.v < a.v else a',
  'def max(a, b): a, b = of(a), of(b); return b if b.v > a.v else a',
  'pi, e = Dual(np.pi), Dual(np.e)',
  '',
]

function network(spec: NetworkSpec, seed: number): string[] {
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
  return [
    `layers = [${spec.layers.join(', ')}]`,
    `x = np.array(${list(x)}).reshape(-1, ${inputs})`,
    `y = np.array(${list(y)}, dtype=float).reshape(-1, ${architecture.output === 'linear' ? outputs : 1})`,
    'm = len(x)',
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
    `start = ${list(start)}`,
  ]
}
