// What the system asks of motion. Style sheets ask by `@media (prefers-reduced-motion)`, code by this function.

export const isMotionReduced = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
