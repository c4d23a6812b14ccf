// The stage's paper: the page's tint on sheets over walls of ink, with shadows and a bright edge in each theme.

import type { PaperColors } from '../../engine/picture/index.ts'

export const papers: Readonly<Record<'light' | 'dark', Omit<PaperColors, 'stops' | 'ink'>>> = {
  light: { wall: '#2f3542', edge: '#fffefb', shadow: '#2b3a3c', shade: 0.38 },
  dark: { wall: '#07090c', edge: '#8d9aa6', shadow: '#000000', shade: 0.5 },
}
