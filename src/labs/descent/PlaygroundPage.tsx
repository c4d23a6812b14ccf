// Free play as a page: its session, and the lab when the document is there.

import { playground } from './home.ts'
import { Playground } from './Playground.tsx'
import { useDescent } from './useDescent.ts'

export function PlaygroundPage() {
  return useDescent('playground', playground) ? <Playground /> : null
}
