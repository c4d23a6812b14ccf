// Chooses the part of the plane that the stage's map shows: everything important is between the title above and the
// sentence below, and left of the answers' sheet, at equal pixels per unit.

export interface Room {
  /** Fractions of the window covered by words and cards. */
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  /** What lies over the right: the sheet of a question over all of it, or small cards over its lower half. */
  readonly over?: 'sheet' | 'cards' | undefined
}

export type Domains = readonly [x: readonly [number, number], y: readonly [number, number]]

/** Returns the domains of a whole window in which a box fills the free space. */
export function framed(box: readonly number[], room: Room, width: number, height: number): Domains {
  const [x0, x1, y0, y1] = box
  // A long ravine extends beneath the cards: its end is visible before they appear.
  if (room.right > 0.2 && x1 - x0 > 3.5 * (y1 - y0))
    return framed(box, { ...room, right: 0.17 }, width, height)
  const free = { width: width * (1 - room.left - room.right), height: height * (1 - room.top - room.bottom) }
  const unit = Math.max((x1 - x0) / free.width, (y1 - y0) / free.height) || 1
  const middle = { x: room.left * width + free.width / 2, y: room.bottom * height + free.height / 2 }
  const left = (x0 + x1) / 2 - middle.x * unit
  const bottom = (y0 + y1) / 2 - middle.y * unit
  return [
    [left, left + width * unit],
    [bottom, bottom + height * unit],
  ]
}

/** Marks where title, sentence, sheet and cards lie, by circles. */
export function avoidWords(
  avoid: (x: number, y: number, radius: number) => void,
  { top, bottom, right, over }: Room,
  width: number,
  height: number,
): void {
  for (const [share, at] of [
    [top, 0.09],
    [bottom, 0.91],
  ])
    if (share > 0.1)
      for (let across = 0.05; across < 0.7; across += 0.05) avoid(across * width, at * height, 0.06 * height)
  if (over === 'sheet')
    for (let at = 0; at < 12; at++) avoid(width * (1 - right * 0.45), (height * at) / 12, right * 0.5 * width)
  if (over === 'cards')
    for (let down = 0.57; down < 0.9; down += 0.05)
      for (let across = 1 - right + 0.05; across < 1; across += 0.05)
        avoid(across * width, down * height, 0.04 * height)
}
