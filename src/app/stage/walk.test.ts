import { describe, expect, test } from 'vitest'
import { loadLesson } from '../catalog.ts'
import { lessons } from '../../lessons/index.ts'
import type { PathName } from '../../course/paths.ts'
import { paths } from '../paths.ts'
import { actFrom, actOf, type Press } from './stageKeys.ts'
import { counted, exerciseOf, firstOf, indexOf, isOpen, placesOf, tallyCsv, type Stop } from './walk.ts'
import { asks, choiceOf } from '../../course/asks.ts'

const whole = await Promise.all(lessons.map(({ id }) => loadLesson(id)))
const ways: Record<string, Stop[]> = Object.fromEntries([
  ...whole.map((lesson) => [lesson.id, lesson.steps.map((_, at) => ({ lesson, at }))]),
  ...(Object.keys(paths) as PathName[]).map((path) => [
    path,
    paths[path].map(({ lesson: id, step }) => {
      const lesson = whole.find((one) => one.id === id)!
      return { lesson, at: lesson.steps.findIndex((one) => one.id === step) }
    }),
  ]),
])

describe.each(Object.entries(ways))('the walk of %s', (_, stops) => {
  const places = placesOf(stops)

  test('visits every step in order and ends with the key points', () => {
    const names = stops.map(({ lesson, at }) => `${lesson.id}/${lesson.steps[at].id}`)
    expect([...new Set(places.map(({ name }) => name))]).toEqual(names)
    expect(places.filter(({ phase }) => phase === 'home')).toEqual([places.at(-1)])
  })

  test('visits no place twice, so going back undoes going forward', () => {
    const keys = places.map(({ name, phase }) => `${name} ${phase}`)
    expect(new Set(keys).size).toBe(keys.length)
    places.forEach(({ name, phase }, i) => expect(indexOf(places, name, phase)).toBe(i))
  })

  test('asks before it answers, counts votes on cards, and explains wrong answers', () => {
    for (const { lesson, at } of stops) {
      const step = lesson.steps[at]
      const name = `${lesson.id}/${step.id}`
      const own = places.filter((place) => place.name === name && place.phase !== 'home')
      const phases = own.map(({ phase }) => phase)
      expect(phases).toEqual(
        asks(step) === 'choice'
          ? ['scene', 'ask', 'count', 'reveal', 'after']
          : asks(step) === 'drawn'
            ? ['scene', 'ask', 'reveal', 'after']
            : ['scene'],
      )
      expect(places[firstOf(places, name)].phase).toBe('scene')
      expect(phases.filter(isOpen)).toEqual(phases.slice(0, phases.filter(isOpen).length))
    }
  })
})

test('an exercise opens when nothing is asked, or after the answer', () => {
  const exercised = whole.flatMap(({ steps }) => steps).filter(({ exercise }) => exercise)
  expect(exercised).toHaveLength(4)
  for (const step of exercised) {
    expect(exerciseOf(step, 'after')).toBe(step.exercise)
    expect(exerciseOf(step, 'scene')).toBe(asks(step) ? undefined : step.exercise)
    expect(exerciseOf(step, 'home')).toBeUndefined()
  }
})

test('a question has at most as many answers as there are counting keys', () => {
  const counts = whole.flatMap(({ steps }) => steps.flatMap((step) => choiceOf(step)?.answers.length ?? []))
  expect(counts.length).toBeGreaterThan(20)
  expect(Math.max(...counts)).toBeLessThanOrEqual(4)
})

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})
const idle = { counting: false, typing: false, onButton: false }

describe('keys', () => {
  test('a clicker’s keys drive the lecture whatever has the focus', () => {
    for (const where of [
      idle,
      { ...idle, typing: true },
      { ...idle, onButton: true },
      { ...idle, counting: true },
    ]) {
      expect(actOf(press('PageDown'), where)).toBe('on')
      expect(actOf(press('ArrowRight'), where)).toBe('on')
      expect(actOf(press('PageUp'), where)).toBe('back')
      expect(actOf(press('ArrowLeft'), where)).toBe('back')
    }
  })

  test('Shift moves one step of the run, like , and ;', () => {
    expect(actOf(press('ArrowRight', { shiftKey: true }), idle)).toBe('stepOn')
    expect(actOf(press('ArrowLeft', { shiftKey: true }), idle)).toBe('stepBack')
    expect(actOf(press(';'), idle)).toBe('stepOn')
    expect(actOf(press(','), idle)).toBe('stepBack')
  })

  test('blank uses the key’s position, because layouts differ', () => {
    expect(actOf(press('и', { code: 'KeyB' }), idle)).toBe('blank')
    expect(actOf(press(':', { code: 'Period' }), idle)).toBe('blank')
    expect(actOf(press('.'), idle)).toBe('blank')
  })

  test('digits count votes during a vote, with Shift they remove one', () => {
    const counting = { ...idle, counting: true }
    expect(actOf(press('2', { code: 'Digit2' }), counting)).toEqual({ count: 1, by: 1 })
    expect(actOf(press('"', { code: 'Digit2', shiftKey: true }), counting)).toEqual({ count: 1, by: -1 })
    expect(actOf(press('7', { code: 'Digit7' }), counting)).toBeUndefined()
    expect(actOf(press('7', { code: 'Digit7' }), idle)).toEqual({ run: 6 })
  })

  test('letters leave a text box alone, and Ctrl leaves the page’s own keys alone', () => {
    expect(actOf(press('b', { code: 'KeyB' }), { ...idle, typing: true })).toBeUndefined()
    expect(actOf(press('c', { ctrlKey: true }), idle)).toBeUndefined()
    expect(actOf(press(' '), { ...idle, onButton: true })).toBeUndefined()
    expect(actOf(press(' '), idle)).toBe('play')
    expect(actOf(press('F5'), idle)).toBeUndefined()
  })
})

test('a card never has fewer than zero votes', () => {
  expect(counted([], 3, 1, 1)).toEqual([0, 1, 0])
  expect(counted([0, 1, 0], 3, 0, -1)).toEqual([0, 1, 0])
})

test('the tally as a file keeps commas and quotation marks', () => {
  expect(tallyCsv('Who, "first"?', ['A', 'B'], [3])).toBe(
    'question,card,answer,hands\r\n"Who, ""first""?",A,"A",3\r\n"Who, ""first""?",B,"B",0\r\n',
  )
})

test('the console forwards every key of the stage except those that leave it, and nothing else', () => {
  const keys = [...'vhzbfdgtqc']
    .map((key) => press(key))
    .concat([press('PageDown'), press('PageUp'), press(' ')])
  const digits = ['1', '9'].map((key) => press(key))
  for (const where of [idle, { ...idle, counting: true }])
    for (const one of [...keys, ...digits]) {
      const act = actOf(one, where)
      expect(actFrom(structuredClone(act))).toEqual(act)
    }
  for (const odd of [
    'leave',
    'escape',
    'eval',
    '',
    1,
    null,
    undefined,
    {},
    { count: 4, by: 1 },
    { count: -1 },
    { count: 0.5 },
    { run: 9 },
    { run: '1' },
    { run: NaN },
  ])
    expect(actFrom(odd)).toBeUndefined()
})
