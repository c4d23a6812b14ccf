// The one notice: sentences about links, files and what could not be done.

export const notices = {
  used: '{name}: {value} used instead',
  leftOut: 'Your own data is too large for a link and was left out.',
  predicting: 'A prediction is open: its answer would be in this file. Reveal it first, then save.',
  copied: 'Link copied.',
  notCopied: 'The link could not be copied; it stands in the address bar.',
  unknownRoute: 'There is no page “{route}”; this is the contents page.',
  suitedAlpha: 'α set for this surface: {runs}.',
  alphaOfSum:
    'PyTorch adds gradients up where the course averages them; α × (1 − β) keeps the path the same: {runs}.',
  alphaOfAverage:
    'The course averages gradients where PyTorch adds them up; α ÷ (1 − β) keeps the path the same: {runs}.',
  imported: 'Experiment opened.',
  nothingDropped: 'What was dropped is neither a file nor text. Nothing was changed.',
  noFilesHere: 'Nothing was opened: files are opened in the playground and in the averages lab.',
  notAnExperiment: 'This file is not an experiment: {fault}.',
  computing: 'Computing',
  failed: 'This part of the page failed. Your experiment is kept in the address.',
  again: 'Try again',
  anew: 'Start anew',
}
