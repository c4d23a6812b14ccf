// A route's session: the address becomes the document, the document becomes the address when at rest, and the device
// stores what is too large for an address, so a reload loses nothing.

import { create } from 'zustand'
import { retried } from '../fetch/retried.ts'
import { setLanguage } from '../i18n/index.ts'
import { say } from '../panels/say.ts'
import { addressRead, writeAddress } from '../document/address.ts'
import { useFormulaDraft } from '../document/formulaDraft.ts'
import { DeviceMemory } from '../document/storage.ts'
import { change, openDocument, settle, useExperiment, type Document, type Home } from '../state/experiment.ts'
import { handedOver } from '../document/handover.ts'
import { onLook } from '../document/look.ts'
import { isPlain, splitHash } from '../document/link/hash.ts'
import type { LinkView } from '../document/link/view.ts'
import { isKnown, loadRegistries } from '../state/registries.ts'
import { cursor, lastStep, moveTo, play, setSpeed, usePlayback, usualSpeed } from '../state/playback.ts'
import type * as addressModule from './address.ts'
import type { Opened, Place } from './address.ts'
import { onPresent } from './presenting.ts'
import { applyTheme, setPresenting } from './theme.ts'

const memory = new DeviceMemory('ravine.session', say)
const atRest = 400

/** The route whose document is shown. */
export const useOpened = create<{
  readonly route: string | undefined
  /** Why it could not be opened. */
  readonly fault: unknown
}>()(() => ({ route: undefined, fault: undefined }))

let place: Place = { route: '', steps: [], view: {} }
let home: Home | undefined
let timer: ReturnType<typeof setTimeout> | undefined
/** Increases with every opening. Anything still loading for an earlier one is dropped. */
let openings = 0

type Addresses = typeof addressModule
let addresses: Addresses | undefined

/** Loads the code that reads and writes addresses, and the registries they may refer to. */
export async function loadAddresses(): Promise<Addresses> {
  if (addresses) return addresses
  const [loaded] = await Promise.all([retried(() => import('./address.ts')), loadRegistries()])
  return (addresses = loaded)
}

/** Returns the address's current value of a presentation parameter, whichever lab is open. */
export const addressSays = (name: 'hide' | 'path'): string | undefined =>
  new URLSearchParams(splitHash(location.hash).search).get(name) ?? undefined

export const hiddenParts = (): readonly string[] => addressSays('hide')?.split(',') ?? []

/** Applies the address's language, theme and stage. */
export function applyView({ lang, theme, present }: LinkView): void {
  if (lang) setLanguage(lang)
  if (theme) applyTheme(theme)
  if (present !== undefined) setPresenting(present)
}

// Entering or leaving the stage is recorded in the address.
onPresent((on) => look({ present: on || undefined }))
onLook(look)

function look(now: Partial<LinkView>): void {
  place = { ...place, view: { ...place.view, ...now } }
  if (home) writeSoon()
}

/** The address's presentation options: embed, hide, … */
export const pageView = (): LinkView => place.view

/**
 * Opens a route with its own document (a lesson: one per step), as changed by the address. `begin` is called when the
 * document is there: synchronously, unless the address or this device's storage must be read first.
 */
export function openSession(name: string, routeHome: Home | readonly Home[], begin: () => void): void {
  const opening = ++openings
  // Until the new document is there, do not write the previous one to the address.
  clearTimeout(timer)
  timer = undefined
  home = undefined
  addressRead()
  const steps = isSteps(routeHome) ? routeHome : [routeHome]
  const { search } = splitHash(location.hash)
  const stored = memory.recall(location.hash)
  const [own] = steps
  const show = (found: Opened): void => {
    place = { route: name, steps, view: found.view, draft: found.draft }
    useFormulaDraft.setState({ draft: found.draft })
    open(found, stored === undefined && isPlain(search) ? found.home.opens?.() : undefined)
    begin()
    takeOver(found.home)
    useOpened.setState({ route: name })
  }
  if (search === '' && stored === undefined && !own.form && [...steps, own.opens?.() ?? own].every(isKnown))
    return show({ home: own, document: own, view: {}, fault: undefined })
  if (addresses && !(stored instanceof Promise)) return show(addresses.opened(search, steps, stored))
  Promise.all([loadAddresses(), stored])
    .then(([{ opened }, kept]) => {
      if (opening === openings) show(opened(search, steps, kept))
    })
    .catch((fault: unknown) => {
      if (opening === openings) useOpened.setState({ fault })
    })
}

const isSteps = (home: Home | readonly Home[]): home is readonly Home[] => Array.isArray(home)

function open({ home: own, document, view, fault }: Opened, instead: Home | undefined): void {
  home = own
  applyView(view)
  openDocument(own, instead ?? document)
  usePlayback.setState({ playing: false, loop: view.loop === true })
  const { speed, cursor: at } = instead ?? own
  setSpeed(speed ?? usualSpeed)
  moveTo(view.step ?? (view.play ? 0 : (at ?? lastStep())))
  cursor.step = 0
  if (view.play) play()
  if (view.ghosts || view.tilt)
    retried(() => import('../panels/map/openLook.ts')).then(
      ({ openLook }) => openLook(view),
      () => {},
    )
  say(fault)
}

/** Opens a file chosen on another lab's page. Undo restores the route's own document. */
function takeOver({ form }: Home): void {
  const given = form ? handedOver('map') : handedOver('descent')
  if (!given) return
  const { experiment, opened } = given
  change('import', ({ view }) =>
    experiment.lab === 'descent' ? { experiment, view } : form!.read(experiment, view),
  )
  settle()
  moveTo(lastStep())
  void kept().then((is) => is && opened())
}

/** Sets the document that the address is relative to: another one after undo, or when a network is chosen. */
function follow(document: Document, { homeOf }: Addresses): void {
  const own = homeOf(document, place)
  if (own === home) return
  home = own
  useExperiment.setState({ home: own })
}

function hashNow(known: Addresses, withStep: boolean): string {
  if (!home) return location.hash
  const document = useExperiment.getState()
  follow(document, known)
  const step = withStep && cursor.target !== (home.cursor ?? lastStep()) ? cursor.target : undefined
  return known.hashOf(document, place, step)
}

/** Returns the document's current address, and the names of the fields that do not fit. */
export async function currentAddress(): Promise<{
  readonly hash: string
  readonly leftOut: readonly string[]
}> {
  const known = await loadAddresses()
  const hash = hashNow(known, true)
  return { hash, leftOut: home ? known.leftOut(useExperiment.getState(), place) : [] }
}

function write(known: Addresses): void {
  if (!home) return
  // A reload in progress must return to the address as it is now.
  const was = location.hash
  if (!writeAddress(hashNow(known, true))) return
  const { experiment, view } = useExperiment.getState()
  memory.keep({ hash: location.hash, was, experiment, view })
}

/** Writes the address soon. Several changes share one write (WebKit allows 100 in 30 seconds). */
export function writeSoon(): void {
  clearTimeout(timer)
  memory.foresee(useExperiment.getState().experiment)
  timer = setTimeout(() => {
    timer = undefined
    if (addresses) write(addresses)
    else loadAddresses().then(write, () => {})
  }, atRest)
}

/** Writes the address at once. Resolves to whether this device has stored what it omits. */
export async function kept(): Promise<boolean> {
  if (timer !== undefined) {
    clearTimeout(timer)
    timer = undefined
    write(await loadAddresses())
  }
  return memory.settled()
}

/** Leaves the route. Nothing more is written for it. */
export function closeSession(): void {
  clearTimeout(timer)
  timer = undefined
  openings++
  home = undefined
  useOpened.setState({ route: undefined })
}

/** Writes the address at once, before the page is left. */
export function writeNow(): void {
  if (timer !== undefined && addresses) {
    clearTimeout(timer)
    timer = undefined
    write(addresses)
  }
  memory.finish()
}
