import { expect, test } from 'vitest'
import { frameCode, framed } from './frameCode.ts'

test('a frame keeps the experiment and drops the presentation', () => {
  const link = 'https://a.org/r/#/momentum?present=1&at=2&alpha=0.3&lang=en'
  expect(framed(link, { embed: true, hide: ['controls', 'strips'] })).toBe(
    'https://a.org/r/#/momentum?at=2&alpha=0.3&lang=en&embed=1&hide=controls,strips',
  )
  expect(framed(link, { language: 'zh-CN' })).toBe('https://a.org/r/#/momentum?at=2&alpha=0.3&lang=zh-CN')
  expect(framed('https://a.org/#/', {})).toBe('https://a.org/#/')
})

test('the code holds quotation marks and ampersands', () => {
  expect(frameCode('https://a.org/#/map?a=1&b=2', 'The "map" <1>', 480)).toBe(
    '<iframe src="https://a.org/#/map?a=1&amp;b=2" title="The &quot;map&quot; &lt;1>" width="100%" height="480" style="border:0" loading="lazy" allowfullscreen></iframe>',
  )
})
