// A line of words in which Greek letters, and a lone letter of the course (m, B, J, V, S …), are set as mathematics:
// `Learning rate α`, `Training examples m`, `2/λmax`, `J^{t}`, `X^{t}`. The text that assistive technology reads stays as it was given.

const letters =
  /([JXY]\^\{[\dt]+\}|[α-ωϵ][₀-₉]*(?:max|min)?|(?<![\p{L}\p{N}'’.])[mBJVSL](?![\p{L}\p{N}'’]))/gu

export function MathText({ text }: { readonly text: string }) {
  return text.split(letters).map((part, index) => {
    if (index % 2 === 0) return part
    if (part[1] === '^')
      return (
        <span key={index}>
          <i className="math">{part[0]}</i>
          <span className="spoken">^</span>
          <sup>{part.slice(2)}</sup>
        </span>
      )
    const bound = /m(?:ax|in)$/.exec(part)?.[0]
    return (
      <i key={index} className="math">
        {bound ? part.slice(0, -3) : part}
        {bound && <sub>{bound}</sub>}
      </i>
    )
  })
}
