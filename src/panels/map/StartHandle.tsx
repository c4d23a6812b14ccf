// The handle that drags the start of the runs.

import { useWords } from '../../i18n/index.ts'
import { Handle } from '../../plot/index.ts'
import { settle } from '../../state/experiment.ts'
import type { useMapContent } from './useMapContent.ts'

type Content = Pick<ReturnType<typeof useMapContent>, 'x' | 'y' | 'place' | 'moveStart'>

/** `still` while a question about the runs from here is open. */
export function StartHandle({ x, y, place, moveStart, still }: Content & { readonly still?: boolean }) {
  const words = useWords()
  return (
    <Handle
      name={words.plots.start}
      x={x}
      y={y}
      valueText={place}
      still={still}
      onMove={moveStart}
      onRest={(toX, toY) => {
        moveStart(toX, toY)
        settle()
      }}
    />
  )
}
