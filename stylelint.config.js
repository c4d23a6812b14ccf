// What browsers would pass over in silence: unknown properties, units and selectors, rules that nothing can reach.
export default {
  extends: 'stylelint-config-recommended',
  rules: {
    // A sheet's rules are in the order of the page, not of their weight.
    'no-descending-specificity': null,
    'declaration-block-no-redundant-longhand-properties': true,
    'shorthand-property-no-redundant-values': true,
    'length-zero-no-unit': true,
    'value-no-vendor-prefix': true,
    'selector-no-vendor-prefix': null,
  },
}
