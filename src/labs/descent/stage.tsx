// What descent brings to the projector: its map of cut paper, and the playground's pictures.

import { fetched } from '../../fetch/fetched.tsx'
import { useWords } from '../../i18n/index.ts'
import { PlaybackPanel } from '../../panels/PlaybackPanel.tsx'
import { CostPanel } from '../../panels/series/CostPanel.tsx'
import { MemoryPanel } from '../../panels/series/MemoryPanel.tsx'
import { RatePanel } from '../../panels/series/RatePanel.tsx'
import { StageMap } from '../../panels/stageMap/StageMap.tsx'
import { change, plainView, settle, useExperiment, type Preset } from '../../state/experiment.ts'
import { cursor, lastStep, moveTo, playTo } from '../../state/playback.ts'
import { experimentFrom } from '../../document/link.ts'
import { labRoutes } from '../../document/routes.ts'
import type { DescentExperiment } from '../../engine/experiment.ts'
import { firstLab } from '../index.ts'
import { playground } from './preset.ts'
import type { FigureProps } from '../lessonParts.ts'
import type { StageParts, WallPicture, WallProps } from '../stageParts.ts'
import { LessonControls } from './lesson/LessonControls.tsx'
import { MapPrediction } from './lesson/MapPrediction.tsx'
import labStyles from '../../ui/Lab.module.css'

const NetworkView = fetched(async () => (await import('../../panels/network/NetworkView.tsx')).NetworkView)

/** A run of the gallery is over within this many seconds. */
const seconds = 6

const map: WallPicture = {
  key: 'map',
  fills: true,
  Picture: (wall) => <StageMap {...wall} locked={false} />,
}
const network: WallPicture = { key: 'network', Picture: () => <NetworkView /> }
const series: readonly WallPicture[] = [
  { key: 'cost', Picture: () => <CostPanel height="100%" /> },
  { key: 'alpha', Picture: () => <RatePanel height="100%" /> },
]
const memory: WallPicture = {
  key: 'memory',
  Picture: () => (
    <div className={labStyles.memory}>
      <MemoryPanel direction={0} height="100%" />
      <MemoryPanel direction={1} height="100%" />
    </div>
  ),
}
const ofSurface = [map, ...series, memory]
const ofNetwork = [network, ...series]

/** A lesson's map. A predicted point is dragged on it. */
function LessonMap({ name, step, hides, open, ...wall }: FigureProps & WallProps) {
  const withoutRuns = hides.has('paths')
  return step.prediction?.kind === 'point' ? (
    <MapPrediction
      name={name}
      prediction={step.prediction}
      withoutRuns={withoutRuns}
      map={(more) => <StageMap {...wall} {...more} locked={open} />}
    />
  ) : (
    <StageMap {...wall} withoutRuns={withoutRuns} locked={open} />
  )
}

export const parts: StageParts = {
  lab: firstLab,
  useTitle: () => useWords().common.playground,
  usePictures: () =>
    useExperiment(({ experiment }) => experiment.objective.kind === 'network') ? ofNetwork : ofSurface,
  Controls: ({ only }) => (
    <LessonControls
      only={
        only === 'one'
          ? ['alpha']
          : ['addRuns', 'optimizer', 'alpha', 'beta', 'beta1', 'beta2', 'batchSize', 'seed']
      }
    />
  ),
  Time: PlaybackPanel,
  gallery: {
    presets: (all) =>
      all.map(({ route, link, preset }, at): Preset => ({
        experiment:
          route === labRoutes.descent
            ? (experimentFrom(link, preset).experiment as DescentExperiment)
            : playground.experiment,
        view: { ...plainView, at },
      })),
    useAt: () => useExperiment(({ view }) => view.at),
    play: () => playTo(0, lastStep(), seconds),
    keep() {
      const { experiment, view } = useExperiment.getState()
      const to = cursor.target
      return () => {
        change('scene', () => ({ experiment, view }))
        settle()
        moveTo(to)
      }
    },
  },
  figures: { map: LessonMap },
  maps: ['map', 'curvatureMap'],
}
