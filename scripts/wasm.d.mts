export function compilerVersion(): string | undefined
export function networkBytes(version: string): string
export function sweepBytes(version: string): string
