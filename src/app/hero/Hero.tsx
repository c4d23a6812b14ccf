// The front page's picture: a draggable ball on a ravine, and two optimizers that race from it in a loop. It rests
// while out of view, while paused, and with reduced motion.

import { useEffect, useRef, useState } from 'react'
import { lessonsWords } from '../../i18n/areas/lessons.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { formatNumber } from '../../ui/number.ts'
import { Button } from '../../ui/Button.tsx'
import { optimizers } from '../../engine/optimizers/index.ts'
import { HeroPicture } from './heroPicture.ts'
import { heldStart, heroOptimizers, heroStart, heroStep, heroSteps } from './heroRace.ts'
import styles from './Hero.module.css'
import { isMotionReduced } from '../../styles/motion.ts'

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.2, 0],
  ArrowRight: [0.2, 0],
  ArrowUp: [0, 0.1],
  ArrowDown: [0, -0.1],
}

export function Hero() {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const own = words.lessons.contents
  const canvas = useRef<HTMLCanvasElement>(null)
  const ball = useRef<HTMLDivElement>(null)
  const picture = useRef<HeroPicture>(undefined)
  const [start, setStart] = useState(heroStart)
  const [playing, setPlaying] = useState(() => !isMotionReduced())
  const names = heroOptimizers.map((one) => inLanguage(optimizers[one].label, language))
  const wake = useRef(() => {})
  const now = useRef({ playing, names, elapsed: 0, held: false })
  now.current.playing = playing
  now.current.names = names

  useEffect(() => {
    let frame = 0
    let before: number | undefined
    let seen = true
    let ready = false
    const draw = (time: number): void => {
      const state = now.current
      if (state.playing && before !== undefined && !state.held) state.elapsed += Math.min(100, time - before)
      before = time
      made.draw(isMotionReduced() && !state.playing ? heroSteps : heroStep(state.elapsed), state.names)
      // A resting picture requests no frames.
      frame = seen && state.playing ? requestAnimationFrame(draw) : 0
    }
    const wakeNow = (): void => {
      if (frame === 0 && seen && ready) frame = requestAnimationFrame(draw)
    }
    wake.current = wakeNow
    const made = new HeroPicture(canvas.current!, ball.current!, wakeNow)
    picture.current = made
    const sight = new IntersectionObserver(([entry]) => {
      seen = entry.isIntersecting
      before = undefined
      wakeNow()
    })
    // Words and lessons come first, then the ground, then the picture of it, each in a task of its own.
    let timer = setTimeout(() => {
      made.prepare()
      timer = setTimeout(() => {
        ready = true
        wakeNow()
        sight.observe(canvas.current!)
      })
    }, 60)
    return () => {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
      sight.disconnect()
      made.close()
    }
  }, [])

  useEffect(() => wake.current(), [playing, language])
  const move = (to: readonly [number, number]): void => {
    now.current.elapsed = 0
    setStart(to)
    picture.current?.begin(to)
    // A new start begins a new race. With reduced motion its end is drawn.
    if (!isMotionReduced()) setPlaying(true)
    wake.current()
  }
  return (
    <>
      <canvas ref={canvas} className={styles.picture} aria-hidden="true" />
      <div
        ref={ball}
        className={styles.ball}
        role="slider"
        tabIndex={0}
        aria-label={words.common.start}
        aria-valuemin={-10}
        aria-valuemax={4}
        aria-valuenow={start[0]}
        aria-valuetext={fill(words.playground.place, {
          first: 'w',
          second: 'b',
          w: formatNumber(start[0], 3),
          b: formatNumber(start[1], 3),
        })}
        title={own.heroBall}
        onKeyDown={(event) => {
          const by = Object.hasOwn(arrows, event.key) ? arrows[event.key] : undefined
          if (!by) return
          event.preventDefault()
          move(heldStart(start[0] + by[0], start[1] + by[1]))
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          now.current.held = true
        }}
        onPointerMove={(event) => {
          if (!now.current.held) return
          const box = canvas.current!.getBoundingClientRect()
          const place = picture.current?.placeAt(event.clientX - box.left, event.clientY - box.top)
          if (place) move(heldStart(...place))
        }}
        onPointerUp={() => (now.current.held = false)}
        onFocus={() => wake.current()}
        onBlur={() => wake.current()}
        onPointerCancel={() => (now.current.held = false)}
      />
      <Button
        className={styles.play}
        kind="transport"
        icon={playing ? 'pause' : 'play'}
        name={playing ? words.controls.buttons.pause : words.controls.buttons.play}
        onClick={() => setPlaying(!playing)}
      />
    </>
  )
}
