// A small real run on a canvas. It is computed when it scrolls into view, drawn step by step once, and then rests. With
// reduced motion it is drawn at once.

import { useEffect, useRef } from 'react'
import { paintSurface } from '../engine/picture/index.ts'
import type { Thumbnail as Picture } from '../course/drawn.ts'
import { onRestored } from '../plot/fitCanvas.ts'
import { drawMarker } from '../plot/glyphs.ts'
import { onThemeChange, readPalette, runCap, runDash, runMarker } from '../plot/palette.ts'
import styles from './Contents.module.css'
import { isMotionReduced } from '../styles/motion.ts'

const milliseconds = 1400

/**
 * What pictures that have come into view still need: first their run, then their surface, each in a task of its own, after
 * the page has been painted.
 */
const waiting = new Set<() => void>()
function beginNext(): void {
  const [begin] = waiting
  if (!begin) return
  waiting.delete(begin)
  begin()
  setTimeout(beginNext, 30)
}

/** `make` computes the picture and must have a stable identity. */
export function Thumbnail({ make }: { readonly make: () => Picture }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current!
    let frame = 0
    let begun: number | undefined
    const stops: (() => void)[] = []
    const still = isMotionReduced()
    let show = (): void => {}
    const begin = (): void => {
      const picture = make()
      show = () => start(picture)
      waiting.add(show)
    }
    const start = (picture: Picture): void => {
      const draw = (now: number): void => {
        begun ??= now
        const share = Math.min(1, (now - begun) / milliseconds)
        paint(element, picture, share)
        if (share < 1) frame = requestAnimationFrame(draw)
      }
      paint(element, picture, still ? 1 : 0)
      if (!still) frame = requestAnimationFrame(draw)
      const whole = (): void => paint(element, picture, 1)
      stops.push(onThemeChange(whole), onRestored([element], whole))
    }
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        seen.disconnect()
        waiting.add(begin)
        if (waiting.size === 1) setTimeout(beginNext, 30)
      },
      { rootMargin: '160px' },
    )
    seen.observe(element)
    return () => {
      seen.disconnect()
      waiting.delete(begin)
      waiting.delete(show)
      cancelAnimationFrame(frame)
      for (const stop of stops) stop()
    }
  }, [make])
  return <canvas ref={canvas} className={styles.thumbnail} aria-hidden="true" />
}

const grounds = new WeakMap<Picture, { key: string; image: ImageData }>()

function paint(canvas: HTMLCanvasElement, picture: Picture, share: number): void {
  const ratio = Math.min(2, devicePixelRatio || 1)
  const width = Math.round(canvas.clientWidth * ratio)
  const height = Math.round(canvas.clientHeight * ratio)
  const pen = canvas.getContext('2d')
  if (!pen || width < 2 || height < 2) return
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  const palette = readPalette(canvas)
  const pad = picture.surface ? 0 : 8 * ratio
  let [x0, x1, y0, y1] = picture.box
  if (picture.surface) {
    // Equal units: the spare space shows more of the surface.
    const unit = Math.min(width / (x1 - x0), height / (y1 - y0))
    const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2]
    ;[x0, x1, y0, y1] = [
      cx - width / unit / 2,
      cx + width / unit / 2,
      cy - height / unit / 2,
      cy + height / unit / 2,
    ]
  }
  const x = (value: number): number => pad + ((value - x0) / (x1 - x0)) * (width - 2 * pad)
  const y = (value: number): number => height - pad - ((value - y0) / (y1 - y0)) * (height - 2 * pad)
  pen.clearRect(0, 0, width, height)
  if (picture.surface) {
    const { stops, ink } = palette.surface
    const key = `${width} ${height} ${stops.join()} ${ink}`
    let ground = grounds.get(picture)
    if (ground?.key !== key) {
      const image = new ImageData(width, height)
      paintSurface({
        value: picture.surface,
        view: [x0, x1, y0, y1],
        width,
        height,
        pixels: image.data,
        colors: palette.surface,
        lineWidth: 0.7 * ratio,
      })
      ground = { key, image }
      grounds.set(picture, ground)
    }
    pen.putImageData(ground.image, 0, 0)
  }
  for (const [dx, dy] of picture.dots ?? []) {
    pen.fillStyle = palette.muted
    pen.globalAlpha = 0.45
    pen.fillRect(x(dx) - 0.8 * ratio, y(dy) - 0.8 * ratio, 1.6 * ratio, 1.6 * ratio)
  }
  pen.globalAlpha = 1
  pen.lineJoin = 'round'
  for (const { points, look, thin } of picture.lines) {
    const end = share * (points.length - 1)
    const whole = Math.floor(end)
    pen.strokeStyle = palette.runs[look]
    pen.lineWidth = (thin ? 1.2 : 2) * ratio
    pen.lineCap = runCap(look)
    pen.setLineDash(thin || !picture.surface ? [] : runDash(look).map((length) => 0.7 * ratio * length))
    pen.beginPath()
    for (let i = 0; i <= whole; i++) pen.lineTo(x(points[i][0]), y(points[i][1]))
    const next = points[whole + 1]
    let [tx, ty] = points[whole]
    if (next) {
      tx += (end - whole) * (next[0] - tx)
      ty += (end - whole) * (next[1] - ty)
      pen.lineTo(x(tx), y(ty))
    }
    pen.stroke()
    pen.setLineDash([])
    if (!picture.surface) continue
    drawMarker(pen, runMarker(look), x(tx), y(ty), 4.5 * ratio, palette.runs[look], palette.paper)
  }
  if (picture.start) {
    pen.strokeStyle = palette.ink
    pen.fillStyle = palette.paper
    pen.lineWidth = 1.5 * ratio
    pen.beginPath()
    pen.arc(x(picture.start[0]), y(picture.start[1]), 4 * ratio, 0, 7)
    pen.fill()
    pen.stroke()
  }
}
