// PDF by printing: only the sheet, on a page of its own size, in place of the app.

export async function printSheet(svg: Blob, name: string, width: number, height: number): Promise<void> {
  const image = document.createElement('img')
  image.className = 'print-sheet'
  image.alt = ''
  image.src = URL.createObjectURL(svg)
  await image.decode()
  const style = new CSSStyleSheet()
  style.replaceSync(
    `@page { size: ${width}px ${height}px; margin: 0 }
     @media print { body > :not(.print-sheet) { display: none !important } .print-sheet { display: block; inline-size: 100% } }
     @media screen { .print-sheet { display: none } }`,
  )
  const title = document.title
  document.title = name
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style]
  document.body.append(image)
  try {
    print()
  } finally {
    image.remove()
    URL.revokeObjectURL(image.src)
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style)
    document.title = title
  }
}
