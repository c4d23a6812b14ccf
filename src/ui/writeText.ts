// Changes text without rendering.

/** Sets the text of an element without other content. Reuses its text node, so no layout box is recreated. */
export function writeText(element: Element, text: string): void {
  const { firstChild } = element
  if (!(firstChild instanceof Text)) element.textContent = text
  else if (firstChild.data !== text) firstChild.data = text
}
