// State stored for an address is used if it is intact and ignored if it is damaged. The address opens in either case.
import { expect, test } from 'vitest'
import { DeviceMemory } from '../../document/storage.ts'
import type { Preset } from '../../state/experiment.ts'
import { descentCodec } from './codec.ts'
import { playground } from './preset.ts'

const opened = (search: string, steps: readonly Preset[], stored: unknown) =>
  descentCodec.opened(search, steps, [], stored)

const search = 'steps=40'
const hash = `#/playground?${search}`
const { experiment } = opened(search, [playground], undefined).document

/** Returns what the address opens when the device's storage has this text. */
function openedWith(text: string) {
  const storage = { getItem: (name: string) => (name === 'key' ? text : null), setItem: () => {} }
  Object.assign(globalThis, { sessionStorage: storage, localStorage: storage })
  return opened(search, [playground], new DeviceMemory('key').recall(hash))
}

test('stored state is restored', () => {
  const kept = { ...experiment, steps: 33 }
  expect(
    openedWith(JSON.stringify({ hash, experiment: kept, view: { hidden: [1] } })).document,
  ).toMatchObject({ experiment: { steps: 33 }, view: { hidden: [1] } })
})

test.each([
  '{',
  'null',
  '[]',
  '"x"',
  '{"hash":1}',
  JSON.stringify({ hash, experiment: null, view: null }),
  JSON.stringify({ hash, experiment: { ...experiment, runs: [] }, view: {} }),
  JSON.stringify({ hash, experiment: { ...experiment, lab: 'averages' }, view: {} }),
])('damaged state is ignored: %s', (text) => {
  expect(openedWith(text)).toEqual(opened(search, [playground], undefined))
})

test('a step that the lesson lacks is reported, and the first one opens', () => {
  const steps = [playground, { ...playground, number: 3 }, { ...playground, number: 7 }]
  for (const at of ['8', '0', '__proto__', '', '1e0', '3.0']) {
    const { fault, preset } = opened(`at=${at}`, steps, undefined)
    expect(preset).toBe(steps[0])
    expect(fault?.en).toBe(
      `Not used from the address: at (expected a step of this lesson, 1 to 7, got "${at}"; used 1).`,
    )
    expect(fault?.zh).toContain('应为本课的第 1 到 7 步')
  }
  expect(opened('at=7', steps, undefined)).toMatchObject({ preset: steps[2], fault: undefined })
  expect(opened('at=7', [playground], undefined).fault?.en).toContain('no such parameter here')
})
