// The page: a route's content below the header. Parts that the first picture does not need load when visited.

import { Suspense, useEffect, useMemo, useState, type ComponentType, type ReactNode } from 'react'
import { fetched } from '../fetch/fetched.tsx'
import { retried } from '../fetch/retried.ts'
import { fill, useWords, type Dictionary } from '../i18n/index.ts'
import { isLesson, lessonIds } from '../course/ids.ts'
import { legible } from '../engine/validate/legible.ts'
import { labAt, labs, type LabId } from '../labs/index.ts'
import type { Lab } from '../labs/lab.ts'
import { useLab } from '../labs/useLab.ts'
import { notify } from '../state/notice.ts'
import { Boundary } from './Boundary.tsx'
import { copyLink, DocumentActions } from './DocumentActions.tsx'
import { Header } from './Header.tsx'
import { useKeys } from './useKeys.ts'
import { PageNotice } from './PageNotice.tsx'
import { StageWait } from './StageWait.tsx'
import { useRoute } from '../document/routes.ts'
import { present } from './presenting.ts'
import { isPresenting, usePresenting } from '../state/theme.ts'
import './session.ts'
import styles from './Page.module.css'

/** Free play of each lab, and its buttons in the header. */
const labPages = Object.values(labs).map(({ route, lab, load }) => {
  const Page = lab ? pageOf(lab, route) : fetched(async () => pageOf(await load(), route), 'page')
  return [route, <Page key={route} />] as const
})
const labActions = Object.fromEntries(
  Object.values(labs).map(({ id, lab, load }) => {
    const Actions = lab ? actionsOf(lab) : fetched(async () => actionsOf(await load()), 'buttons')
    return [id, { all: <Actions few={false} />, few: <Actions few /> }]
  }),
) as Readonly<Record<LabId, Record<'all' | 'few', ReactNode>>>

function pageOf(lab: Lab, route: string): ComponentType {
  return () => (useLab(lab, route, lab.preset(), lab.names) ? <lab.Page /> : null)
}

function actionsOf({ actions }: Lab): ComponentType<{ few: boolean }> {
  return ({ few }) => <DocumentActions actions={actions} few={few || actions.exports.length === 0} />
}

const LessonPage = fetched(async () => (await import('./LessonPage.tsx')).LessonPage, 'page')
const Contents = fetched(async () => (await import('./Contents.tsx')).Contents, 'page')
const Questions = fetched(async () => (await import('./transfer/Questions.tsx')).Questions, 'page')
const Verify = fetched(async () => (await import('./Verify.tsx')).Verify, 'page')

const ClassRace = fetched(async () => (await import('./class/ClassRoute.tsx')).ClassRoute, 'page')
const Console = fetched(async () => (await import('./console/Console.tsx')).Console, 'page')
const RouteStage = fetched(async () => (await import('./stage/RouteStage.tsx')).RouteStage, 'page')

const Gallery = fetched(async () => (await import('./gallery/Gallery.tsx')).Gallery, 'page')

/** Separate pages, by route. */
const pages: Readonly<Record<string, ReactNode>> = {
  ...Object.fromEntries(labPages),
  class: <ClassRace />,
  console: <Console />,
  gallery: <Gallery />,
  questions: <Questions />,
  verify: <Verify />,
}

const routes: readonly string[] = ['', ...Object.keys(pages), ...lessonIds]

export function App() {
  const words = useWords()
  const route = useRoute()
  const known = routes.includes(route)
  const page = known && pages[route]
  const lesson = isLesson(route) ? route : undefined
  const lab = labAt(route)
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
  useKeys(actions, lab !== undefined && !presenting)
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
          className={styles.skip}
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
          {lab && <Suspense>{labActions[lab.id][lab.route === route ? 'all' : 'few']}</Suspense>}
        </Header>
      )}
      {/* The projector shows no notices. They wait until the stage is left. */}
      {!presenting && <PageNotice />}
      <Boundary key={route}>
        <Suspense
          fallback={
            presenting ? <StageWait /> : <main className={styles.loading}>{words.common.loading}</main>
          }
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
