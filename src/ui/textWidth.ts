/** Returns the width of a text in digits or letters. A Chinese character is as wide as two. */
export const textWidth = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0)
