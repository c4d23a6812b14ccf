// Text that changes while React rests.

/** Writes a text into an element that holds nothing else: into the text that is there, so that no box is made anew. */
export function writeText(element: Element, text: string): void {
  const { firstChild } = element
  if (!(firstChild instanceof Text)) element.textContent = text
  else if (firstChild.data !== text) firstChild.data = text
}
