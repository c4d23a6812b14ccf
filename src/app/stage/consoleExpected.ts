// Detects whether the console's window has opened. Browsers do not report blocked windows.

import { useStage } from './stageState.ts'

/** Milliseconds in which an opened window reports itself. */
export const patience = 3000

/** Reports that none opened, and if one opens later, that this is over. A reply ends the wait. */
export function expectConsole(tell: (refused: boolean) => void): () => void {
  const late = setTimeout(() => tell(useStage.getState().consoles === 0), patience)
  const stop = useStage.subscribe(({ consoles }) => {
    if (consoles === 0) return
    end()
    tell(false)
  })
  const end = (): void => {
    clearTimeout(late)
    stop()
  }
  return end
}
