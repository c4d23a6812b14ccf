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
    'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['global'] }],
    'selector-no-vendor-prefix': null,
  },
}
