// The map's own buttons, loaded after its first picture: tilt, pin, unpin.

import { pictureWords } from '../../i18n/areas/picture.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { Button } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { setReliefScale, toggleTilt, useRelief } from '../relief/pose.ts'
import { pinPresent, removePin, usePins, type Pin } from './pins.ts'
import { pinText } from './pinsPart.ts'
import styles from './MapTools.module.css'

export function MapTools() {
  const words = useWords(pictureWords)
  const pins = usePins((state) => state.pins)
  const tilted = useRelief(({ tilt }) => tilt > 0)
  const scale = useRelief((state) => state.scale)
  return (
    <>
      {pins.map((pin) => (
        <Pinned key={pin.search} pin={pin} />
      ))}
      <Button onClick={() => pinPresent()}>{words.picture.pin}</Button>
      {tilted && (
        <Segments
          label={words.picture.heights}
          hideLabel
          value={scale}
          options={{ log: words.picture.heightLog, linear: words.picture.heightLinear }}
          onChange={setReliefScale}
        />
      )}
      <Button pressed={tilted} onClick={toggleTilt}>
        {words.picture.tilt}
      </Button>
    </>
  )
}

/** Describes a pinned race, with a remove button. */
function Pinned({ pin }: { readonly pin: Pin }) {
  const words = useWords(pictureWords)
  // During a drag the words of a pin may lag. Those at its path do not.
  useExperiment(({ experiment, editing }) => (editing === undefined ? experiment : undefined))
  const text = [...new Set(pin.runs.map(({ run }) => pinText(pin, run)))].join(', ')
  return (
    <Button
      className={styles.pin}
      name={fill(words.picture.unpin, { values: text })}
      onClick={() => removePin(pin)}
    >
      {text} <span aria-hidden="true">×</span>
    </Button>
  )
}
