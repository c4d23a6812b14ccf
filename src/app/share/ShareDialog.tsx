// Share: the link to this moment with its QR code, a link to only the step for a class's phones, and the code of a
// frame with a preview.

import styles from './Share.module.css'
import { Suspense, useEffect, useState } from 'react'
import { stageWords } from '../../i18n/areas/stage.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { saveFile } from '../../state/saveFile.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { currentAddress } from '../../document/session.ts'
import { fitsQr, pathOf, Qr, readsFrom, useQr } from '../stage/Qr.tsx'
import { classAddress } from '../stage/way.ts'
import { Copied } from './Copied.tsx'
import { frameCode, framed, hidable, type Hidable } from './frameCode.ts'
import textStyles from '../../styles/Text.module.css'

type Spoken = 'device' | 'en' | 'zh-CN'

const base = (): string => location.href.replace(/#.*$/, '')

export function ShareDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords(stageWords)
  return (
    <Dialog open={open} title={words.stage.share.title} close={words.common.close} onClose={onClose}>
      <Suspense>
        <Shared />
      </Suspense>
    </Dialog>
  )
}

function Shared() {
  const words = useWords(stageWords)
  const own = words.stage.share
  const [hash, setHash] = useState(() => location.hash || '#/')
  const [whole, setWhole] = useState(true)
  const [language, setLanguage] = useState<Spoken>('device')
  const [height, setHeight] = useState(560)
  const [hide, setHide] = useState<readonly Hidable[]>([])
  useEffect(() => {
    let over = false
    void currentAddress().then((now) => over || setHash(now.hash || '#/'))
    return () => void (over = true)
  }, [])
  const spoken = language === 'device' ? undefined : language
  const link = whole
    ? framed(base() + hash, { language: spoken })
    : framed(classAddress(hash), { language: spoken })
  const code = frameCode(framed(link, { embed: true, hide }), document.title, height)
  return (
    <div className={styles.share}>
      <fieldset className={styles.which}>
        <legend className={textStyles.spoken}>{own.link}</legend>
        {([true, false] as const).map((one) => (
          <label key={String(one)}>
            <input type="radio" name="share-which" checked={whole === one} onChange={() => setWhole(one)} />{' '}
            {one ? own.moment : own.short}
          </label>
        ))}
        <label>
          {own.language}{' '}
          <select value={language} onChange={(event) => setLanguage(event.target.value as Spoken)}>
            <option value="device">{own.device}</option>
            <option value="en">{words.common.languages.en}</option>
            <option value="zh-CN">{words.common.languages['zh-CN']}</option>
          </select>
        </label>
      </fieldset>
      <Copied label={own.link} text={link} button={own.copyLink} />
      {fitsQr(link) ? <Code text={link} /> : <p className={textStyles.note}>{own.tooLong}</p>}
      <h3>{own.frame}</h3>
      <div className={styles.frame}>
        <label>
          {own.height}{' '}
          <input
            type="text"
            inputMode="numeric"
            size={5}
            value={height}
            onChange={(event) =>
              setHeight(Math.min(4000, Number(event.target.value.replace(/\D/g, '')) || 0))
            }
          />
        </label>
        <fieldset>
          <legend>{own.hide}</legend>
          {hidable.map((part) => (
            <label key={part}>
              <input
                type="checkbox"
                checked={hide.includes(part)}
                onChange={() =>
                  setHide(hide.includes(part) ? hide.filter((one) => one !== part) : [...hide, part])
                }
              />{' '}
              {own.parts[part]}
            </label>
          ))}
        </fieldset>
      </div>
      <Copied label={own.frame} text={code} button={own.copyFrame} />
      <iframe
        className={styles.preview}
        title={own.preview}
        src={framed(link, { embed: true, hide })}
        loading="lazy"
      />
    </div>
  )
}

function Code({ text }: { readonly text: string }) {
  const words = useWords(stageWords)
  const own = words.stage.share
  const code = useQr(text)
  const save = (): void => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${code.size} ${code.size}" shape-rendering="crispEdges"><rect width="${code.size}" height="${code.size}" fill="#fff"/><path d="${pathOf(code)}"/></svg>`
    saveFile(new Blob([svg], { type: 'image/svg+xml' }), 'ravine-qr.svg')
  }
  return (
    <div className={styles.code}>
      <Qr text={text} />
      <div>
        <p>{own.students}</p>
        <p className={textStyles.note}>{fill(own.reads, { meters: readsFrom(code.size - 8) })}</p>
        <Button onClick={save}>{own.saveQr}</Button>
      </div>
    </div>
  )
}
