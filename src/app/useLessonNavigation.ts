// Navigation through the course: the steps of a lesson and then the next lesson, or the steps of a lecture's path.

import { lessonsWords } from '../i18n/areas/lessons.ts'
import { fill, inLanguage, useLanguage, useWords } from '../i18n/index.ts'
import { lessonEntry, loadLesson } from './catalog.ts'
import { lessons } from '../lessons/index.ts'
import { numberOf, type Lesson } from '../course/lesson.ts'
import { isPath } from '../course/paths.ts'
import { paths } from './paths.ts'
import { addressSays } from '../document/session.ts'

export interface Leg {
  readonly label: string
  readonly go: () => void
}
export interface Way {
  readonly back: Leg | undefined
  readonly next: Leg
}

/** Opens a step of any lesson. `path` stays in the address. */
export async function openStep(lesson: string, step: string | number, path?: string): Promise<void> {
  const entry = lessonEntry(lesson)
  if (!entry) return
  const own = await loadLesson(entry.id)
  const at = typeof step === 'number' ? step : own.steps.findIndex((one) => one.id === step)
  const parameters = [path && `path=${path}`, at > 0 && `at=${numberOf(own, at)}`].filter(Boolean).join('&')
  location.hash = `#/${lesson}${parameters && `?${parameters}`}`
}

export function useLessonNavigation(lesson: Lesson, at: number, onGo: (step: number) => void): Way {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const path = addressSays('path')
  const own = words.lessons
  if (isPath(path)) {
    const place = paths[path].findIndex((one) => one.lesson === lesson.id && one.step === lesson.steps[at].id)
    if (place >= 0) {
      const [before, after] = [paths[path][place - 1], paths[path][place + 1]]
      const leg = (label: string, to: typeof before): Leg => ({
        label,
        go: () =>
          to.lesson === lesson.id
            ? onGo(lesson.steps.findIndex((one) => one.id === to.step))
            : void openStep(to.lesson, to.step, path),
      })
      return {
        back: before && leg(own.back, before),
        next: after
          ? leg(own.next, after)
          : { label: own.finish, go: () => void (location.hash = `#/?path=${path}`) },
      }
    }
  }
  const entry = lessons[lessons.findIndex(({ id }) => id === lesson.id) + 1]
  return {
    back: at > 0 ? { label: own.back, go: () => onGo(at - 1) } : undefined,
    next:
      at < lesson.steps.length - 1
        ? { label: own.next, go: () => onGo(at + 1) }
        : entry
          ? {
              label: fill(own.nextLesson, { title: inLanguage(entry.title, language) }),
              go: () => void (location.hash = `#/${entry.id}`),
            }
          : { label: own.finish, go: () => void (location.hash = '#/') },
  }
}
