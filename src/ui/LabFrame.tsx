// The page of a lab. On a wide screen it is exactly as tall as the window.

import { useLayoutEffect, type ComponentProps } from 'react'
import styles from './Lab.module.css'

/**
 * What is next to the pictures is in data attributes, not in `:has()`: each frame of a run changes the labels of an axis,
 * and the browser would match the selectors of all their ancestors again.
 */
interface LabFrameProps extends ComponentProps<'main'> {
  readonly 'data-controls'?: true
  readonly 'data-words'?: true
  readonly 'data-rule'?: 'shown' | 'awaited'
  readonly 'data-pending'?: true
  readonly 'data-sliders'?: true
  readonly 'data-asking'?: true
  readonly 'data-halves'?: true
  readonly 'data-open'?: true
}

export function LabFrame({ className = '', ...props }: LabFrameProps) {
  useLayoutEffect(() => {
    const { dataset } = document.getElementById('root')!
    dataset['lab'] = ''
    return () => void delete dataset['lab']
  }, [])
  return <main className={`${styles.lab} ${className}`} id="main" tabIndex={-1} {...props} />
}
