// Links that people may have saved: each opens the same bits as when the fixture was made, read as the page reads it.
import { expect, test } from 'vitest'
import { averagesOf } from '../engine/averages.ts'
import type { AveragesExperiment } from '../engine/experiment.ts'
import { hashOfRace } from '../engine/computeRace.ts'
import { hexOf, RowHash } from '../engine/hash.ts'
import { cellColumn, cellWidth, Sweep } from '../engine/map.ts'
import { documentsOf } from '../labs/descent/lesson/documents.ts'
import { averagesOf as averagesSteps } from '../labs/averages/lesson/documents.ts'
import { averagesLessons, isLesson, type LessonId } from '../course/ids.ts'
import { loadLesson } from './catalog.ts'
import { averagesPreset, averagesView } from '../labs/averages/preset.ts'
import { experimentFrom, splitHash } from '../document/link.ts'
import { mapOf, withoutCross } from '../labs/map/settings.ts'
import { descentCodec } from '../labs/descent/codec.ts'
import { mapCodec } from '../labs/map/codec.ts'
import fixture from './links.fixture.json' with { type: 'json' }
import { mapPreset } from '../labs/map/preset.ts'
import { followed } from './moved.ts'
import { playground } from '../labs/descent/preset.ts'

function averagesHash(experiment: AveragesExperiment, day: number): string {
  const { theta, v, w } = averagesOf(experiment)
  const hash = new RowHash()
  for (let t = 1; t <= Math.min(day, theta.length); t++)
    for (const value of [t, ...[theta, ...v, ...w].map((curve) => curve[t - 1])]) hash.add(value)
  return hexOf([hash.state()])
}

function mapHash(search: string): string {
  const map = withoutCross(mapOf(mapCodec.opened(search, [mapPreset], [], undefined).document))
  const cells = map.x.count * map.y.count
  const values = new Sweep(map).compute(Uint32Array.from({ length: cells }, (_, i) => i))
  expect(values).toHaveLength(cells * cellWidth)
  const hash = new RowHash()
  // The column of points without a value is newer than the fixture, and the page's hash omits it too.
  for (const [i, value] of values.entries()) if (i % cellWidth !== cellColumn.noValue) hash.add(value)
  return hexOf([hash.state()])
}

/** Returns the hash of the rows of a link, up to its step. */
async function hashOf(link: string): Promise<string> {
  const { route, search } = splitHash(followed(link))
  if (route === 'map') return mapHash(search)
  const lesson = isLesson(route) ? await loadLesson(route) : undefined
  if (route === 'averages-lab' || averagesLessons.includes(route as LessonId)) {
    const at = Number(new URLSearchParams(search).get('at') ?? 1) - 1
    const preset = lesson ? averagesSteps(lesson)[at] : averagesPreset
    const { experiment, view } = experimentFrom(search, preset, lesson ? ['at'] : [])
    const day = view.step ?? lesson?.steps[at].cursor ?? averagesView.day
    return averagesHash(experiment as AveragesExperiment, day)
  }
  const { document, preset, view } = descentCodec.opened(
    search,
    lesson ? documentsOf(lesson) : [playground],
    [],
    undefined,
  )
  return hashOfRace(document.experiment, view.step ?? preset.cursor)
}

test('there are fifty links', () => {
  expect(Object.keys(fixture)).toHaveLength(50)
})

test.each(Object.entries(fixture))('%s', async (link, hash) => {
  expect(await hashOf(link)).toBe(hash)
})
