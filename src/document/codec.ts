// Between addresses, documents and what this device keeps of them: one codec a lab, read with the experiment's rules,
// written against the route's own document. A first visit needs none, so a codec is loaded when an address or the device's
// memory says more than the route, or after the first picture.

import type { Experiment } from '../engine/experiment.ts'
import { validate } from '../engine/validate.ts'
import type { Words } from '../engine/words.ts'
import type { FormulaDraft } from './formulaDraft.ts'
import { experimentFrom, leftOut, linkOf, noticeText, stepNotice, type LinkView } from './link.ts'

/** A route's own document; a lesson has one a step. */
export interface RouteHome<Home> {
  /** A lesson's step: its number in addresses, which stays when steps before it come or go. */
  readonly number?: number
  /** What this device shows instead: a lesson's step whose prediction was answered shows what it revealed. The address is
   *  still written against the home itself. */
  opens?(): Home | undefined
}

/** A route's documents in an address. */
export interface Place<Home> {
  readonly route: string
  readonly steps: readonly Home[]
  /** Parameters that the route reads itself. */
  readonly names: readonly string[]
  readonly view: LinkView
  readonly draft?: FormulaDraft | undefined
}

export interface Opened<Document, Home> {
  readonly home: Home
  readonly document: Document
  readonly view: LinkView
  /** What could not be used, in both languages. */
  readonly fault: Words | undefined
  readonly draft?: FormulaDraft | undefined
}

export interface Codec<Document, Home> {
  /** What an address makes of a route's documents; `stored` is what this device kept for exactly this address. */
  opened(
    search: string,
    steps: readonly Home[],
    names: readonly string[],
    stored: unknown,
  ): Opened<Document, Home>
  /** The document that an address is written against. */
  homeOf(document: Document, place: Place<Home>): Home
  /** The address of a document; `step` is the cursor's step, if it differs from the preset's. */
  hashOf(document: Document, place: Place<Home>, step: number | undefined): string
  /** Names of fields that the address cannot hold. */
  leftOut(document: Document, place: Place<Home>): readonly string[]
}

export interface CodecParts<Document, Home> {
  /** The lesson's step of a document, from 0. */
  readonly at: (document: Document) => number
  /** The home of a step, by what the address says of it or by what the document has become. */
  readonly homeIn?: (step: Home, now: string | Document) => Home
  /** The experiment that an address is read against. */
  readonly base: (home: Home, search?: string) => Experiment
  readonly read: (experiment: Experiment, home: Home, view: LinkView) => Document
  readonly write: (document: Document, home: Home) => Experiment
  /** What was kept, if it is whole. */
  readonly restored: (
    experiment: Experiment,
    view: unknown,
    home: Home,
    link: LinkView,
  ) => Document | undefined
  /** What else the address says. */
  readonly finish?: (link: string, home: Home, document: Document, draft: FormulaDraft | undefined) => string
}

export function createCodec<Document, Home extends RouteHome<Home>>(
  parts: CodecParts<Document, Home>,
): Codec<Document, Home> {
  const { homeIn = (step) => step } = parts
  const namesOf = (steps: readonly Home[], names: readonly string[]): readonly string[] =>
    steps.length > 1 ? ['at', ...names] : names
  const numberOf = (steps: readonly Home[], at: number): string => String(steps[at]?.number ?? at + 1)

  /** The step that an address names, from 0; the first where it names none that there is. */
  function stepIn(search: string, steps: readonly Home[], names: readonly string[]): number {
    const { at } = experimentFrom(search, parts.base(steps[0]), namesOf(steps, names)).view.own ?? {}
    return Math.max(
      0,
      steps.findIndex((_, step) => numberOf(steps, step) === at),
    )
  }

  function restored(stored: unknown, home: Home, link: LinkView): Document | undefined {
    if (typeof stored !== 'object' || stored === null) return undefined
    const { experiment, view } = stored as { experiment?: unknown; view?: unknown }
    const result = validate(experiment)
    return result.ok ? parts.restored(result.experiment, view, home, link) : undefined
  }

  const homeOf = (document: Document, { steps }: Place<Home>): Home =>
    homeIn(steps[parts.at(document)] ?? steps[0], document)

  return {
    homeOf,
    opened(search, steps, names, stored) {
      const home = homeIn(steps[stepIn(search, steps, names)], search)
      const { experiment, view, draft, ...read } = experimentFrom(
        search,
        parts.base(home, search),
        namesOf(steps, names),
      )
      const document = restored(stored, home, view)
      if (document) return { home, document, view, fault: undefined, draft }
      const notices = [...stepNotice(view.own?.at, steps), ...read.notices]
      const fault = notices.length > 0 ? noticeText(notices) : undefined
      return { home, document: parts.read(experiment, home, view), view, fault, draft }
    },
    hashOf(document, place, step) {
      const home = homeOf(document, place)
      const at = parts.at(document)
      const { step: _, play: __, own = {}, ...view } = place.view
      const { at: ___, ...others } = own
      const link = linkOf(parts.write(document, home), parts.base(home), {
        ...view,
        own: at > 0 ? { at: numberOf(place.steps, at), ...others } : others,
        ...(step !== undefined && { step }),
      })
      const search = parts.finish?.(link, home, document, place.draft) ?? link
      return search === '' ? `#/${place.route}` : `#/${place.route}?${search}`
    },
    leftOut: (document, place) => {
      const home = homeOf(document, place)
      return leftOut(parts.write(document, home), parts.base(home))
    },
  }
}
