import { expect, test } from 'vitest'
import { loadLesson } from '../catalog.ts'
import { lessons } from '../../lessons/index.ts'
import { firstSentence, misconceptionOf, questionOf, sentenceOf, titleOf } from './sentences.ts'
import { asks, choiceOf } from '../../course/asks.ts'

const steps = (await Promise.all(lessons.map(({ id }) => loadLesson(id)))).flatMap(({ id, steps: own }) =>
  own.map((step) => ({ name: `${id}/${step.id}`, step })),
)

test('a sentence ends where it ends, not at a decimal point', () => {
  expect(firstSentence('Here $alpha = 0.018$. For once.')).toBe('Here $alpha = 0.018$.')
  expect(firstSentence('At 0.02 it flies. **Then** not.')).toBe('At 0.02 it flies.')
  expect(firstSentence('这里是 0.02。然后。')).toBe('这里是 0.02。')
})

test.each(steps)('$name has a sentence that fits on the wall in both languages', ({ step }) => {
  for (const phase of ['scene', 'reveal', 'after'] as const) {
    if (phase !== 'scene' && !asks(step)) continue
    const sentence = sentenceOf(step, phase)
    expect(sentence?.en.length ?? 0).toBeGreaterThan(3)
    expect(sentence!.en.length).toBeLessThanOrEqual(260)
    expect(sentence!.zh.length).toBeLessThanOrEqual(130)
    // The markup is intact: no formula or bold word is cut.
    for (const text of [sentence!.en, sentence!.zh]) {
      expect(text.split('$').length % 2).toBe(1)
      expect(text.split('**').length % 2).toBe(1)
    }
  }
  expect(questionOf(step).en.length).toBeGreaterThan(3)
})

test('while the question is open the title does not answer it', () => {
  const { step } = steps.find(({ name }) => name === 'momentum/limit')!
  expect(titleOf(step, 'ask').en).not.toMatch(/dies|lives/)
  expect(titleOf(step, 'reveal').en).toBe(step.title.en)
})

test('the misconception is the class’s most frequent wrong answer', () => {
  const { step } = steps.find(({ name }) => name === 'momentum/limit')!
  const { answers } = choiceOf(step)!
  const place = (text: string): number => answers.findIndex((answer) => answer.text.en.startsWith(text))
  expect(misconceptionOf(step)!.letter).toBe(place('Both diverge'))
  const neither = place('Neither')
  const votes = answers.map((answer, i) => (answer.right ? 40 : i === neither ? 9 : 1))
  expect(misconceptionOf(step, votes)!.letter).toBe(neither)
})
