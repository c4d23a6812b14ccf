// The sentences of a lesson to take home.

import { inLanguage, useLanguage } from '../i18n/index.ts'
import { Line } from '../panels/lesson/LessonText.tsx'
import type { Lesson } from './lesson.ts'

export function Summary({ lesson }: { readonly lesson: Lesson }) {
  const language = useLanguage()
  return (
    <ul>
      {lesson.summary.map((one) => (
        <li key={one.en}>
          <Line text={inLanguage(one, language)} />
        </li>
      ))}
    </ul>
  )
}
