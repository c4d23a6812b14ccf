// Race code: the selected run as a short code, to be entered in the class race of its problem.

import shareStyles from '../share/Share.module.css'
import { useEffect, useMemo, useState } from 'react'
import type { DescentExperiment } from '../../engine/experiment.ts'
import { stageWords } from '../../i18n/areas/stage.ts'
import { useWords } from '../../i18n/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Copied } from '../share/Copied.tsx'
import { firstLab } from '../../labs/index.ts'
import { raceCode } from './raceCode.ts'
import textStyles from '../../styles/Text.module.css'

interface RaceCodeDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

export function RaceCodeDialog({ open, onClose }: RaceCodeDialogProps) {
  const words = useWords(stageWords)
  return (
    <Dialog open={open} title={words.stage.race.code} close={words.common.close} onClose={onClose}>
      <Code />
    </Dialog>
  )
}

function Code() {
  const words = useWords(stageWords)
  const own = words.stage.race
  const { experiment, view } = useExperiment()
  const code = useMemo(
    () => raceCode(experiment, experiment.runs[view.selected] ?? experiment.runs[0]),
    [experiment, view.selected],
  )
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let over = false
    void import('../../document/link.ts').then(({ linkOf }) => {
      // Only the problem, because the class brings the runs.
      const own = firstLab.preset().experiment as DescentExperiment
      const search = linkOf({ ...experiment, runs: own.runs }, own, {})
      if (!over) setAddress(search === '' ? '#/class' : `#/class?${search}`)
    })
    return () => void (over = true)
  }, [experiment])
  if (code === undefined) return <p>{own.noCode}</p>
  return (
    <div className={shareStyles.share}>
      <Copied label={own.code} text={code} button={words.stage.share.copyCode} />
      <p className={textStyles.note}>{own.codeNote}</p>
      {address !== undefined && (
        <p>
          <a href={address}>{own.open}</a>
        </p>
      )}
    </div>
  )
}
