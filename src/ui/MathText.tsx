// A line of words in which Greek letters, and a lone m, B, J, t, w, b at a word's place, are set as mathematics:
// `Learning rate α`, `Training examples m`, `β₁`. The text that assistive technology reads stays as it was given.

const letters = /([α-ωϵ][₀-₉]*(?:max|min)?|(?<![\p{L}\p{N}'’])[mBJVSLnk](?![\p{L}\p{N}'’]))/gu

export function MathText({ text }: { readonly text: string }) {
  return text.split(letters).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <i key={index} className="math">
        {part}
      </i>
    ),
  )
}
