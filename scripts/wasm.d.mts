export function compilerVersion(): string | undefined
export function networkBytes(version: string): string
