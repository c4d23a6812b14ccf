// Read-only sliders of a link: `lock=alpha,curvature`.

/** Maps a slider's own name to that in the experiment file. */
const fields: Readonly<Record<string, string>> = {
  kappa: 'curvature',
  decayRate: 'decay.rate',
  averagingBeta: 'betas',
  surfaceNoise: 'noise',
}

/** Whether the address locks the slider of this name. */
export function isLocked(name: string | undefined): boolean {
  const locked = /[?&]lock=([^&#]*)/.exec(globalThis.location?.hash)?.[1].split(',') ?? []
  return name !== undefined && (locked.includes(name) || locked.includes(fields[name]))
}
