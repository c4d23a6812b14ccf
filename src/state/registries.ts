// The engine's registries on the page: names of optimizers, starts and views of surfaces. The first visit's two runs in
// a valley do not need them. They load after the first picture, or before a document that needs them opens.

import { create } from 'zustand'
import { retried } from '../fetch/retried.ts'
import type { DescentExperiment } from '../engine/experiment.ts'
import type { OptimizerKey } from '../engine/optimizers/index.ts'
import type { Traits } from '../engine/optimizers/optimizer.ts'
import type { PlainSurfaceKind } from '../engine/surfaces/index.ts'
import type { PlainSurface } from '../engine/surfaces/surface.ts'
import type { Words } from '../engine/words.ts'

export type Surfaces = Readonly<Record<PlainSurfaceKind, PlainSurface>>

interface KnownOptimizer {
  readonly label: Words
  readonly traits: Traits
}

interface Registries {
  readonly optimizers: Readonly<Record<OptimizerKey, KnownOptimizer>> | undefined
  readonly surfaces: Surfaces | undefined
}

export const useRegistries = create<Registries>()(() => ({ optimizers: undefined, surfaces: undefined }))

export async function loadRegistries(): Promise<void> {
  if (useRegistries.getState().surfaces) return
  const [{ optimizers }, { surfaces }] = await retried(() =>
    Promise.all([import('../engine/optimizers/index.ts'), import('../engine/surfaces/index.ts')]),
  )
  useRegistries.setState({ optimizers, surfaces })
}

/** What the first visit's runs need, equal to the registry. */
export const firstOptimizers: Readonly<Partial<Record<OptimizerKey, KnownOptimizer>>> = {
  gd: { label: { en: 'Gradient descent', zh: '梯度下降' }, traits: { scale: 'gradient', linear: 'plain' } },
  momentum: {
    label: { en: 'Momentum', zh: '动量' },
    traits: { scale: 'gradient', linear: 'heavyBall', sums: true },
  },
}

const known = (key: OptimizerKey): KnownOptimizer =>
  useRegistries.getState().optimizers?.[key] ??
  firstOptimizers[key] ?? { label: { en: key, zh: key }, traits: { scale: 'unknown' } }

export const labelOf = (key: OptimizerKey): Words => known(key).label
export const traitsOf = (key: OptimizerKey): Traits => known(key).traits

/** Returns the surface of a kind, or undefined if it is not one or the registry has not loaded. */
export const surfaceOf = (kind: string): PlainSurface | undefined =>
  useRegistries.getState().surfaces?.[kind as PlainSurfaceKind]

/** Kinds that can be drawn without the registry. */
const plain: readonly string[] = ['bowl', 'leastSquares', 'quadratic', 'expression', 'network']

/** Whether the page already has what it needs to show the document. */
export const isKnown = ({ experiment }: { readonly experiment: DescentExperiment }): boolean =>
  useRegistries.getState().surfaces !== undefined ||
  (plain.includes(experiment.objective.kind) &&
    experiment.runs.every((run) => run.name || run.optimizer in firstOptimizers))
