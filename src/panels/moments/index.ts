// The pictures and controls of single steps, in one part: each is small, and a lesson that needs one is open already.

export { AgreementPanel } from './AgreementPanel.tsx'
export { ArrowsPanel } from './ArrowsPanel.tsx'
export { BuildAdam } from './BuildAdam.tsx'
export { FindAlpha } from './FindAlpha.tsx'
