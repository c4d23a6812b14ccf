// Between addresses, documents and what this device keeps of them: one codec a lab, read with the experiment's rules,
// written against the route's own document. A first visit needs none, so a codec is loaded when an address or the device's
// memory says more than the route, or after the first picture.

import type { Experiment } from '../engine/experiment.ts'
import { validate } from '../engine/validate.ts'
import type { Words } from '../engine/words.ts'
import type { FormulaDraft } from './formulaDraft.ts'
import { experimentFrom, leftOut, linkOf, noticeText, stepNotice, type LinkView } from './link.ts'

/** A route's own document; a lesson has one a step. */
export interface RoutePreset<Preset> {
  /** A lesson's step: its number in addresses, which stays when steps before it come or go. */
  readonly number?: number
  /** What this device shows instead: a lesson's step whose prediction was answered shows what it revealed. The address is
   *  still written against the preset itself. */
  opens?(): Preset | undefined
}

/** A route's documents in an address. */
export interface Place<Preset> {
  readonly route: string
  readonly steps: readonly Preset[]
  /** Parameters that the route reads itself. */
  readonly names: readonly string[]
  readonly view: LinkView
  readonly draft?: FormulaDraft | undefined
}

export interface Opened<Document, Preset> {
  readonly preset: Preset
  readonly document: Document
  readonly view: LinkView
  /** What could not be used, in both languages. */
  readonly fault: Words | undefined
  readonly draft?: FormulaDraft | undefined
}

export interface Codec<Document, Preset> {
  /** What an address makes of a route's documents; `stored` is what this device kept for exactly this address. */
  opened(
    search: string,
    steps: readonly Preset[],
    names: readonly string[],
    stored: unknown,
  ): Opened<Document, Preset>
  /** The document that an address is written against. */
  presetOf(document: Document, place: Place<Preset>): Preset
  /** The address of a document; `step` is the cursor's step, if it differs from the preset's. */
  hashOf(document: Document, place: Place<Preset>, step: number | undefined): string
  /** Names of fields that the address cannot hold. */
  leftOut(document: Document, place: Place<Preset>): readonly string[]
}

export interface CodecParts<Document, Preset> {
  /** The lesson's step of a document, from 0. */
  readonly at: (document: Document) => number
  /** The preset of a step, by what the address says of it or by what the document has become. */
  readonly presetIn?: (step: Preset, now: string | Document) => Preset
  /** The experiment that an address is read against. */
  readonly base: (preset: Preset, search?: string) => Experiment
  readonly read: (experiment: Experiment, preset: Preset, view: LinkView) => Document
  readonly write: (document: Document, preset: Preset) => Experiment
  /** What was kept, if it is whole. */
  readonly restored: (
    experiment: Experiment,
    view: unknown,
    preset: Preset,
    link: LinkView,
  ) => Document | undefined
  /** What else the address says. */
  readonly finish?: (
    link: string,
    preset: Preset,
    document: Document,
    draft: FormulaDraft | undefined,
  ) => string
}

export function createCodec<Document, Preset extends RoutePreset<Preset>>(
  parts: CodecParts<Document, Preset>,
): Codec<Document, Preset> {
  const { presetIn = (step) => step } = parts
  const namesOf = (steps: readonly Preset[], names: readonly string[]): readonly string[] =>
    steps.length > 1 ? ['at', ...names] : names
  const numberOf = (steps: readonly Preset[], at: number): string => String(steps[at]?.number ?? at + 1)

  /** The step that an address names, from 0; the first where it names none that there is. */
  function stepIn(search: string, steps: readonly Preset[], names: readonly string[]): number {
    const { at } = experimentFrom(search, parts.base(steps[0]), namesOf(steps, names)).view.own ?? {}
    return Math.max(
      0,
      steps.findIndex((_, step) => numberOf(steps, step) === at),
    )
  }

  function restored(stored: unknown, preset: Preset, link: LinkView): Document | undefined {
    if (typeof stored !== 'object' || stored === null) return undefined
    const { experiment, view } = stored as { experiment?: unknown; view?: unknown }
    const result = validate(experiment)
    return result.ok ? parts.restored(result.experiment, view, preset, link) : undefined
  }

  const presetOf = (document: Document, { steps }: Place<Preset>): Preset =>
    presetIn(steps[parts.at(document)] ?? steps[0], document)

  return {
    presetOf,
    opened(search, steps, names, stored) {
      const preset = presetIn(steps[stepIn(search, steps, names)], search)
      const { experiment, view, draft, ...read } = experimentFrom(
        search,
        parts.base(preset, search),
        namesOf(steps, names),
      )
      const document = restored(stored, preset, view)
      if (document) return { preset, document, view, fault: undefined, draft }
      const notices = [...stepNotice(view.own?.at, steps), ...read.notices]
      const fault = notices.length > 0 ? noticeText(notices) : undefined
      return { preset, document: parts.read(experiment, preset, view), view, fault, draft }
    },
    hashOf(document, place, step) {
      const preset = presetOf(document, place)
      const at = parts.at(document)
      const { step: _, play: __, own = {}, ...view } = place.view
      const { at: ___, ...others } = own
      const link = linkOf(parts.write(document, preset), parts.base(preset), {
        ...view,
        own: at > 0 ? { at: numberOf(place.steps, at), ...others } : others,
        ...(step !== undefined && { step }),
      })
      const search = parts.finish?.(link, preset, document, place.draft) ?? link
      return search === '' ? `#/${place.route}` : `#/${place.route}?${search}`
    },
    leftOut: (document, place) => {
      const preset = presetOf(document, place)
      return leftOut(parts.write(document, preset), parts.base(preset))
    },
  }
}
