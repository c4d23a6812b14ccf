// The wall while the stage is on its way: its color and nothing else. The page is not ready before the stage is.

import { useAwaited } from './pictured.ts'

export function StageWait() {
  useAwaited(false)
  return <div className="stage-wait" />
}
