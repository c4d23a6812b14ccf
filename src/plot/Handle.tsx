// A point of the picture that can be dragged, and moved by arrow keys (Shift: ten steps).

export interface HandleProps {
  /** `Start` */
  readonly name: string
  readonly x: number
  readonly y: number
  /** While it moves, in data units. */
  readonly onMove: (x: number, y: number) => void
  /** When it has come to rest (pointer up, key up): the time for what is costly. */
  readonly onRest?: (x: number, y: number) => void
  /** Data units of one arrow key; default about a hundredth of the view. */
  readonly step?: number
  /** `w −9, b 1.5` */
  readonly valueText: string
  /** Moves along one axis only. */
  readonly axis?: 'x' | 'y'
  /** `start` is a ring with a point, `dot` a filled one. */
  readonly look?: 'start' | 'dot'
  /** A colour of CSS; default ink. */
  readonly color?: string
}
export declare function Handle(props: HandleProps): React.ReactNode
