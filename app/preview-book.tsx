/** An open workbook on the page: the pane over the window, and the sheet beside it while there is a cell to look at. */
import { Button, Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Result } from '../core/base/result.ts';
import { toA1 } from '../core/sheet/grid/address.ts';
import { cellAt, type Sheet } from '../core/sheet/grid/sheet.ts';
import type { NamedFile } from '../session/host/files.ts';
import type { LoadReaders } from '../session/plan/plan-text-of.ts';
import { cellText } from '../ui/grid/cell-text.ts';
import { SheetGrid } from '../ui/grid/sheet-grid.tsx';
import { Icon } from '../ui/icons.tsx';
import { later } from '../ui/later.tsx';
import { App } from '../ui/pane/app.tsx';
import type { PaneRequest } from '../ui/pane/pane-request.ts';
import { saveFile } from '../ui/save-file.ts';
import { SEVERITY_WORD } from '../ui/severity-tag.tsx';
import { invitation } from '../ui/share/invited.ts';
import { allowed, type ChosenPlace, canChoose, choosePlace, placeOf } from './chosen-file.ts';
import { markKey } from './host/marks.ts';
import type { SelectedCell } from './host/preview-host.ts';
import { isStoreShared, type OpenBook } from './recent-books.ts';
import type { BookDesk } from './worker/book-desk.ts';
import type { BookView } from './worker/book-talk.ts';

const PreviewChart = later(async () => (await import('./preview-chart.tsx')).PreviewChart);

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', marginInlineEnd: '8px' },
  both: { flex: 1, minHeight: 0 },
  /** What leads away from this workbook stands apart from what keeps it. */
  others: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
  },
  state: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, flex: '1 1 auto' },
  folded: { display: 'none' },
  asked: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', flexBasis: '100%' },
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

interface PreviewBookProps {
  readonly desk: BookDesk;
  /** As KeptBook. */
  readonly id: string;
  /** The file its changes went into when it was open last; null = none. */
  readonly resumed: FileSystemFileHandle | null;
  /** That lies in that file; null = none does. */
  readonly resumedKey: string | null;
  /** Why it may only be looked at; null = it may be changed. */
  readonly waiting: ReactNode;
  /** The officer chose a file to keep the workbook in. */
  readonly onFile: (handle: FileSystemFileHandle) => void;
  /** Keeps the workbook over the page's end; false = it cannot. */
  readonly keep: (book: OpenBook) => Promise<boolean>;
  /** Report files to take in. */
  readonly received: readonly NamedFile[];
  readonly buttons: ReactNode;
  readonly fault: ReactNode;
  /** Readers of plans; absent = plans are not read in an open workbook. */
  readonly planReaders?: LoadReaders;
}

const KEPT = { file: null, browser: false };
const START: SelectedCell = { sheet: '', row: 0, column: 0 };

/** A page opened by a link of invitation begins where the link is used. */
function invitedFirst(listener: (request: PaneRequest) => void): () => void {
  if (invitation() !== '') listener({ place: 'share', run: null });
  return () => undefined;
}

export function PreviewBook(props: PreviewBookProps) {
  const { desk, id, resumed, resumedKey, waiting, onFile, keep, received, buttons, fault, planReaders } = props;
  const styles = useStyles();
  const [view, setView] = useState<BookView | null>(null);
  const [place, setPlace] = useState<SelectedCell>(START);
  /** The sheet is visible: beside the pane because the officer went to a cell, or opened it. */
  const [shown, setShown] = useState<'no' | 'beside' | 'asked'>('no');
  /** What opens another workbook is unfolded. */
  const [isMore, setMore] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  /** Where the last save failed; shown until a save succeeds. */
  const [unkept, setUnkept] = useState<{ readonly file: string | null; readonly browser: boolean }>(KEPT);
  /** Changed since it was saved to disk. */
  const [unsaved, setUnsaved] = useState(false);
  /** The file on disk that every change goes into. */
  const [file, setFile] = useState<ChosenPlace | null>(null);
  const writing = useRef<ChosenPlace | null>(null);
  /** The file that has the book, or had it when it was written last, with the key in it. */
  const last = useRef<Pick<OpenBook, 'handle' | 'key'>>({ handle: resumed ?? undefined, key: resumedKey });
  /** The file it goes on in once the officer lets the browser write it again. */
  const [asked, setAsked] = useState<FileSystemFileHandle | null>(null);
  /** The requested sheet: a late answer about another sheet is ignored. */
  const wanted = useRef('');
  const look = useCallback(async () => {
    const sheet = wanted.current;
    const seen = await desk.view(sheet);
    if (seen !== null && wanted.current === sheet) setView(seen);
  }, [desk]);
  useEffect(() => {
    wanted.current = place.sheet;
    void look();
  }, [place.sheet, look]);
  useEffect(
    () =>
      desk.onSelect((at) => {
        setPlace(at);
        setShown((before) => (before === 'no' ? 'beside' : before));
      }),
    [desk],
  );
  // What was shown for a cell of one place is not for the next.
  const closeBeside = useCallback(() => setShown((before) => (before === 'beside' ? 'no' : before)), []);
  const keepNow = useCallback(
    async (bytes: Uint8Array) => {
      const at = new Date().toISOString();
      const isKept = await keep({ id, name: desk.name, bytes, at, inFile: writing.current !== null, ...last.current });
      setUnkept((before) => ({ ...before, browser: !isKept }));
    },
    [desk, id, keep],
  );
  /** How often it was changed. */
  const changes = useRef(0);
  /** Into the file, which every change goes into from then on; false = it could not be written. */
  const write = useCallback(async (chosen: ChosenPlace, bytes: Uint8Array) => {
    const isWritten = await chosen.write(bytes).then(
      () => true,
      () => false,
    );
    if (!isWritten) return false;
    last.current = { handle: chosen.handle, key: chosen.key() };
    writing.current = chosen;
    setFile(chosen);
    setUnsaved(false);
    return true;
  }, []);
  useEffect(
    () =>
      desk.onChange(async (bytes) => {
        changes.current += 1;
        setUnsaved(true);
        void look();
        const into = writing.current;
        if (into && !(await write(into, bytes))) {
          setUnkept((before) => ({ ...before, file: into.name }));
          writing.current = null;
          setFile(null);
        }
        await keepNow(bytes);
      }),
    [desk, keepNow, look, write],
  );
  const moveInto = useCallback(
    async (chosen: ChosenPlace) => {
      for (;;) {
        const before = changes.current;
        const bytes = await desk.save();
        if (!(await write(chosen, bytes))) return false;
        // What lay in the browser alone until now leaves it.
        if (before === changes.current) await keepNow(bytes);
        if (before === changes.current) return true;
      }
    },
    [desk, keepNow, write],
  );
  const goOnIn = useCallback(
    async (handle: FileSystemFileHandle, isPressed: boolean) => {
      const state = await allowed(handle, 'readwrite', isPressed);
      setAsked(state === 'prompt' ? handle : null);
      if (state === 'granted' && !(await moveInto(placeOf(handle, isStoreShared()))))
        setUnkept((before) => ({ ...before, file: handle.name }));
    },
    [moveInto],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the book is opened
  useEffect(() => {
    if (resumed !== null && waiting === null) void goOnIn(resumed, false);
  }, []);
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);

  const told = (answer: Result<void>) => setRefusal(answer.ok ? null : answer.refusal.message);
  const edit = (at: SelectedCell, text: string) => void desk.edit(at, text).then(told);
  const save = async () => {
    saveFile(desk.name, await desk.save());
    setUnsaved(false);
  };
  const saveInto = async () => {
    const chosen = await choosePlace(desk.name, isStoreShared()).catch(() => undefined);
    if (chosen === null) return;
    if (chosen === undefined || !(await moveInto(chosen))) {
      setRefusal('Không ghi được vào tệp đã chọn. Hãy chọn chỗ khác, hoặc bấm “Lưu về máy”.');
      return;
    }
    onFile(chosen.handle);
    setAsked(null);
    setRefusal(null);
    setUnkept((before) => ({ ...before, file: null }));
  };
  const remove = async (sheet: string) => {
    if (!window.confirm(`Xóa hẳn trang tính “${sheet}” khỏi sổ? Việc này không hoàn tác được.`)) return;
    told(await desk.removeSheet(sheet));
    setPlace(START);
  };
  return (
    <>
      <header className={styles.bar}>
        <span className={styles.name}>{desk.name}</span>
        <StopButton desk={desk} />
        <span role="status" className={styles.state}>
          {file !== null
            ? `Mọi thay đổi tự lưu vào “${file.name}”.`
            : unsaved
              ? 'Đang giữ trong trình duyệt, chưa lưu ra tệp.'
              : null}
        </span>
        {canChoose() ? (
          <Button title="Chọn một tệp: từ đó mọi thay đổi tự lưu vào tệp ấy" onClick={() => void saveInto()}>
            Lưu vào tệp
          </Button>
        ) : null}
        <Button title="Tải một bản .xlsx của sổ như lúc này" onClick={() => void save()}>
          Lưu về máy
        </Button>
        <Button onClick={() => setShown(shown === 'asked' ? 'no' : 'asked')}>
          {shown === 'asked' ? 'Đóng bảng tính' : 'Xem bảng tính'}
        </Button>
        <Button appearance="subtle" aria-expanded={isMore} onClick={() => setMore(!isMore)}>
          {isMore ? 'Thu gọn' : 'Sổ khác'}
        </Button>
        <div className={mergeClasses(styles.others, !isMore && styles.folded)}>{buttons}</div>
        {asked === null ? null : (
          <span className={styles.asked} role="status">
            {`Trình duyệt cần hỏi lại quyền ghi vào “${asked.name}”. `}
            <Button size="small" onClick={() => void goOnIn(asked, true)}>
              Ghi tiếp vào tệp này
            </Button>
          </span>
        )}
        {waiting}
        {fault}
        <div role="alert">
          {unkept.browser ? 'Trình duyệt không giữ được sổ; hãy bấm “Lưu về máy” thường xuyên. ' : null}
          {unkept.file === null
            ? null
            : `Không ghi được vào tệp “${unkept.file}”. Hãy bấm “Lưu vào tệp” để chọn lại chỗ lưu. `}
          {refusal}
        </div>
      </header>
      <div className={styles.both}>
        <App
          session={desk.session}
          officeTheme={null}
          received={received}
          {...(planReaders ? { planReaders } : {})}
          onPlace={closeBeside}
          requests={invitedFirst}
          sheet={
            shown === 'no' || !view?.sheet
              ? null
              : {
                  asked: shown === 'asked',
                  shown: (
                    <BookGrid
                      view={view}
                      sheet={view.sheet}
                      place={place}
                      onPlace={setPlace}
                      onEdit={edit}
                      onRemove={(sheet) => void remove(sheet)}
                      onClose={() => setShown('no')}
                    />
                  ),
                }
          }
        />
      </div>
    </>
  );
}

/** Milliseconds: what is done sooner needs no stopping. */
const SOON = 700;

/** Ends the work under way, once it takes its time. */
function StopButton({ desk }: { readonly desk: BookDesk }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    let late: ReturnType<typeof setTimeout> | undefined;
    const stop = desk.onBusy((isBusy) => {
      if (isBusy) late ??= setTimeout(() => setLong(true), SOON);
      else {
        clearTimeout(late);
        late = undefined;
        setLong(false);
      }
    });
    return () => {
      clearTimeout(late);
      stop();
    };
  }, [desk]);
  return isLong ? <Button onClick={desk.stop}>Dừng</Button> : null;
}

interface BookGridProps {
  readonly view: BookView;
  readonly sheet: Sheet;
  readonly place: SelectedCell;
  readonly onPlace: (place: SelectedCell) => void;
  readonly onEdit: (place: SelectedCell, text: string) => void;
  readonly onRemove: (sheet: string) => void;
  readonly onClose: () => void;
}

function BookGrid({ view, sheet, place, onPlace, onEdit, onRemove, onClose }: BookGridProps) {
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
        <Field label="Trang tính" orientation="vertical">
          <Select value={sheet.name} onChange={(_, { value }) => onPlace({ sheet: value, row: 0, column: 0 })}>
            {visible.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </Field>
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
