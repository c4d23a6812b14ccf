// A number that changes every frame. Its text is set imperatively, so a streaming run renders nothing, and its width is
// reserved, so nothing jumps.

import { useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { Ref } from 'react'
import { textWidth } from './textWidth.ts'
import { writeText } from './writeText.ts'
import styles from './LiveText.module.css'

export interface LiveTextHandle {
  set(text: string): void
}

export interface LiveTextProps {
  readonly text?: string
  /** Reserved width, in digits. A longer text reserves more. */
  readonly digits?: number
  readonly ref?: Ref<LiveTextHandle>
}

export function LiveText({ text = '', digits = 8, ref }: LiveTextProps) {
  const room = useRef<HTMLSpanElement>(null)
  const node = useRef<HTMLSpanElement>(null)
  const reserved = useRef(digits)
  const set = (next: string) => {
    if (!node.current || !room.current) return
    const width = textWidth(next)
    if (width > reserved.current) {
      reserved.current = width
      room.current.style.minInlineSize = `${width}ch`
    }
    writeText(node.current, next)
  }
  useImperativeHandle(ref, () => ({ set }), [])
  useLayoutEffect(() => set(text), [text])
  return (
    <span ref={room} className={styles.liveText} style={{ minInlineSize: `${digits}ch` }}>
      <span ref={node} />
    </span>
  )
}
