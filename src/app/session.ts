// What the page does with an address: language, theme and type as it wants them, and `present=1` while the stage is open.

import { look, onView } from '../document/session.ts'
import { setLanguage } from '../i18n/index.ts'
import { onPresent } from './presenting.ts'
import { applyTheme, setPresenting } from '../state/theme.ts'

onView(({ lang, theme, present }) => {
  if (lang) setLanguage(lang)
  if (theme) applyTheme(theme)
  if (present !== undefined) setPresenting(present)
})

// Entering or leaving the stage is recorded in the address.
onPresent((on) => look({ present: on || undefined }))
