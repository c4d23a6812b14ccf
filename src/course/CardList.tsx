// Cards about errors in the course notes: what the notes say, what is true, and a run that shows it.

import { lessonsWords } from '../i18n/areas/lessons.ts'
import { inLanguage, sentenceGap, useLanguage, useWords } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import type { Card } from './lesson.ts'
import { Line } from '../panels/lesson/LessonText.tsx'
import textStyles from '../styles/Text.module.css'
import styles from './Question.module.css'

interface Props {
  readonly cards: readonly Card[]
  /** A card's place. */
  readonly onShow: (card: number) => void
}

export function CardList({ cards, onShow }: Props) {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const own = words.lessons.cards
  return (
    <section className={styles.cards} aria-label={own.title}>
      <h2>{own.title}</h2>
      {cards.map((card, i) => (
        <div className={styles.card} key={card.says.en}>
          {card.written && (
            <p className={textStyles.note}>
              {own.written}
              {sentenceGap(language)}
              <q>{<Line text={inLanguage(card.written, language)} />}</q>
            </p>
          )}
          <p>
            <Line text={inLanguage(card.says, language)} />
          </p>
          <Button onClick={() => onShow(i)}>{own.check}</Button>
        </div>
      ))}
    </section>
  )
}
