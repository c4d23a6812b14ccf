// Delays the averages until the state stored for their address is found, because a long series loads asynchronously.

import { use, useState } from 'react'
import { findKept } from '../state/averagesSession.ts'

export function useFound(): void {
  const [wait] = useState(findKept)
  if (wait) use(wait)
}
