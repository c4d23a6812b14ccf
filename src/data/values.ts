// Classifies the numbers of a column in one pass: dates written as numbers, parts of a date, counters, ids, constants,
// flags, or measurements. Stores no list of them.

export type Kind =
  | 'measurement'
  | 'date'
  | 'datePart'
  | 'counter'
  | 'id'
  | 'constant'
  | 'coordinate'
  /** Yes or no. */
  | 'flag'
  /** A service's quality code for another column. */
  | 'quality'
  | 'text'
  | 'empty'

/** A flag has at most two values. */
const mostDistinct = 3
/** The most ids that are compared. */
const mostIds = 5_000

const isYear = (x: number): boolean => x >= 1600 && x <= 2200
const isMonthDay = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31

/** 20240131, 202401, 2024013123 and 202401312350. */
function isWrittenDate(x: number): boolean {
  if (x >= 1e11) return isWrittenDate(Math.floor(x / 100)) && x % 100 < 60
  if (x >= 1e9) return isWrittenDate(Math.floor(x / 100)) && x % 100 <= 24
  if (x >= 1e7) return isYear(Math.floor(x / 10_000)) && isMonthDay(Math.floor(x / 100) % 100, x % 100)
  return isYear(Math.floor(x / 100)) && isMonthDay(x % 100, 1)
}

export class Values {
  count = 0
  min = Infinity
  max = -Infinity
  readonly distinct = new Set<number>()
  private whole = 0
  private first = 0
  private last = 0
  private step = NaN
  private steady = true
  private ups = 0
  private downs = 0
  private same = 0
  private written = 0
  private months = 0
  private epochs = 0
  private years = 0
  private shortestStep = Infinity
  private longestStep = 0
  /** Counts steps up by one and steps back to the start, as for the day of a month. */
  private turns = 0
  private cycles = 0
  private longest = 0
  private shortest = Infinity
  private readonly ids = new Set<number>()
  private different = true

  add(x: number, cell: string): void {
    const { count } = this
    if (count === 0) this.first = x
    else this.compare(x)
    this.last = x
    this.count++
    if (x < this.min) this.min = x
    if (x > this.max) this.max = x
    if (this.distinct.size < mostDistinct) this.distinct.add(x)
    const whole = x === Math.floor(x)
    if (whole) {
      this.whole++
      if (x >= 160_001 && isWrittenDate(x)) this.written++
      if ((x >= 3e8 && x < 5e9) || (x >= 3e11 && x < 5e12)) this.epochs++
      if (this.different && this.ids.size < mostIds) {
        this.different = !this.ids.has(x)
        this.ids.add(x)
      }
    } else if (x >= 1600 && x < 2201) {
      this.years++
      if (/^\d{4}[.,](0[1-9]|1[0-2])$/.test(cell)) this.months++
    } else if (x >= 3e8 && x < 5e9) this.epochs++
    const length = cell.length
    if (length > this.longest) this.longest = length
    if (length < this.shortest) this.shortest = length
  }

  private compare(x: number): void {
    const step = x - this.last
    const size = step < 0 ? -step : step
    if (size < this.shortestStep) this.shortestStep = size
    if (size > this.longestStep) this.longestStep = size
    if (step === 0) this.same++
    else if (step > 0) this.ups++
    else this.downs++
    if (this.count === 1) this.step = step
    else if (Math.abs(step - this.step) > 1e-6 * Math.abs(this.step)) this.steady = false
    if (step === 0 || step === 1) this.turns++
    else if (step < 0 && x <= 2) {
      this.turns++
      this.cycles++
    }
  }

  /** Whether a value occurs twice. */
  get repeats(): boolean {
    return !this.different
  }

  /** 0, 1, 2, … or 1, 2, 3, … */
  get numbersRows(): boolean {
    return this.count > 1 && this.steady && this.step === 1 && (this.first === 0 || this.first === 1)
  }

  private get isWhole(): boolean {
    return this.whole === this.count
  }

  /** `nameless`: the first column, without a name, as for an index. */
  kind(nameless: boolean): Kind {
    const { count, isWhole, ups, downs, same } = this
    const strict = count > 1 && same === 0 && (ups === 0 || downs === 0)
    const ordered = ups === 0 || downs === 0
    if (isWhole && count > 0 && this.written === count && (count > 1 || nameless)) return 'date'
    if (this.months === count && count > 1 && ordered) return 'date'
    if (count > 2 && this.epochs === count && strict) return 'date'
    if (count > 2 && this.years > 0 && strict && this.areYears) return 'date'
    if (count > 2 && this.min === this.max) return 'constant'
    if ((count > 2 || nameless) && isWhole && isYear(this.min) && isYear(this.max) && ordered)
      return 'datePart'
    if (nameless && isWhole && strict && this.steady && this.first <= 1) return 'counter'
    if (count > 2 && this.steady && strict && (isWhole || count > 3)) return 'counter'
    if (count > 7 && isWhole && strict) return 'counter'
    if (isWhole && this.isCycle) return 'datePart'
    if (count > 4 && isWhole && this.distinct.size < 3 && this.max - this.min < 2) return 'flag'
    if (count > 4 && isWhole && this.shortest === this.longest && this.longest > 4 && this.different)
      return 'id'
    return 'measurement'
  }

  /** 1749.042, 1749.123, …: years with fractions, about evenly spaced. */
  private get areYears(): boolean {
    const { min, max, longestStep, shortestStep } = this
    return isYear(min) && max < 2201 && longestStep < 1.01 && longestStep < 3 * shortestStep
  }

  /** Months, days, hours: up by one or unchanged, then back to 0, 1 or 2. */
  private get isCycle(): boolean {
    const { count, min, max } = this
    return (
      count > 5 && min >= 0 && max <= 366 && max > 3 && this.cycles > 0 && this.turns >= 0.98 * (count - 1)
    )
  }
}
