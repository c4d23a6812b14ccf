// The numbers of an objective that a page offers as sliders, each declared once: its slider's range, the values that may be
// typed, what a value means. An entry of the registry names those that it has.

import type { Scale } from '../hyperparameters.ts'

export interface Range {
  readonly scale: Scale
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly whole?: boolean
  readonly unit?: string
  /** What may be typed beyond the slider. */
  readonly allowed: { readonly min?: number; readonly max?: number; readonly minOpen?: boolean }
}

export interface ObjectiveField {
  /** Its name among the interface's words for sliders, and among a lesson's controls. */
  readonly slider: string
  readonly control: string
  readonly range: Range
  /** What a value is: a share of the examples, or an angle. */
  readonly means?: 'examples' | 'degrees'
}

export const mostExamples = 5_000_000

const named = (control: string, range: Range, more: Partial<ObjectiveField> = {}): ObjectiveField => ({
  slider: control,
  control,
  range,
  ...more,
})

export const objectiveFields = {
  /** λ₂/λ₁ of the two curvatures. */
  curvature: named('kappa', {
    scale: 'log',
    min: 1,
    max: 1000,
    allowed: { min: 0, minOpen: true, max: 1e12 },
  }),
  angle: named(
    'angle',
    { scale: 'linear', min: -90, max: 90, step: 1, unit: '°', allowed: { min: -1e6, max: 1e6 } },
    { means: 'degrees' },
  ),
  m: named('m', {
    scale: 'log',
    min: 16,
    max: 100_000,
    whole: true,
    allowed: { min: 1, max: mostExamples },
  }),
  labelNoise: named('labelNoise', { scale: 'linear', min: 0, max: 3, step: 0.05, allowed: { min: 0 } }),
  mislabelled: named(
    'mislabelled',
    { scale: 'linear', min: 0, max: 0.5, step: 0.01, allowed: { min: 0, max: 1 } },
    { means: 'examples' },
  ),
  noise: named(
    'noise',
    { scale: 'linear', min: 0, max: 10, step: 0.1, allowed: { min: 0 } },
    { slider: 'surfaceNoise' },
  ),
  scale: named(
    'scale',
    { scale: 'log', min: 0.001, max: 1000, allowed: { min: 0 } },
    { slider: 'costScale' },
  ),
} as const satisfies Readonly<Record<string, ObjectiveField>>

/** Two curvatures need two examples at least. */
export const twoExamples: ObjectiveField = {
  ...objectiveFields.m,
  range: { ...objectiveFields.m.range, allowed: { min: 2, max: mostExamples } },
}

const { m, noise, scale } = objectiveFields
/** Of a surface whose examples are tilted. */
export const tiltedFields = { m, noise, scale }
