// The address of a frame, and its HTML code: a plain iframe, because many platforms strip scripts.

export const hidable = ['controls', 'lesson', 'notes', 'playback', 'strips'] as const
export type Hidable = (typeof hidable)[number]

interface Wishes {
  readonly embed?: boolean
  readonly language?: string | undefined
  readonly hide?: readonly string[]
}

/** Adds the options of a frame or a class to an address. Drops presentation parameters. */
export function framed(address: string, { embed, language, hide = [] }: Wishes): string {
  const [page, hash = '#/'] = address.split(/(?=#)/)
  const [route, search = ''] = hash.split('?')
  const dropped = new Set(['present', ...(embed ? ['embed', 'hide'] : []), ...(language ? ['lang'] : [])])
  const kept = search.split('&').filter((one) => one !== '' && !dropped.has(one.split('=')[0]))
  if (embed) kept.push('embed=1')
  if (language) kept.push(`lang=${language}`)
  if (hide.length > 0) kept.push(`hide=${hide.join(',')}`)
  return page + route + (kept.length > 0 ? `?${kept.join('&')}` : '')
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

export const frameCode = (address: string, title: string, height: number): string =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${height}" style="border:0" loading="lazy" allowfullscreen></iframe>`
