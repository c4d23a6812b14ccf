// Which language to speak: the link's wish, then the stored choice, then the browser's list, then English.

export const languages = ['en', 'zh-CN'] as const
export type Language = (typeof languages)[number]

/** Any Chinese is given Simplified Chinese, any English English; null for others. */
export function readLanguage(tag: string | null | undefined): Language | null {
  const primary = tag?.toLowerCase().split(/[-_]/)[0]
  return primary === 'zh' ? 'zh-CN' : primary === 'en' ? 'en' : null
}

export function detectLanguage(
  fromLink: string | null,
  stored: string | null,
  wished: readonly string[] = [],
): Language {
  const first = wished.map(readLanguage).find((language) => language !== null)
  return readLanguage(fromLink) ?? readLanguage(stored) ?? first ?? 'en'
}
