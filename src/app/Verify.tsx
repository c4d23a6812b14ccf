// Verify.
export function Verify() {
  return <main id="main" />
}
