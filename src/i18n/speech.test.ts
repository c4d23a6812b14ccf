// Every visible sentence must be one that a good lecturer would say aloud. These patterns tend to creep back: verbs
// that do not fit their subject, reversed multiples, missing verbs, literal translations. The test searches the
// dictionaries, every pair of words in the sources, and the README.

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import * as everyArea from './areas/index.ts'
import { misused } from './glossary.ts'
import { loadLanguage, words } from './index.ts'
import { texts } from './texts.ts'

await loadLanguage('zh-CN')

interface Said {
  readonly where: string
  readonly en: string
  readonly zh: string
}

const source = fileURLToPath(new URL('..', import.meta.url))

/** Returns the text of a literal, with `{}` for each expression. */
function textOf(node: unknown): string | undefined {
  const { type, value, quasis } = node as {
    type?: string
    value?: unknown
    quasis?: readonly { readonly value: { readonly cooked: string } }[]
  }
  if (type === 'Literal' && typeof value === 'string') return value
  return type === 'TemplateLiteral' ? quasis!.map((part) => part.value.cooked).join('{}') : undefined
}

/** Collects every `{ en, zh }` in a syntax tree. */
function pairsIn(node: unknown, found: { en: string; zh: string }[] = []): { en: string; zh: string }[] {
  if (typeof node !== 'object' || node === null) return found
  const { type, properties } = node as { type?: string; properties?: readonly unknown[] }
  if (type === 'ObjectExpression') {
    const named = new Map(
      properties!.map((one) => {
        const { key, value } = one as { key?: { name?: string }; value?: unknown }
        return [key?.name, value]
      }),
    )
    const [en, zh] = [textOf(named.get('en') ?? {}), textOf(named.get('zh') ?? {})]
    if (en !== undefined && zh !== undefined) found.push({ en, zh })
  }
  for (const part of Object.values(node)) pairsIn(part, found)
  return found
}

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  // Skip test helpers, and the dictionaries, which are read as objects.
  .filter((file) => !/[\\/](testing|i18n)[\\/]/.test(file))

const ofSources = files.flatMap((file): Said[] => {
  const text = readFileSync(file, 'utf8')
  if (!text.includes('zh:')) return []
  const { program } = parseSync(file, text)
  return pairsIn(program).map((pair) => ({ where: relative(source, file), ...pair }))
})

const areas = Object.values(everyArea)
const chinese = new Map(texts(words('zh-CN', ...areas)))
const ofDictionaries = texts(words('en', ...areas)).map(([where, en]): Said => ({
  where,
  en,
  zh: chinese.get(where)!,
}))
const all = [...ofSources, ...ofDictionaries]

/** A pattern, and what to write instead. */
type Rule = readonly [pattern: RegExp, instead: string]

const english: readonly Rule[] = [
  [/\bstand(s|ing)?\b/i, 'is shown, you find it'],
  [/\bbeside\b/i, 'compared with, next to'],
  [/\btimes (less|higher|more|larger|smaller|steeper|longer|flatter)\b/i, 'n times as large, one n-th of'],
  [/\b(shrinks|falls|grows) by (at|0\.\d)/i, 'shrinks to 0.949 of itself'],
  [/\b(whoever|nobody)\b/i, 'you, we'],
  [
    /(?<!\b(?:the|this|that|each|which|last|first|second|third|sixth|other|next|every|only|mild|\w+er) )\bone (?:says|tunes|can|must|should|sees|gets|would)\b/i,
    'you, we',
  ],
  [/\bthe way (there|is|left|that is left|gets|to it)\b|\bof the way\b/i, 'distance'],
  [/\bfl(y|ies|ew|own|ying) out\b/i, 'diverges'],
  [/\b(dies|dying|calm|calmer|calms)\b/i, 'diverges; smooth'],
  [/\b(mend|mends|mended|anew|beneath|for ever|to and fro)\b/i, 'fix, again, below, forever, back and forth'],
  [/\bturn(s|ed)? (a|the|them|its|three|their) labels?\b|\blabels? (is|are|was) turned\b/i, 'flip a label'],
  [
    /\b(above|below|over) the line\b|\bover the (root|other|flattest)\b/i,
    'numerator, denominator, divided by',
  ],
  [/\b(who cares|to take home|as the system)\b/i, 'what a learner would search for'],
  [/\b(given|gives) out\b|\bweights given\b/i, 'the weights add up to'],
  [/(?<!course )\bnotes (say|write|put|cut|end)\b|\b[Tt]he notes[:’]/, 'the course notes say'],
  [/; (\{value\}|the last \w+) stays?\b/, '; keeping {value}'],
  [/(vectoris|normalis|regularis|recognis|colour|centre\b|centred)/i, 'American spelling'],
  [/[\d}]\s%/, '65%'],
  // A label and a colon in place of a sentence: “The price: …”, “Reshuffled: …”. Labels themselves end without a
  // period.
  [
    /(?:^(?=[^]*[.!?]$)|[.!?]\s)(?:(?:The|A|An) )?(?!Fair|Step|Day|Points|Curve)[A-Z]?[a-z]+: (?=\w+ \w+ \w+ \w+)/,
    'a sentence with a verb',
  ],
]

const ofChinese: readonly Rule[] = [
  [
    /[大重陡长高小轻平快慢强弱多少]了? ?(?:[一二三四五六七八九十百千万两]+|\d[\d,.]*) ?倍/u,
    '变成 N 倍，是原来的 1/N',
  ],
  [/(?:小|轻|缩)[^，。；：]{0,6}倍/u, '是原来的 1/N'],
  [/极限|界限/u, '上限'],
  [/(?<!添加)一个运行|[两三四每这各]个运行|所有运行/u, '条轨迹'],
  [/切面|切片/u, '截面'],
  [/(?<!超参数|转一张|跟着)地图/u, '等高线图'],
  [/沉默|谁会在意|谁都不在意|课文|错标|普通平均|自己的碗|热到|热起来|填写此表|带走这几句/u, '见措辞表'],
  [/(?<!（)飞出去/u, '发散'],
  [/给出(?:了|的)[^，。]{0,8}权重|已给出/u, '权重之和'],
  [/[\d}]\s%/u, '65%'],
  [/(?<!课程)笔记(?!课程)(?=[说写把的里那切最这])/u, '课程笔记'],
]

const broken = (rules: readonly Rule[], text: (one: Said) => string): string[] =>
  all.flatMap((one) =>
    rules.flatMap(([pattern, instead]) => {
      const found = pattern.exec(text(one))
      return found ? [`${one.where}: “${found[0]}” → ${instead}: ${text(one).slice(0, 160)}`] : []
    }),
  )

/** Ignores a nickname in brackets after the field's word. */
const plain = (text: string): string => text.replace(/\*\*/g, '').replace(/\((flies out)\)/g, '')

describe('the words of the page', () => {
  it('are found', () => {
    expect(ofSources.length).toBeGreaterThan(700)
    expect(ofDictionaries.length).toBeGreaterThan(600)
  })
  it('are spoken English', () => {
    expect(broken(english, ({ en }) => plain(en))).toEqual([])
  })
  it('are spoken Chinese', () => {
    expect(broken(ofChinese, ({ zh }) => zh)).toEqual([])
    expect(all.flatMap(({ where, zh }) => misused(zh).map((fault) => `${where}: ${fault}`))).toEqual([])
  })
  it('keep a term’s name in both languages', () => {
    expect(all.filter(({ en, zh }) => /\bcontours?\b/i.test(en) && !zh.includes('等高线'))).toEqual([])
  })
})

it('the README is in spoken English', () => {
  const readme = readFileSync(join(source, '..', 'README.md'), 'utf8')
    .replace(/```[^]*?```/g, '')
    .replace(/`[^`]*`/g, '')
  const prose = readme.split(/\n\s*\n/).map((one) => one.replace(/\s+/g, ' '))
  const faults = prose.flatMap((paragraph) =>
    english.flatMap(([pattern, instead]) => {
      const found = pattern.exec(plain(paragraph))
      return found ? [`“${found[0]}” → ${instead}: ${paragraph.slice(0, 120)}`] : []
    }),
  )
  expect(faults).toEqual([])
})

it('the patterns find their targets', () => {
  const found = (rules: readonly Rule[], text: string): boolean =>
    rules.some(([pattern]) => pattern.test(plain(text)))
  for (const text of [
    'Across stand the examples read',
    '0.20 beside 0.28',
    'the penalty weighs eight times less',
    'Whoever changes B changes the decay',
    'a hyperparameter that one tunes: so one says',
    '65 % of the way is left',
    'Above 2 it flies out.',
    'The price: it takes twice as long.',
    'The notes: “it has warmed up”',
    'expected a number; {value} stays.',
  ])
    expect([text, found(english, text)]).toEqual([text, true])
  for (const text of [
    '坡度陡了一千倍',
    '惩罚项轻了八倍',
    '动量自己的界限',
    '两个运行从同一点出发',
    '一个切面',
    '在图下面的地图上',
    '大于 2 就飞出去',
    '占 65 % 的权重',
  ])
    expect([text, found(ofChinese, text)]).toEqual([text, true])
  for (const text of ['it **diverges** (flies out)', 'the last one must be smaller', 'standard deviation 1'])
    expect([text, found(english, text)]).toEqual([text, false])
  for (const text of ['变成一千倍', '就发散（飞出去）', '是原来的八分之一', '超参数地图'])
    expect([text, found(ofChinese, text)]).toEqual([text, false])
})
