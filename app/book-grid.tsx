/** A sheet of the open workbook: which one, what the cell at hand holds, the cells, the charts below. */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { toA1 } from '../core/sheet/grid/address.ts';
import { cellAt, type Sheet } from '../core/sheet/grid/sheet.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { cellText } from '../ui/grid/cell-text.ts';
import { SheetGrid } from '../ui/grid/sheet-grid.tsx';
import { Icon } from '../ui/icons.tsx';
import { later } from '../ui/later.tsx';
import { SEVERITY_WORD } from '../ui/severity-tag.tsx';
import { markKey } from './host/marks.ts';
import type { SelectedCell } from './host/preview-host.ts';
import type { BookView } from './worker/book-talk.ts';

const PreviewChart = later(async () => (await import('./preview-chart.tsx')).PreviewChart);

const useStyles = makeStyles({
  cellBar: {
    display: 'flex',
    gap: '12px',
    alignItems: 'flex-start',
    padding: '8px 12px',
    minHeight: '20px',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  mark: { display: 'flex', gap: '4px', alignItems: 'flex-start' },
  address: { fontWeight: tokens.fontWeightSemibold, minWidth: '48px' },
  sheets: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: '8px',
    padding: '8px 12px',
    '& .fui-Field': { flex: '1 1 160px', minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

interface BookGridProps {
  readonly view: BookView;
  readonly sheet: Sheet;
  readonly place: SelectedCell;
  readonly onPlace: (place: SelectedCell) => void;
  readonly onEdit: (place: SelectedCell, text: string) => void;
  readonly onRemove: (sheet: string) => void;
  readonly onClose: () => void;
}

export function BookGrid({ view, sheet, place, onPlace, onEdit, onRemove, onClose }: BookGridProps) {
  const styles = useStyles();
  const { book, looks, marks, charts, visible } = view;
  const drawn = useMemo(
    () => ({ ...looks, lookOf: (row: number, column: number) => looks.cells.get(markKey(row, column)) }),
    [looks],
  );
  const mark = marks.get(markKey(place.row, place.column));
  const cell = cellAt(sheet, place.row, place.column);
  return (
    <>
      <div className={styles.sheets}>
        <ChoiceField
          label="Trang tính"
          orientation="vertical"
          value={sheet.name}
          onPick={(value) => onPlace({ sheet: value, row: 0, column: 0 })}
        >
          {visible.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </ChoiceField>
        <Button appearance="subtle" onClick={() => onRemove(sheet.name)}>
          Xóa trang tính
        </Button>
        <Button appearance="subtle" icon={<Icon name="close" />} aria-label="Đóng trang tính" onClick={onClose} />
      </div>
      <div className={styles.cellBar} role="status">
        <span className={styles.address}>{toA1(place.row, place.column)}</span>
        <span>
          {cell?.formula !== undefined && cell.value === null
            ? 'Công thức chưa tính: có kết quả khi mở tệp đã lưu bằng Excel.'
            : shortened(cellText(cell, book))}
          {mark === undefined ? null : (
            <div className={styles.mark}>
              <Icon name={mark.severity} />
              {shortened(mark.text || SEVERITY_WORD[mark.severity])}
            </div>
          )}
        </span>
      </div>
      <SheetGrid
        key={sheet.name}
        book={book}
        sheet={sheet}
        place={place}
        looks={drawn}
        markAt={(row, column) => marks.get(markKey(row, column))}
        onPlace={(at) => onPlace({ ...at, sheet: sheet.name })}
        onEdit={(at, text) => onEdit({ ...at, sheet: sheet.name }, text)}
      />
      {charts.map(({ chart, table }) => (
        <PreviewChart key={chart.name} chart={chart} table={table} />
      ))}
    </>
  );
}

const LONGEST = 400;

/** A cell holds up to 32 thousand letters; the line above the grid shows the beginning. */
function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
