// If a part of the page fails, the rest stays and one sentence offers a way out. The address stays in any case, with
// all settings.

import { Component, type ReactNode } from 'react'
import { MissingPart } from '../fetch/retried.ts'
import { currentLanguage, words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import { useOpened } from '../document/session.ts'
import styles from './Page.module.css'

export class Boundary extends Component<{ children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined }

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error }
  }

  override componentDidCatch(): void {
    // The next attempt opens the session again.
    useOpened.setState({ fault: undefined })
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    const { failed, missingPage, again, reload } = words(currentLanguage()).notices
    return (
      <main className={styles.failed} id="main" tabIndex={-1}>
        <p role="alert">{error instanceof MissingPart ? missingPage : failed}</p>
        <Button onClick={() => this.setState({ error: undefined })}>{again}</Button>
        <Button onClick={() => location.reload()}>{reload}</Button>
      </main>
    )
  }
}
