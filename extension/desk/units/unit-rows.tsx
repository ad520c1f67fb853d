/** The rows of the table of units: only what is in view is drawn, all rows of one height. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useSyncExternalStore } from 'react';
import { Icon } from '../../../ui/icons.tsx';
import { rankChangeText, type UnitOrder, type UnitTableRow } from '../../history/unit-table.ts';
import { countsText, deltaText, valueText } from '../../pieces/words.ts';
import { instantText } from '../../reading/time.ts';

/** Where the page is narrow a name takes two lines. */
const ROW_HEIGHT = { narrow: 66, wide: 48 };
const OVERSCAN = 16;
const NARROW_QUERY = '(max-width: 900px)';
const NARROW = `@media ${NARROW_QUERY}`;

const useStyles = makeStyles({
  scroll: {
    maxHeight: 'max(320px, calc(100vh - 348px))',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'separate',
    borderSpacing: 0,
    '& th, & td': { textAlign: 'start', fontWeight: tokens.fontWeightRegular },
    '& [data-figure]': { textAlign: 'end', fontVariantNumeric: 'tabular-nums', paddingRight: '24px' },
    [NARROW]: { '& [data-figure]': { paddingRight: '8px' } },
    '& thead th': {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      boxSizing: 'border-box',
      padding: '6px 8px',
      [NARROW]: { padding: '6px 4px', fontSize: tokens.fontSizeBase200 },
      backgroundColor: tokens.colorNeutralBackground2,
      color: tokens.colorNeutralForeground2,
      fontWeight: tokens.fontWeightSemibold,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  row: {
    '& > *': {
      boxSizing: 'border-box',
      padding: '5px 8px',
      [NARROW]: { padding: '5px 4px', fontSize: tokens.fontSizeBase200 },
      verticalAlign: 'top',
      overflow: 'hidden',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  mine: { '& > *': { backgroundColor: tokens.colorBrandBackground2 } },
  rank: { width: '78px', [NARROW]: { width: '52px' } },
  figure: { width: '16%', [NARROW]: { width: '68px' } },
  change: { width: '20%', [NARROW]: { width: '82px' } },
  last: { width: '20%', [NARROW]: { display: 'none' } },
  name: {
    display: '-webkit-box',
    WebkitLineClamp: 1,
    [NARROW]: { WebkitLineClamp: 2 },
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    lineHeight: '18px',
    overflowWrap: 'anywhere',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  delta: { display: 'flex', alignItems: 'start', gap: '3px', lineHeight: '18px', '& svg': { marginTop: '2px' } },
  up: { color: tokens.colorStatusSuccessForeground3 },
  down: { color: tokens.colorStatusDangerForeground3 },
  sort: {
    border: 'none',
    padding: 0,
    backgroundColor: 'transparent',
    color: 'inherit',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    cursor: 'pointer',
    display: 'inline-flex',
    alignItems: 'center',
    gap: '3px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

export interface Sorting {
  readonly order: UnitOrder;
  readonly reversed: boolean;
}

interface Props {
  readonly rows: readonly UnitTableRow[];
  readonly label: string;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

export function UnitRows(props: Props) {
  const width = useNarrow() ? 'narrow' : 'wide';
  return <Rows key={width} height={ROW_HEIGHT[width]} {...props} />;
}

function Rows({ rows, label, sorting, onSort, height }: Props & { readonly height: number }) {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const header = (order: UnitOrder, title: string, className: string | undefined) => {
    const isBy = sorting.order === order;
    const isDown = isBy && (order === 'change') !== sorting.reversed;
    return (
      <th scope="col" className={className} aria-sort={isBy ? (isDown ? 'descending' : 'ascending') : undefined}>
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort({ order, reversed: isBy && !sorting.reversed })}
        >
          {title}
          {isBy && <Icon name={isDown ? 'down' : 'up'} size={12} />}
        </button>
      </th>
    );
  };
  return (
    <div ref={scroller} className={styles.scroll}>
      {/* Stands for the rows that are not drawn. */}
      <div style={{ paddingTop: `${above}px`, paddingBottom: `${below}px` }}>
        <table className={styles.table} aria-label={label} aria-rowcount={rows.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {header('rank', 'Hạng', styles.rank)}
              {header('name', 'Đơn vị', undefined)}
              <th scope="col" className={styles.figure} data-figure>
                Giá trị
              </th>
              {header('change', 'Thay đổi', styles.change)}
              <th scope="col" className={styles.last}>
                Lần trước
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ index }) => {
              const row = rows[index];
              return row && <Unit key={row.key} row={row} index={index} height={height} />;
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface UnitProps {
  readonly row: UnitTableRow;
  readonly index: number;
  readonly height: number;
}

function Unit({ row, index, height }: UnitProps) {
  const styles = useStyles();
  const { figure, rank, name, code, mine, lastAt } = row;
  const delta = figure.last?.delta ?? 0;
  return (
    <tr
      className={mergeClasses(styles.row, mine && styles.mine)}
      style={{ height: `${height}px` }}
      aria-rowindex={index + 2}
    >
      <td>{rank ?? '–'}</td>
      <th scope="row">
        <div className={mergeClasses(styles.name, mine && styles.strong)}>{name}</div>
        <div className={styles.small}>{[mine ? 'Xã của tôi' : '', code].filter(Boolean).join(' · ')}</div>
      </th>
      <td data-figure>
        <div className={styles.strong}>{valueText(figure)}</div>
        <div className={styles.small}>{countsText(figure)}</div>
      </td>
      <td>
        <div className={mergeClasses(styles.delta, delta > 0 && styles.up, delta < 0 && styles.down)}>
          {delta !== 0 && <Icon name={delta > 0 ? 'up' : 'down'} size={14} />}
          {deltaText(figure)}
        </div>
        <div className={styles.small}>{rankChangeText(row)}</div>
      </td>
      <td className={styles.last}>
        {figure.last !== null && lastAt !== null && (
          <>
            <div>{valueText({ ...figure, value: figure.last.value })}</div>
            <div className={styles.small}>{instantText(lastAt)}</div>
          </>
        )}
      </td>
    </tr>
  );
}

function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW_QUERY).matches);
}

function subscribe(changed: () => void): () => void {
  const list = window.matchMedia(NARROW_QUERY);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
}
