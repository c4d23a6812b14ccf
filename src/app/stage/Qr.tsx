// A QR code, black on white in every theme, level M, with a border of four modules.

import { use } from 'react'
import { stageWords } from '../../i18n/areas/stage.ts'
import { useWords } from '../../i18n/index.ts'
import { remembered } from '../../fetch/retried.ts'
import type * as uqr from 'uqr'
import type { QrCodeGenerateResult } from 'uqr'
import shareStyles from '../share/Share.module.css'

const load = remembered<Pick<typeof uqr, 'encode'>>(() => import('uqr'))

/** The most bytes that can be scanned from the back of a room. For more, a file is better. */
export const longestLink = 213

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

export const fitsQr = (text: string): boolean => bytesOf(text) <= longestLink

/**
 * Returns the distance in meters from which a camera reads a code 1.2 m wide: 33 modules at about 9 m, less for more
 * modules.
 */
export const readsFrom = (modules: number): number => Math.round((9 * 33) / modules)

export function useQr(text: string): QrCodeGenerateResult {
  const { encode } = use(load())
  return encode(text, { ecc: 'M', border: 4 })
}

/** Returns the code as one path of squares. */
export function pathOf({ data, size }: QrCodeGenerateResult): string {
  let path = ''
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      let to = x
      while (to < size && data[y][to]) to++
      if (to > x) path += `M${x} ${y}h${to - x}v1h${x - to}z`
      x = to
    }
  return path
}

export function Qr({ text }: { readonly text: string }) {
  const words = useWords(stageWords)
  const code = useQr(text)
  return (
    <svg
      className={shareStyles.qr}
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={words.stage.share.qr}
      shapeRendering="crispEdges"
    >
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={pathOf(code)} fill="#000" />
    </svg>
  )
}
