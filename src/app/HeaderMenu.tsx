// The header's menu: the places, Share, Save, My experiments, the offline copy, their dialogs, and the keyboard
// shortcuts. Loads after the first picture.

import { Suspense, useEffect, useState } from 'react'
import { fetched } from '../fetch/fetched.tsx'
import { keepingWords } from '../i18n/areas/keeping.ts'
import { fill, useLanguage, useWords } from '../i18n/index.ts'
import { isLesson } from '../course/ids.ts'
import { labAt, labs } from '../labs/index.ts'
import { notify, remark } from '../state/notice.ts'
import { useOffline } from '../state/offlineState.ts'
import type { MenuItem } from '../ui/Menu.tsx'
import { keysOn } from './keys.ts'

const ShareDialog = fetched(async () => (await import('./share/ShareDialog.tsx')).ShareDialog, 'buttons')
const SaveDialog = fetched(async () => (await import('./keeping/SaveDialog.tsx')).SaveDialog, 'buttons')
const MineDialog = fetched(async () => (await import('./keeping/MineDialog.tsx')).MineDialog, 'buttons')

const RaceCodeDialog = fetched(
  async () => (await import('./class/RaceCodeDialog.tsx')).RaceCodeDialog,
  'buttons',
)

const ExportSheet = fetched(async () => (await import('./sheet/ExportSheet.tsx')).ExportSheet, 'buttons')

const Handout = fetched(async () => (await import('./handout/Handout.tsx')).Handout, 'buttons')

const KeysDialog = fetched(async () => (await import('./KeysDialog.tsx')).KeysDialog, 'buttons')

const dialogs = {
  handout: Handout,
  exportPicture: ExportSheet,
  raceCode: RaceCodeDialog,
  share: ShareDialog,
  save: SaveDialog,
  mine: MineDialog,
} as const
type Name = keyof typeof dialogs

/** Routes with an experiment to save. */
const canSave = (here: string): boolean => here !== '' && here !== 'verify'

/** Routes with runs that a class may race. */
const races = (here: string): boolean => labAt(here)?.races === true

const [firstOne, ...others] = Object.values(labs)

export interface HeaderMenuProps {
  readonly here: string
  readonly onItems: (items: readonly MenuItem[]) => void
  readonly helpOpen: boolean
  readonly onHelp: (open: boolean) => void
}

export function HeaderMenu({ here, onItems, helpOpen, onHelp }: HeaderMenuProps) {
  const { common, keeping } = useWords(keepingWords)
  const language = useLanguage()
  const { menu } = keeping
  const { ready, since, waiting } = useOffline()
  const [open, setOpen] = useState<Name>()
  /** Stays mounted once opened, because a closing dialog returns the focus. */
  const [helped, setHelped] = useState(false)
  const [asked, setAsked] = useState<readonly Name[]>([])

  useEffect(() => {
    const show = (name: Name): void => {
      if (name === 'save' && !canSave(here)) return notify(keeping.nothing)
      setAsked((before) => (before.includes(name) ? before : [...before, name]))
      setOpen(name)
    }
    const placeOf = ({ route, name }: (typeof others)[number]) => [route, common[name]] as const
    const everywhere = [
      ['', common.contents],
      placeOf(firstOne),
      ['questions', common.questions],
      ['gallery', common.gallery],
      ...others.map(placeOf),
      ['verify', common.verify],
    ] as const
    onItems([
      ...everywhere.map(([route, label]) => ({
        label,
        onSelect: () => void (location.hash = `#/${route}`),
      })),
      { label: menu.share, divided: true, onSelect: () => show('share') },
      ...(canSave(here) ? [{ label: menu.save, onSelect: () => show('save') }] : []),
      ...(canSave(here) ? [{ label: menu.exportPicture, onSelect: () => show('exportPicture') }] : []),
      ...(isLesson(here) ? [{ label: menu.handout, onSelect: () => show('handout') }] : []),
      ...(races(here) ? [{ label: menu.raceCode, onSelect: () => show('raceCode') }] : []),
      { label: menu.mine, onSelect: () => show('mine') },
      ...(ready
        ? [
            {
              label: menu.offline,
              divided: true,
              onSelect: () =>
                remark(fill(menu.offlineSince, { date: new Date(since).toLocaleDateString(language) })),
            },
          ]
        : []),
      { label: common.keys, divided: true, onSelect: () => onHelp(true) },
      ...(waiting ? [{ label: menu.newVersion, onSelect: () => void renew(menu.newVersionWaits) }] : []),
    ])
    const press = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event
      if (!(ctrlKey || metaKey) || altKey || shiftKey || key.toLowerCase() !== 's' || !keysOn()) return
      event.preventDefault()
      if (!document.querySelector('dialog[open]')) show('save')
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [here, common, keeping, language, menu, onHelp, onItems, ready, since, waiting])

  if (helpOpen && !helped) setHelped(true)
  return (
    <>
      {helped && (
        <Suspense>
          <KeysDialog open={helpOpen} onClose={() => onHelp(false)} />
        </Suspense>
      )}
      {asked.map((name) => {
        const Asked = dialogs[name]
        return (
          <Suspense key={name}>
            <Asked open={open === name} onClose={() => setOpen(undefined)} />
          </Suspense>
        )
      })}
    </>
  )
}

/** Installs the newer version, unless a class is presented. */
async function renew(waits: string): Promise<void> {
  const { takeNewVersion } = await import('../state/offline.ts')
  if (!(await takeNewVersion())) notify(waits)
}
