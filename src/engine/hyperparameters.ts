// Declares each number of an optimizer once: its symbol, range, scale and names. Sliders, links, validation, help and
// tests all read this table.

import type { HyperparameterName } from './runSettings.ts'
import type { Words } from './words.ts'

/** How a slider spreads its range: β by log(1 − β), α by log α. */
export type Scale = 'linear' | 'log' | 'logOneMinus' | 'powersOfTwo'

export interface Hyperparameter {
  readonly symbol: string
  /** Accessible name of its slider and text box. */
  readonly label: Words
  readonly scale: Scale
  /** The slider's range. A typed number may exceed it, within what the experiment file allows. */
  readonly min: number
  readonly max: number
  /** An experiment file allows values ≥ 0, and below 1 if this is set. */
  readonly belowOne: boolean
}

export const hyperparameters: Readonly<Record<HyperparameterName, Hyperparameter>> = {
  beta: {
    symbol: 'β',
    label: { en: 'Momentum β', zh: '动量 β' },
    scale: 'logOneMinus',
    min: 0,
    max: 0.999,
    belowOne: true,
  },
  beta1: {
    symbol: 'β₁',
    label: { en: 'β₁', zh: 'β₁' },
    scale: 'logOneMinus',
    min: 0,
    max: 0.999,
    belowOne: true,
  },
  beta2: {
    symbol: 'β₂',
    label: { en: 'β₂', zh: 'β₂' },
    scale: 'logOneMinus',
    min: 0,
    max: 0.9999,
    belowOne: true,
  },
  rho: { symbol: 'ρ', label: { en: 'ρ', zh: 'ρ' }, scale: 'logOneMinus', min: 0, max: 0.999, belowOne: true },
  epsilon: { symbol: 'ε', label: { en: 'ε', zh: 'ε' }, scale: 'log', min: 1e-12, max: 1, belowOne: false },
  weightDecay: {
    symbol: 'λ',
    label: { en: 'Weight decay', zh: '权重衰减' },
    scale: 'log',
    min: 1e-5,
    max: 1,
    belowOne: false,
  },
}
