export function RacePanel(_: { base: unknown }) {
  return null
}
