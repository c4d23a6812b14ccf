// A quiet line below a control, with its letters set as mathematics.

import type { ReactNode } from 'react'
import { MathText } from './MathText.tsx'
import textStyles from '../styles/Text.module.css'

export const Note = ({ children }: { readonly children: ReactNode }) => (
  <p className={textStyles.note}>{typeof children === 'string' ? <MathText text={children} /> : children}</p>
)
