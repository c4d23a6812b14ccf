// Presentation options in the address. Parts that load later (pinned paths, the relief) report here what the address
// should contain, and the session writes it.

export interface Look {
  /** The link parameters of each pinned race. */
  readonly ghosts?: readonly string[] | undefined
  /** Playback loops. */
  readonly loop?: boolean | undefined
  /** Degrees from above, and around the vertical. */
  readonly tilt?: readonly [tilt: number, turn: number] | undefined
}

let write: (look: Look) => void = () => {}

/** Registers the session as the receiver. */
export const onLook = (listener: typeof write): void => void (write = listener)

export const lookAs = (look: Look): void => write(look)
