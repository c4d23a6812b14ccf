// How large a file may be, known before it is read and without any of the code that reads it.

/** The size of a file at most, in bytes: an experiment's, a series', a table's, a map's. */
export const mostBytes = 64_000_000
