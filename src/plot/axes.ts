// The axes on the page: SVG texts that are kept and rewritten, so that a moving domain makes no new elements.

import type { AxisMarks } from './frame.ts'

const SVG = 'http://www.w3.org/2000/svg'

export function createAxes(group: SVGGElement): (marks: AxisMarks, size: number) => void {
  const pool: SVGTextElement[] = []
  return ({ texts }, size) => {
    texts.forEach(({ x, y, text, anchor, kind }, i) => {
      if (!pool[i]) {
        pool[i] = document.createElementNS(SVG, 'text')
        pool[i].setAttribute('dominant-baseline', 'central')
        group.append(pool[i])
      }
      const node = pool[i]
      node.setAttribute('x', x.toFixed(1))
      node.setAttribute('y', y.toFixed(1))
      node.setAttribute('text-anchor', anchor)
      node.setAttribute('class', `plot-${kind}`)
      node.setAttribute('font-size', String(axisFontSize(kind, size)))
      if (node.textContent !== text) node.textContent = text
    })
    while (pool.length > texts.length) pool.pop()!.remove()
  }
}

export const axisFontSize = (kind: 'tick' | 'name' | 'symbol', size: number): number =>
  Math.round((kind === 'symbol' ? 16 : 12) * size)
