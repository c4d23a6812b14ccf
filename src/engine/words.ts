// Words in the languages of the interface. A registry entry carries its own words, so that one file and one
// registry line are all that a new optimizer, surface or schedule needs.

export interface Words {
  readonly en: string
  readonly zh: string
}
