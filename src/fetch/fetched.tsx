// A part of the page in a file of its own. If it is fetched before it is shown, it renders at once. If it cannot be
// fetched, a sentence takes its place until it can. The rest of the page keeps working.

import { Component, createElement, use, useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { MissingPart, remembered } from './retried.ts'

export interface Fetched<Props> {
  (props: Props): ReactNode
  fetch(): Promise<unknown>
}

/** What is missing: the route's content, a part of it, or a few header buttons. */
export type Extent = 'page' | 'part' | 'buttons'

export interface MissingProps {
  readonly extent: Extent
  /** Whether it is being fetched again on the user's request. */
  readonly isBusy: boolean
  readonly onRetry: () => void
}

let Missing: ComponentType<MissingProps> = () => null
let retryFailed: () => void = () => {}

/** Sets how a missing part is shown, and what to do when a retry by the user fails. */
export function showMissing(view: ComponentType<MissingProps>, failed: () => void): void {
  Missing = view
  retryFailed = failed
}

/** Milliseconds before each automatic retry. The last delay repeats. */
const delays = [2000, 5000, 15_000, 30_000]

interface PlaceProps {
  readonly extent: Extent
  readonly fetch: () => Promise<unknown>
  readonly onFetched: () => void
}

/** The placeholder of a missing part. */
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

/** Catches a missing part. Every other error propagates to the route's boundary. */
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
