// An entry of the registry of objectives: what menus, sliders and help show for one kind.

import type { ObjectiveKind, ObjectiveSpec, PlainSurfaceSpec } from '../experiment.ts'
import type { Formula } from '../formula.ts'
import type { PlainSurfaceKind } from '../surfaces/index.ts'
import type { Words } from '../words.ts'
import type { ObjectiveField } from './fields.ts'

type SpecOf<K extends ObjectiveKind> = K extends PlainSurfaceKind
  ? PlainSurfaceSpec & { readonly kind: K }
  : Extract<ObjectiveSpec, { kind: K }>

export interface ObjectiveEntry<K extends ObjectiveKind = ObjectiveKind> {
  readonly label: Words
  readonly help: Words
  readonly formula: readonly Formula[]
  readonly group: 'data' | 'surface' | 'network'
  /** The course's objectives come first in the menu. The others are under "More". */
  readonly featured?: true
  /** The numbers that a page offers as sliders, by their names in the experiment file and in this order. */
  readonly fields: Readonly<Record<string, ObjectiveField>>
  /** The spec that choosing this objective in a menu sets. */
  defaultSpec(): SpecOf<K>
}
