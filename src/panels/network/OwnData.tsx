// To come.

export function OwnData({ onUsed }: { onUsed: () => void }) {
  void onUsed
  return null
}
