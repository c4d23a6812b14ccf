// The pictures and controls of single steps in one chunk: each is small, and is loaded from an open lesson.

export { AgreementPanel } from './AgreementPanel.tsx'
export { ArrowsPanel } from './ArrowsPanel.tsx'
export { BuildAdam } from './BuildAdam.tsx'
export { FindAlpha } from './FindAlpha.tsx'
