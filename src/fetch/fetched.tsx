// A part of the page that comes in a file of its own. It can be fetched before it is shown, and is then drawn at once. One
// that could not be had leaves its place to a sentence, and comes as soon as it can be fetched; the rest of the page stays.

import { Component, createElement, use, useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { MissingPart, remembered } from './retried.ts'

export interface Fetched<Props> {
  (props: Props): ReactNode
  fetch(): Promise<unknown>
}

/** What is missing: the route's content, a part of it, or a few buttons of the header. */
export type Extent = 'page' | 'part' | 'buttons'

export interface MissingProps {
  readonly extent: Extent
  /** Being fetched again by hand. */
  readonly isBusy: boolean
  readonly onRetry: () => void
}

let Missing: ComponentType<MissingProps> = () => null
let retryFailed: () => void = () => {}

/** Says how a missing part is shown, and what happens when it was asked for by hand and failed again. */
export function showMissing(view: ComponentType<MissingProps>, failed: () => void): void {
  Missing = view
  retryFailed = failed
}

/** Milliseconds before a missing part is asked for again by itself; the last one repeats. */
const delays = [2000, 5000, 15_000, 30_000]

interface PlaceProps {
  readonly extent: Extent
  readonly fetch: () => Promise<unknown>
  readonly onFetched: () => void
}

/** The place of a missing part. */
function Place({ extent, fetch, onFetched }: PlaceProps) {
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isGone = false
    const again = (attempt: number): void => {
      clearTimeout(timer)
      timer = setTimeout(() => attemptNow(attempt), delays[Math.min(attempt, delays.length - 1)])
    }
    const attemptNow = (attempt: number): void => {
      if (isGone) return
      fetch().then(
        () => !isGone && onFetched(),
        () => !isGone && again(attempt + 1),
      )
    }
    const online = (): void => attemptNow(0)
    again(0)
    addEventListener('online', online)
    return () => {
      isGone = true
      clearTimeout(timer)
      removeEventListener('online', online)
    }
  }, [fetch, onFetched])
  const retry = (): void => {
    setBusy(true)
    fetch().then(onFetched, () => {
      setBusy(false)
      retryFailed()
    })
  }
  return <Missing extent={extent} isBusy={isBusy} onRetry={retry} />
}

interface BoundaryProps {
  readonly extent: Extent
  readonly fetch: () => Promise<unknown>
  readonly children: ReactNode
}

/** Holds a missing part; every other error goes on to the boundary of the route. */
class PartBoundary extends Component<BoundaryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined }

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error }
  }

  private readonly fetched = (): void => this.setState({ error: undefined })

  override render(): ReactNode {
    const { error } = this.state
    const { extent, fetch, children } = this.props
    if (error === undefined) return children
    if (!(error instanceof MissingPart)) throw error
    return <Place extent={extent} fetch={fetch} onFetched={this.fetched} />
  }
}

export function fetched<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  extent: Extent = 'part',
): Fetched<Props> {
  const fetch = remembered(load)
  function Inner(props: Props): ReactNode {
    return createElement(use(fetch()), props)
  }
  function Part(props: Props): ReactNode {
    return (
      <PartBoundary extent={extent} fetch={fetch}>
        <Inner {...props} />
      </PartBoundary>
    )
  }
  return Object.assign(Part, { fetch })
}
