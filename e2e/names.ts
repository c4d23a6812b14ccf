// The app's controls by the names that doc/names.md promises to people, links and assistive technology.
import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

const named = (name: string) => ({ name, exact: true })
export const slider = (page: Page | Locator, name: string) => page.getByRole('slider', named(name))
export const textBox = (page: Page | Locator, name: string) => page.getByRole('textbox', named(name))
export const choice = (page: Page | Locator, name: string) => page.getByRole('combobox', named(name))
export const button = (page: Page | Locator, name: string) => page.getByRole('button', named(name))
/** Presses a button by keyboard once it is enabled: Reveal waits for rows to show. */
export async function pressEnter(target: Locator): Promise<void> {
  await expect(target).toBeEnabled()
  await target.press('Enter')
}
export const figure = (page: Page | Locator, name: string) => page.getByRole('figure', named(name))
export const status = (page: Page | Locator, name: 'Step' | 'Notice') => page.getByRole('status', named(name))

/** Types a value into a slider's text box, as a user does, and leaves the box. */
export async function type(page: Page, name: string, value: string | number): Promise<void> {
  const box = textBox(page, name)
  await box.fill(String(value))
  await box.press('Enter')
}
