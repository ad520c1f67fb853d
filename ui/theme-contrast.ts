/** Apart from the others: fetched only where colours are forced. */
export { teamsHighContrastTheme as CONTRAST_THEME } from '@fluentui/react-components';
