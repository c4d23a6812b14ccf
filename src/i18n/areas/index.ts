// All areas that load later, for tests that read every word. A part of the page imports only the areas it uses.

export { averagesWords } from './averages.ts'
export { keepingWords } from './keeping.ts'
export { lessonPanelsWords } from './lessonPanels.ts'
export { lessonsWords } from './lessons.ts'
export { mapWords } from './map.ts'
export { networkWords } from './network.ts'
export { ownDataWords } from './ownData.ts'
export { pictureWords } from './picture.ts'
export { ruleWords } from './rule.ts'
export { sheetWords } from './sheet.ts'
export { stageWords } from './stage.ts'
