// Long lists in a document: which they are, and where their parts are stored.

/** Lists with more numbers are stored separately. */
const longest = 1000

export type List = readonly unknown[]

export const numbersIn = (list: List): number => list.length * (Array.isArray(list[0]) ? list[0].length : 1)

export const isLong = (value: unknown): value is List => Array.isArray(value) && numbersIn(value) > longest

/** Where parts of lists are stored. Every method starts its work before it returns. */
export interface ListStore {
  /** Whether all parts are stored. Marks the list as used today. */
  has(name: string, parts: number): Promise<boolean>
  /** All or nothing. `whole` marks the list as complete. */
  put(name: string, parts: ReadonlyMap<number, List>, whole: boolean): Promise<void>
  get(name: string, part: number): Promise<List | undefined>
  /** Removes lists that no document is likely to need. With `only`, removes every other list. */
  clear(only?: ReadonlySet<string>): Promise<void>
}
