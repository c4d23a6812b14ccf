import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inLanguage } from '../i18n/index.ts'
import { lessons } from '../lessons/index.ts'
import { loadLesson } from './catalog.ts'
import { paragraphs } from '../panels/lesson/markup.ts'
import { cardLetters, lettersOf, packed, titleLetters } from './packed.ts'

it('cards keep every text in its order, and hold no more than fits but for one long text', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 })), (lengths) => {
      const cards = packed(lengths, (length) => length)
      const sumOf = (at: number): number =>
        cards[at].reduce((all, one) => all + one, at === 0 ? titleLetters : 0)
      expect(cards.flat()).toEqual(lengths)
      cards.forEach((card, i) => {
        expect(card.length <= 1 || sumOf(i) <= cardLetters).toBe(true)
        // The next text had no room on the card before.
        const before = i === 0 ? Infinity : sumOf(i - 1)
        expect(before + (card[0] ?? 0)).toBeGreaterThan(cardLetters)
      })
    }),
  )
})

it('a Chinese text takes as much room as its English one, within half', async () => {
  for (const { id } of lessons)
    for (const { text } of (await loadLesson(id)).steps) {
      const [en, zh] = (['en', 'zh-CN'] as const).map((language) => lettersOf(inLanguage(text, language)))
      expect(zh / en).toBeGreaterThan(0.4)
      expect(zh / en).toBeLessThan(1.5)
    }
})

it('a step has at most five cards of words', async () => {
  for (const { id } of lessons)
    for (const { text } of (await loadLesson(id)).steps)
      for (const language of ['en', 'zh-CN'] as const)
        expect(packed(paragraphs(inLanguage(text, language)), lettersOf).length).toBeLessThanOrEqual(5)
})

it('while a question is open no step plays by itself', async () => {
  const playing: string[] = []
  for (const { id } of lessons)
    for (const step of (await loadLesson(id)).steps)
      if (step.prediction && 'play' in step && step.play) playing.push(`${id}/${step.id}`)
  expect(playing).toEqual([])
})
