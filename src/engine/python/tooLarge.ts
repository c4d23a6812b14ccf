// Why an experiment cannot be a script.

/** Thrown for data that are too large to be written into a script. */
export class TooLargeForScript extends Error {}
