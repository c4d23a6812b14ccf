import { readdirSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { detectLanguage, readLanguage } from './detect.ts'
import * as everyArea from './areas/index.ts'
import { fill } from './fill.ts'
import { glossary, misused } from './glossary.ts'
import { loadLanguage, words } from './index.ts'
import { texts } from './texts.ts'

await loadLanguage('zh-CN')

const areas = Object.values(everyArea)
const english = new Map(texts(words('en', ...areas)))
const chinese = new Map(texts(words('zh-CN', ...areas)))
const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map((match) => match[0]).sort()

describe('both dictionaries', () => {
  it('contain every area, loaded with the page or later', () => {
    const folder = new URL('./en/', import.meta.url)
    const files = readdirSync(folder).filter((name) => name !== 'index.ts')
    const held = new Set([...english.keys()].map((path) => path.split('.')[0]))
    expect([...held].sort()).toEqual(files.map((name) => name.replace(/\.ts$/, '')).sort())
  })
  it('have the same keys, and no text that is empty in one of them only', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
    expect([...english].filter(([path, text]) => (text === '') !== (chinese.get(path) === ''))).toEqual([])
  })
  it('have the same placeholders', () => {
    const different = [...english].filter(
      ([path, text]) => String(places(text)) !== String(places(chinese.get(path)!)),
    )
    expect(different).toEqual([])
  })
})

describe('the Chinese texts', () => {
  it("keep to the course's terms", () => {
    expect([...chinese].flatMap(([path, text]) => misused(text).map((fault) => `${path}: ${fault}`))).toEqual(
      [],
    )
  })
  it('use Chinese marks between Chinese words', () => {
    const latin = /[\u4e00-\u9fff][,;:?!]|[,;:?!](?=[\u4e00-\u9fff])/u
    expect([...chinese].filter(([, text]) => latin.test(text))).toEqual([])
  })
  it('put a space between Chinese and a letter or digit', () => {
    const tight = /[\u4e00-\u9fff][A-Za-zα-ω0-9]|[A-Za-zα-ω0-9][\u4e00-\u9fff]/u
    expect([...chinese].filter(([, text]) => tight.test(text))).toEqual([])
  })
})

describe('the glossary', () => {
  it('forbids no word that another term needs', () => {
    expect(glossary.flatMap(({ zh }) => misused(zh))).toEqual([])
  })
  it('finds what is wrong', () => {
    expect(misused('十轮迭代后做偏置修正')).toEqual(['轮迭代 → 迭代', '偏置修正 → 偏差修正'])
    expect(misused('每轮打乱一次，偏差修正')).toEqual([])
  })
})

test('fill puts values in their places and leaves the notation alone', () => {
  expect(fill('step {step} of {steps}', { step: 3, steps: 10 })).toBe('step 3 of 10')
  expect(fill('J^{t} of {name}', { name: 'a {t}' })).toBe('J^{t} of a {t}')
  expect(fill('{count|step|steps} {step}', { count: 5e6, step: '5000' })).toBe('steps 5000')
  expect(fill('{count}, {few}, {share}', { count: 5e6, few: 64, share: 1234.5 })).toBe(
    '5,000,000, 64, 1234.5',
  )
})

test('the language comes from the link, then the choice, then the browser, then English', () => {
  expect(detectLanguage('zh-CN', 'en', ['en-GB'])).toBe('zh-CN')
  expect(detectLanguage('fr', 'zh-CN', ['en-GB'])).toBe('zh-CN')
  expect(detectLanguage(null, null, ['fr-FR', 'zh-Hant-TW', 'en'])).toBe('zh-CN')
  expect(detectLanguage(null, null, ['fr'])).toBe('en')
  expect([readLanguage('zh'), readLanguage('EN_us'), readLanguage('')]).toEqual(['zh-CN', 'en', null])
})
