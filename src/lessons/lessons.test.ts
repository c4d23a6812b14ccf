import { describe, expect, it, test } from 'vitest'
import { plainText } from '../panels/lesson/markup.ts'
import { judged } from '../labs/testing/steps.ts'
import { misused } from '../i18n/glossary.ts'
import { choiceOf } from '../course/asks.ts'
import { averagesLessons, lessonIds } from '../course/ids.ts'
import { documentAfter, documentsOf } from '../labs/descent/lesson/documents.ts'
import { loadLesson } from '../app/catalog.ts'
import { lessons } from './index.ts'
import { numberOf, placeOf, type Lesson } from '../course/lesson.ts'
import { orderOf } from '../course/order.ts'
import { paths } from '../app/paths.ts'
import { thumbnailOf } from '../labs/thumbnails.ts'

const course = new Map<string, Lesson>(
  await Promise.all(lessons.map(async ({ id }) => [id, await loadLesson(id)] as const)),
)

/** Returns all Words of a lesson with their paths. */
function wordsOf(value: unknown, path = ''): { path: string; en: string; zh: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const { en, zh } = value as Record<string, unknown>
  if (typeof en === 'string' && typeof zh === 'string') return [{ path, en, zh }]
  return Object.entries(value).flatMap(([key, part]) => wordsOf(part, `${path}.${key}`))
}

test('the course has its eleven lessons in their order, under the ids that links know', () => {
  expect(lessons.map(({ id }) => id)).toEqual([...lessonIds])
  for (const { id } of lessons) expect(course.get(id)!.id).toBe(id)
  const averages = lessonIds.filter((id) => course.get(id)!.lab === 'averages')
  expect(averages).toEqual([...averagesLessons])
})

test('four lessons end with an exercise, “Write it yourself”, without a rule that gives it away', () => {
  const set = [...course].flatMap(([id, { steps }]) =>
    steps.flatMap(({ exercise, rule }, at) => (exercise ? [[id, exercise, at - steps.length, rule]] : [])),
  )
  expect(set).toEqual([
    ['bias-correction', 'biasCorrection', -1, undefined],
    ['momentum', 'momentum', -1, undefined],
    ['rmsprop', 'rmsprop', -1, undefined],
    ['adam', 'adam', -1, undefined],
  ])
})

test('the field’s terms are introduced at first use', () => {
  const said = (id: string, at: number): string =>
    wordsOf(course.get(id)!.steps[at])
      .map(({ en, zh }) => `${en} ${zh}`)
      .join(' ')
  expect(said('mini-batch', 0)).toContain('全批量')
  expect(said('mini-batch', 4)).toMatch(/代价函数.*损失函数/)
  expect(said('reading-the-map', 1)).toMatch(/condition number.*条件数，即狭长程度/)
  expect(said('reading-the-map', 1)).toContain('等高线')
  expect(said('local-optima', 2)).toContain('平台区（plateau）')
})

describe.each(lessonIds.map((id) => [id, course.get(id)!] as const))('%s', (id, lesson) => {
  const words = [...wordsOf(lesson), ...wordsOf(lessons.find((entry) => entry.id === id))]
  it('has three to nine steps, each with its own id and its own number in addresses', () => {
    expect(lesson.steps.length).toBeGreaterThanOrEqual(3)
    // At most eight, except for Adam, which is built from parts that each have a step.
    expect(lesson.steps.length).toBeLessThanOrEqual(id === 'adam' ? 9 : 8)
    expect(new Set(lesson.steps.map((step) => step.id)).size).toBe(lesson.steps.length)
    expect([undefined, lesson.steps.length]).toContain(lesson.numbers?.length)
    const numbers = lesson.steps.map((_, place) => numberOf(lesson, place))
    expect(new Set(numbers).size).toBe(lesson.steps.length)
    expect(numbers.map((number) => placeOf(lesson, String(number)))).toEqual(lesson.steps.map((_, i) => i))
    expect([undefined, '0', '99', '2.0'].map((at) => placeOf(lesson, at))).toEqual([0, 0, 0, 0])
  })
  it('is data: no function, and unchanged by JSON', () => {
    const functions = (value: unknown, path: string): string[] =>
      typeof value === 'function'
        ? [path]
        : Object.entries(value instanceof Object ? value : {}).flatMap(([key, part]) =>
            functions(part, `${path}.${key}`),
          )
    expect(functions(lesson, id)).toEqual([])
    expect(JSON.parse(JSON.stringify(lesson))).toStrictEqual(lesson)
  })
  it('opens with a prediction', () => {
    expect(choiceOf(lesson.steps[0])).toBeDefined()
  })
  it('is a valid experiment at every step, reveal and card', () => {
    documentsOf(lesson).forEach((document, at) => {
      const { prediction, cards = [] } = lesson.steps[at]
      for (const state of [prediction?.reveal ?? {}, ...cards.map((card) => card.load)])
        expect(documentAfter(document, state).experiment.runs.length).toBeGreaterThan(0)
      expect(document.view.at).toBe(at)
    })
  })
  it('says everything in both languages', () => {
    expect(words.filter(({ en, zh }) => !en.trim() !== !zh.trim()).map(({ path }) => path)).toEqual([])
  })
  it('closes its mathematics and keeps to the course’s terms', () => {
    const open = words.flatMap(({ path, en, zh }) =>
      [en, zh].filter((text) => (text.match(/\$/g) ?? []).length % 2 === 1).map(() => path),
    )
    expect(open).toEqual([])
    expect(
      words.flatMap(({ path, zh }) => misused(plainText(zh)).map((fault) => `${path}: ${fault}`)),
    ).toEqual([])
  })
  it('has one right answer, a sentence for each answer, and votes that add up to 100 or none', () => {
    for (const { answers, votes } of lesson.steps.flatMap((step) => choiceOf(step) ?? [])) {
      expect(answers.filter(({ right }) => right)).toHaveLength(1)
      if (!votes) continue
      expect(votes).toHaveLength(answers.length)
      expect(votes.reduce((sum, share) => sum + share)).toBe(100)
    }
  })
  it('sets challenges that are not met at the start', () => {
    const met = documentsOf(lesson).filter(({ experiment }, at) => {
      const { id: step, challenge } = lesson.steps[at]
      return challenge && judged(lesson, step, experiment).done
    })
    expect(met).toEqual([])
  })
})

describe('paths through the course', () => {
  test.each([
    ['lecture45', 13, 45],
    ['lecture90', 22, 90],
    ['lab90', 18, 90],
  ] as const)('%s has %i existing steps, in ascending minutes', (name, count, end) => {
    expect(paths[name]).toHaveLength(count)
    paths[name].forEach(({ lesson, step, minute }, i) => {
      expect(course.get(lesson)!.steps.map(({ id }) => id)).toContain(step)
      expect(minute).toBeGreaterThanOrEqual(i === 0 ? 0 : paths[name][i - 1].minute + 1)
      expect(minute).toBeLessThan(end)
    })
  })
})

test('a path includes the step that defines what it asks about', () => {
  // For each lesson, the step that its later steps rely on.
  const defining: Readonly<Record<string, string>> = {
    'reading-the-map': 'slice',
    averages: 'first',
    momentum: 'ravine',
    rmsprop: 'axes',
    adam: 'both',
    decay: 'first',
  }
  for (const [name, path] of Object.entries(paths)) {
    for (const [lesson, step] of Object.entries(defining)) {
      const own = path.filter((one) => one.lesson === lesson)
      expect([name, lesson, own[0]?.step]).toEqual([name, lesson, step])
    }
    const order = path.map(({ lesson }) => lessonIds.indexOf(lesson))
    expect(order).toEqual([...order].sort((a, b) => a - b))
  }
})

test('students alone have something to do at every step of their path', () => {
  for (const { lesson, step: id } of paths.lab90) {
    const { prediction, challenge, teaching } = course.get(lesson)!.steps.find((step) => step.id === id)!
    expect([id, Boolean(prediction ?? challenge ?? teaching?.question)]).toEqual([id, true])
  }
})

test('the plans have a misconception and a sentence for every step, and name the six most common', () => {
  const named = [paths.lecture45, paths.lecture90].flatMap((path) =>
    path.flatMap(({ lesson, step: id }) => {
      const step = course.get(lesson)!.steps.find((one) => one.id === id)!
      const { teaching, prediction } = step
      const wrong = choiceOf(step)?.answers.some(({ right, says }) => !right && says)
      expect([id, Boolean(teaching?.question ?? prediction?.question)]).toEqual([id, true])
      expect([id, Boolean(teaching?.misconception ?? wrong)]).toEqual([id, true])
      expect([id, Boolean(teaching?.sentence ?? prediction?.after)]).toEqual([id, true])
      return teaching ? [teaching.misconception.en] : []
    }),
  )
  expect(named).toEqual(
    expect.arrayContaining([
      'Noisy J means broken',
      'Momentum never raises J',
      '0.9 averages exactly 10 days',
      'Adam needs no α',
      'Smaller B is always faster',
      'Zero gradient means a local minimum',
    ]),
  )
})

describe('the order of answers', () => {
  const asked = [...course.values()].flatMap(({ steps }) => steps.flatMap((step) => choiceOf(step) ?? []))
  const places = asked.map(({ answers }) => answers.findIndex(({ right }) => right))
  test('is a shuffle, the same every time', () => {
    const answers = [{ right: true }, {}, {}, {}] as const
    const orders = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => orderOf(name, answers))
    for (const order of orders) expect([...order].sort((a, b) => a - b)).toEqual([0, 1, 2, 3])
    expect(new Set(orders.map(String)).size).toBeGreaterThan(3)
    expect(orderOf('a', answers)).toEqual(orders[0])
  })
  test('spreads the right answer evenly over the places', () => {
    expect(asked.length).toBeGreaterThan(38)
    for (const place of [0, 1, 2]) {
      const share = places.filter((one) => one === place).length / places.length
      expect([place, share > 0.26, share < 0.4]).toEqual([place, true, true])
    }
    // Nor is it at the same position more than three times in a row.
    expect(places.some((place, i) => [1, 2, 3].every((next) => places[i + next] === place))).toBe(false)
  })
})

test('every lesson has a picture for the contents', () => {
  for (const { drawn } of lessons) {
    const { lines, box } = thumbnailOf(drawn)
    expect(lines.length).toBeGreaterThan(0)
    for (const { points } of lines)
      for (const point of points) expect(point.every(Number.isFinite)).toBe(true)
    expect(box[1]).toBeGreaterThan(box[0])
  }
})
