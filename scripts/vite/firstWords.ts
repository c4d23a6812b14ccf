// The words that a phone shows first, painted with the static shell before any script arrives: the front page's title, the
// playground's sentence on fairness, the map's title, the first paragraph of a lesson. They lie where the page has them
// (index.html) and go when the page's own come (src/state/arriving.ts), or at the first touch.
import type { Plugin } from 'vite'
import { loadLesson } from '../../src/app/catalog.ts'
import { lessonIds } from '../../src/course/ids.ts'
import { common } from '../../src/i18n/en/common.ts'
import { lessons as front } from '../../src/i18n/en/lessons.ts'
import { map } from '../../src/i18n/en/map.ts'
import { playground } from '../../src/i18n/en/playground.ts'
import { fill } from '../../src/i18n/fill.ts'
import { common as commonZh } from '../../src/i18n/zh-CN/common.ts'
import { lessons as frontZh } from '../../src/i18n/zh-CN/lessons.ts'
import { map as mapZh } from '../../src/i18n/zh-CN/map.ts'
import { playground as playgroundZh } from '../../src/i18n/zh-CN/playground.ts'
import { lessons } from '../../src/lessons/index.ts'
import { paragraphs, pieces } from '../../src/panels/lesson/markup.ts'

const languages = [
  { tag: 'en', of: 'en', common, front, map, playground },
  { tag: 'zh-CN', of: 'zh', common: commonZh, front: frontZh, map: mapZh, playground: playgroundZh },
] as const

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const marked = (text: string): string =>
  pieces(text)
    .map((piece) => {
      if (piece.kind === 'bold') return `<b>${escaped(piece.text)}</b>`
      if (piece.kind !== 'math') return escaped(piece.text)
      return piece.parts
        .map(({ text: sign, italic, below, above }) => {
          const body = italic ? `<i>${escaped(sign)}</i>` : escaped(sign)
          return (
            body +
            (below ? `<sub>${escaped(below)}</sub>` : '') +
            (above ? `<sup>${escaped(above)}</sup>` : '')
          )
        })
        .join('')
    })
    .join('')

const placed = (route: string, kind: string, tag: string, content: string): string =>
  `<div class="said" data-at="${route}" data-as="${kind}" lang="${tag}" aria-hidden="true">${content}</div>`

async function template(): Promise<string> {
  const all = languages.flatMap(({ tag, front: { contents }, map: { title }, playground: { fair } }) => [
    placed('', 'front', tag, `<h1>${escaped(contents.title)}</h1><p>${escaped(contents.hero)}</p>`),
    placed('playground', 'play', tag, `<p>${escaped(fair)}</p>`),
    placed('map', 'map', tag, `<p>${escaped(title)}</p>`),
  ])
  for (const [i, id] of lessonIds.entries()) {
    const [step] = (await loadLesson(id)).steps
    // Where there is no question the words begin at another height.
    if (!step.prediction) continue
    for (const {
      tag,
      of,
      common: { lessonOf },
    } of languages) {
      const place = `${fill(lessonOf, { number: i + 1, count: lessonIds.length })} · ${lessons[i].title[of]}`
      const text = marked(paragraphs(step.text[of])[0])
      all.push(
        placed(id, 'lesson', tag, `<p>${escaped(place)}</p><h1>${marked(step.title[of])}</h1><p>${text}</p>`),
      )
    }
  }
  return `<template id="said">${all.join('')}</template>`
}

// An address that says more than its route opens another document, which has other words.
const show = `<script>
      ;(function () {
        var root = document.documentElement
        var address = /^(?:#\\/?)?([^?]*)\\??(.*)$/.exec(location.hash)
        var says = Array.from(new URLSearchParams(address[2]).keys()).some(function (name) {
          return name !== 'lang' && name !== 'theme'
        })
        if (says || 'embed' in root.dataset || 'present' in root.dataset) return
        var words = Array.from(document.getElementById('said').content.children).find(function (one) {
          return one.dataset.at === address[1] && one.lang === root.lang
        })
        if (!words) return
        root.dataset.said = words.dataset.as
        document.body.append(words)
        var drop = function () {
          words.remove()
        }
        ;['hashchange', 'pointerdown', 'keydown'].forEach(function (name) {
          addEventListener(name, drop, { once: true, capture: true })
        })
        setTimeout(drop, 8000)
      })()
    </script>`

export function firstWords(): Plugin {
  return {
    name: 'ravine:first-words',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      handler: async (html) => {
        const said = `${await template()}\n    ${show}\n    `
        return html.replace(/(?=<div id="root">)/, () => said)
      },
    },
  }
}
