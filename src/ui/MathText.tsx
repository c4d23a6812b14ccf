// A line of words in which Greek letters, and a lone letter of the course (m, B, J, V, S …), are set as mathematics:
// `Learning rate α`, `Training examples m`, `2/λmax`, `J^{t}`. The text that assistive technology reads stays as it was given.

const letters = /(J\^\{t\}|[α-ωϵ][₀-₉]*(?:max|min)?|(?<![\p{L}\p{N}'’.])[mBJVSL](?![\p{L}\p{N}'’]))/gu

export function MathText({ text }: { readonly text: string }) {
  return text.split(letters).map((part, index) => {
    if (index % 2 === 0) return part
    if (part === 'J^{t}')
      return (
        <span key={index}>
          <i className="math">J</i>
          <span className="spoken">^</span>
          <sup>{'{t}'}</sup>
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
