// Shown in place of the odds until they are predicted: two directions, each up or down, and the kind of point in each
// of the four cases. The question is how this continues.

import styles from './Curvature.module.css'
import { useWords } from '../../i18n/index.ts'
import { lessonPanelsWords } from '../../i18n/areas/lessonPanels.ts'
import plotStyles from '../../plot/Plot.module.css'

const bends = ['up', 'down'] as const
type Bend = (typeof bends)[number]

const placeOf = (first: Bend, second: Bend): 'minimum' | 'maximum' | 'saddle' =>
  first !== second ? 'saddle' : first === 'up' ? 'minimum' : 'maximum'

export function TwoDirections() {
  const own = useWords(lessonPanelsWords).lessonPanels.curvature
  return (
    <figure className={styles.twoDirections} aria-label={own.cases}>
      <figcaption className={plotStyles.caption}>{own.cases}</figcaption>
      <ul>
        {bends.flatMap((first) =>
          bends.map((second) => {
            const place = placeOf(first, second)
            return (
              <li key={`${first} ${second}`} data-place={place}>
                <Cut bend={first} />
                <Cut bend={second} dashed />
                <span>{own[place]}</span>
              </li>
            )
          }),
        )}
      </ul>
    </figure>
  )
}

/** One cross-section, solid or dashed as on the map. */
function Cut({ bend, dashed }: { readonly bend: Bend; readonly dashed?: boolean }) {
  const top = bend === 'up' ? 4 : 36
  return (
    <svg viewBox="0 0 80 40" aria-hidden="true" focusable="false">
      <path d={`M6 ${top}Q40 ${2 * 20 - top + (bend === 'up' ? 30 : -30)} 74 ${top}`} data-dashed={dashed} />
      <circle cx="40" cy={bend === 'up' ? 35 : 5} r="3.5" />
    </svg>
  )
}
