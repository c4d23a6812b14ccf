// The page: a route's content below the header. Parts that the first picture does not need load when visited.

import { Suspense, useEffect, useMemo, useState, type ReactNode } from 'react'
import { fetched } from '../fetch/fetched.tsx'
import { retried } from '../fetch/retried.ts'
import { fill, useWords, type Dictionary } from '../i18n/index.ts'
import { averagesLessons, isLesson, lessonIds } from '../course/ids.ts'
import { legible } from '../engine/validate/legible.ts'
import { notify } from '../state/notice.ts'
import { Boundary } from './Boundary.tsx'
import { copyLink, DocumentActions } from './DocumentActions.tsx'
import { Header } from './Header.tsx'
import { useKeys } from './keys.ts'
import { PageNotice } from './PageNotice.tsx'
import { Playground } from './Playground.tsx'
import { playground } from './playgroundExperiment.ts'
import { StageWait } from './StageWait.tsx'
import { useRoute } from './routes.ts'
import { present } from './presenting.ts'
import { isPresenting, usePresenting } from './theme.ts'
import { useSession } from './useSession.ts'

const AveragesLab = fetched(async () => (await import('./AveragesRoute.tsx')).AveragesRoute, 'page')

const AveragesActions = fetched(
  async () => (await import('../panels/averages/AveragesActions.tsx')).AveragesActions,
  'buttons',
)

const LessonPage = fetched(async () => (await import('./LessonPage.tsx')).LessonPage, 'page')
const Contents = fetched(async () => (await import('./Contents.tsx')).Contents, 'page')
const HyperMap = fetched(async () => (await import('./MapRoute.tsx')).MapRoute, 'page')
const Questions = fetched(async () => (await import('./transfer/Questions.tsx')).Questions, 'page')
const Verify = fetched(async () => (await import('./Verify.tsx')).Verify, 'page')

const ClassRace = fetched(async () => (await import('./class/ClassRoute.tsx')).ClassRoute, 'page')
const Console = fetched(async () => (await import('./console/Console.tsx')).Console, 'page')
const RouteStage = fetched(async () => (await import('./stage/RouteStage.tsx')).RouteStage, 'page')

const Gallery = fetched(async () => (await import('./gallery/Gallery.tsx')).Gallery, 'page')

/** Separate pages, by route. */
const pages: Readonly<Record<string, ReactNode>> = {
  'averages-lab': <AveragesLab />,
  class: <ClassRace />,
  console: <Console />,
  gallery: <Gallery />,
  map: <HyperMap />,
  playground: <FreePlay />,
  questions: <Questions />,
  verify: <Verify />,
}

const routes: readonly string[] = ['', ...Object.keys(pages), ...lessonIds]

export function App() {
  const words = useWords()
  const route = useRoute()
  const known = routes.includes(route)
  const averages = route === 'averages-lab'
  const page = known && pages[route]
  const lesson = isLesson(route) ? route : undefined
  /** Runs, time and undo of a descent experiment. */
  const race =
    ['playground', 'map', 'class'].includes(route) ||
    (lesson !== undefined && !averagesLessons.includes(lesson))
  // The help belongs to the page on which it was requested, even if it loads late.
  const [help, setHelp] = useState(false)
  useEffect(() => () => setHelp(false), [route])
  useEffect(() => {
    if (known) return
    notify(fill(words.notices.unknownRoute, { route: legible(route) }))
    history.replaceState(history.state, '', '#/')
    dispatchEvent(new HashChangeEvent('hashchange'))
  }, [known, route, words])
  const actions = useMemo(
    () => ({
      present: () => void present(!isPresenting()),
      copyLink: () => void copyLink(words.notices.copied, words.notices.notCopied, words.notices.leftOut),
      help: () => setHelp(true),
    }),
    [words],
  )
  const presenting = usePresenting() && route !== 'console'
  useKeys(actions, race && !presenting)
  const embedded = 'embed' in document.documentElement.dataset
  useEffect(() => {
    if (!embedded || window.parent === window) return
    retried(() => import('./embedding.ts'))
      .then(({ embedIn }) => embedIn())
      .catch(() => {})
  }, [embedded])

  return (
    <>
      {!presenting && (
        <a
          className="skip"
          href="#main"
          onClick={(event) => (event.preventDefault(), document.getElementById('main')?.focus())}
        >
          {words.common.skip}
        </a>
      )}
      {!embedded && !presenting && route !== 'console' && (
        <Header
          title={titleOf(words, route)}
          here={known ? route : ''}
          onPresent={actions.present}
          helpOpen={help}
          onHelp={setHelp}
        >
          {route === 'playground' && <DocumentActions />}
          {race && route !== 'playground' && <DocumentActions few />}
          {(averages || (lesson && averagesLessons.includes(lesson))) && (
            <Suspense>
              <AveragesActions few={!averages} />
            </Suspense>
          )}
        </Header>
      )}
      {/* The projector shows no notices. They wait until the stage is left. */}
      {!presenting && <PageNotice />}
      <Boundary key={route}>
        <Suspense
          fallback={presenting ? <StageWait /> : <main className="loading">{words.common.loading}</main>}
        >
          {presenting && !lesson ? (
            <RouteStage route={route} />
          ) : page ? (
            page
          ) : lesson ? (
            <LessonPage id={lesson} />
          ) : (
            <Contents fetchLessons={LessonPage.fetch} />
          )}
        </Suspense>
      </Boundary>
    </>
  )
}

/** The title of a route that is not among the header's places. */
function titleOf({ common }: Dictionary, route: string): string {
  if (isLesson(route))
    return fill(common.lessonOf, { number: lessonIds.indexOf(route) + 1, count: lessonIds.length })
  return route === 'verify' ? common.verify : ''
}

function FreePlay() {
  const open = useSession('playground', playground)
  return open ? <Playground /> : null
}
