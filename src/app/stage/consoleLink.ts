// The stage's end of the line to the console.

import type { SceneNow } from './StageShell.tsx'
import type { StageAct } from './stageKeys.ts'
import type { Way } from './way.ts'

export const consoleHash = (): string => '#/console?stage=1'

export function useConsoleLink(_act: (act: StageAct) => void, _way?: Way, _scene?: SceneNow): void {}
