// The hyperparameter map of the selected run next to the controls of a race, computed while it is open.

import { Suspense, useState } from 'react'
import { fetched } from '../../fetch/fetched.tsx'
import { mapWords } from '../../i18n/areas/map.ts'
import { useWords } from '../../i18n/index.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'

const MapDrawer = fetched(async () => (await import('./view/MapDrawer.tsx')).MapDrawer)

export function MapBeside() {
  const words = useWords(mapWords)
  const [open, setOpen] = useState(false)
  return (
    <Disclosure label={words.map.open} open={open} onToggle={setOpen}>
      {open && (
        <Suspense>
          <MapDrawer />
        </Suspense>
      )}
    </Disclosure>
  )
}
