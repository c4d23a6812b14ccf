// The few playback icons, drawn on a 16-unit square in the text color. They never replace a name.

import styles from './Icon.module.css'

const paths = {
  play: 'M4 2.5v11l9.5-5.5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  stepBack: 'M10.5 3v10L3.5 8zM11.5 3h1.5v10h-1.5z',
  stepForward: 'M5.5 3v10l7-5zM3 3h1.5v10H3z',
  toTheStart: 'M2.5 3H4v10H2.5zM9 3v10L4.5 8zM14 3v10L9.5 8z',
  toTheEnd: 'M12 3h1.5v10H12zM7 3v10l4.5-5zM2 3v10l4.5-5z',
  restart: 'M8 3a5 5 0 1 1-4.9 4h1.6A3.5 3.5 0 1 0 8 4.5V7L4 3.75 8 .5z',
  close: 'M4.1 3 8 6.9 11.9 3 13 4.1 9.1 8l3.9 3.9-1.1 1.1L8 9.1 4.1 13 3 11.9 6.9 8 3 4.1z',
  more: 'M3 6.75h2.5v2.500H3zM6.75 6.75h2.5v2.500h-2.5zM10.5 6.750H13v2.500h-2.500z',
  down: 'M3.5 5.500h9L8 11z',
  undo: 'M6 2v3h3.500a4.25 4.25 0 0 1 0 8.500H5V12h4.500a2.75 2.75 0 0 0 0-5.500H6v3L1.75 5.750z',
  redo: 'M10 2v3H6.500a4.25 4.25 0 0 0 0 8.500H11V12H6.500a2.75 2.75 0 0 1 0-5.500H10v3l4.25-3.750z',
  link: 'M7 3.5 8 2.500a3.9 3.9 0 0 1 5.5 5.500l-2 2-1-1 2-2a2.5 2.5 0 0 0-3.5-3.500l-1 1zM9 12.500l-1 1A3.9 3.9 0 0 1 2.5 8l2-2 1 1-2 2a2.5 2.5 0 0 0 3.5 3.500l1-1zM5.5 9.500l4-4 1 1-4 4z',
  plus: 'M7.25 3h1.500v4.250H13v1.500H8.750V13h-1.500V8.750H3v-1.500h4.250z',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
