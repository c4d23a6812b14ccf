// Whether the app is cached on this device, and whether a newer version waits, for the menu.

import { create } from 'zustand'

interface Offline {
  /** Every file is cached. */
  readonly ready: boolean
  /** When the cached files were fetched, in milliseconds since 1970. 0 if unknown. */
  readonly since: number
  /** A newer version is cached and waits. */
  readonly waiting: boolean
}

export const useOffline = create<Offline>()(() => ({ ready: false, since: 0, waiting: false }))
