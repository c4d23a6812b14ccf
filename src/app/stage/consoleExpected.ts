// Whether the console's window, once it was asked for, has come. A browser does not say that it refused one.

import { useStage } from './stageState.ts'

/** Milliseconds after which a window that was asked for has said that it is there. */
export const patience = 3000

/** Tells that none came; should one come after all, that this is over. The answer ends the wait. */
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
