// Detects the encoding of a data file and decodes it. A byte order mark decides. Without one, zero bytes reveal UTF-16,
// and valid UTF-8 is UTF-8. Pairs of high bytes distinguish GBK (with GB 18030) from windows-1252. Other legacy
// encodings are recognized by the characters usual in tables of their languages.

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gbk',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1251',
  'windows-1252',
] as const
export type Encoding = (typeof encodings)[number]

export type BytesFault = 'empty' | 'image' | 'archive' | 'notText'

const starts = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, i) => byte < 0 || bytes[i] === byte)

/** An image in text form. */
const isSvg = (bytes: Uint8Array): boolean =>
  /^\s*<(?:svg\b|(?:\?xml|!DOCTYPE|!--)[^]*<svg\b)/i.test(new TextDecoder().decode(bytes.subarray(0, 2048)))

/** Returns the foreign format that the first bytes indicate, if any. */
function foreignKind(bytes: Uint8Array): BytesFault | undefined {
  const image =
    starts(bytes, 0x89, 0x50, 0x4e, 0x47) || // PNG
    starts(bytes, 0xff, 0xd8, 0xff) || // JPEG
    starts(bytes, 0x47, 0x49, 0x46, 0x38) || // GIF
    starts(bytes, 0x52, 0x49, 0x46, 0x46, -1, -1, -1, -1, 0x57, 0x45, 0x42, 0x50) || // WebP
    starts(bytes, 0x42, 0x4d, -1, -1, -1, -1, 0, 0, 0, 0) || // BMP
    starts(bytes, 0x49, 0x49, 0x2a, 0) || // TIFF
    starts(bytes, 0x4d, 0x4d, 0, 0x2a) ||
    starts(bytes, -1, -1, -1, -1, 0x66, 0x74, 0x79, 0x70) || // AVIF, HEIC
    isSvg(bytes)
  if (image) return 'image'
  if (starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0x1f, 0x8b) || starts(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return 'archive'
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'notText' // PDF
  return undefined
}

/** Zero bytes only at odd offsets: little-endian UTF-16 of mostly Latin text. Only at even offsets: big-endian. */
function utf16Order(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length, 4096)
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i++) {
    if (bytes[i] !== 0) continue
    if (i % 2 === 0) even++
    else odd++
  }
  // 最 is U+6700, so a zero byte sometimes occurs at the other offset.
  if (odd > length / 8 && odd > 8 * even) return 'utf-16le'
  if (even > length / 8 && even > 8 * odd) return 'utf-16be'
  return undefined
}

/**
 * In GBK nearly every high byte has a high neighbor, so their runs have even length. In windows-1252 accents stand
 * alone.
 */
function looksLikeGbk(bytes: Uint8Array): boolean {
  let pairs = 0
  let alone = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] < 0x80) continue
    let run = 1
    while (i + run < bytes.length && bytes[i + run] >= 0x80) run++
    if (run % 2 === 0) pairs++
    else alone++
    i += run - 1
  }
  return pairs > alone
}

/** GB 18030 extends GBK. Browsers decode both under the GBK label, Node does not. */
const labelOf = (encoding: Encoding): string => (encoding === 'gbk' ? 'gb18030' : encoding)

const decodes = (bytes: Uint8Array, encoding: Encoding): boolean => {
  try {
    new TextDecoder(labelOf(encoding), { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Detects the encoding of `bytes` from at most the first megabyte. */
function recognizedEncoding(bytes: Uint8Array): Encoding {
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (starts(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (starts(bytes, 0xfe, 0xff)) return 'utf-16be'
  const order = utf16Order(bytes)
  if (order) return order
  const sample = bytes.length > 1 << 20 ? bytes.subarray(0, lastLineEnd(bytes, 1 << 20)) : bytes
  if (decodes(sample, 'utf-8')) return 'utf-8'
  return legacyEncoding(sample)
}

/** Characters and words of headers, dates and weather in each language. */
const usual = {
  gbk: /[的年月日时间期温度气压高低平均最大小湿降水量雨雪风速向站名称编号省市区天晴多云阴级数据值单位点类别性身体重长宽]/g,
  big5: /[的年月日時間期溫度氣壓高低平均最大小濕降水量雨雪風速向站名稱編號省市區天晴多雲陰級數據值單位觀測點類別]/g,
  shift_jis: /[ぁ-んァ-ヶー年月日時分気温度高低平均最大小湿降水量雨雪風速向地点番号品質情報日照東京大阪]/g,
  'euc-kr': /[가-힣]/g,
  'windows-1251': /(?<![а-яёА-ЯЁ])[А-ЯЁіїєґ]?[а-яёіїєґ]{3,}/g,
} as const

/** Returns the encoding in which most non-ASCII characters are usual ones. */
function legacyEncoding(sample: Uint8Array): Encoding {
  const start = sample.length > 1 << 16 ? sample.subarray(0, lastLineEnd(sample, 1 << 16)) : sample
  const isGbk = looksLikeGbk(start) && decodes(start, 'gbk')
  let [best, most]: [Encoding, number] = [isGbk ? 'gbk' : 'windows-1252', isGbk ? 0.2 : 0.6]
  for (const [name, characters] of Object.entries(usual) as [keyof typeof usual, RegExp][]) {
    if (!decodes(start, name)) continue
    const text = decoded(start, name)
    const others = text.replace(/[\0-\x7f]+/g, '').length
    const known = text.match(characters)?.join('').length ?? 0
    // Half of all Chinese decodes as Korean, so nearly all characters must be known.
    const isKorean = known / others > 0.9 && (known > 3 || /기온|온도|날짜|일시/.test(text))
    const share = name === 'euc-kr' ? (isKorean ? 0.5 : 0) : known / others
    if (name === 'windows-1251' && share < 0.6) continue
    if (share > most) [best, most] = [name, share]
  }
  return best
}

/** Cuts a sample at a line end, so no character is split. */
function lastLineEnd(bytes: Uint8Array, from: number): number {
  for (let i = from; i > 0; i--) if (bytes[i] === 10) return i
  return from
}

// windows-1252 at 0x80 … 0x9f. Some versions of Node decode these bytes as Latin-1 controls.
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(labelOf(encoding)).decode(bytes)
  return encoding === 'windows-1252'
    ? text.replace(/[\u0080-\u009f]/g, (control) => western[control.charCodeAt(0) - 0x80])
    : text
}

/** Returns the text without its byte order mark, or the kind of fault. */
export function textOf(
  bytes: Uint8Array,
  encoding?: Encoding,
): { text: string; encoding: Encoding } | { fault: BytesFault } {
  if (bytes.length === 0) return { fault: 'empty' }
  const foreign = foreignKind(bytes)
  if (foreign) return { fault: foreign }
  const chosen = encoding ?? recognizedEncoding(bytes)
  const text = decoded(bytes, chosen)
  if (!encoding && text.includes('\0')) return { fault: 'notText' }
  return { text, encoding: chosen }
}
