// Cards about errors in the course notes: what the notes say, what is true, and a run that shows it.

import { lessonsWords } from '../i18n/areas/lessons.ts'
import { inLanguage, sentenceGap, useLanguage, useWords } from '../i18n/index.ts'
import type { Words } from '../engine/words.ts'
import { Button } from '../ui/Button.tsx'
import type { LabState } from './asked.ts'
import { Line } from '../panels/lesson/LessonText.tsx'

export interface Card {
  readonly says: Words
  /** What the notes say. */
  readonly written?: Words
  readonly load: LabState
}

interface Props {
  readonly cards: readonly Card[]
  readonly onShow: (state: LabState) => void
}

export function CardList({ cards, onShow }: Props) {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const own = words.lessons.cards
  return (
    <section className="cards" aria-label={own.title}>
      <h2>{own.title}</h2>
      {cards.map((card) => (
        <div className="card" key={card.says.en}>
          {card.written && (
            <p className="note">
              {own.written}
              {sentenceGap(language)}
              <q>{<Line text={inLanguage(card.written, language)} />}</q>
            </p>
          )}
          <p>
            <Line text={inLanguage(card.says, language)} />
          </p>
          <Button onClick={() => onShow(card.load)}>{own.check}</Button>
        </div>
      ))}
    </section>
  )
}
