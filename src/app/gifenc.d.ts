// gifenc ships no types. These are the parts that are used.

declare module 'gifenc' {
  export type Rgb = [number, number, number]
  export function quantize(rgba: Uint8ClampedArray, colors: number): Rgb[]
  export function applyPalette(rgba: Uint8ClampedArray, palette: Rgb[]): Uint8Array
  export function GIFEncoder(): {
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: { readonly palette: Rgb[]; readonly delay: number },
    ): void
    finish(): void
    bytes(): Uint8Array
  }
}
