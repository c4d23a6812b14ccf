// The type of a dictionary in another language: the same keys, any words.

export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }
