// Waits with the averages until what this device kept for their address is found: a long series is fetched beside the page.

import { use, useState } from 'react'
import { findKept } from '../state/averagesSession.ts'

export function useFound(): void {
  const [wait] = useState(findKept)
  if (wait) use(wait)
}
