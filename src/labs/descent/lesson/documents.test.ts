// What a lesson's step opens with: its own state while its question is open, the revealed one after it is answered.
import { afterEach, describe, expect, it } from 'vitest'
import { useCourse } from '../../../state/course.ts'
import { documentAfter, documentsOf } from './documents.ts'
import { loadLesson } from '../../../app/catalog.ts'
import { lessons } from '../../../lessons/index.ts'

const course = await Promise.all(lessons.map(({ id }) => loadLesson(id)))
const asked = course.flatMap((lesson) =>
  documentsOf(lesson).flatMap((preset, at) =>
    lesson.steps[at].prediction ? [{ name: `${lesson.id}/${lesson.steps[at].id}`, lesson, at, preset }] : [],
  ),
)
const before = useCourse.getState()
afterEach(() => useCourse.setState(before, true))

const answered = (name: string, revealed: boolean): void =>
  useCourse.setState({ predictions: { [name]: { answer: 0, revealed } } })

describe.each(asked.map((one) => [one.name, one] as const))('%s', (name, { lesson, at, preset }) => {
  it('opens in its own state while the question is open, answered or not', () => {
    expect(preset.opens!()).toBeUndefined()
    answered(name, false)
    expect(preset.opens!()).toBeUndefined()
  })
  it('opens in its revealed state once answered, at the reveal’s step', () => {
    answered(name, true)
    const reveal = lesson.steps[at].prediction!.reveal ?? {}
    const opened = preset.opens!()!
    expect(opened.experiment).toEqual(documentAfter(preset, reveal).experiment)
    expect(opened.view).toEqual({ ...preset.view, ...reveal.view })
    expect(opened.cursor).toBe(reveal.cursor)
    // The address is still relative to the step's own state.
    expect(opened.number ?? preset.number).toBe(preset.number)
  })
})
