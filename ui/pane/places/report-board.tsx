/**
 * The board of reports: which unit sent what and when, points with the range still possible, doubts, the class; with
 * search, filters and sorting. In a narrow pane, values without a column are shown under the unit's name.
 */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type MouseEvent, memo, useDeferredValue, useId, useMemo, useState } from 'react';
import { hanoiTime } from '../../../core/base/period/hanoi-time.ts';
import { formatPoints } from '../../../core/base/quantity/points.ts';
import { Icon } from '../../icons.tsx';
import { later } from '../../later.tsx';
import { RangeBar } from '../../points-range.tsx';
import { rovingKeys } from '../../roving-focus.ts';
import { SeverityTag } from '../../severity-tag.tsx';
import { TextField } from '../../text-field.tsx';
import { Toggle } from '../../toggle.tsx';
import {
  type BoardFilter,
  type BoardOrder,
  type BoardRow,
  boardRows,
  isUnder,
  type SORTS,
  shownRows,
} from '../board-rows.ts';
import { usePane } from '../pane-context.ts';
import { useOpenReport } from '../use-open-report.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { useMovement } from './use-movement.ts';

const ColumnsForm = later(async () => (await import('./columns-form.tsx')).ColumnsForm);

/** Rows on the highest screen. */
const AT_ONCE = 40;
/** Fewer are seen at a glance. */
const FEW = 6;
const WIDE = '@container place (min-width: 620px)';

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '8px' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '4px', flex: '1 1 auto', border: 'none', margin: 0, padding: 0 },
  chip: { minWidth: 0 },
  find: { flex: '0 1 240px', minWidth: 0 },
  table: { backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke2}` },
  wide: { display: 'none', [WIDE]: { display: 'table-cell' } },
  narrow: { [WIDE]: { display: 'none' } },
  bar: { width: '160px', minWidth: '80px' },
  standing: { width: '128px' },
  /** Its words stand under the unit's name. */
  columns: { marginInlineStart: '-8px' },
  sort: {
    appearance: 'none',
    border: 'none',
    background: 'none',
    padding: 0,
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    textAlign: 'inherit',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  unit: { fontWeight: tokens.fontWeightSemibold },
  received: { color: tokens.colorStatusSuccessForeground1 },
  late: { color: tokens.colorStatusWarningForeground3 },
  returned: { color: tokens.colorStatusWarningForeground3 },
  missing: { color: tokens.colorNeutralForeground2 },
});

/** Shape beside the word: the colour only helps. */
const SHAPES: Readonly<Record<BoardRow['standing'], string>> = {
  received: '●',
  late: '◆',
  returned: '◆',
  missing: '○',
};
const SORT_NAMES: Readonly<Record<(typeof SORTS)[number], string>> = {
  unit: 'Đơn vị',
  standing: 'Báo cáo',
  points: 'Điểm',
  flags: 'Cần xem',
};

export function ReportBoard() {
  const styles = usePaneStyles();
  const own = useStyles();
  const { workspace } = usePane().state;
  const movement = useMovement();
  const open = useOpenReport();
  const [filter, setFilter] = useState<BoardFilter>({ typed: '', chip: 'all' });
  const [order, setOrder] = useState<BoardOrder>({ by: null, down: false });
  const today = hanoiTime(new Date()).slice(0, 10);
  const rows = useMemo(() => (workspace ? boardRows(workspace, movement, today) : []), [workspace, movement, today]);
  const shown = useMemo(() => shownRows(rows, filter, order), [rows, filter, order]);
  // Of hundreds of rows the first are there at once; the others follow while the page answers.
  const drawn = useDeferredValue(shown, shown.slice(0, AT_ONCE));
  if (rows.length === 0) return workspace === null ? null : <FirstSteps />;
  const openRow = ({ target }: MouseEvent) => {
    const sheet = (target as Element).closest<HTMLElement>('[data-sheet]')?.dataset.sheet;
    if (sheet !== undefined) void open(sheet);
  };
  return (
    <section className={styles.section} aria-label="Bảng báo cáo">
      {rows.length <= FEW ? null : (
        <div className={own.tools}>
          <Chips rows={rows} chip={filter.chip} onChip={(chip) => setFilter({ ...filter, chip })} />
          <TextField
            className={own.find}
            label="Tìm đơn vị"
            type="search"
            value={filter.typed}
            onType={(value) => setFilter({ ...filter, typed: value })}
          />
        </div>
      )}
      <p className={styles.quiet} role="status">
        {shown.length === rows.length ? '' : `${shown.length}/${rows.length} báo cáo`}
      </p>
      <table className={mergeClasses(styles.table, own.table)} aria-label={`Báo cáo của đơn vị (${rows.length})`}>
        <thead>
          <tr>
            <Head by="unit" order={order} onOrder={setOrder} />
            <Head by="standing" order={order} onOrder={setOrder} className={mergeClasses(own.wide, own.standing)} />
            <Head by="points" order={order} onOrder={setOrder} className="number" />
            <th scope="col" className={own.wide}>
              Khoảng còn có thể
            </th>
            <th scope="col" className={own.wide}>
              Xếp loại
            </th>
            <Head by="flags" order={order} onOrder={setOrder} />
          </tr>
        </thead>
        <tbody onKeyDown={rovingKeys} onClick={openRow}>
          {drawn.map((row, index) => (
            <Row key={row.key} row={row} first={index === 0} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface HeadProps {
  readonly by: (typeof SORTS)[number];
  readonly order: BoardOrder;
  readonly onOrder: (order: BoardOrder) => void;
  readonly className?: string | undefined;
}

/** First from the top down, then the other way, then as the book has them. */
function Head({ by, order, onOrder, className }: HeadProps) {
  const own = useStyles();
  const isBy = order.by === by;
  const down = by === 'points' || by === 'flags';
  const next = !isBy ? { by, down } : order.down === down ? { by, down: !down } : { by: null, down: false };
  return (
    <th scope="col" className={className} aria-sort={isBy ? (order.down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={own.sort} title="Sắp xếp" onClick={() => onOrder(next)}>
        {SORT_NAMES[by]}
        <span aria-hidden="true">{isBy ? (order.down ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}

interface ChipsProps {
  readonly rows: readonly BoardRow[];
  readonly chip: BoardFilter['chip'];
  readonly onChip: (chip: BoardFilter['chip']) => void;
}

function Chips({ rows, chip, onChip }: ChipsProps) {
  const own = useStyles();
  const audiences = [...new Set(rows.map(({ audience }) => audience))];
  const all: readonly (readonly [string, BoardFilter['chip']])[] = [
    ['Tất cả', 'all'],
    ['Chưa nộp', 'missing'],
    ['Muộn', 'late'],
    ['Cần xem', 'open'],
    ...(audiences.length > 1 ? audiences.map((audience) => [audience, { audience }] as const) : []),
  ];
  const isSame = (item: BoardFilter['chip']) => JSON.stringify(item) === JSON.stringify(chip);
  return (
    <fieldset className={own.chips} aria-label="Lọc báo cáo">
      {all.map(([name, item]) => {
        const count = rows.filter((row) => isUnder(row, item)).length;
        return count === 0 && !isSame(item) ? null : (
          <Toggle
            key={name}
            shape="circular"
            className={own.chip}
            isPressed={isSame(item)}
            onPress={() => onChip(isSame(item) ? 'all' : item)}
          >{`${name}\u00a0${count}`}</Toggle>
        );
      })}
    </fieldset>
  );
}

function FirstSteps() {
  const styles = usePaneStyles();
  return (
    <p className={styles.text}>
      Sổ chưa có báo cáo nào. Thêm tệp các đơn vị gửi về: phong trào, đơn vị và kỳ được nhận ra từ chính báo cáo. Chưa
      có tệp nào thì phát mẫu ở bước “Tiêu chí và mẫu”.
    </p>
  );
}

/** Drawn anew only when its own values change: not at every step of a long work. */
const Row = memo(function Row({ row, first }: { readonly row: BoardRow; readonly first: boolean }) {
  const styles = usePaneStyles();
  const own = useStyles();
  const unitId = useId();
  const [isOpen, setOpen] = useState(false);
  const { score, flags, sheet } = row;
  const range = score === null || score.max <= 0 ? null : { low: score.low, high: score.high, max: score.max };
  const isRanged = range !== null && range.low !== range.high;
  return (
    <>
      <tr>
        <th scope="row">
          <UnitName id={unitId} row={row} first={first} />
          <div className={own.narrow}>
            <StandingWords row={row} />
          </div>
          {row.columns === null || sheet === null ? null : (
            <Button
              size="small"
              {...(row.columns === 'own' ? { className: own.columns } : {})}
              appearance={row.columns === 'own' ? 'subtle' : 'secondary'}
              aria-expanded={isOpen}
              aria-describedby={unitId}
              {...(row.columns === 'odd' ? { icon: <Icon name="warning" /> } : {})}
              onClick={() => setOpen(!isOpen)}
            >
              {COLUMNS[row.columns]}
            </Button>
          )}
        </th>
        <td className={own.wide}>
          <StandingWords row={row} />
        </td>
        <td className="number">
          <span className={styles.strong}>{score === null ? '–' : formatPoints(score.total)}</span>
          {isRanged ? (
            <div className={mergeClasses(styles.quiet, own.narrow)}>
              {`${formatPoints(range.low)}–${formatPoints(range.high)}`}
            </div>
          ) : null}
        </td>
        <td className={own.wide}>
          {range === null ? null : (
            <div className={own.bar}>
              <RangeBar {...range} />
              {isRanged ? (
                <span className={styles.quiet}>{`${formatPoints(range.low)} đến ${formatPoints(range.high)}`}</span>
              ) : null}
            </div>
          )}
        </td>
        <td className={own.wide}>{score?.classification?.name ?? '–'}</td>
        <td>
          <FlagCounts flags={flags} />
        </td>
      </tr>
      {isOpen && sheet !== null ? (
        <tr>
          <td colSpan={6}>
            <ColumnsForm sheet={sheet} />
          </td>
        </tr>
      ) : null}
    </>
  );
});

interface UnitNameProps {
  readonly id: string;
  readonly row: BoardRow;
  readonly first: boolean;
}

/** A button where the unit has a sheet, which the table opens. */
function UnitName({ id, row: { sheet, unit }, first }: UnitNameProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  return sheet === null ? (
    <span className={own.unit}>{unit}</span>
  ) : (
    <button
      type="button"
      data-roving
      tabIndex={first ? 0 : -1}
      className={styles.choice}
      title={`Mở trang tính “${sheet}”`}
      data-sheet={sheet}
    >
      <span id={id} className={own.unit}>
        {unit}
      </span>
    </button>
  );
}

function FlagCounts({ flags }: Pick<BoardRow, 'flags'>) {
  if (flags.error + flags.warning + flags.info === 0) return '–';
  return (['error', 'warning', 'info'] as const).map((severity) =>
    flags[severity] === 0 ? null : (
      <div key={severity}>
        <SeverityTag severity={severity} count={flags[severity]} />
      </div>
    ),
  );
}

const COLUMNS: Readonly<Record<NonNullable<BoardRow['columns']>, string>> = {
  odd: 'Có cột chưa rõ: xem lại',
  kept: 'Đọc theo cách hiểu cột đã giữ: xem',
  own: 'Xem các cột',
};

function StandingWords({ row: { standing, words, note } }: { readonly row: BoardRow }) {
  const styles = usePaneStyles();
  const own = useStyles();
  return (
    <>
      <span className={own[standing]}>
        <span aria-hidden="true">{SHAPES[standing]} </span>
        {words}
      </span>
      {note === '' ? null : <div className={styles.quiet}>{note}</div>}
    </>
  );
}
