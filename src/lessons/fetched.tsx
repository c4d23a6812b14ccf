// A part of a lesson that comes with a chunk of its own. It can be fetched before it is shown, and then stands at once:
// React waits for a promise that it has not seen, but not for one that says what it was kept with.

import { use, type ComponentType, type ReactNode } from 'react'

export interface Fetched<Props> {
  (props: Props): ReactNode
  fetch(): Promise<unknown>
}

/** The promise, which says so itself as soon as it is fulfilled. */
export function telling<Value>(promise: Promise<Value>): Promise<Value> {
  promise.then(
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    () => {},
  )
  return promise
}

export function fetched<Props extends object>(load: () => Promise<ComponentType<Props>>): Fetched<Props> {
  let coming: Promise<ComponentType<Props>> | undefined
  const fetch = (): Promise<ComponentType<Props>> => (coming ??= telling(load()))
  function Part(props: Props): ReactNode {
    const Loaded = use(fetch())
    return <Loaded {...props} />
  }
  return Object.assign(Part, { fetch })
}
