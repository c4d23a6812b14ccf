// Reads and writes addresses: reads them by the experiment's rules, writes them relative to the route's own document. A
// first visit does not need this code. It loads after the first picture, or at once if the address or the device's
// storage has more than the route.

import { validate } from '../engine/validate.ts'
import type { DescentExperiment } from '../engine/experiment.ts'
import { networkHome } from '../panels/network/networkHome.ts'
import type { Document, Home } from '../state/experiment.ts'
import { draftOf, type FormulaDraft } from '../document/formulaDraft.ts'
import { join, split } from '../document/link/syntax.ts'
import {
  experimentFrom,
  leftOut as leftOutOf,
  linkOf,
  noticeText,
  stepNotice,
  type LinkView,
} from '../document/link.ts'
import { viewFrom } from '../state/storedView.ts'

/** A route's document in an address. A lesson has one per step. */
export interface Place {
  readonly route: string
  readonly steps: readonly Home[]
  readonly view: LinkView
  readonly draft?: FormulaDraft | undefined
}

export interface Opened {
  readonly home: Home
  readonly document: Document
  readonly view: LinkView
  /** What could not be used, in both languages. */
  readonly fault: ReturnType<typeof noticeText> | undefined
  readonly draft?: FormulaDraft | undefined
}

/** Applies an address to a route's documents. `stored` is what this device stored for exactly this address. */
export function opened(search: string, steps: readonly Home[], stored: unknown): Opened {
  const home = ofObjective(steps[stepIn(search, steps)], /(^|&)objective=network(&|$)/.test(search))
  const read = experimentFrom(
    search,
    home.form?.homeFor?.(search) ?? home.form?.home ?? home.experiment,
    stepNames(steps),
  )
  const { experiment, view, draft } = read
  const notices = [...stepNotice(view.own?.at, steps), ...read.notices]
  const kept = restored(stored, home)
  if (kept) return { home, document: kept, view, fault: undefined, draft }
  const document = home.form?.read(experiment, home.view) ?? {
    experiment: experiment as DescentExperiment,
    view: home.view,
  }
  return { home, document, view, fault: notices.length > 0 ? noticeText(notices) : undefined, draft }
}

/** A route may open another document for a network. */
const ofObjective = (home: Home, network: boolean): Home => (network && home.network ? networkHome : home)

const stepNames = (steps: readonly Home[]): string[] => (steps.length > 1 ? ['at'] : [])

/** Returns the lesson's step named by an address, from 0. Defaults to the first. */
function stepIn(search: string, steps: readonly Home[]): number {
  const { at } = experimentFrom(search, steps[0].experiment, stepNames(steps)).view.own ?? {}
  return Math.max(
    0,
    steps.findIndex(({ number }, place) => String(number ?? place + 1) === at),
  )
}

/** Restores stored own data, hidden runs and swapped axes, unless they are damaged. */
function restored(stored: unknown, home: Home): Document | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const { experiment, view } = stored as { experiment?: unknown; view?: unknown }
  const result = validate(experiment)
  if (!result.ok || result.experiment.lab !== 'descent') return undefined
  const document = { experiment: result.experiment, view: viewFrom(view) }
  if (home.form && !validate(home.form.write(document)).ok) return undefined
  return document
}

/** Returns the document that an address is relative to. Undo may have gone back to another step of the lesson. */
export function homeOf({ experiment, view }: Document, { steps }: Place): Home {
  return ofObjective(steps[view.at] ?? steps[0], experiment.objective.kind === 'network')
}

/** Returns the address of a document. `step` is the cursor's, if it differs from the document's own. */
export function hashOf(document: Document, place: Place, step: number | undefined): string {
  const { experiment, view } = document
  const home = homeOf(document, place)
  const { step: _, play: __, own: ___, ...kept } = place.view
  const at = view.at > 0 ? { own: { at: String(place.steps[view.at]?.number ?? view.at + 1) } } : {}
  const shown = home.form?.write(document) ?? experiment
  const own = linkOf(shown, home.form?.home ?? home.experiment, {
    ...kept,
    ...at,
    ...(step !== undefined && { step }),
  })
  const link = withFormula(own, draftOf(place.draft, experiment.objective))
  // The network's own document is identified by this parameter, even if nothing differs from it.
  const network = home === networkHome && !/(^|&)objective=/.test(link)
  const search = [...(network ? ['objective=network'] : []), ...(link === '' ? [] : [link])].join('&')
  return search === '' ? `#/${place.route}` : `#/${place.route}?${search}`
}

/** Writes a formula that did not parse in place of its replacement. */
function withFormula(link: string, source: string | undefined): string {
  if (source === undefined) return link
  return join([...split(link).filter(([name]) => name !== 'source'), ['source', source]])
}

/** Returns the names of fields that do not fit into the address. */
export const leftOut = (document: Document, place: Place): readonly string[] =>
  leftOutOf(document.experiment, homeOf(document, place).experiment)
