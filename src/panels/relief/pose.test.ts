import { beforeEach, expect, it, vi } from 'vitest'
import { onLook, type Look } from '../../document/look.ts'
import { hold, liftBy, openTilt, toggleTilt, useRelief } from './pose.ts'

let look: Look
let frames: ((now: number) => void)[]
let still: boolean

beforeEach(() => {
  frames = []
  still = false
  vi.stubGlobal('requestAnimationFrame', (frame: (now: number) => void) => frames.push(frame))
  vi.stubGlobal('cancelAnimationFrame', () => {})
  vi.stubGlobal('matchMedia', () => ({ matches: still }))
  onLook((said) => (look = said))
  hold({ tilt: 0, turn: 0 }, true)
  frames = []
})

const pose = (): readonly number[] => {
  const { tilt, turn } = useRelief.getState()
  return [tilt, turn]
}
/** Runs the requested frames, and those that they request, at these times. */
function run(...times: number[]): void {
  for (const now of times) for (const frame of frames.splice(0)) frame(now)
}

it('is held between 0° and 60°, and 60° to either side', () => {
  hold({ tilt: 90, turn: -90 }, true)
  expect(pose()).toEqual([60, -60])
  expect(look.tilt).toEqual([60, -60])
  hold({ tilt: -5, turn: 10 }, true)
  expect(look.tilt).toBeUndefined()
})

it('rises in half a second, returns to the map, and remembers its pose', () => {
  openTilt([30, -20])
  toggleTilt()
  run(0, 250)
  expect(pose()).toEqual([15, -10])
  run(500)
  expect([pose(), look.tilt]).toEqual([[0, 0], undefined])
  toggleTilt()
  run(0, 500)
  expect([pose(), look.tilt]).toEqual([
    [30, -20],
    [30, -20],
  ])
})

it('appears at once with reduced motion', () => {
  still = true
  openTilt([40, 10])
  toggleTilt()
  expect(pose()).toEqual([0, 0])
})

it('is lifted by a drag upwards, and never below the map', () => {
  liftBy(-100)
  expect(pose()).toEqual([30, 0])
  liftBy(500)
  expect(pose()).toEqual([0, 0])
})
