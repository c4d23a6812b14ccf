// A route's session: the address becomes the document, and the document becomes the address when at rest. The device keeps
// what is too large for an address, so a reload loses nothing. Each lab has a session; one is open at a time.

import { create } from 'zustand'
import type { Experiment } from '../engine/experiment.ts'
import type { Words } from '../engine/words.ts'
import { addressRead, writeAddress } from './address.ts'
import type { Codec, Opened, Place, RoutePreset } from './codec.ts'
import { handedOver } from './handover.ts'
import { isPlain, splitHash } from './link/hash.ts'
import type { LinkView } from './link/view.ts'
import { onLook } from './look.ts'
import { currentRoute, searchNow } from './routes.ts'
import type { DeviceMemory } from './storage.ts'

const atRest = 400

/** The route whose document is on show. */
export const useOpened = create<{
  readonly route: string | undefined
  /** Grows with every document that is opened. */
  readonly openings: number
  /** Why it could not be opened. */
  readonly fault: unknown
}>()(() => ({ route: undefined, openings: 0, fault: undefined }))

/** An address, and the names of the fields that it cannot hold. */
interface Address {
  readonly hash: string
  readonly leftOut: readonly string[]
}

export interface Session<Preset> {
  /**
   * Opens a route with its own document (a lesson: one a step), and what the address makes of it. The document is there at
   * once, unless the address or this device's memory must be read first. A new address of the same route opens it again.
   * @returns a function that leaves the route, unless another has been opened since: nothing more is written for it
   */
  open(route: string, presets: Preset | readonly Preset[], names?: readonly string[]): () => void
  /** Writes the address soon. Many changes make one write (WebKit allows 100 in 30 seconds). */
  writeSoon(): void
  /** Writes the address at once. Resolves to true when this device has kept what it leaves out, to false if it cannot. */
  kept(): Promise<boolean>
  currentAddress(): Promise<Address>
  /** What the address says of the page itself: embed, hide, … */
  pageView(): LinkView
  look(view: Partial<LinkView>): void
  /** A parameter of the route's own that the address holds from now on; undefined removes it. */
  setOwn(name: string, text: string | undefined): void
}

/** What `open` was asked for last. */
interface Asked<Preset> {
  readonly route: string
  readonly presets: Preset | readonly Preset[]
  readonly names: readonly string[]
}

export interface SessionParts<Document, Preset> {
  readonly lab: Experiment['lab']
  readonly memory: DeviceMemory
  readonly document: () => Document
  /** Calls back at every change of the document. */
  readonly subscribe: (listener: () => void) => void
  readonly setPreset: (preset: Preset) => void
  readonly codec: () => Codec<Document, Preset> | undefined
  readonly loadCodec: () => Promise<Codec<Document, Preset>>
  /** Whether a preset can be shown as it is, before the codec has come. */
  readonly isReady?: (preset: Preset) => boolean
  /** Shows what was found. `instead` replaces the document if an answered question has changed it. */
  readonly show: (opened: Opened<Document, Preset>, instead: Preset | undefined) => void
  /** The step of the cursor, if it differs from the preset's. */
  readonly step: (preset: Preset) => number | undefined
  /** Opens a file chosen on another lab's page. Undo restores the route's own document. */
  readonly take: (experiment: Experiment) => void
  readonly say: (words: Words | null | undefined) => void
}

/** The session that is open. */
let current: Session<never> | undefined
let applyView: (view: LinkView) => void = () => {}

/** What the page does with language, theme and type as an address wants them. */
export const onView = (listener: typeof applyView): void => void (applyView = listener)

export const kept = async (): Promise<boolean> => (await current?.kept()) ?? true
export const currentAddress = async (): Promise<Address> =>
  (await current?.currentAddress()) ?? { hash: location.hash, leftOut: [] }
export const pageView = (): LinkView => current?.pageView() ?? {}
/** Sets how the page is presented: called on entering the stage, pinning a path or tilting the map. */
export const look = (view: Partial<LinkView>): void => current?.look(view)
onLook(look)
/** A parameter of the route's own that the address holds from now on; undefined removes it. */
export const setOwn = (name: string, text: string | undefined): void => current?.setOwn(name, text)

/** What the address says now under a name of the page's own; whichever lab is open keeps it there. */
export const addressSays = (name: 'hide' | 'path'): string | undefined => searchNow().get(name) ?? undefined

export const hiddenParts = (): readonly string[] => addressSays('hide')?.split(',') ?? []

export function createSession<Document extends object, Preset extends Document & RoutePreset<Preset>>(
  parts: SessionParts<Document, Preset>,
): Session<Preset> {
  const { memory } = parts
  let place: Place<Preset> = { route: '', steps: [], names: [], view: {} }
  let preset: Preset | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Grows with every opening. Loads for an earlier one are dropped. */
  let openings = 0
  let follows = false
  let asked: Asked<Preset> | undefined

  function open(
    route: string,
    presets: Preset | readonly Preset[],
    names: readonly string[] = [],
  ): () => void {
    const own: Asked<Preset> = { route, presets, names }
    asked = own
    begin(own)
    return () => {
      if (asked !== own) return
      asked = undefined
      leave()
      openings++
      if (current === session) useOpened.setState({ route: undefined })
    }
  }

  function begin({ route, presets, names }: Asked<Preset>): void {
    const opening = ++openings
    current = session
    // Until the new document is shown, nothing of the old one may overwrite the address.
    leave()
    if (!follows) {
      follows = true
      parts.subscribe(writeSoon)
      addEventListener('pagehide', writeNow)
      addEventListener('hashchange', () => {
        if (asked?.route === currentRoute()) begin(asked)
      })
    }
    addressRead()
    const steps = isList(presets) ? presets : [presets]
    const { search } = splitHash(location.hash)
    const stored = memory.recall(location.hash)
    const show = (found: Opened<Document, Preset>): void => {
      place = { route, steps, names, view: found.view, draft: found.draft }
      preset = found.preset
      applyView(found.view)
      parts.show(found, stored === undefined && isPlain(search) ? found.preset.opens?.() : undefined)
      parts.say(found.fault)
      useOpened.setState((state) => ({ route, openings: state.openings + 1 }))
      takeOver()
    }
    const [own] = steps
    const known = parts.codec()
    const { isReady } = parts
    if (search === '' && stored === undefined && isReady && [...steps, own.opens?.() ?? own].every(isReady))
      return show({ preset: own, document: own, view: {}, fault: undefined })
    if (known && !(stored instanceof Promise)) return show(known.opened(search, steps, names, stored))
    Promise.all([parts.loadCodec(), stored])
      .then(([codec, found]) => {
        if (opening === openings) show(codec.opened(search, steps, names, found))
      })
      .catch((fault: unknown) => {
        if (opening === openings) useOpened.setState({ fault })
      })
  }

  function takeOver(): void {
    const given = handedOver(parts.lab)
    if (!given) return
    parts.take(given.experiment)
    // The page shows the lab first.
    void session.kept().then((is) => is && setTimeout(given.opened))
  }

  function hashNow(codec: Codec<Document, Preset>): string {
    if (!preset) return location.hash
    const document = parts.document()
    // Undo may have gone back to another step of the lesson, whose document the address is written against.
    const own = codec.presetOf(document, place)
    if (own !== preset) parts.setPreset((preset = own))
    return codec.hashOf(document, place, parts.step(preset))
  }

  function write(codec: Codec<Document, Preset>): void {
    if (!preset) return
    // A reload in progress returns to the current address.
    const was = location.hash
    if (writeAddress(hashNow(codec))) memory.keep({ hash: location.hash, was, ...parts.document() })
  }

  function writeSoon(): void {
    if (!preset) return
    clearTimeout(timer)
    memory.foresee(parts.document())
    timer = setTimeout(() => {
      timer = undefined
      const codec = parts.codec()
      if (codec) write(codec)
      else parts.loadCodec().then(write, () => {})
    }, atRest)
  }

  /** Writes the address before the page goes. */
  function writeNow(): void {
    const codec = parts.codec()
    if (timer !== undefined && codec) {
      clearTimeout(timer)
      timer = undefined
      write(codec)
    }
    memory.finish()
  }

  function leave(): void {
    clearTimeout(timer)
    timer = undefined
    preset = undefined
  }

  const session: Session<Preset> = {
    open,
    writeSoon,
    async kept() {
      if (timer !== undefined) {
        clearTimeout(timer)
        timer = undefined
        write(await parts.loadCodec())
      }
      return memory.settled()
    },
    async currentAddress() {
      const codec = await parts.loadCodec()
      return { hash: hashNow(codec), leftOut: preset ? codec.leftOut(parts.document(), place) : [] }
    },
    pageView: () => place.view,
    look(view) {
      place = { ...place, view: { ...place.view, ...view } }
      writeSoon()
    },
    setOwn(name, text) {
      const { [name]: _, ...others } = place.view.own ?? {}
      session.look({ own: text === undefined ? others : { ...others, [name]: text } })
    },
  }
  return session
}

const isList = <Preset>(presets: Preset | readonly Preset[]): presets is readonly Preset[] =>
  Array.isArray(presets)
