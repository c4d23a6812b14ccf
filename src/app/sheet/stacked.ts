// Several pictures on one sheet, one below the other: the title is above the first, the caption below the last.

import type { SheetPainter, SheetWishes } from '../../plot/index.ts'

export interface Stacked {
  readonly painter: SheetPainter
  /** Its height relative to the others'. */
  readonly share: number
}

interface Part {
  readonly painter: SheetPainter
  readonly top: number
  readonly wishes: SheetWishes
}

/** Height of the caption as a fraction of the sheet, in addition to the last picture's share. */
const foot = 0.1

function partsOf(stacked: readonly Stacked[], wishes: SheetWishes): Part[] {
  const { ground, mark, title = '', caption = '', ...shared } = wishes
  const last = stacked.length - 1
  const room = caption === '' ? 0 : foot
  const whole = stacked.reduce((sum, { share }) => sum + share, 0)
  let top = 0
  return stacked.map(({ painter, share }, at) => {
    const height =
      at === last ? wishes.height - top : Math.round((wishes.height * (1 - room) * share) / whole)
    const part = {
      painter,
      top,
      wishes: {
        ...shared,
        height,
        title: at === 0 ? title : '',
        caption: at === last ? caption : '',
        ...(at === 0 && ground && { ground }),
        ...(at === 0 && mark !== undefined && { mark }),
      },
    }
    top += height
    return part
  })
}

/** Returns one painter for all of them. */
export function stackedPainter(stacked: readonly Stacked[]): SheetPainter {
  if (stacked.length === 1) return stacked[0].painter
  return {
    paint(pen, wishes) {
      for (const { painter, top, wishes: own } of partsOf(stacked, wishes)) {
        pen.save()
        pen.translate(0, top)
        painter.paint(pen, own)
        pen.restore()
      }
    },
    svg(wishes) {
      const { width, height } = wishes
      const parts = partsOf(stacked, wishes).map(({ painter, top, wishes: own }, at) =>
        painter
          .svg(own)
          // Each picture numbers its clips from 0, so make the ids unique.
          .replaceAll(/(<clipPath id="|clip-path="url\(#)/g, `$1part${at}-`)
          .replace('<svg ', `<svg y="${top}" `),
      )
      return (
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
        `viewBox="0 0 ${width} ${height}">\n${parts.join('')}</svg>\n`
      )
    },
  }
}
