// A quiet line below a control, with its letters set as mathematics.

import type { ReactNode } from 'react'
import { MathText } from './MathText.tsx'

export const Note = ({ children }: { readonly children: ReactNode }) => (
  <p className="note">{typeof children === 'string' ? <MathText text={children} /> : children}</p>
)
