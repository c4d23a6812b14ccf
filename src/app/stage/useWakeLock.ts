// Keeps the screen awake in front of a class: on the stage, the console and the vote card. The browser releases the
// lock when the page is covered, so request it again when the page is visible.

import { useEffect } from 'react'

export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let over = false
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      try {
        const got = await navigator.wakeLock.request('screen')
        if (over) await got.release()
        else lock = got
      } catch {
        // With a low battery, or in a frame without permission, the screen sleeps as usual.
      }
    }
    const again = (): void => void ask()
    void ask()
    document.addEventListener('visibilitychange', again)
    return () => {
      over = true
      document.removeEventListener('visibilitychange', again)
      lock?.release().catch(() => {})
    }
  }, [])
}
