// Rings that fade where a run arrives.

import { isMotionReduced } from '../../styles/motion.ts'

/** Diameters of the rings in pixels, and the milliseconds in which they fade. */
const rings = [21, 35, 50]
const fading = 400

export function ring(over: HTMLElement, x: number, y: number, color: string): void {
  if (isMotionReduced()) return
  for (const [i, size] of rings.entries()) {
    const one = document.createElement('span')
    one.style.cssText = `translate: ${x - size / 2}px ${y - size / 2}px; inline-size: ${size}px; block-size: ${size}px; border-color: ${color}`
    over.append(one)
    const fade = one.animate(
      [
        { opacity: 0.9 - 0.22 * i, scale: 0.55 },
        { opacity: 0, scale: 1 },
      ],
      { duration: fading, delay: 60 * i, easing: 'ease-out', fill: 'backwards' },
    )
    void fade.finished.catch(() => {}).then(() => one.remove())
  }
}
