// Every area that comes later, for the tests that read all words; a part of the page imports the ones that it speaks.

export { averagesWords } from './averages.ts'
export { keepingWords } from './keeping.ts'
export { lessonsWords } from './lessons.ts'
export { mapWords } from './map.ts'
export { networkWords } from './network.ts'
export { ownDataWords } from './ownData.ts'
export { pictureWords } from './picture.ts'
export { ruleWords } from './rule.ts'
export { sheetWords } from './sheet.ts'
export { stageWords } from './stage.ts'
