// The questions on the stage: the order of presses, and what the last scene sends the class back to.
import { expect, test } from 'vitest'
import { twelve } from '../transfer/twelve.ts'
import { answersOf, missed, questionPlaces } from './questionPlaces.ts'

const set = twelve(1)

test('a choice is asked, counted, revealed and explained; a number is asked and told', () => {
  const places = questionPlaces(set)
  set.forEach(({ question }, at) => {
    const phases = places
      .filter((place) => place.at === at && place.phase !== 'home')
      .map(({ phase }) => phase)
    expect(phases).toEqual('answers' in question ? ['ask', 'count', 'reveal', 'after'] : ['ask', 'after'])
  })
  expect(places.at(-1)!.phase).toBe('home')
  // Each question in its turn.
  expect(places.map(({ at }) => at)).toEqual(places.map(({ at }) => at).toSorted((a, b) => a - b))
})

test('the class looks again at a question only if a wrong answer got as many hands as any', () => {
  const choices = set.filter(({ question }) => 'answers' in question)
  const [drawn] = choices
  const question = 'answers' in drawn.question ? drawn.question : undefined
  const right = answersOf(question!).findIndex((answer) => answer.right)
  const only = (at: number) => [0, 1, 2].map((i) => (i === at ? 3 : 1))
  const votesOf = (votes: readonly number[]) => (one: typeof drawn) => (one === drawn ? votes : undefined)
  expect(missed(set, () => undefined)).toEqual([])
  expect(missed(set, votesOf([0, 0, 0]))).toEqual([])
  expect(missed(set, votesOf(only(right)))).toEqual([])
  expect(missed(set, votesOf(only((right + 1) % 3)))).toEqual([drawn])
  expect(missed(set, votesOf([2, 2, 2]))).toEqual([drawn])
})
