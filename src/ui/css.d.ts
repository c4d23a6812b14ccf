// Custom properties may stand in a style: React hands them to the browser as they are, without inline style text.

import 'react'

declare module 'react' {
  interface CSSProperties {
    readonly [property: `--${string}`]: string | number | undefined
  }
}
