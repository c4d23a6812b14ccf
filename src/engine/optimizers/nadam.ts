// NAdam: Adam with Nesterov's look ahead, as PyTorch defines it. μ = β₁(1 − ½·0.96^(0.004t)) warms up, μ₊ is the next μ and
// M the product of all μ so far: w := w − α ((1 − μ)dW/(1 − M) + μ₊V/(1 − Mμ₊)) / √(Sc + ε). PyTorch: ε outside the root.
// T. Dozat, Incorporating Nesterov momentum into Adam, 2016; torch.optim.NAdam with momentum_decay 0.004.

import { ewa, nextPower } from '../ewa.ts'
import { power } from '../exact.ts'
import { fraction, s, squared } from '../formula.ts'
import { averageLine, correctionLine, rootWithEpsilon, stepLine } from './lines.ts'
import type { Optimizer } from './optimizer.ts'
import { quotient } from './quotient.ts'

/** 0.96^0.004: its powers fade the ½ out of μ. */
export const FADE = power(0.96, 0.004)

export const nadam: Optimizer = {
  label: { en: 'NAdam', zh: 'NAdam' },
  help: {
    en: 'Adam that looks one step ahead, as Nesterov’s momentum does.',
    zh: '像 Nesterov 动量那样向前多看一步的 Adam。',
  },
  citation: 'T. Dozat, Incorporating Nesterov momentum into Adam, ICLR workshop 2016; torch.optim.NAdam',
  week: false,
  formula: (convention) => [
    [s('mu'), ' = ', s('beta1'), { group: ['1 − ½', { group: ['0.96'], power: '0.004t' }] }],
    [s('muProduct'), ' := ', s('muProduct'), s('mu')],
    averageLine('V', 'beta1', s('dW')),
    averageLine('S', 'beta2', squared('dW')),
    correctionLine('Sc', 'S', 'beta2'),
    [
      s('Vc'),
      ' = ',
      fraction(['(1 − ', s('mu'), ')', s('dW')], ['1 − ', s('muProduct')]),
      ' + ',
      fraction([s('muNext'), s('V')], ['1 − ', s('muProduct'), s('muNext')]),
    ],
    stepLine(fraction([s('Vc')], rootWithEpsilon('Sc', convention))),
  ],
  alpha: 0.1,
  hundredfoldWithin: 141,
  slots: ['V', 'S'],
  running: { beta2Power: 1, muProduct: 1, fade: 1 },
  hyperparameters: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  step(w, dW, { V, S, beta2Power, muProduct, fade }, { beta1, beta2, epsilon, course }, alpha) {
    beta2Power[0] = nextPower(beta2Power[0], beta2)
    fade[0] = nextPower(fade[0], FADE)
    const mu = beta1 * (1 - 0.5 * fade[0])
    const muNext = beta1 * (1 - 0.5 * fade[0] * FADE)
    muProduct[0] = nextPower(muProduct[0], mu)
    const ofGradient = (1 - mu) / (1 - muProduct[0])
    const ofAverage = muNext / (1 - muProduct[0] * muNext)
    const correction = 1 - beta2Power[0]
    const inside = course ? epsilon : 0
    const outside = course ? 0 : epsilon
    for (let i = 0; i < w.length; i++) {
      V[i] = ewa(V[i], dW[i], beta1)
      S[i] = ewa(S[i], dW[i] * dW[i], beta2)
      const Vc = ofGradient * dW[i] + ofAverage * V[i]
      w[i] -= alpha * quotient(Vc, Math.sqrt(S[i] / correction + inside) + outside)
    }
  },
}
