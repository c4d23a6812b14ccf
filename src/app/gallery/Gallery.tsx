// The gallery: phenomena that people look for, each with a small computed picture, a name, one sentence and a link into
// the lab.

import contentsStyles from '../Contents.module.css'
import { lessonsWords } from '../../i18n/areas/lessons.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { useNothingRuns } from '../useNothingRuns.ts'
import { Thumbnail } from '../Thumbnail.tsx'
import { addressOf, phenomena } from '../../labs/gallery.ts'
import type { Phenomenon } from '../../labs/phenomenon.ts'

export function Gallery() {
  const words = useWords(lessonsWords)
  const own = words.lessons.gallery
  useNothingRuns()
  return (
    <main className={contentsStyles.contents} id="main" tabIndex={-1}>
      <header className={contentsStyles.head}>
        <h1>{own.title}</h1>
        <p>{fill(own.lead, { count: phenomena.length })}</p>
      </header>
      <ul className={contentsStyles.lessons}>
        {phenomena.map((one) => (
          <Tile key={one.id} one={one} />
        ))}
      </ul>
    </main>
  )
}

function Tile({ one }: { readonly one: Phenomenon }) {
  const language = useLanguage()
  return (
    <li>
      <a className={contentsStyles.tile} href={addressOf(one)}>
        <Thumbnail make={one.picture} />
        <span className={contentsStyles.tileTitle}>{inLanguage(one.name, language)}</span>
        <span className={contentsStyles.tileQuestion}>{inLanguage(one.says, language)}</span>
      </a>
    </li>
  )
}
