/** Looks shared by the places: everything wraps, nothing is wider than the pane (320 px). */
import { makeStyles, tokens } from '@fluentui/react-components';

/** A field wider than a line of print is harder to read, not easier. */
export const FIELD_WIDTH = '720px';

/** A button in a column is as wide as the pane, and on a wide page as wide as its words. */
const BUTTONS = { '@container place (min-width: 480px)': { '& > .fui-Button': { alignSelf: 'flex-start' } } } as const;

export const usePaneStyles = makeStyles({
  place: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0, ...BUTTONS },
  section: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0, ...BUTTONS },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', minWidth: 0 },
  /** A sign and the words beside it. */
  note: { display: 'flex', alignItems: 'flex-start', gap: '4px', minWidth: 0, margin: 0 },
  /** Controls stand on a line, however many lines their labels take. */
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(130px, 100%), 1fr))',
    gap: '8px',
    alignItems: 'end',
    maxWidth: FIELD_WIDTH,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: 0, overflowWrap: 'anywhere' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: '8px 12px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    minWidth: 0,
    overflowWrap: 'anywhere',
    ...BUTTONS,
  },
  current: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
  choice: {
    appearance: 'none',
    border: 'none',
    padding: 0,
    backgroundColor: 'transparent',
    color: 'inherit',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    textAlign: 'start',
    boxSizing: 'border-box',
    cursor: 'pointer',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    width: '100%',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '3px' },
  },
  spread: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '4px 12px', minWidth: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    '@container place (min-width: 700px)': {
      fontSize: tokens.fontSizeBase300,
      lineHeight: tokens.lineHeightBase300,
    },
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      padding: '8px',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      overflowWrap: 'anywhere',
    },
    // A heading is never broken inside a word, however narrow the pane.
    '& thead th': {
      color: tokens.colorNeutralForeground2,
      fontWeight: tokens.fontWeightSemibold,
      overflowWrap: 'break-word',
    },
    '& td.number, & th.number': { textAlign: 'end', whiteSpace: 'nowrap' },
  },
  numbers: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});
