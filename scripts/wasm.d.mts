// Types of wasm.mjs for the tests that rebuild the kernels.

export function compilerVersion(): string | undefined
export function networkBytes(version: string): string
