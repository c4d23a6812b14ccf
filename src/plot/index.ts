// What panels import to draw. marks.ts has layers that only a few pictures need.

export { Plot } from './Plot.tsx'
export { Handle } from './Handle.tsx'
export type {
  PlotHandle,
  PlotWords,
  ReadoutLine,
  SheetPainter,
  SheetWishes,
  TableSource,
  View,
} from './plotProps.ts'
export { resolvePaint } from './layer.ts'
export type { AxisDomain, Domain, Layer, Overlay, Paint, Pen, Points, Scales } from './layer.ts'
export { pathLayer } from './pathLayer.ts'
export { RowList } from './rowList.ts'
export { seriesLayer, type SeriesOptions } from './seriesLayer.ts'
export { clipToFrame } from './clip.ts'
export { imageFrom, imageLayer, type PlacedImage } from './imageLayer.ts'
export { arrow, arrowHead, cross, disc, drawMarker, ellipse, ring } from './glyphs.ts'
export {
  mix,
  onThemeChange,
  paletteOf,
  readPalette,
  runColor,
  runDash,
  runMarker,
  runVariable,
  shadeOf,
  type Marker,
  type Palette,
} from './palette.ts'
export { thinEvenly } from './decimate.ts'
export { logDomain, logKind, logShows, type LogKind, type Range as LogRange } from './logDomain.ts'
