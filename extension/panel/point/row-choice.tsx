/**
 * The chosen table, for pointing at the cell of her unit. Only cells with words can be that; a few rows at a time,
 * found by typing a part of the name.
 */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState } from 'react';
import { bareKey } from '../../../core/base/text/text.ts';
import type { TableOutline } from '../../../core/portal/capture/taught-reader/outline.ts';
import { unitName } from '../../../core/portal/capture/taught-reader/unit-name.ts';
import { rovingKeys } from '../../../ui/roving-focus.ts';
import { Notice } from '../../pieces/notice.tsx';
import { shortened } from './table-list.tsx';

interface Props {
  readonly outline: TableOutline;
  readonly onPoint: (row: number, column: number) => void;
}

const STEP = 20;
const WIDEST = 60;

const useStyles = makeStyles({
  scroll: {
    overflowX: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: {
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      padding: '4px 6px',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      fontWeight: tokens.fontWeightRegular,
      minWidth: '36px',
      maxWidth: '180px',
      overflowWrap: 'anywhere',
    },
    '& th': { color: tokens.colorNeutralForeground2 },
  },
  /** Cut in two it would be read as two. */
  figure: { whiteSpace: 'nowrap' },
  cell: { minWidth: '110px', justifyContent: 'start', textAlign: 'start', fontWeight: tokens.fontWeightSemibold },
});

export function RowChoice({ outline, onPoint }: Props) {
  const styles = useStyles();
  const columns = outline.headers.map((header, column) => ({ header, column }));
  const [typed, setTyped] = useState('');
  const [most, setMost] = useState(STEP);
  const wanted = bareKey(useDeferredValue(typed));
  const rows = useMemo(
    () =>
      outline.rows.flatMap(({ cells }, index) =>
        wanted === '' || cells.some((cell) => cell && bareKey(cell.text.slice(0, 200)).includes(wanted)) ? [index] : [],
      ),
    [outline, wanted],
  );
  const shown = rows.slice(0, most);
  const first = shown.find((index) => outline.headers.some((_, column) => canBeUnit(outline, index, column)));
  const firstColumn =
    first === undefined ? -1 : outline.headers.findIndex((_, column) => canBeUnit(outline, first, column));
  return (
    <>
      <Field label="Tìm đơn vị trong bảng" hint="Rồi bấm vào ô có tên đơn vị.">
        <Input
          type="search"
          value={typed}
          maxLength={100}
          onChange={(_, { value }) => {
            setTyped(value);
            setMost(STEP);
          }}
        />
      </Field>
      {rows.length === 0 ? (
        <Notice kind="info">Không có dòng nào chứa “{shortened(typed, 40)}”.</Notice>
      ) : (
        // The arrows only move the focus between buttons, which are reached without them too.
        <section className={styles.scroll} aria-label="Bảng trên trang" onKeyDown={rovingKeys}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map(({ header, column }) => (
                  <th key={column} scope="col">
                    {shortened(header, WIDEST)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((index) => (
                <tr key={index}>
                  {columns.map(({ column }) => {
                    const cells = outline.rows[index]?.cells ?? [];
                    const span = spanOf(cells, column);
                    if (span === 0) return null;
                    const text = shortened(cells[column]?.text ?? '', WIDEST);
                    const isFigure = /^[\d.,\s%/()-]+$/.test(text);
                    return (
                      <td key={column} colSpan={span} className={isFigure ? styles.figure : undefined}>
                        {canBeUnit(outline, index, column) ? (
                          <Button
                            size="small"
                            className={styles.cell}
                            data-roving=""
                            tabIndex={index === first && column === firstColumn ? 0 : -1}
                            onClick={() => onPoint(index, column)}
                          >
                            {text}
                          </Button>
                        ) : (
                          text
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.length > most && (
        <Button onClick={() => setMost(most + 5 * STEP)}>Hiện thêm (còn {rows.length - most} dòng)</Button>
      )}
    </>
  );
}

/** Columns that a cell stands across; 0 where it only goes on from the left. */
function spanOf(cells: TableOutline['rows'][number]['cells'], column: number): number {
  const own = cells[column]?.element;
  if (own === undefined) return 1;
  if (column > 0 && cells[column - 1]?.element === own) return 0;
  const end = cells.findIndex((cell, at) => at > column && cell?.element !== own);
  return (end < 0 ? cells.length : end) - column;
}

/** A name under a header of its own: the header is how the column is found again. */
export function canBeUnit({ headers, rows }: TableOutline, index: number, column: number): boolean {
  const [row, header] = [rows[index], headers[column] ?? ''];
  if (!row || header === '' || headers.indexOf(header) !== headers.lastIndexOf(header)) return false;
  const cell = row.cells[column];
  return (
    cell !== undefined &&
    !(cell.covered && column > 0 && row.cells[column - 1]?.element === cell.element) &&
    unitName(row, column, header) !== undefined
  );
}
