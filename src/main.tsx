// The entry: replaces the static shell in index.html.

import './styles/index.css'
import './app/embed.css'
import { startTransition, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { Boundary } from './app/Boundary.tsx'
import { Missing } from './app/Missing.tsx'
import { followMoved } from './app/moved.ts'
import { expose, ravine } from './app/ravine.ts'
import { followVersion, retryFailed } from './app/version.ts'
import { showMissing } from './fetch/fetched.tsx'
import { drawIn } from './plot/schedule.ts'
import { startLanguage } from './i18n/index.ts'
import { afterDrawing } from './state/frame.ts'
import { splitHash } from './document/link/hash.ts'

expose()
followMoved()
showMissing(Missing, () => void retryFailed())
followVersion()
drawIn(afterDrawing)
await startLanguage(new URLSearchParams(splitHash(location.hash).search).get('lang'))
// In pieces of five milliseconds: between them the browser can answer.
startTransition(() =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <Boundary>
        <App />
      </Boundary>
    </StrictMode>,
  ),
)

// Once the page works, cache all of it on the device. Not in a frame, which belongs to its page, and not in
// development.
if (import.meta.env.PROD && window.parent === window)
  void ravine.ready.then(async () => (await import('./state/offline.ts')).keepOffline()).catch(() => {})
