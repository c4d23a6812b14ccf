// A route's session: the address becomes the document, the document becomes the address when at rest, and the device
// keeps what is too large for an address, so that a reload loses nothing.

import { create } from 'zustand'
import { validate } from '../engine/validate.ts'
import type { DescentExperiment } from '../engine/experiment.ts'
import { currentLanguage, inLanguage, setLanguage } from '../i18n/index.ts'
import { addressRead, writeAddress } from '../state/address.ts'
import { openDocument, useExperiment, type Document, type Home } from '../state/experiment.ts'
import {
  experimentFrom,
  leftOut as leftOutOf,
  linkOf,
  noticeText,
  splitHash,
  type LinkView,
} from '../state/link.ts'
import { notify } from '../state/notice.ts'
import { cursor, lastStep, moveTo, play, setSpeed, usePlayback } from '../state/playback.ts'
import { viewFrom } from '../state/storedView.ts'
import { applyTheme, setPresenting } from './theme.ts'

const storageKey = 'ravine.session'
const atRest = 400

interface Stored {
  readonly hash: string
  readonly experiment: unknown
  readonly view: unknown
}

/** The route whose document is on show. */
export const useOpened = create<{ readonly route: string | undefined }>()(() => ({ route: undefined }))

let route = ''
let home: Home | undefined
/** A lesson's own documents, one a step: the address is written against the one that the view stands at. */
let steps: readonly Home[] = []
let linkView: LinkView = {}
let timer: ReturnType<typeof setTimeout> | undefined

/** What the address says of the page itself: embed, hide, … */
export const pageView = (): LinkView => linkView

/** Opens a route with its own document (a lesson: one a step), and what the address makes of it. */
export function openSession(name: string, routeHome: Home | readonly Home[]): void {
  route = name
  addressRead()
  steps = isSteps(routeHome) ? routeHome : [routeHome]
  const { search } = splitHash(location.hash)
  const own = ofObjective(steps[stepIn(search)], /(^|&)objective=network(&|$)/.test(search))
  home = own
  const { experiment, view, notices } = experimentFrom(
    search,
    own.form?.homeFor?.(search) ?? own.form?.home ?? own.experiment,
    stepNames(),
  )
  linkView = view
  if (view.lang) setLanguage(view.lang)
  if (view.theme) applyTheme(view.theme)
  if (view.present !== undefined) setPresenting(view.present)
  const stored = restore()
  const fresh = own.form?.read(experiment, own.view)
  const document = stored ?? fresh ?? { experiment: experiment as DescentExperiment, view: own.view }
  openDocument(own, document)
  usePlayback.setState({ playing: false })
  if (own.speed) setSpeed(own.speed)
  moveTo(view.step ?? (view.play ? 0 : (own.cursor ?? lastStep())))
  cursor.step = 0
  if (view.play) play()
  notify(notices.length > 0 ? inLanguage(noticeText(notices), currentLanguage()) : null)
  useOpened.setState({ route: name })
}

/** A route may open with another document of its own where a network is trained. */
const ofObjective = (own: Home, network: boolean): Home => (network && own.network ? own.network : own)

const isSteps = (home: Home | readonly Home[]): home is readonly Home[] => Array.isArray(home)
const stepNames = (): string[] => (steps.length > 1 ? ['at'] : [])

/** The lesson's step that an address names, from 0; the first where it names none that there is. */
function stepIn(search: string): number {
  const { at } = experimentFrom(search, steps[0].experiment, stepNames()).view.own ?? {}
  const step = Number(at ?? 1) - 1
  return steps[step] ? step : 0
}

/** The document that the address is written against: undo may have gone back to another step of the lesson. */
function homeNow(): Home | undefined {
  if (!home) return undefined
  const { experiment, view } = useExperiment.getState()
  const own = ofObjective(steps[view.at] ?? steps[0], experiment.objective.kind === 'network')
  if (own !== home) {
    home = own
    useExperiment.setState({ home: own })
  }
  return own
}

/** What this device kept for exactly this address: own data, hidden runs, swapped axes. */
function restore(): Document | undefined {
  try {
    const text = sessionStorage.getItem(storageKey) ?? localStorage.getItem(storageKey)
    const stored = text === null ? undefined : (JSON.parse(text) as Stored)
    if (!stored || stored.hash !== location.hash || location.hash === '') return undefined
    const result = validate(stored.experiment)
    if (!result.ok || result.experiment.lab !== 'descent') return undefined
    const document = { experiment: result.experiment, view: viewFrom(stored.view) }
    if (home?.form && !validate(home.form.write(document)).ok) return undefined
    return document
  } catch {
    return undefined
  }
}

/** The address of the document as it stands. */
export function currentHash(withStep: boolean): string {
  const { experiment, view } = useExperiment.getState()
  const own = homeNow()
  if (!own) return location.hash
  const step = withStep && cursor.target !== (own.cursor ?? lastStep()) ? cursor.target : undefined
  const { step: _, play: __, own: ___, ...kept } = linkView
  const at = view.at > 0 ? { own: { at: String(view.at + 1) } } : {}
  const shown = own.form?.write({ experiment, view }) ?? experiment
  const link = linkOf(shown, own.form?.home ?? own.experiment, {
    ...kept,
    ...at,
    ...(step !== undefined && { step }),
  })
  // The network's own document is found by this parameter, even where nothing differs from it.
  const network = own !== (steps[view.at] ?? steps[0]) && !/(^|&)objective=/.test(link)
  const search = [...(network ? ['objective=network'] : []), ...(link === '' ? [] : [link])].join('&')
  return search === '' ? `#/${route}` : `#/${route}?${search}`
}

/** Names of fields that the address cannot hold. */
export function leftOut(): readonly string[] {
  const own = homeNow()
  return own ? leftOutOf(useExperiment.getState().experiment, own.experiment) : []
}

function write(): void {
  timer = undefined
  if (!home) return
  if (!writeAddress(currentHash(true))) return
  const { experiment, view } = useExperiment.getState()
  const stored: Stored = { hash: location.hash, experiment, view }
  try {
    const text = JSON.stringify(stored)
    sessionStorage.setItem(storageKey, text)
    localStorage.setItem(storageKey, text)
  } catch {
    // Too large, or no storage: the address still holds all but the data.
  }
}

/** Writes the address soon; many changes make one write (WebKit allows 100 in 30 seconds). */
export function writeSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(write, atRest)
}

/** Leaves the route: nothing more is written for it. */
export function closeSession(): void {
  clearTimeout(timer)
  home = undefined
  useOpened.setState({ route: undefined })
}

/** Writes the address at once, before the page goes. */
export function writeNow(): void {
  if (timer !== undefined) {
    clearTimeout(timer)
    write()
  }
}
