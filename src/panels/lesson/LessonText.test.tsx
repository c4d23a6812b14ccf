// Typesetting of a lesson's words.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Line } from './LessonText.tsx'

test('closing punctuation stays with the formula before it', () => {
  const markup = renderToStaticMarkup(<Line text="椭圆是 $sqrt S$：长的方向除得多，$w$ 短" />)
  expect(markup.replace(/<[^>]*>/g, '')).toBe('椭圆是 √S：长的方向除得多，w 短')
  expect(markup).toMatch(/<span class="Text-together">(?:(?!class="Text-together").)*：<\/span>长的/)
})
