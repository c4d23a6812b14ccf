// A route's session: the address becomes the document, the document becomes the address when at rest, and the device
// keeps what is too large for an address, so that a reload loses nothing.

import { validate } from '../engine/validate.ts'
import type { DescentExperiment } from '../engine/experiment.ts'
import { currentLanguage, inLanguage, setLanguage } from '../i18n/index.ts'
import { openDocument, plainView, useExperiment, type Document, type View } from '../state/experiment.ts'
import {
  experimentFrom,
  leftOut as leftOutOf,
  linkOf,
  noticeText,
  splitHash,
  type LinkView,
} from '../state/link.ts'
import { notify } from '../state/notice.ts'
import { cursor, lastStep, moveTo, play, usePlayback } from '../state/playback.ts'
import { applyTheme, setPresenting } from './theme.ts'

const storageKey = 'ravine.session'
const atRest = 400

interface Stored {
  readonly hash: string
  readonly experiment: unknown
  readonly view: View
}

let route = ''
let home: Document | undefined
let linkView: LinkView = {}
let timer: ReturnType<typeof setTimeout> | undefined
let written = ''

/** What the address says of the page itself: embed, hide, … */
export const pageView = (): LinkView => linkView

/** Opens a route with its own document, and what the address makes of it. */
export function openSession(name: string, own: Document): void {
  route = name
  home = own
  const { search } = splitHash(location.hash)
  const read = experimentFrom(search, own.experiment)
  const { experiment, view, notices } = read
  linkView = view
  if (view.lang) setLanguage(view.lang)
  if (view.theme) applyTheme(view.theme)
  if (view.present !== undefined) setPresenting(view.present)
  const stored = restore()
  const document = stored ?? { experiment: experiment as DescentExperiment, view: own.view }
  openDocument(own, document)
  usePlayback.setState({ playing: false })
  moveTo(view.step ?? (view.play ? 0 : lastStep()))
  cursor.step = 0
  if (view.play) play()
  written = location.hash
  notify(notices.length > 0 ? inLanguage(noticeText(notices), currentLanguage()) : null)
}

/** What this device kept for exactly this address: own data, hidden runs, swapped axes. */
function restore(): Document | undefined {
  try {
    const text = sessionStorage.getItem(storageKey) ?? localStorage.getItem(storageKey)
    const stored = text === null ? undefined : (JSON.parse(text) as Stored)
    if (!stored || stored.hash !== location.hash || location.hash === '') return undefined
    const result = validate(stored.experiment)
    if (!result.ok || result.experiment.lab !== 'descent') return undefined
    return { experiment: result.experiment, view: { ...plainView, ...stored.view } }
  } catch {
    return undefined
  }
}

/** The address of the document as it stands. */
export function currentHash(withStep: boolean): string {
  const { experiment } = useExperiment.getState()
  if (!home) return location.hash
  const step = withStep && cursor.step < lastStep() ? cursor.step : undefined
  const { step: _, play: __, ...kept } = linkView
  const link = linkOf(experiment, home.experiment, step === undefined ? kept : { ...kept, step })
  return link === '' ? `#/${route}` : `#/${route}?${link}`
}

/** Names of fields that the address cannot hold. */
export function leftOut(): readonly string[] {
  return home ? leftOutOf(useExperiment.getState().experiment, home.experiment) : []
}

function write(): void {
  timer = undefined
  if (!home) return
  const hash = currentHash(true)
  const { experiment, view } = useExperiment.getState()
  if (hash !== written && hash !== location.hash) {
    written = hash
    history.replaceState(history.state, '', hash)
  }
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
}

/** Writes the address at once, before the page goes. */
export function writeNow(): void {
  if (timer !== undefined) {
    clearTimeout(timer)
    write()
  }
}
