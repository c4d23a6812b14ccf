// Whether the app is kept on this device, and whether a newer version waits: what the menu says of it.

import { create } from 'zustand'

interface Offline {
  /** Every file is kept. */
  readonly ready: boolean
  /** When the kept files were fetched, in milliseconds since 1970; 0 while that is not known. */
  readonly since: number
  /** A newer version is kept and waits. */
  readonly waiting: boolean
}

export const useOffline = create<Offline>()(() => ({ ready: false, since: 0, waiting: false }))
