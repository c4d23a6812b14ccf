// How the page is looked at, in its address: parts that come later (pinned paths, the relief) say here what the address is
// to hold, and the session writes it.

export interface Look {
  /** Of each pinned race the parameters of its link. */
  readonly ghosts?: readonly string[] | undefined
  /** Play begins again at its end. */
  readonly loop?: boolean | undefined
  /** Degrees from above, and about the vertical. */
  readonly tilt?: readonly [tilt: number, turn: number] | undefined
}

let write: (look: Look) => void = () => {}

/** The session takes what is said from now on. */
export const onLook = (listener: typeof write): void => void (write = listener)

export const lookAs = (look: Look): void => write(look)
