// The laser pointer: a dot that follows the pointer with a short tail. A second press of the key makes it a pen with
// fading ink. With Shift the ink stays.

import { useEffect, useRef } from 'react'
import { stageWords } from '../../i18n/areas/stage.ts'
import { useWords } from '../../i18n/index.ts'
import { useStage } from './stageState.ts'
import styles from './Stage.module.css'

interface Dot {
  readonly x: number
  readonly y: number
  readonly at: number
  readonly stays: boolean
  readonly begins: boolean
}

const tail = 600
const fade = 4000

/** The position of the console's pointer, as fractions of the picture. */
export const remoteLaser = { x: NaN, y: NaN, listeners: new Set<() => void>() }

export function Laser() {
  const words = useWords(stageWords)
  const laser = useStage((state) => state.laser)
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const node = canvas.current
    if (laser === 'off' || !node) return
    const pen = node.getContext('2d')!
    let dots: Dot[] = []
    let asked = 0
    const draw = (now: number): void => {
      asked = 0
      const life = laser === 'dot' ? tail : fade
      dots = dots.filter(({ at, stays }) => stays || now - at < life)
      const ratio = devicePixelRatio || 1
      const { clientWidth, clientHeight } = node
      if (node.width !== Math.round(clientWidth * ratio)) {
        node.width = Math.round(clientWidth * ratio)
        node.height = Math.round(clientHeight * ratio)
      }
      pen.setTransform(ratio, 0, 0, ratio, 0, 0)
      pen.clearRect(0, 0, clientWidth, clientHeight)
      const radius = clientHeight / 90
      pen.lineCap = 'round'
      for (let i = 1; i < dots.length; i++) {
        if (dots[i].begins) continue
        const left = dots[i].stays ? 1 : 1 - (now - dots[i].at) / life
        pen.globalAlpha = Math.max(0, left)
        pen.strokeStyle = '#e5002b'
        pen.lineWidth = laser === 'dot' ? 2 * radius * left : radius * 0.9
        pen.beginPath()
        pen.moveTo(dots[i - 1].x, dots[i - 1].y)
        pen.lineTo(dots[i].x, dots[i].y)
        pen.stroke()
      }
      pen.globalAlpha = 1
      const last = dots.at(-1)
      if (last && laser === 'dot') {
        pen.fillStyle = '#e5002b'
        pen.strokeStyle = '#fff'
        pen.lineWidth = radius / 4
        pen.beginPath()
        pen.arc(last.x, last.y, radius, 0, 2 * Math.PI)
        pen.fill()
        pen.stroke()
      }
      if (dots.some(({ stays }) => !stays)) asked = requestAnimationFrame(draw)
    }
    const add = (x: number, y: number, stays: boolean, begins: boolean): void => {
      dots.push({ x, y, at: performance.now(), stays, begins })
      asked ||= requestAnimationFrame(draw)
    }
    const move = (event: PointerEvent): void => {
      if (laser === 'ink' && event.buttons === 0) return
      add(event.clientX, event.clientY, laser === 'ink' && event.shiftKey, false)
    }
    const down = (event: PointerEvent): void => add(event.clientX, event.clientY, false, true)
    const remote = (): void => {
      if (Number.isNaN(remoteLaser.x)) return
      add(remoteLaser.x * node.clientWidth, remoteLaser.y * node.clientHeight, false, false)
    }
    addEventListener('pointermove', move)
    addEventListener('pointerdown', down)
    remoteLaser.listeners.add(remote)
    return () => {
      cancelAnimationFrame(asked)
      removeEventListener('pointermove', move)
      removeEventListener('pointerdown', down)
      remoteLaser.listeners.delete(remote)
      pen.clearRect(0, 0, node.width, node.height)
    }
  }, [laser])
  return laser === 'off' ? null : (
    <canvas ref={canvas} className={styles.laser} role="img" aria-label={words.stage.wall.laser} />
  )
}
