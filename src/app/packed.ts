// How the words of a step fall into cards: in their order, as many on a card as a phone shows without scrolling.

/** A Chinese sign is as wide as this many Latin letters. */
const wide = 2.1
/** How many letters a card holds, and how many of them the first card's title takes. */
export const cardLetters = 300
export const titleLetters = 70

/** Returns about how many Latin letters a text is long. Markup counts little, so it stays. */
export const lettersOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/\p{Script=Han}|[，。：；、？！（）]/u.test(sign) ? wide : 1), 0)

/** Packs texts into cards. A text that is too long has a card of its own. */
export function packed<Item>(items: readonly Item[], lettersIn: (item: Item) => number): readonly Item[][] {
  const cards: Item[][] = [[]]
  let used = titleLetters
  for (const item of items) {
    const letters = lettersIn(item)
    const card = cards[cards.length - 1]
    if (card.length > 0 && used + letters > cardLetters) {
      cards.push([item])
      used = letters
    } else {
      card.push(item)
      used += letters
    }
  }
  return cards
}
