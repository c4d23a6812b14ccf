import { describe, expect, test } from 'vitest'
import { checkExercise, exerciseKeys, exerciseSolution, exerciseStart } from './exercises.ts'
import { wrong, written, type ExerciseKey, type Mistake } from './mistakes.ts'

const verdict = (exercise: ExerciseKey, source: string): string => {
  const result = checkExercise(exercise, source)
  if (result.kind === 'right') return result.otherConvention ? 'right, other convention' : 'right'
  return result.kind === 'fault' ? result.fault.message : (result.mistake ?? 'unknown')
}

describe.each(exerciseKeys)('%s', (exercise) => {
  test('the notes’ lines are right; the initial page is not yet a rule', () => {
    expect(verdict(exercise, exerciseSolution(exercise))).toBe('right')
    expect(verdict(exercise, exerciseStart(exercise, 'hole'))).toContain('fill in what is missing here')
    expect(verdict(exercise, exerciseStart(exercise, 'empty'))).toContain('must assign w')
  })

  test.each(wrong[exercise].map(([mistake, lines]) => [mistake, lines.join('; ')] as const))(
    '%s: %s',
    (mistake, lines) => {
      expect(verdict(exercise, written(exercise, lines.split('; ')))).toBe(mistake)
    },
  )

  test('a mistake has three hints in both languages', () => {
    for (const [, lines] of wrong[exercise]) {
      const result = checkExercise(exercise, written(exercise, lines))
      if (result.kind !== 'wrong') throw new Error('expected a wrong rule')
      for (const hint of result.hints) {
        expect(hint.en).not.toBe('')
        expect(hint.zh).toMatch(/\p{Script=Han}/u)
      }
    }
  })
})

test.each([
  ['momentum', 'parameter mu = 0.9\nu = mu*u - (mu - 1)*dW\nw = w - u*alpha'],
  ['momentum', 'parameter beta = 0.8\nm = m + (1 - beta)*(dW - m)\nw = -alpha*m + w'],
  ['biasCorrection', 'parameter b = 0.9\nq = b*q + (1 - b)*dW\nw = w - alpha/(1 - b^t)*q'],
  ['biasCorrection', 'p = 0.9*p + 0.1*dW\nmemory k = 1\nk = 0.9*k\nw = w - alpha*p/(1 - k)'],
  [
    'rmsprop',
    'parameter beta2 = 0.9\nparameter eps = 1e-8\nw = w - alpha*dW/(beta2*S + (1 - beta2)*dW^2 + eps)^0.5\nS = beta2*S + (1 - beta2)*dW^2',
  ],
  [
    'adam',
    'parameter b1 = 0.9\nparameter b2 = 0.999\nparameter eps = 1e-8\nS=b2*S+(1-b2)*dW*dW\nV=b1*V+(1-b1)*dW\nw=w-(alpha/(1-b1^t))*V*(1/sqrt(eps+S/(1-b2^t)))',
  ],
] as const)('%s in an unusual form is right', (exercise, source) => {
  expect(verdict(exercise, source)).toBe('right')
})

test('ε outside the root is the other convention, and right', () => {
  expect(
    verdict(
      'rmsprop',
      written('rmsprop', ['S = beta2*S + (1 - beta2)*dW^2', 'w = w - alpha*dW/(sqrt(S) + epsilon)']),
    ),
  ).toMatch(/^right/)
  // A large ε tells the two conventions apart.
  const text =
    'parameter beta2 = 0.9\nparameter epsilon = 0.5\nS = beta2*S + (1 - beta2)*dW^2\nw = w - alpha*dW/'
  expect(verdict('rmsprop', `${text}(sqrt(S) + epsilon)`)).toBe('right, other convention')
  expect(verdict('rmsprop', `${text}sqrt(S + epsilon)`)).toBe('right')
})

test('each of the course’s sixteen mistakes is known to an exercise', () => {
  const known = new Set(exerciseKeys.flatMap((key) => wrong[key].map(([mistake]): Mistake => mistake)))
  expect(known.size).toBe(16)
})

test('weight decay of any size is distinguished from a wrong average', () => {
  const text = 'parameter beta = 0.9\nV = beta*V + (1 - beta)*dW\nw = w - alpha*V - 0.004*w'
  expect(verdict('momentum', text)).toBe('productWithW')
})
