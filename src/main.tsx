// The entry: takes the place of the static shell in index.html.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

createRoot(document.getElementById('root')!).render(<StrictMode>Ravine</StrictMode>)
