// The editor of a custom rule, its gallery, and the exercises "Write it yourself".

export const rule = {
  /** The name of the text box is an interface (doc/names.md). */
  boxes: { rule: 'Rule' },
  help: 'Write one statement a line.',
  key: 'Ctrl + Space completes a name.',
  lastGood: 'Until this line is right, the last rule without a fault keeps running.',
  names: 'Complete the name',
  complete: 'Complete as {name}',
  signs: 'Signs',
  beginFrom: 'Begin from',
  ownLines: 'your own lines',
  compareWith: 'Compare with',
  nothing: 'nothing',
  same: 'The same as {name}, to the last bit over {steps} steps.',
  ended: 'Both end after {steps} steps, and until then they are the same to the last bit.',
  differs: 'It first differs at step {step}: {component} is {own} with your rule and {other} with {name}.',
  gone: 'no longer a number',
  comparing: 'Comparing…',
  slow: 'A step of this rule takes about {ms} ms on this machine, so the run is slow to compute.',
  gallery: 'Five rules to try',
  galleryLead: 'Each of them opens in the playground, next to the rule that it changes.',
  reference: 'What you may write',
  languageLines: {
    statement: 'One statement a line, NAME = EXPRESSION. A comment begins with #.',
    parameter: 'parameter beta = 0.9 from 0 to 0.999 makes a slider.',
    memory:
      'A name that is read before it is written in a step is memory. It has one number per parameter and starts at 0; memory k = 1 starts it at 1.',
    known:
      'You can read w (this parameter), dW (its gradient), alpha, t (from 1), epoch (from 0), J, n, pi and e. You must assign w.',
    signs: 'Signs are + − * / ^ and < > <= >= (1 if true, 0 if not).',
    functions:
      'Functions are exp, log, sqrt, sin, cos, tan, tanh, abs, sign, min and max; norm, sum and mean run over all parameters.',
    zero: '0/0 counts as 0.',
  },
  exercise: {
    title: 'Write it yourself',
    lead: {
      momentum: 'Write the two lines of momentum: the average of the gradients, and the step.',
      rmsprop: 'Write the two lines of RMSprop: the average of the squared gradients, and the step.',
      adam: 'Write Adam: two averages, their corrections, and the step.',
      biasCorrection:
        'Here the average is one of gradients. Write momentum with bias correction, so that the step uses the corrected average.',
    },
    form: 'Start with',
    hole: 'a gap',
    empty: 'an empty page',
    check: 'Check',
    hint: 'A hint',
    nextHint: 'The next hint',
    hintOf: 'Hint {number} of 3',
    checkedOn: 'Your rule is checked on problems that you do not see, against the rule of the course notes.',
    fault: 'This is not a rule yet. The line with the fault is marked.',
    right: 'Right. Your rule moves exactly as it should on both hidden problems, for 60 steps each.',
    otherConvention:
      'Right. With ε outside the root this is PyTorch’s convention; the course notes put it inside.',
    wrong:
      'Not yet. At step {step} of a hidden problem your rule moves the parameter to {own}; it should be {expected}.',
    solved: 'You have solved this exercise on this device.',
    solution: 'The course notes’ lines',
    play: 'Run your rule in the playground',
  },
}
