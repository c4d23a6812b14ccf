// The projector while the stage loads: only its color. The page is not ready before the stage is.

import { useAwaited } from './pictured.ts'

export function StageWait() {
  useAwaited(false)
  return <div className="stage-wait" />
}
