// The one notice: sentences about links, files and what could not be done.

export const notices = {
  used: '{name}: {value} used instead',
  leftOut: 'Your own data is too large for a link, so the link does not include it.',
  predicting:
    'A prediction is still open, and this file would give its answer away. Reveal it first, then save.',
  copied: 'Link copied.',
  notCopied: 'The link could not be copied. You’ll find it in the address bar.',
  unknownRoute: 'There is no page “{route}”, so you see the contents page.',
  suitedAlpha: 'α was set to suit this surface: {runs}.',
  alphaOfSum:
    'PyTorch adds gradients up; the course averages them. So α was multiplied by (1 − β), and the path stays the same: {runs}.',
  alphaOfAverage:
    'The course averages gradients; PyTorch adds them up. So α was divided by (1 − β), and the path stays the same: {runs}.',
  imported: 'The experiment is open.',
  nothingDropped: 'You dropped neither a file nor text. Nothing has changed.',
  noFilesHere: 'Files can be opened in the playground and in the averages lab, not here.',
  notAnExperiment: 'This file is not an experiment: {fault}.',
  computing: 'Computing',
  failed: 'This part of the page has failed. Your experiment is safe: it is in the address.',
  again: 'Try again',
  anew: 'Start over',
}
