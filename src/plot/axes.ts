// The axes on the page: SVG texts that are reused and rewritten, so a moving domain creates no elements.

import { axisSigns, runsOf, SCRIPT, type Run } from '../typeset/signs.ts'
import type { AxisMarks } from './frame.ts'
import plotStyles from './Plot.module.css'

const styles = { tick: plotStyles.tick, name: plotStyles.name, symbol: plotStyles.symbol }
const SVG = 'http://www.w3.org/2000/svg'

export function createAxes(group: SVGGElement): (marks: AxisMarks, size: number) => void {
  const pool: SVGTextElement[] = []
  const written: string[] = []
  return ({ texts }, size) => {
    texts.forEach(({ x, y, text, anchor, kind }, i) => {
      if (!pool[i]) {
        pool[i] = document.createElementNS(SVG, 'text')
        pool[i].setAttribute('dominant-baseline', 'central')
        group.append(pool[i])
      }
      const node = pool[i]
      change(node, 'x', x.toFixed(1))
      change(node, 'y', y.toFixed(1))
      change(node, 'text-anchor', anchor)
      change(node, 'class', styles[kind])
      change(node, 'font-size', String(axisFontSize(kind, size)))
      if (written[i] !== text) {
        written[i] = text
        node.replaceChildren(
          ...runsOf(axisSigns(text)).map((part) => (part.shift ? script(part) : part.text)),
        )
      }
    })
    while (pool.length > texts.length) pool.pop()!.remove()
    written.length = texts.length
  }
}

/** Setting an attribute causes a new text layout even if the value is unchanged. */
function change(node: Element, name: string, value: string): void {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value)
}

function script({ text, shift }: Run): SVGElement {
  const part = document.createElementNS(SVG, 'tspan')
  part.setAttribute('dy', `${shift / SCRIPT}em`)
  part.setAttribute('font-size', `${SCRIPT}em`)
  part.textContent = text
  return part
}

export const axisFontSize = (kind: 'tick' | 'name' | 'symbol', size: number): number =>
  Math.round((kind === 'symbol' ? 16 : 12) * size)
