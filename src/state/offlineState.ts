// Whether the app is kept on this device, and whether a newer version waits: what the menu says of it.

import { create } from 'zustand'

interface Offline {
  /** Every file is kept. */
  readonly ready: boolean
  /** A newer version is kept and waits. */
  readonly waiting: boolean
}

export const useOffline = create<Offline>()(() => ({ ready: false, waiting: false }))
