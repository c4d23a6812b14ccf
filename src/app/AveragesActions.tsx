// Undo, redo, reset in a lesson of the averages lab, as every lesson has them.

import { useWords } from '../i18n/index.ts'
import { redoAverages, resetAverages, undoAverages, useAverages } from '../state/averages.ts'
import { Button } from '../ui/Button.tsx'

export function AveragesActions() {
  const { buttons } = useWords().controls
  const past = useAverages((state) => state.past.length > 0)
  const future = useAverages((state) => state.future.length > 0)
  return (
    <>
      <Button kind="transport" icon="undo" name={buttons.undo} disabled={!past} onClick={undoAverages} />
      <Button kind="transport" icon="redo" name={buttons.redo} disabled={!future} onClick={redoAverages} />
      <Button onClick={resetAverages}>{buttons.reset}</Button>
    </>
  )
}
