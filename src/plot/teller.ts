// Calls a function at most once per second, and once more after the last change.

export function createTeller(tell: () => void, interval = 1000): { soon: () => void; stop: () => void } {
  let last = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = (): void => {
    timer = undefined
    last = performance.now()
    tell()
  }
  return {
    soon() {
      if (timer !== undefined) return
      timer = setTimeout(now, Math.max(0, last + interval - performance.now()))
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
