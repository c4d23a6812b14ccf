// The header: the current place, undo and redo, link, export, language, theme, Present. Few buttons, the rest is in one
// menu.

import { Suspense, useEffect, useState, type ReactNode } from 'react'
import { fetched } from '../fetch/fetched.tsx'
import { setLanguage, useLanguage, useWords } from '../i18n/index.ts'
import { labs } from '../labs/index.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { Mark } from './Mark.tsx'
import { usePendingPart, useFirstPaint } from '../state/firstPaint.ts'
import { setTheme, usePresenting, useTheme } from '../state/theme.ts'
import styles from './Header.module.css'

const HeaderMenu = fetched(async () => (await import('./HeaderMenu.tsx')).HeaderMenu, 'buttons')

/** Milliseconds after which the menu stops waiting for a slow picture. */
const patience = 400

export interface HeaderProps {
  readonly title: ReactNode
  /** The current route. */
  readonly here: string
  /** Actions of the route: undo, redo, export … */
  readonly children?: ReactNode
  readonly onPresent: () => void
  readonly helpOpen: boolean
  readonly onHelp: (open: boolean) => void
}

export function Header({ title, here, children, onPresent, helpOpen, onHelp }: HeaderProps) {
  const words = useWords()
  const language = useLanguage()
  const theme = useTheme()
  const presenting = usePresenting()
  /** On a phone the tools are collapsed, so the plot comes first. */
  const [open, setOpen] = useState(false)
  /** The menu's content loads after the first picture, if there is one. */
  const painted = useFirstPaint((state) => state.painted)
  const [waited, setWaited] = useState(false)
  const [items, setItems] = useState<readonly MenuItem[]>()
  usePendingPart(items !== undefined)
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), patience)
    return () => clearTimeout(timer)
  }, [])
  const { common, controls } = words
  const places = [
    { route: '', name: common.lessons },
    ...Object.values(labs).map(({ route, name, short = name }) => ({ route, name: common[short] })),
  ]
  return (
    <header className={styles.header} data-titled={title ? true : undefined}>
      <a className={styles.brand} href="#/">
        <Mark /> <span>{common.ravine}</span>
      </a>
      <nav className={styles.places} aria-label={common.places}>
        {places.map(({ route, name }) => (
          <a key={route} href={`#/${route}`} aria-current={here === route ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <span className={styles.title}>{title}</span>
      <span className={styles.more}>
        <Button pressed={open} onClick={() => setOpen(!open)}>
          {common.tools}
        </Button>
      </span>
      <div className={styles.actions} data-open={open || undefined}>
        {children}
        <Choice
          label={controls.choices.language}
          hideLabel
          value={language}
          options={common.languages}
          onChange={setLanguage}
        />
        <Choice
          label={controls.choices.theme}
          hideLabel
          value={theme}
          options={common.themes}
          onChange={setTheme}
        />
        <Button className={styles.present} pressed={presenting} onClick={onPresent}>
          {controls.buttons.present}
        </Button>
        <Menu label={common.more} icon="more" items={items ?? []} />
      </div>
      {(painted || waited) && (
        <Suspense>
          <HeaderMenu here={here} onItems={setItems} helpOpen={helpOpen} onHelp={onHelp} />
        </Suspense>
      )}
    </header>
  )
}
