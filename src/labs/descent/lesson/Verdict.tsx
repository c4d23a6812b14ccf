// What is said of an answer that was dragged on the map or drawn.

import type { VerdictProps } from '../../../course/PredictionPanel.tsx'
import { CurveVerdict } from './CurvePaper.tsx'
import { PointVerdict } from './MapPrediction.tsx'

export function Verdict({ name, prediction }: VerdictProps) {
  if (prediction.kind === 'point') return <PointVerdict name={name} prediction={prediction} />
  return prediction.kind === 'curve' ? <CurveVerdict name={name} prediction={prediction} /> : null
}
