// The logo: a valley and a point descending into it.

export function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
      <path
        d="M2 5c4 0 5 12 10 12S18 5 22 5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="12" cy="16.5" r="2.6" fill="var(--run-1)" />
    </svg>
  )
}
