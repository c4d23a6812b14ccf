// Catches what browsers ignore silently: unknown properties, units and selectors, and unreachable rules.
export default {
  extends: 'stylelint-config-recommended',
  rules: {
    // Rules follow the order of the page, not of their specificity.
    'no-descending-specificity': null,
    'declaration-block-no-redundant-longhand-properties': true,
    'shorthand-property-no-redundant-values': true,
    'length-zero-no-unit': true,
    'value-no-vendor-prefix': true,
    // The three widths at which the page changes: a narrow phone, a phone, and what has room for two columns.
    'media-feature-name-value-allowed-list': {
      'max-width': ['39.99rem', '47.99rem', '61.99rem'],
      'min-width': ['40rem', '48rem', '62rem'],
    },
    // Lengths that have a token in src/styles/tokens.css.
    'declaration-property-value-disallowed-list': {
      '/^(gap|padding|margin)/': [String.raw`/(?<![\d.-])(4|8|12|16|20|24|32|48)px/`],
      'font-size': ['0.75rem', '0.875rem', '0.9375rem', '1.0625rem', '1.5rem'],
      'border-radius': ['6px'],
    },
    // Whatever comes after a sibling makes the browser style a whole page again for each added node.
    'selector-disallowed-list': [String.raw`/[+~]\s*(\*|:not)/`],
    // Each frame of a run changes the labels of an axis. The browser then matches :has() of all their ancestors again, and
    // styles again what depends on them: 80 ms in the playground of a phone. What is in a page's parts is written as data.
    'selector-pseudo-class-disallowed-list': ['has'],
    'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['global'] }],
    'selector-no-vendor-prefix': null,
  },
  overrides: [
    {
      // Small parts of a page, and the stage's words.
      files: [
        'src/ui/{Field,Slider}.module.css',
        'src/course/Question.module.css',
        'src/panels/{own/Own,rule/RuleEditor}.module.css',
        'src/app/sheet/ExportSheet.module.css',
        'src/app/stage/{Cards,Stage}.module.css',
      ],
      rules: { 'selector-pseudo-class-disallowed-list': [] },
    },
  ],
}
