// The way through a class: a lecture's path over several lessons, or one lesson, and the addresses on it.

import { numberOf, type Lesson } from '../../course/lesson.ts'
import { loadLesson } from '../catalog.ts'
import { isPath, type PathName } from '../../course/paths.ts'
import { paths } from '../paths.ts'
import { remembered } from '../../fetch/retried.ts'
import { splitHash } from '../../document/link/hash.ts'
import { placesOf, type Place, type Stop } from './walk.ts'

export interface Way {
  /** The path's or the lesson's name. */
  readonly name: string
  readonly path: PathName | undefined
  readonly stops: readonly Stop[]
  readonly places: readonly Place[]
}

const ways = new Map<string, () => Promise<Way>>()

async function wayOfPath(path: PathName): Promise<Way> {
  const stops = await Promise.all(
    paths[path].map(async ({ lesson: id, step }): Promise<Stop> => {
      const lesson = await loadLesson(id)
      return {
        lesson,
        at: Math.max(
          0,
          lesson.steps.findIndex((one) => one.id === step),
        ),
      }
    }),
  )
  return { name: path, path, stops, places: placesOf(stops) }
}

function wayOfLesson(lesson: Lesson): Way {
  const stops = lesson.steps.map((_, at) => ({ lesson, at }))
  return { name: lesson.id, path: undefined, stops, places: placesOf(stops) }
}

/** Returns the way that contains a step: the path, if the address names one that has the step, else its lesson. */
export function wayFor(lesson: Lesson, at: number, path: string | undefined): Promise<Way> {
  const step = lesson.steps[at].id
  const onPath = isPath(path) && paths[path].some((one) => one.lesson === lesson.id && one.step === step)
  const key = onPath ? path : lesson.id
  let way = ways.get(key)
  if (!way) {
    way = remembered(() => (onPath ? wayOfPath(path) : Promise.resolve(wayOfLesson(lesson))))
    ways.set(key, way)
  }
  return way()
}

/** Returns the address of a step on the stage. `at` is its index in the lesson. */
export function stageHash(lesson: Lesson, at: number, path: string | undefined): string {
  const number = at > 0 && `at=${numberOf(lesson, at)}`
  const parameters = ['present=1', path && `path=${path}`, number].filter(Boolean)
  return `#/${lesson.id}?${parameters.join('&')}`
}

/** Returns the class's link to a step, as short as possible: no protocol, no stage parameter. */
export function classLink(hash: string): string {
  const { route, search } = splitHash(hash)
  // A step of a lesson, an entry of the gallery, a set of questions.
  const name = route === 'questions' ? 'seed' : 'at'
  const value = new URLSearchParams(search).get(name)
  const place =
    location.protocol === 'file:' ? '' : location.host + location.pathname.replace(/index\.html$/, '')
  return `${place}#/${route}${value ? `?${name}=${value}` : ''}`
}

/** The link as an address. */
export const classAddress = (hash: string): string =>
  location.protocol === 'file:'
    ? location.href.replace(/#.*$/, '') + hash
    : `${location.protocol}//${classLink(hash)}`
