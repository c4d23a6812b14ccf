// To come.

export function OwnBowlPanel() {
  return null
}
