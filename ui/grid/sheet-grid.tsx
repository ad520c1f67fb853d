/**
 * A sheet as a grid with keyboard navigation and editing. Draws only what is in view; knows nothing of files or checks.
 */
import { makeStyles, tokens } from '@fluentui/react-components';
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { columnName, fromA1 } from '../../core/sheet/grid/address.ts';
import { type Book, cellAt, type Sheet } from '../../core/sheet/grid/sheet.ts';
import { useTheme, useThemeName } from '../theme.ts';
import { cellText, editText } from './cell-text.ts';
import { type CellMark, type CellPosition, cellId, GridCell } from './grid-cell.tsx';
import {
  type GridLayout,
  gridLayout,
  HEADER_WIDTH,
  heightOf,
  inView,
  ROW_HEIGHT,
  rowsInView,
  type SheetDrawing,
  scrollTo,
  type View,
  widthOf,
} from './grid-layout.ts';
import { steppedBy } from './grid-steps.ts';

interface SheetGridProps {
  readonly book: Pick<Book, 'styles' | 'date1904'>;
  readonly sheet: Sheet;
  readonly place: CellPosition;
  readonly looks: Pick<SheetDrawing, 'lookOf' | 'widths' | 'heights'>;
  readonly markAt: (row: number, column: number) => CellMark | undefined;
  readonly onPlace: (place: CellPosition) => void;
  readonly onEdit: (place: CellPosition, text: string) => void;
}

const useStyles = makeStyles({
  scroll: {
    position: 'relative',
    overflow: 'auto',
    flex: 1,
    minHeight: 0,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  table: {
    borderCollapse: 'separate',
    borderSpacing: 0,
    tableLayout: 'fixed',
    outline: 'none',
    '& td, & th': { padding: 0, height: `${ROW_HEIGHT}px`, boxSizing: 'border-box', fontWeight: 'normal' },
    '& td': { position: 'relative' },
    '& thead th': { position: 'sticky', top: 0, zIndex: 4 },
    '& tbody th': { position: 'sticky', left: 0, zIndex: 3 },
    ':focus-visible td[aria-selected="true"] > div': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  header: {
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** ARIA's grid pattern over a real table: the table takes the keys and tells which cell is stood on. */
const grid = (at: CellPosition, isDrawn: boolean) =>
  ({ role: 'grid', tabIndex: 0, ...(isDrawn ? { 'aria-activedescendant': cellId(at) } : {}) }) as const;
const UNSEEN = { 'aria-hidden': true } as const;

export function SheetGrid(props: SheetGridProps) {
  const { book, sheet, place, looks, markAt, onPlace } = props;
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const layout = useMemo(
    () => gridLayout(sheet, { ...looks, textOf: (row, column) => cellText(cellAt(sheet, row, column), book) }),
    [book, sheet, looks],
  );
  const theme = useThemeName(null);
  const ground = useTheme(theme).colorNeutralBackground1.slice(1);
  const view = useView(scroller, layout, place);
  const { typing, setTyping, finish, onKeyDown, onMouse, textAt } = useTyping(props, layout, view, table);
  const { top, bottom, left, right } = inView(layout, view);
  const { columns, rows, lefts, tops } = layout;
  const shown = Array.from({ length: right - left + 1 }, (_, at) => left + at);
  const total = lefts[columns] ?? 0;
  // A cell scrolled out of view has no element that aria-activedescendant could refer to.
  const isDrawn = place.row >= top && place.row <= bottom && place.column >= left && place.column <= right;

  return (
    <div ref={scroller} className={styles.scroll}>
      <table
        ref={table}
        {...grid(place, isDrawn)}
        aria-label={`Trang tính ${sheet.name}`}
        aria-rowcount={rows + 1}
        aria-colcount={columns + 1}
        className={styles.table}
        style={{ width: HEADER_WIDTH + total }}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => onMouse(event, onPlace)}
        onDoubleClick={(event) => onMouse(event, (at) => setTyping(textAt(at)))}
      >
        <ColumnHeads layout={layout} shown={shown} />
        <tbody>
          <Gap height={tops[top] ?? 0} />
          {Array.from({ length: bottom - top + 1 }, (_, at) => top + at).map((row) => (
            <tr key={row} aria-rowindex={row + 2} style={{ height: heightOf(layout, row, row) }}>
              <th scope="row" className={styles.header}>
                {row + 1}
              </th>
              <td aria-hidden="true" />
              {shown.map((column) => (
                <GridCell
                  key={column}
                  book={book}
                  sheet={sheet}
                  row={row}
                  column={column}
                  layout={layout}
                  lookOf={looks.lookOf}
                  ground={ground}
                  isForced={theme === 'contrast'}
                  mark={markAt(row, column)}
                  isAt={place.row === row && place.column === column}
                  typing={place.row === row && place.column === column ? typing : null}
                  onFinish={finish}
                />
              ))}
              <td aria-hidden="true" />
            </tr>
          ))}
          <Gap height={(tops[rows] ?? 0) - (tops[bottom + 1] ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}

/** Walking and typing by key, and pointing at cells. */
function useTyping(
  { book, sheet, place, onPlace, onEdit }: SheetGridProps,
  layout: GridLayout,
  view: View,
  table: RefObject<HTMLTableElement | null>,
) {
  /** Text under way, null when no cell is being edited. */
  const [typing, setTyping] = useState<string | null>(null);
  const finish = (text: string | null, down: boolean) => {
    setTyping(null);
    if (text !== null) onEdit(place, text);
    if (down) onPlace({ row: Math.min(layout.rows - 1, place.row + 1), column: place.column });
    table.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (typing !== null) return;
    const next = steppedBy(event, place, layout, rowsInView(layout, view));
    if (next !== null) onPlace(next);
    else if (event.key === 'F2' || event.key === 'Enter') setTyping(textAt(place));
    else if (event.key === 'Delete') onEdit(place, '');
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) setTyping(event.key);
    else return;
    event.preventDefault();
  };
  const textAt = ({ row, column }: CellPosition) => editText(cellAt(sheet, row, column), book);
  const onMouse = (event: MouseEvent, act: (at: CellPosition) => void) => {
    const at = event.target instanceof Element ? placeOf(event.target) : null;
    if (at !== null) act(at);
  };
  return { typing, setTyping, finish, onKeyDown, onMouse, textAt };
}

interface ColumnHeadsProps {
  readonly layout: GridLayout;
  /** Columns in view. */
  readonly shown: readonly number[];
}

/** Widths and letters of the columns; an empty cell stands for those out of view. */
function ColumnHeads({ layout, shown }: ColumnHeadsProps) {
  const styles = useStyles();
  return (
    <>
      <colgroup>
        <col style={{ width: HEADER_WIDTH }} />
        <col style={{ width: layout.lefts[shown[0] ?? 0] ?? 0 }} />
        {shown.map((column) => (
          <col key={column} style={{ width: widthOf(layout, column, column) }} />
        ))}
        <col />
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th className={styles.header} aria-label="Số dòng" />
          <td aria-hidden="true" />
          {shown.map((column) => (
            <th key={column} scope="col" aria-colindex={column + 2} className={styles.header}>
              {columnName(column)}
            </th>
          ))}
          <td aria-hidden="true" />
        </tr>
      </thead>
    </>
  );
}

/** What is in view; scrolls so that the place is. */
function useView(scroller: RefObject<HTMLDivElement | null>, layout: GridLayout, place: CellPosition): View {
  const [view, setView] = useState<View>({ top: 0, left: 0, width: 800, height: 600 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => setView(viewOf(element));
    look();
    element.addEventListener('scroll', look, { passive: true });
    const watcher = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(look);
    watcher?.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      watcher?.disconnect();
    };
  }, [scroller]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const { top, left } = scrollTo(layout, place.row, place.column, viewOf(element));
    element.scrollTop = top;
    element.scrollLeft = left;
  }, [scroller, layout, place]);
  return view;
}

function viewOf(element: HTMLElement): View {
  return {
    top: element.scrollTop,
    left: element.scrollLeft,
    width: Math.max(0, element.clientWidth - HEADER_WIDTH),
    height: Math.max(0, element.clientHeight - ROW_HEIGHT),
  };
}

/** Stands for the rows out of view. */
function Gap({ height }: { readonly height: number }) {
  return height <= 0 ? null : <tr {...UNSEEN} style={{ height }} />;
}

function placeOf(element: Element): CellPosition | null {
  const id = element.closest('td[id]')?.id ?? '';
  return id.startsWith('cell-') ? (fromA1(id.slice('cell-'.length)) ?? null) : null;
}
