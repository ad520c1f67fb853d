/**
 * Horizontal bars under one axis, drawn as plain boxes: it scales with the page and takes the system's colours. A table
 * beside it says the same.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { axisTicks } from './axis-ticks.ts';

/** `main` = the figure, `second` = another to compare it with, `range` = a thin bar over both. */
export type BarLook = 'main' | 'second' | 'range';

interface BarMark {
  readonly from: number;
  readonly to: number;
  readonly look: BarLook;
}

interface BarRow {
  /** Unlike that of any other row: two units may bear one name. */
  readonly id: string;
  readonly label: string;
  /** The figures in words, shown where the pointer rests. */
  readonly says: string;
  /** Marks of one lane lie over each other. */
  readonly lanes: readonly (readonly BarMark[])[];
}

interface BarRowsProps {
  readonly rows: readonly BarRow[];
  /** Where the axis ends; it begins at 0. */
  readonly most: number;
  readonly tickText: (tick: number) => string;
  /** Accessible name: what the bars show, and where their figures are as text. */
  readonly name: string;
}

const useStyles = makeStyles({
  chart: {
    display: 'grid',
    gridTemplateColumns: 'minmax(60px, 10em) minmax(0, 1fr)',
    columnGap: '8px',
    minWidth: 0,
    paddingInlineEnd: '20px',
    fontSize: '11px',
    lineHeight: tokens.lineHeightBase100,
  },
  row: { display: 'contents' },
  label: {
    alignSelf: 'center',
    textAlign: 'end',
    overflowWrap: 'break-word',
  },
  track: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    paddingBlock: '4px',
  },
  lane: { position: 'relative', height: '16px' },
  line: { position: 'absolute', top: 0, bottom: 0, width: '1px', backgroundColor: tokens.colorNeutralStroke2 },
  mark: { position: 'absolute', '@media (forced-colors: active)': { forcedColorAdjust: 'none' } },
  main: {
    inset: '0 auto',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  second: {
    inset: '0 auto',
    backgroundColor: tokens.colorPaletteMarigoldBorderActive,
    '@media (forced-colors: active)': { backgroundColor: 'GrayText' },
  },
  range: {
    inset: '5px auto',
    minWidth: '2px',
    backgroundColor: tokens.colorPaletteMarigoldBorderActive,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  swatch: {
    display: 'inline-block',
    width: '12px',
    height: '12px',
    borderRadius: '2px',
    '@media (forced-colors: active)': { forcedColorAdjust: 'none' },
  },
  axis: { position: 'relative', height: '18px' },
  tick: {
    position: 'absolute',
    transform: 'translateX(-50%)',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
});

export function BarRows({ rows, most, tickText, name }: BarRowsProps) {
  const styles = useStyles();
  const ticks = axisTicks(most);
  const at = (value: number) => `${most > 0 ? (value / most) * 100 : 0}%`;
  const lines = ticks.map((tick) => <div key={tick} className={styles.line} style={{ left: at(tick) }} />);
  return (
    <div role="img" aria-label={name} className={styles.chart}>
      {rows.map(({ id, label, says, lanes }) => (
        <div key={id} className={styles.row} title={`${label}: ${says}`}>
          <div className={styles.label}>{label}</div>
          <div className={styles.track}>
            {lines}
            {lanes.map((marks) => (
              <div key={marks.map(({ look }) => look).join(' ')} className={styles.lane}>
                {marks.map(({ from, to, look }) => (
                  <div
                    key={look}
                    data-look={look}
                    className={mergeClasses(styles.mark, styles[look])}
                    style={{ left: at(from), width: at(to - from) }}
                  />
                ))}
              </div>
            ))}
          </div>
        </div>
      ))}
      <div />
      <div className={styles.axis}>
        {ticks.map((tick) => (
          <span key={tick} className={styles.tick} style={{ left: at(tick) }}>
            {tickText(tick)}
          </span>
        ))}
      </div>
    </div>
  );
}

/** The look of a bar in a legend. */
export function BarSwatch({ look }: { readonly look: BarLook }) {
  const styles = useStyles();
  return <span className={mergeClasses(styles[look], styles.swatch)} />;
}
