// The page's notice: sentences about links, files and failed actions.

export const notices = {
  used: '{name}: {value} used instead',
  leftOut: 'Your own data is too large for a link, so the link does not include it.',
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
  stopped: 'A background computation could not be started, so part of this page is missing.',
  sandboxed: 'This frame forbids background computation, so nothing can be computed here.',
  newTab: 'Open in a new tab',
  missingPart: 'This part could not be fetched; it comes as soon as the network does.',
  missingPage:
    'This page could not be fetched; it comes as soon as the network does. Nothing you set is lost.',
  replaced:
    'A new version of Ravine is here. The page opens it at the same place as soon as nothing is under way.',
  again: 'Try again',
  reload: 'Reload the page',
}
