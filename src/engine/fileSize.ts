// The file size limit, in a file of its own, so checking it loads no parser.

/** Largest file the app reads, in bytes: an experiment, a series, a table or a map. */
export const mostBytes = 64_000_000
