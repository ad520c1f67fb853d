/** One cell of the grid, with the look its file gives it, the mark of ours on it, and the field to type in. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Severity } from '../../core/judge/flag/flag.ts';
import { toA1 } from '../../core/sheet/grid/address.ts';
import { type Book, cellAt, type Sheet } from '../../core/sheet/grid/sheet.ts';
import type { CellStyle, Side } from '../../core/sheet/workbook/port.ts';
import { Icon } from '../icons.tsx';
import { SEVERITY_WORD } from '../severity-tag.tsx';
import { cellPaint } from './cell-paint.ts';
import { cellText } from './cell-text.ts';
import { type GridLayout, heightOf, LINE, ROW_HEIGHT, type SheetDrawing, spillOf, widthOf } from './grid-layout.ts';

const useStyles = makeStyles({
  content: {
    position: 'absolute',
    left: 0,
    top: 0,
    boxSizing: 'border-box',
    padding: '2px 3px',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  merged: { zIndex: 1 },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  lineRight: { borderRightColor: tokens.colorNeutralStrokeAccessible },
  lineBottom: { borderBottomColor: tokens.colorNeutralStrokeAccessible },
  tall: { whiteSpace: 'pre-wrap', overflowWrap: 'break-word', lineHeight: `${LINE}px` },
  at: { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-2px', zIndex: 2 },
  error: { backgroundColor: tokens.colorStatusDangerBackground2 },
  warning: { backgroundColor: tokens.colorStatusWarningBackground2 },
  info: { backgroundColor: tokens.colorBrandBackground2 },
  sign: { display: 'inline-flex', verticalAlign: 'text-bottom', marginRight: '3px' },
  field: {
    position: 'absolute',
    left: 0,
    top: 0,
    zIndex: 5,
    boxSizing: 'border-box',
    minWidth: '140px',
    width: '100%',
    minHeight: `${ROW_HEIGHT}px`,
    resize: 'none',
    overflow: 'hidden',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: `${LINE}px`,
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    padding: '1px 4px',
  },
});

/** ARIA's pattern of a cell in a grid. */
const gridCell = (isAt: boolean) => ({ role: 'gridcell', tabIndex: -1, 'aria-selected': isAt }) as const;

export interface CellMark {
  readonly severity: Severity;
  readonly text: string;
}

export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** The id of a cell's element, for the grid's aria-activedescendant. */
export function cellId({ row, column }: CellPosition): string {
  return `cell-${toA1(row, column)}`;
}

interface GridCellProps extends CellPosition {
  readonly book: Pick<Book, 'styles' | 'date1904'>;
  readonly sheet: Sheet;
  readonly layout: GridLayout;
  readonly lookOf: SheetDrawing['lookOf'];
  /** Ground of a cell without a colour of its own, six hexadecimal digits. */
  readonly ground: string;
  /** Colours are forced: cells bring none of their own. */
  readonly isForced: boolean;
  readonly mark: CellMark | undefined;
  readonly isAt: boolean;
  readonly typing: string | null;
  readonly onFinish: CellFieldProps['onFinish'];
}

export function GridCell({
  book,
  sheet,
  row,
  column,
  layout,
  lookOf,
  ground,
  isForced,
  mark,
  isAt,
  typing,
  onFinish,
}: GridCellProps) {
  const styles = useStyles();
  const cell = cellAt(sheet, row, column);
  const text = cellText(cell, book);
  const look = lookOf(row, column);
  const merge = layout.merges.get(`${row},${column}`);
  const [bottom, right] = [merge?.bottom ?? row, merge?.right ?? column];
  const isText = typeof cell?.value === 'string' && (look?.horizontal ?? 'left') === 'left';
  const spill = isText && !merge && look?.wrap !== true ? spillOf(layout, sheet, row, column, text) : right;
  const hasLine = (own: Side, at: CellStyle | undefined, other: Side) =>
    [lookOf(bottom, right), look].some((cellStyle) => drawsLine(cellStyle, own)) || drawsLine(at, other);
  return (
    <td
      id={cellId({ row, column })}
      {...gridCell(isAt)}
      aria-colindex={column + 2}
      {...(mark ? { title: mark.text || SEVERITY_WORD[mark.severity] } : {})}
    >
      <div
        className={mergeClasses(
          styles.content,
          typeof cell?.value === 'number' && styles.number,
          (merge || spill > right) && styles.merged,
          (look?.wrap === true || bottom > row) && styles.tall,
          hasLine('right', lookOf(row, right + 1), 'left') && styles.lineRight,
          hasLine('bottom', lookOf(bottom + 1, column), 'top') && styles.lineBottom,
          mark && styles[mark.severity],
          isAt && styles.at,
        )}
        style={{
          ...cellPaint(look, ground, mark !== undefined || isForced),
          width: widthOf(layout, column, spill),
          height: heightOf(layout, row, bottom),
        }}
      >
        {mark ? (
          <span className={styles.sign}>
            <Icon name={mark.severity} size={14} />
          </span>
        ) : null}
        {text}
      </div>
      {typing === null ? null : <CellField start={typing} address={toA1(row, column)} onFinish={onFinish} />}
    </td>
  );
}

function drawsLine(look: CellStyle | undefined, side: Side): boolean {
  return look?.border === true || look?.sides?.includes(side) === true;
}

interface CellFieldProps {
  readonly start: string;
  readonly address: string;
  /** null = cancelled. */
  readonly onFinish: (text: string | null, down: boolean) => void;
}

function CellField({ start, address, onFinish }: CellFieldProps) {
  const styles = useStyles();
  const [text, setText] = useState(start);
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  useEffect(() => {
    field.current?.focus();
    // Behind the letter that began it: a field of several lines has its caret in front.
    field.current?.setSelectionRange(start.length, start.length);
  }, [start]);
  const finish = (result: string | null, down: boolean) => {
    // Leaving by a key also takes the focus away.
    if (done.current) return;
    done.current = true;
    onFinish(result, down);
  };
  return (
    <textarea
      ref={field}
      rows={text.split('\n').length}
      className={styles.field}
      aria-label={`Nội dung ô ${address}`}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => finish(text === start ? null : text, false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.altKey) {
          // As in Excel: a line more in the same cell.
          const { selectionStart, selectionEnd } = event.currentTarget;
          event.currentTarget.setRangeText('\n', selectionStart, selectionEnd, 'end');
          setText(event.currentTarget.value);
        } else if (event.key === 'Enter') finish(text, true);
        else if (event.key === 'Escape') finish(null, false);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
