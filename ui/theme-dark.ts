/** Apart from the others: fetched only where the system or Office is dark. */
export { webDarkTheme as DARK_THEME } from '@fluentui/react-components';
