// Interprets one cell: a number with its unit and marks, a word for a missing value, a date. Reads full-width digits
// and marks, ℃, the true minus sign and quotation marks around a value.

export type DecimalMark = '.' | ','

const currency = String.raw`(?:[€$£¥₹₩₽₺฿₫]|us\$|r\$|chf|eur|usd|gbp|cny|rmb|jpy|rs\.?|kr\.?|fr\.)`
/** °, °C, ° F, K, units that weather files append to a value, footnote marks, measurement errors. */
const unit = new RegExp(
  String.raw`( ?°( ?[cfk])?| [cfkmhg]| ?(deg ?[cf]|celsius|fahrenheit|kelvin|度|摄氏度|攝氏度|%|mm|cm|km|hpa|kpa|pa|mbar|m\/s|km\/h|mph|kt|kn|w\/m2|毫米|百帕|元|円|원|zł|${currency})|[*#†‡]+)$`,
  'i',
)
const before = new RegExp(String.raw`^([+-]?) ?${currency} ?`, 'i')

/** Code points of zero in scripts with their own digits, except full-width ones. */
const zeros = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0,
]
const asciiDigit = (digit: string): string => {
  const code = digit.charCodeAt(0)
  const zero = zeros.find((from) => code >= from && code < from + 10)
  return zero === undefined ? digit : String(code - zero)
}

/** Returns the cell in ASCII where it has full-width or typographic forms, without enclosing quotation marks. */
export function plain(cell: string): string {
  // Excel protects a value as ="12.5".
  let text = cell.startsWith('="') ? cell.slice(1) : cell
  const first = text.charCodeAt(0)
  // ' and typographic quotation marks. A spreadsheet prefixes an apostrophe to a number that should remain text.
  if (first === 39 || (first >= 0x2018 && first <= 0x201f) || first === 34)
    text = text.replace(/^['"‘’“”‚„‛‟]|['"‘’“”]$/g, '').trim()
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 127)
      return text
        .replace(/[º˚]/g, '°')
        .normalize('NFKC')
        .replace(/[−–﹣]/g, '-')
        .replace(/[’′]/g, "'")
        .replace(/[。٫]/g, '.')
        .replace(/\p{Nd}/gu, asciiDigit)
        .replace(/\s+/g, ' ')
        .trim()
  }
  return text
}

const withoutUnit = (text: string): string => {
  const error = text.search(/ ?(?:±|\+\/-)/)
  const amount = error > 0 ? text.slice(0, error) : text
  const last = amount.charCodeAt(amount.length - 1)
  if ((last >= 48 && last <= 57) || last === 46 || last === 44) return amount.replace(before, '$1')
  // In accounting, (12) and 12- are negative.
  const debit = /^\(([^()]+)\)$/.exec(amount) ?? /^([^-].*)-$/.exec(amount)
  if (debit) return `-${withoutUnit(debit[1])}`
  return amount.replace(unit, '').replace(before, '$1')
}

// Thousands separators: 1,234,567 and 1'234 and 1 234 and 1_234, and in India 12,34,567.
const pointNumber =
  /^[+-]?(?:(?:\d+|\d{1,3}(?:([,'_ ])\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d*)?|\.\d+)(?:[ed][+-]?\d+)?$/i
const commaNumber = /^[+-]?(?:(?:\d+|\d{1,3}(?:([.'_ ])\d{3})(?:\1\d{3})*)(?:,\d*)?|,\d+)(?:[ed][+-]?\d+)?$/i

/** Powers of ten that are exact doubles. */
const tens = Array.from({ length: 16 }, (_, i) => Number(`1e${i}`))

/** Returns the number in a cell, ±Infinity if it exceeds the doubles, NaN if there is none. */
export function numberOf(cell: string, decimal: DecimalMark): number {
  const { length } = cell
  if (length === 0) return NaN
  // A fast path for the common forms: a sign, at most 15 digits, one mark. The quotient is rounded once, as in
  // parseFloat.
  const mark = decimal === '.' ? 46 : 44
  const minus = cell.charCodeAt(0) === 45
  let digits = 0
  let whole = 0
  let after = -1
  let i = minus ? 1 : 0
  for (; i < length; i++) {
    const code = cell.charCodeAt(i)
    if (code >= 48 && code <= 57) {
      digits++
      whole = 10 * whole + code - 48
    } else if (code === mark && after < 0) after = digits
    else break
  }
  if (i === length && digits > 0 && digits < 16) {
    const value = after < 0 ? whole : whole / tens[digits - after]
    return minus ? -value : value
  }
  return mayBeNumber(cell) ? slowNumber(cell, decimal) : NaN
}

/** First letters of currencies that precede a number. */
const mayBeMoney = new Set(Array.from('cefgjkru', (letter) => letter.charCodeAt(0)))
const money = new RegExp(String.raw`^${currency} ?[\d-]`, 'i')

/** Rejects most words and dates without scanning the whole cell. */
function mayBeNumber(cell: string): boolean {
  const { length } = cell
  if (length > 60) return false
  const first = cell.charCodeAt(0) | 32
  if (first >= 97 && first <= 122 && !(mayBeMoney.has(first) && money.test(cell))) return false
  for (let i = 1; i < length; i++) {
    const code = cell.charCodeAt(i)
    if (code === 58) return false
    if (code !== 45) continue
    const before = cell.charCodeAt(i - 1) | 32
    if (i === length - 1 || before === 34 || before === 36 || before === 40) continue
    if (before !== 100 && before !== 101 && before < 128) return i === 1 && before === 39
  }
  return true
}

function slowNumber(cell: string, decimal: DecimalMark): number {
  const text = withoutUnit(plain(cell))
  if (!(decimal === '.' ? pointNumber : commaNumber).test(text)) return NaN
  const bare = text.replace(decimal === '.' ? /[,'_ ]/g : /[.'_ ]/g, '').replace(/d/i, 'e')
  return parseFloat(decimal === '.' ? bare : bare.replace(',', '.'))
}

export const isNumber = (cell: string): boolean =>
  numberOf(cell, '.') === numberOf(cell, '.') || numberOf(cell, ',') === numberOf(cell, ',')

/** What a cell says about its column's decimal mark. */
export type MarkEvidence =
  /** A number only with that mark. */
  | { readonly mark: DecimalMark }
  /** `1.234`: a fraction with that mark, a thousand with the other. */
  | { readonly either: DecimalMark }
  /** `1234`: thousands have no separator here. */
  | 'plainThousands'
  | undefined

const point: MarkEvidence = { mark: '.' }
const comma: MarkEvidence = { mark: ',' }
const eitherPoint: MarkEvidence = { either: '.' }
const eitherComma: MarkEvidence = { either: ',' }

export function evidenceOf(cell: string): MarkEvidence {
  const { length } = cell
  let points = 0
  let commas = 0
  let last = -1
  let digits = 0
  let others = false
  for (let i = 0; i < length; i++) {
    const code = cell.charCodeAt(i)
    if (code >= 48 && code <= 57) digits++
    else if (code === 46) [points, last] = [points + 1, i]
    else if (code === 44) [commas, last] = [commas + 1, i]
    else if (i > 0 || (code !== 45 && code !== 43)) others = true
  }
  if (digits === 0) {
    // May have full-width digits.
    if (!others || length > 60 || !beyondAscii.test(cell)) return undefined
    const text = withoutUnit(plain(cell))
    return text === cell ? undefined : evidenceOf(text)
  }
  if (others) {
    if (!mayBeNumber(cell)) return undefined
    const text = withoutUnit(plain(cell))
    if (text !== cell) return evidenceOf(text)
    if (points + commas === 0) return undefined
  } else if (points + commas === 0) return digits > 3 ? 'plainThousands' : undefined
  else if (points + commas === 1 && length - last !== 4) return points > 0 ? point : comma
  const asPoint = pointNumber.test(cell)
  const asComma = commaNumber.test(cell)
  if (!asPoint || !asComma) return asPoint ? point : asComma ? comma : undefined
  // Both readings are numbers: a single mark, or nothing that decides.
  const whole = cell.slice(0, last).replace(/^[+-]/, '')
  const isThousand = length - last === 4 && /^[1-9]\d{0,2}$/.test(whole)
  if (points > 0) return isThousand ? eitherPoint : point
  return isThousand ? eitherComma : comma
}

const beyondAscii = /[^\0-\x7f]/

const missing =
  /^(n\.?a\.?|n\/a|#n\/a|nan|null|nil|none|missing|m|t|tr|trace|x|\/+|-+|\.+|\*+|\?+|…|缺测|缺測|缺失|无|無|\\n)$/i

/** Empty, or a word or mark for a missing value. */
export const isMissing = (cell: string): boolean =>
  cell === '' || (cell.length < 9 && missing.test(plain(cell)))

const sums =
  /^(?:(?:grand |sub-?|annual |overall )?(?:total|sum)|gesamt|summe|somme|suma|totale|total général|合计|总计|共计|小计|合計|総計|합계|итого|всего)\s*:?$/i
const statistics =
  /^(?:(?:monthly |annual |yearly )?(?:mean|average|avg|median|std\.?|max(?:imum)?|min(?:imum)?|count)|mittel(?:wert)?|durchschnitt|moyenne|promedio|media|平均值?|均值|最大值?|最小值?|평균|среднее)\s*:?$/i

/** A label of a row that sums up the rows above. Among dates or numbers, a mean counts too. */
export const isTotal = (cell: string, overDates: boolean): boolean => {
  if (cell.length > 17 || (cell.charCodeAt(0) >= 48 && cell.charCodeAt(0) <= 57)) return false
  const text = plain(cell)
  return sums.test(text) || (overDates && statistics.test(text))
}

const notes =
  /^(?:source|notes?|data (?:from|source)|quelle|hinweis|fuente|fonte|来源|數據|数据|注|备注|说明|出典|©|\*)/i

/** Words in a column of dates or counts: the notes below a table. */
export const isNote = (cell: string, afterBlank: boolean): boolean =>
  cell.length > 3 &&
  !(cell.charCodeAt(0) >= 48 && cell.charCodeAt(0) <= 57) &&
  (notes.test(cell) || (afterBlank && /\p{L}{3}/u.test(cell) && !isDate(cell) && !isMissing(cell)))

/** A missing value, but not a single letter as in weather files. In a column of words, `M` is a word. */
export const isGap = (cell: string): boolean =>
  cell === '' || (cell.length > 1 || !/[a-z]/i.test(cell) ? isMissing(cell) : false)

const clock = String.raw`(?:[T ,]*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?(?:Z|[+-]\d{2}:?\d{2})?)?`
/** Full month names and their abbreviations, because "setosa" and "married" begin like a month. */
const months = [
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  'januar|jänner|februar|märz|mär|maerz|mrz|mai|juni|juli|okt(?:ober)?|dez(?:ember)?|januari|februari|maart|mrt|mei|maj|augusti?|augustus|mars',
  'janv(?:ier)?|f[ée]vr?(?:ier)?|avr(?:il)?|juin|juil(?:let)?|ao[ûu]t|septembre|octobre|novembre|d[ée]c(?:embre)?',
  'ene(?:ro)?|febrero|marzo|abr(?:il)?|mayo|junio|julio|ago(?:sto)?|septiembre|octubre|noviembre|dic(?:iembre)?|gen(?:naio)?|febbraio|aprile|mag(?:gio)?|giu(?:gno)?|lug(?:lio)?|set(?:tembre|embro)?|ott(?:obre)?|dicembre',
  'janeiro|fev(?:ereiro)?|março|maio|junho|julho|out(?:ubro)?|novembro|dezembro',
  'янв(?:ар[ья])?|фев(?:рал[ья])?|март?а?|апр(?:ел[ья])?|ма[йя]|июн[ья]?|июл[ья]?|авг(?:уста?)?|сен(?:тябр[ья])?|окт(?:ябр[ья])?|ноя(?:бр[ья])?|дек(?:абр[ья])?',
].join('|')
const dates = [
  new RegExp(String.raw`^\d{4}([-/.])\d{1,2}(\1\d{1,2})?${clock}( ?(周|星期).)?$`, 'i'),
  new RegExp(String.raw`^\d{4}年(\d{1,2}月(\d{1,2}[日号])?)?${clock}( ?(周|星期).)?$`, 'i'),
  /^\d{1,2}月(\d{1,2}[日号])?$/,
  new RegExp(String.raw`^\d{1,2}([-/.])\d{1,2}\1(\d{4}|\d{2})${clock}$`, 'i'),
  new RegExp(
    String.raw`^(\d{1,2}(?:st|nd|rd|th)?[ .-]*(?:de )?)?(?:${months})\.?(?: de)?[ .,-]*\d{0,4}(?:[ ,-]+\d{2,4})?${clock}$`,
    'i',
  ),
  /^\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]\.?m\.?)?$/i,
  /^\d{4}[- ]?(W\d{2}|Q[1-4])(-\d)?$/i,
  /^(?:Q[1-4]|[KC]?W ?\d{1,2})[ /-]*\d{2,4}$/i,
]

const isSeparator = (code: number): boolean => code === 45 || code === 46 || code === 47
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** 2024-01-31 or 31.01.2024, with or without a time of day: nearly every date in nearly every file. */
function isPlainDate(cell: string): boolean {
  const first = isSeparator(cell.charCodeAt(4)) ? 4 : 2
  const second = first === 4 ? 7 : 5
  if (cell.charCodeAt(first) !== cell.charCodeAt(second) || !isSeparator(cell.charCodeAt(first))) return false
  for (let i = 0; i < 10; i++) if (i !== first && i !== second && !isDigit(cell.charCodeAt(i))) return false
  return cell.length === 10 || (/[T ]/.test(cell[10]) && cell[13] === ':' && isDigit(cell.charCodeAt(12)))
}

const dateLetters = new Set('jfmasondeglqkcw')

export function isDate(cell: string): boolean {
  if (cell.length < 3 || cell.length > 40) return false
  if (cell.length >= 10 && isPlainDate(cell)) return true
  const code = cell.charCodeAt(0)
  if (
    !isDigit(code) &&
    code < 128 &&
    code !== 34 &&
    code !== 39 &&
    code !== 61 &&
    !dateLetters.has(cell[0].toLowerCase())
  )
    return false
  const text = plain(cell)
  return dates.some((date) => date.test(text))
}
