// The connection between stage and console: with a BroadcastChannel, without one only by the opener, and ignoring other
// pages.
import { afterEach, expect, test, vi } from 'vitest'
import { canTalk, openConsoleBus, openStageBus, type Message } from './bus.ts'

const origin = 'https://ravine.example'
const fromStage: Message = { source: 'ravine-stage', stage: 'a', kind: 'here' }
const fromConsole: Message = { source: 'ravine-console', stage: 'a', kind: 'hello' }

/** A window that receives posted messages at once, with their origin. */
function windowOf(own = origin) {
  const target = new EventTarget()
  const page = {
    closed: false,
    opener: null as object | null,
    location: { origin: own, protocol: new URL(own === 'null' ? 'file:///x' : own).protocol },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    receive(data: unknown, source: object | null, by = own): void {
      target.dispatchEvent(Object.assign(new Event('message'), { data, source, origin: by }))
    },
  }
  return page
}

type Page = ReturnType<typeof windowOf>

/** Runs `act` as a script of this page. */
function within<T>(page: Page, act: () => T): T {
  vi.stubGlobal('window', page)
  for (const name of ['location', 'addEventListener', 'removeEventListener'] as const)
    vi.stubGlobal(name, page[name])
  return act()
}

/** The reference that `from` has to `to`, for posting. */
const handle = (to: Page, from: () => object, by = origin) => ({
  closed: false,
  postMessage: (data: unknown) => to.receive(structuredClone(data), from(), by),
})

function pair(own = origin) {
  const [stagePage, consolePage] = [windowOf(own), windowOf(own)]
  const ofConsole: object = handle(consolePage, () => ofStage, own)
  const ofStage: object = handle(stagePage, () => ofConsole, own)
  consolePage.opener = ofStage
  const heard = { stage: [] as string[], console: [] as string[] }
  const stage = within(stagePage, () => openStageBus(({ kind }) => heard.stage.push(kind)))
  const desk = within(consolePage, () => openConsoleBus(({ kind }) => heard.console.push(kind)))
  return { stagePage, consolePage, ofStage, stage, desk, heard }
}

afterEach(() => vi.unstubAllGlobals())

for (const own of [origin, 'null'])
  test(`without a BroadcastChannel a console talks through its opener: ${own}`, () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    const { stagePage, consolePage, stage, desk, heard } = pair(own)
    within(consolePage, () => desk.post(fromConsole))
    within(stagePage, () => stage.post(fromStage))
    expect(heard).toEqual({ stage: ['hello'], console: ['here'] })
    expect(within(consolePage, canTalk)).toBe(true)
    // A page opened by its address cannot connect, and says so.
    expect(within(windowOf(), canTalk)).toBe(false)
    expect(within(windowOf(), () => openConsoleBus(() => {}).post(fromConsole))).toBeUndefined()
    within(stagePage, () => stage.close())
    within(consolePage, () => desk.post(fromConsole))
    expect(heard.stage).toEqual(['hello'])
  })

test('a console opened by its address uses the channel, and each message arrives once', async () => {
  const heard: string[] = []
  const stage = within(windowOf(), () => openStageBus(({ kind }) => heard.push(`stage ${kind}`)))
  const desk = within(windowOf(), () => openConsoleBus(({ kind }) => heard.push(`console ${kind}`)))
  desk.post(fromConsole)
  await vi.waitFor(() => expect(heard).toEqual(['stage hello']))
  stage.post(fromStage)
  await vi.waitFor(() => expect(heard).toEqual(['stage hello', 'console here']))
  stage.close()
  desk.close()
})

test('windows of one thread pass a message at once, as a separate copy', () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  const { stagePage, consolePage, ofStage, stage } = pair()
  const heard: Message[] = []
  const close = within(stagePage, () => openStageBus((message) => heard.push(message)))
  Object.assign(ofStage, {
    structuredClone,
    MessageEvent: class extends Event {
      constructor(type: string, init: object) {
        super(type)
        Object.assign(this, init)
      }
    },
    dispatchEvent: (event: Event & { data: unknown; source: object; origin: string }) =>
      stagePage.receive(event.data, event.source, event.origin),
    postMessage: () => {
      throw new Error('told twice')
    },
  })
  const desk = within(consolePage, () => openConsoleBus(() => {}))
  const message = { ...fromConsole, document: { alpha: 0.02 } }
  within(consolePage, () => desk.post(message))
  expect(heard).toEqual([message])
  expect(heard[0].document).not.toBe(message.document)
  stage.close()
  close.close()
})

test('a page of another origin, or a malformed message, changes nothing', () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  const { stagePage, consolePage, ofStage, stage, heard } = pair()
  const hostile = { closed: false, postMessage: vi.fn<() => void>() }
  within(stagePage, () => stagePage.receive(fromConsole, hostile, 'https://hostile.example'))
  for (const odd of [
    null,
    7,
    'hello',
    [],
    {},
    { source: 'ravine-console' },
    { ...fromConsole, stage: 1 },
    fromStage,
  ])
    within(stagePage, () => stagePage.receive(odd, hostile))
  // Only the opener is the console's stage, whatever another window of the same origin says.
  within(consolePage, () => consolePage.receive(fromStage, hostile))
  within(consolePage, () => consolePage.receive(fromConsole, ofStage))
  expect(heard).toEqual({ stage: [], console: [] })
  within(stagePage, () => stage.post(fromStage))
  expect(hostile.postMessage).not.toHaveBeenCalled()
})

test('a closed console receives nothing more', () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  const { stagePage, consolePage, stage, desk, heard } = pair()
  within(consolePage, () => desk.post(fromConsole))
  consolePage.opener = null
  within(stagePage, () => stage.post(fromStage))
  expect(heard.console).toEqual(['here'])
})
