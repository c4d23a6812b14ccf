// Words in the interface languages. A registry entry carries its own words, so a new optimizer, surface or schedule
// needs only one file and one line.

export interface Words {
  readonly en: string
  readonly zh: string
}
