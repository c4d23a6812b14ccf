// A route's document is shown once, and leaving a route does not close what has been opened since.
import { beforeEach, expect, test, vi } from 'vitest'
import type { Codec } from './codec.ts'
import { createSession, useOpened, type SessionParts } from './session.ts'
import type { DeviceMemory } from './storage.ts'

interface Page {
  readonly name: string
}

const listeners = new Map<string, () => void>()
const goTo = (hash: string): void => {
  vi.stubGlobal('location', { hash })
  listeners.get('hashchange')?.()
}

function sessionOf() {
  const shown: string[] = []
  const codec = {
    opened: (search: string, [preset]: readonly Page[]) => ({
      preset,
      document: preset,
      view: {},
      fault: undefined,
      search,
    }),
  } as unknown as Codec<Page, Page>
  const parts = {
    memory: { recall: () => undefined, foresee() {}, keep() {}, finish() {} } as unknown as DeviceMemory,
    subscribe() {},
    codec: () => codec,
    loadCodec: async () => codec,
    show: ({ preset }: { readonly preset: Page }) => shown.push(preset.name + location.hash),
    say() {},
  } as unknown as SessionParts<Page, Page>
  return { session: createSession(parts), shown }
}

beforeEach(() => {
  listeners.clear()
  vi.stubGlobal('addEventListener', (name: string, listener: () => void) => listeners.set(name, listener))
  goTo('#/one')
})

test('a closed route is open no more', () => {
  const { session } = sessionOf()
  const close = session.open('one', { name: 'one' })
  expect(useOpened.getState().route).toBe('one')
  close()
  expect(useOpened.getState().route).toBeUndefined()
})

test('a page that goes late leaves the document open that came after it', () => {
  const first = sessionOf()
  const second = sessionOf()
  const page = { name: 'one' }
  const close = first.session.open('one', page)
  first.session.open('one', page)
  close()
  expect(useOpened.getState().route).toBe('one')
  const closeFirst = first.session.open('one', page)
  second.session.open('two', { name: 'two' })
  closeFirst()
  expect(useOpened.getState().route).toBe('two')
})

test('a new address of the route is shown, and one of another route is not', () => {
  const { session, shown } = sessionOf()
  const close = session.open('one', { name: 'one' })
  goTo('#/one?a=1')
  goTo('#/two')
  close()
  goTo('#/one?a=2')
  expect(shown).toEqual(['one#/one', 'one#/one?a=1'])
})
