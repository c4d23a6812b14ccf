// Tests what each component exposes to assistive technology: role, name, value. Interaction is tested in the browser,
// on the real page.

import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { Button } from './Button.tsx'
import { Choice } from './Choice.tsx'
import { Formula } from './Formula.tsx'
import { MathText } from './MathText.tsx'
import { Notice } from './Notice.tsx'
import { PlaybackBar } from './PlaybackBar.tsx'
import { RunChip } from './RunChip.tsx'
import { Slider } from './Slider.tsx'

const noop = (): void => {}
const html = (node: ReactNode): string => renderToStaticMarkup(node)
/** Returns the opening tags of a kind. */
const tags = (name: string, markup: string): string[] =>
  markup.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []
const text = (markup: string): string => markup.replace(/<[^>]*>/g, '')

test('a slider and its box share one name, and the slider carries the true value', () => {
  const [range, box] = [
    ...tags(
      'input',
      html(
        <Slider
          label="Momentum β"
          scale="logOneMinus"
          min={0}
          max={0.999}
          value={0.9}
          valueText="0.9, averages about 10 days"
          fault={String}
          onCommit={noop}
        />,
      ),
    ),
  ].sort((a) => (a.includes('type="range"') ? -1 : 1))
  for (const attribute of [
    'aria-label="Momentum β"',
    'value="0.9"',
    'aria-valuetext="0.9, averages about 10 days"',
  ]) {
    expect(range).toContain(attribute)
  }
  expect(range).toContain('min="0" max="0.999"')
  expect(box).toContain('inputMode="decimal"')
  expect(box).toContain('aria-label="Momentum β"')
})

test('a value beyond the slider widens its range, never the value', () => {
  const slider = (
    <Slider label="α" scale="log" min={0.01} max={1} value={2.5} fault={String} onCommit={noop} />
  )
  expect(tags('input', html(slider)).find((tag) => tag.includes('range'))).toContain('max="2.5"')
})

test('the playback bar names its buttons, its timeline and its step', () => {
  const words = {
    group: 'Playback',
    play: 'Play',
    pause: 'Pause',
    stepBack: 'Step back',
    stepForward: 'Step forward',
    toTheStart: 'To the start',
    toTheEnd: 'To the end',
    restart: 'Restart',
    timeline: 'Timeline',
    step: 'Step',
    speed: 'Speed',
    perSecond: 'steps/s',
    fastest: 'fastest',
  }
  const bar = (playing: boolean) => (
    <PlaybackBar
      words={words}
      playing={playing}
      step={34}
      stepText="step 34 of 200, epoch 4"
      steps={200}
      longestText="step 200 of 200, epoch 199"
      onPlay={noop}
      onPause={noop}
      onStep={noop}
      onSeek={noop}
      onStart={noop}
      onEnd={noop}
      onRestart={noop}
      speeds={[1, 10, Infinity]}
      speed={10}
      speedText={String}
      onSpeed={noop}
      speedFault={String}
      onRefuse={noop}
    />
  )
  const markup = html(bar(false))
  for (const name of ['To the start', 'Step back', 'Step forward', 'To the end', 'Restart']) {
    expect(tags('button', markup).some((tag) => tag.includes(`aria-label="${name}"`))).toBe(true)
  }
  expect(text(markup)).toContain('Play')
  expect(text(html(bar(true)))).toContain('Pause')
  expect(tags('input', markup)[0]).toMatch(/aria-label="Timeline".*max="200" step="1".*value="34"/)
  expect(tags('output', markup)[0]).toContain('aria-label="Step"')
  expect(tags('input', markup).at(-1)).toMatch(/type="text".*aria-label="Speed".*value="10"/)
})

test('a formula is read as words, and its symbols are buttons only if they highlight something', () => {
  const nodes = [{ symbol: 'w' }, ' := ', { symbol: 'w' }, ' − ', { symbol: 'alpha' }, { symbol: 'V' }]
  expect(html(<Formula nodes={nodes} />)).toMatch(
    /^<div[^>]*aria-label="w becomes w minus alpha V" role="math"/,
  )
  expect(tags('button', html(<Formula nodes={nodes} onHighlight={noop} />))).toHaveLength(4)
})

test('mathematics in words changes no letter', () => {
  for (const words of ['Learning rate α', '2/λmax = 0.02', '训练样本数 m', 'momentum’s V', 'β₁']) {
    expect(text(html(<MathText text={words} />))).toBe(words)
  }
})

test('in words a fraction stays on one line, and a slanted letter does not lean on what follows', () => {
  expect(html(<MathText text="α above 2/λmax = 0.02" />)).toContain('<span class="Text-together">2/<i')
  expect(html(<MathText text="V averages" />)).toContain('margin-inline-end:0.22em')
  expect(html(<MathText text="Y^{t} alike" />)).toContain('margin-inline-end:0.22em')
  expect(html(<MathText text="m examples" />)).not.toContain('margin')
})

test('a notice is a status region that exists before its text', () => {
  const notice = (words: string | null) => (
    <Notice name="Notice" text={words} dismiss="Close" onDismiss={noop} />
  )
  expect(tags('output', html(notice(null)))).toHaveLength(1)
  expect(text(html(notice('Link copied.')))).toContain('Link copied.')
})

test('buttons, lists and runs have names and states', () => {
  expect(html(<Button icon="play" name="Play" />)).toContain('aria-label="Play"')
  const groups = [{ label: 'This week', options: [{ value: 'gd', label: 'Gradient descent' }] }]
  expect(html(<Choice label="Optimizer" value="gd" groups={groups} onChange={noop} />)).toMatch(
    /<select[^>]*aria-label="Optimizer".*<optgroup label="This week">/,
  )
  const run = html(<RunChip name="Momentum" color="red" selected onSelect={noop} />)
  expect(tags('button', run)[0]).toContain('aria-pressed="true"')
})
