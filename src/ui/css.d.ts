// Allows custom properties in a style. React sets them without inline style text.

import 'react'

declare module 'react' {
  interface CSSProperties {
    readonly [property: `--${string}`]: string | number | undefined
  }
}
