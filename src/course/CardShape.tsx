// The mark of an answer: a distinct shape in ink with its letter cut out. The same on the projector, the console and
// the phones.

import styles from './HoldCard.module.css'

export const letterOf = (answer: number): string => String.fromCharCode(65 + answer)

const shapes = [
  'M50 4a46 46 0 1 0 .01 0z',
  'M12 4h76a8 8 0 0 1 8 8v76a8 8 0 0 1-8 8H12a8 8 0 0 1-8-8V12a8 8 0 0 1 8-8z',
  'M50 3 98 93H2z',
  'M50 1 99 50 50 99 1 50z',
] as const

export function CardShape({ answer }: { readonly answer: number }) {
  return (
    <svg className={styles.shape} viewBox="0 0 100 100" aria-hidden="true">
      <path d={shapes[answer % shapes.length]} />
      <text x="50" y={answer % 4 === 2 ? 70 : 52}>
        {letterOf(answer)}
      </text>
    </svg>
  )
}
