// A line of words in which X^{t} and J^{t} are set with the raised {t} of the notes, the rest as MathText does.

import { MathText } from '../../ui/MathText.tsx'

export function Notation({ text }: { readonly text: string }) {
  return text.split(/([XJ]\^\{t\})/).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index}>
        <i className="math">{part[0]}</i>
        <sup>{'{t}'}</sup>
      </span>
    ) : (
      <MathText key={index} text={part} />
    ),
  )
}
