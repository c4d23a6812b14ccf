// To come.

export function ChoosingPanel() {
  return null
}
