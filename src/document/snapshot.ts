// What a document says and how it is looked at, without its past.

interface Shown<E, V> {
  readonly experiment: E
  readonly view: V
}

export const snapshotOf = <E, V>({ experiment, view }: Shown<E, V>): Shown<E, V> => ({ experiment, view })
