// Connects the averages lab and its address: the link becomes the experiment, the experiment becomes the link when at
// rest, and the device stores what is too large for a link (own data), so a reload loses nothing. Ignores stored state
// that no longer parses.

import type { AveragesExperiment } from '../engine/experiment.ts'
import { validate } from '../engine/validate.ts'
import type { Words } from '../engine/words.ts'
import { addressRead, writeAddress } from '../document/address.ts'
import { averagesView, openAverages, useAverages, type AveragesView } from './averages.ts'
import { DeviceMemory } from '../document/storage.ts'
import {
  experimentFrom,
  leftOut,
  linkOf,
  splitHash,
  type LinkNotice,
  type LinkView,
} from '../document/link.ts'
import { isPlain } from '../document/link/hash.ts'

/** Reports what this device cannot store, while the lab is open. */
let say: (words: Words) => void = () => {}
const memory = new DeviceMemory('ravine.averages', (words) => say(words))
const restMilliseconds = 400

interface Stored {
  readonly hash: string
  readonly was?: string | undefined
  readonly experiment: unknown
  readonly view: AveragesView
}

let route = ''
let home: AveragesExperiment | undefined
let linkView: LinkView = {}
/** The route's initial day. */
let usualDay = averagesView.day
let timer: ReturnType<typeof setTimeout> | undefined

export interface OpenedSession {
  readonly notices: readonly LinkNotice[]
  readonly view: LinkView
}

/** Replaces the route's own state where the address does not set it. */
export interface Instead {
  readonly experiment: AveragesExperiment
  readonly day: number
}

/** Opens the address over the route's own experiment and view. `names` are parameters that the route reads itself. */
export function openAveragesSession(
  name: string,
  own: AveragesExperiment,
  look = averagesView,
  names: readonly string[] = [],
  instead?: Instead,
): OpenedSession {
  route = name
  home = own
  usualDay = look.day
  addressRead()
  const { search } = splitHash(location.hash)
  const { experiment, view, notices } = experimentFrom(search, own, names)
  linkView = view
  const stored = early?.hash === location.hash ? early.state : undefined
  early = undefined
  const day = view.step ? { ...look, day: view.step } : look
  const { firstColor } = look
  if (stored)
    openAverages(own, stored.experiment, {
      ...stored.view,
      firstColor,
      ...(view.step && { day: view.step }),
    })
  else if (instead && isPlain(search)) openAverages(own, instead.experiment, { ...look, day: instead.day })
  else openAverages(own, experiment as AveragesExperiment, day)
  // Everything that the address omits was stored here.
  return { notices: stored ? [] : notices, view }
}

/** Switches to another step of a lesson, whose experiment the address is now relative to. Leaves undo unchanged. */
export function goOnInAverages(own: AveragesExperiment, day: number, parameters: LinkView['own']): void {
  home = own
  usualDay = day
  linkView = { ...linkView, own: parameters }
  useAverages.setState({ home: { experiment: own } })
}

/** Sets whether the address presents the lab. */
export function setLinkPresent(on: boolean): void {
  linkView = { ...linkView, present: on || undefined }
  writeSoon()
}

/** Sets a parameter of the route in the address. undefined removes it. */
export function setOwnParameter(name: string, text: string | undefined): void {
  const { [name]: _, ...others } = linkView.own ?? {}
  linkView = { ...linkView, own: text === undefined ? others : { ...others, [name]: text } }
  writeSoon()
}

interface Restored {
  readonly experiment: AveragesExperiment
  readonly view: AveragesView
}

/** What this device stored for an address, found before the lab opens there. */
let early: { readonly hash: string; readonly state: Restored | undefined } | undefined
let finding: { readonly hash: string; readonly promise: Promise<void> } | undefined

/** Finds what this device stored for the current address. Returns a promise while a long list is loading. */
export function findKept(): Promise<void> | undefined {
  const { hash } = location
  if (early?.hash === hash) return undefined
  if (finding?.hash === hash) return finding.promise
  const found = (kept: unknown): void => {
    early = { hash, state: restored(kept) }
  }
  const kept = memory.recall(hash)
  if (!(kept instanceof Promise)) {
    found(kept)
    return undefined
  }
  const promise = kept.then((whole) => {
    if (finding?.hash === hash) finding = undefined
    found(whole)
  })
  promise.catch(() => {
    if (finding?.promise === promise) finding = undefined
  })
  finding = { hash, promise }
  return promise
}

/** Calls back when the stored state is found: synchronously unless it takes a while. */
export function whenFound(open: () => void): void {
  const { hash } = location
  const wait = findKept()
  if (wait) wait.then(() => location.hash === hash && open()).catch(() => {})
  else open()
}

// As soon as the lab's code loads, in a task before the one that renders the lab.
if (typeof location !== 'undefined') void findKept()

function restored(kept: unknown): Restored | undefined {
  const stored = kept as Partial<Stored> | undefined
  if (!stored) return undefined
  try {
    const result = validate(stored.experiment)
    if (!result.ok || result.experiment.lab !== 'averages') return undefined
    const { selected, day, lag } = { ...averagesView, ...stored.view }
    return {
      experiment: result.experiment,
      view: { ...averagesView, selected: Number(selected) || 0, day: Number(day) || 1, lag: lag === true },
    }
  } catch {
    return undefined
  }
}

/** Returns the lab's current address. */
export function averagesHash(): string {
  if (!home) return location.hash
  const { experiment, view } = useAverages.getState()
  const { step: _, ...kept } = linkView
  const search = linkOf(experiment, home, view.day === usualDay ? kept : { ...kept, step: view.day })
  return search ? `#/${route}?${search}` : `#/${route}`
}

/** Returns the names of fields that do not fit into the address. */
export const averagesLeftOut = (): readonly string[] =>
  home ? leftOut(useAverages.getState().experiment, home) : []

function write(): void {
  timer = undefined
  if (!home) return
  // A reload in progress must return to the address as it is now.
  const was = location.hash
  if (!writeAddress(averagesHash())) return
  const { experiment, view } = useAverages.getState()
  memory.keep({ hash: location.hash, was, experiment, view } satisfies Stored)
}

function writeSoon(): void {
  memory.foresee(useAverages.getState().experiment)
  clearTimeout(timer)
  timer = setTimeout(write, restMilliseconds)
}

/** Writes the address at once. Resolves to whether this device has stored what it omits. */
export async function averagesKept(): Promise<boolean> {
  if (timer !== undefined) {
    clearTimeout(timer)
    write()
  }
  return memory.settled()
}

function writeNow(): void {
  if (timer !== undefined) {
    clearTimeout(timer)
    write()
  }
  memory.finish()
}

/** Writes the address and the stored state whenever the lab is at rest. Returns an unsubscribe function. */
export function keepAveragesSession(onRefused: (words: Words) => void): () => void {
  say = onRefused
  const stop = useAverages.subscribe(writeSoon)
  addEventListener('pagehide', writeNow)
  return () => {
    stop()
    clearTimeout(timer)
    timer = undefined
    home = undefined
    removeEventListener('pagehide', writeNow)
  }
}
