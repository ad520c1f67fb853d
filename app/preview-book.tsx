/** An open workbook of the preview: grid at the left, pane at the right; in a narrow window one at a time. */
import { Button, Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { toA1 } from '../core/grid/address.ts';
import { type Book, cellAt } from '../core/grid/sheet.ts';
import type { PageRuntime } from '../session/captures/extension-port.ts';
import type { HostBook } from '../session/host/port.ts';
import { paneSession } from '../session/pane/pane.ts';
import type { NamedFile } from '../session/pane/pane-session.ts';
import { cellText } from '../ui/grid/cell-text.ts';
import { SheetGrid } from '../ui/grid/sheet-grid.tsx';
import { Icon } from '../ui/icons.tsx';
import { later } from '../ui/later.tsx';
import { App } from '../ui/pane/app.tsx';
import type { KeptBook } from '../ui/pane/kept-book.ts';
import { observedHost } from '../ui/pane/observed-host.ts';
import { saveFile } from '../ui/save-file.ts';
import { SEVERITY_WORD } from '../ui/severity-tag.tsx';
import { type ChosenPlace, canChoose, choosePlace } from './chosen-file.ts';
import type { PreviewHost } from './host/preview-host.ts';

const PreviewChart = later(async () => (await import('./preview-chart.tsx')).PreviewChart);

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  both: { flex: 1, minHeight: 0, display: 'flex' },
  left: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  right: {
    width: '380px',
    maxWidth: '100%',
    minHeight: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 759px)': { width: '100%', borderLeft: 'none' },
  },
  away: { '@media (max-width: 759px)': { display: 'none' } },
  narrow: { '@media (min-width: 760px)': { display: 'none' } },
  cellBar: {
    display: 'flex',
    gap: '10px',
    alignItems: 'flex-start',
    padding: '6px 12px',
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
    padding: '6px 12px',
    '& .fui-Field': { flex: '1 1 160px', minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

interface PreviewBookProps {
  readonly host: PreviewHost;
  /** Keeps the workbook over the page's end; false = it cannot. */
  readonly keep: (book: KeptBook) => Promise<boolean>;
  /** Report files to take in. */
  readonly received: readonly NamedFile[];
  /** As PreviewOptions. */
  readonly runtime?: PageRuntime;
  readonly buttons: ReactNode;
  readonly fault: ReactNode;
}

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export function PreviewBook({ host, keep, received, runtime, buttons, fault }: PreviewBookProps) {
  const styles = useStyles();
  const [seen, setSeen] = useState<HostBook | null>(null);
  const [place, setPlace] = useState<Place>({ sheet: '', row: 0, column: 0 });
  const [shown, setShown] = useState<'pane' | 'grid'>('pane');
  const [refusal, setRefusal] = useState<string | null>(null);
  /** Changed since it was saved to disk. */
  const [unsaved, setUnsaved] = useState(false);
  /** The file on disk that every change goes into. */
  const [file, setFile] = useState<ChosenPlace | null>(null);
  const writing = useRef<ChosenPlace | null>(null);
  const [session, look, changed] = useMemo(() => {
    const read = async () => {
      const answer = await host.read();
      if (answer.ok) setSeen(answer.value);
    };
    const written = async () => {
      setUnsaved(true);
      await read();
      if (writing.current)
        await writing.current.write(host.save()).then(
          () => setUnsaved(false),
          () => {
            setRefusal(`Không ghi được vào tệp “${writing.current?.name}”. Hãy bấm “Lưu vào tệp” để chọn lại chỗ lưu.`);
            writing.current = null;
            setFile(null);
          },
        );
      const isKept = await keep({ name: host.name(), bytes: host.save(), at: new Date().toISOString() });
      if (!isKept) setRefusal('Trình duyệt không giữ được sổ; hãy bấm “Lưu về máy” thường xuyên.');
    };
    const world = runtime ? { runtime } : {};
    return [
      paneSession(
        observedHost(host, () => void written()),
        world,
      ),
      read,
      written,
    ] as const;
  }, [host, keep, runtime]);
  useEffect(() => {
    void look();
    return host.onSelect(setPlace);
  }, [host, look]);
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);

  const edit = (at: Place, text: string) => {
    const answer = host.edit(at.sheet, at.row, at.column, text);
    setRefusal(answer.ok ? null : answer.refusal.message);
    void changed();
  };
  const save = () => {
    saveFile(host.name(), host.save());
    setUnsaved(false);
  };
  const saveInto = async () => {
    try {
      const place = await choosePlace(host.name());
      if (place === null) return;
      await place.write(host.save());
      writing.current = place;
      setFile(place);
      setUnsaved(false);
      setRefusal(null);
    } catch {
      setRefusal('Không ghi được vào tệp đã chọn. Hãy chọn chỗ khác, hoặc bấm “Lưu về máy”.');
    }
  };
  const remove = (sheet: string) => {
    if (!window.confirm(`Xóa hẳn trang tính “${sheet}” khỏi sổ? Việc này không hoàn tác được.`)) return;
    const answer = host.removeSheet(sheet);
    setRefusal(answer.ok ? null : answer.refusal.message);
    setPlace({ sheet: '', row: 0, column: 0 });
    void changed();
  };
  return (
    <>
      <header className={styles.bar}>
        <span className={styles.name}>{host.name()}</span>
        {buttons}
        {canChoose() ? <Button onClick={() => void saveInto()}>Lưu vào tệp</Button> : null}
        <Button onClick={save}>Lưu về máy</Button>
        {file === null ? null : <span role="status">{`Mọi thay đổi tự lưu vào “${file.name}”.`}</span>}
        <Button className={styles.narrow} onClick={() => setShown(shown === 'pane' ? 'grid' : 'pane')}>
          {shown === 'pane' ? 'Xem bảng tính' : 'Xem bảng chấm'}
        </Button>
        {fault}
        <div role="alert">{refusal}</div>
      </header>
      <div className={styles.both}>
        <section className={mergeClasses(styles.left, shown === 'pane' && styles.away)} aria-label="Bảng tính">
          {seen === null ? null : (
            <BookGrid host={host} seen={seen} place={place} onPlace={setPlace} onEdit={edit} onRemove={remove} />
          )}
        </section>
        <div className={mergeClasses(styles.right, shown === 'grid' && styles.away)}>
          <App session={session} officeTheme={null} received={received} />
        </div>
      </div>
    </>
  );
}

interface BookGridProps {
  readonly host: PreviewHost;
  readonly seen: HostBook;
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
  readonly onEdit: (place: Place, text: string) => void;
  readonly onRemove: (sheet: string) => void;
}

function BookGrid({ host, seen, place, onPlace, onEdit, onRemove }: BookGridProps) {
  const styles = useStyles();
  const { book } = seen;
  const sheet = book.sheets.find(({ name }) => name === place.sheet) ?? firstVisible(book);
  if (sheet === undefined) return null;
  const charts = host.charts().filter((chart) => chart.sheet === sheet.name);
  const mark = host.mark(sheet.name, place.row, place.column);
  const cell = cellAt(sheet, place.row, place.column);
  return (
    <>
      <div className={styles.sheets}>
        <Field label="Trang tính" orientation="vertical">
          <Select value={sheet.name} onChange={(_, { value }) => onPlace({ sheet: value, row: 0, column: 0 })}>
            {book.sheets
              .filter(({ state }) => state === 'visible')
              .map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
          </Select>
        </Field>
        <Button appearance="subtle" onClick={() => onRemove(sheet.name)}>
          Xóa trang tính
        </Button>
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
        markAt={(row, column) => host.mark(sheet.name, row, column)}
        onPlace={(at) => onPlace({ sheet: sheet.name, ...at })}
        onEdit={(at, text) => onEdit({ sheet: sheet.name, ...at }, text)}
      />
      {charts.map((chart) => (
        <PreviewChart key={chart.name} chart={chart} table={seen.tables.find(({ name }) => name === chart.table)} />
      ))}
    </>
  );
}

const LONGEST = 400;

/** A cell holds up to 32 thousand letters; the line above the grid shows the beginning. */
function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function firstVisible(book: Book) {
  return book.sheets.find(({ state }) => state === 'visible');
}
