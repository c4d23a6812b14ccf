// Chooses the language: from the link, else the stored choice, else the browser's list, else English.

export const languages = ['en', 'zh-CN'] as const
export type Language = (typeof languages)[number]

/** Any variety of Chinese maps to Simplified Chinese, any English to English, everything else to null. */
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
