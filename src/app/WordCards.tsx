// The words of a step: one column on a wide screen, on a phone cards beside each other, swiped one at a time. The
// browser scrolls and snaps (Lesson.module.css). Each card takes the focus, so keys reach and scroll it as well.

import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { lessonsWords } from '../i18n/areas/lessons.ts'
import { fill, useWords } from '../i18n/index.ts'
import styles from './Lesson.module.css'

/** The same sizes as in Lesson.module.css. */
const swiping = matchMedia('(max-width: 47.99rem) and (min-height: 36.01rem)')

function subscribe(listener: () => void): () => void {
  swiping.addEventListener('change', listener)
  return () => swiping.removeEventListener('change', listener)
}

const isSwiped = (): boolean => swiping.matches && !('embed' in document.documentElement.dataset)

export interface WordCard {
  readonly key: string
  readonly content: ReactNode
}

export function WordCards({ cards }: { readonly cards: readonly WordCard[] }) {
  const words = useWords(lessonsWords)
  const swiped = useSyncExternalStore(subscribe, isSwiped)
  const row = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState(0)
  const count = cards.length
  const keys = cards.map(({ key }) => key).join()
  useEffect(() => {
    if (!swiped || !row.current) return
    const all = [...row.current.children]
    const seen = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) setShown(all.indexOf(target))
      },
      { root: row.current, threshold: 0.6 },
    )
    for (const card of all) seen.observe(card)
    return () => seen.disconnect()
  }, [swiped, keys])
  return (
    <>
      <div className={styles.cards} ref={row}>
        {cards.map(({ key, content }, i) => (
          <div
            key={key}
            className={styles.card}
            {...(swiped && {
              role: 'group',
              tabIndex: 0,
              'aria-label': fill(words.lessons.card, { number: i + 1, count }),
            })}
          >
            {content}
          </div>
        ))}
      </div>
      {swiped && count > 1 && (
        <p className={styles.places} aria-hidden="true">
          {cards.map(({ key }, i) => (
            <span key={key} data-shown={i === shown || undefined} />
          ))}
        </p>
      )}
    </>
  )
}
