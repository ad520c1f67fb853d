/** An open workbook on the page: the pane over the window, and the sheet beside it while there is a cell to look at. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '../core/base/result.ts';
import type { NamedFile } from '../session/host/files.ts';
import type { LoadReaders } from '../session/plan/plan-text-of.ts';
import { App } from '../ui/pane/app.tsx';
import type { PaneRequest } from '../ui/pane/pane-request.ts';
import { invitation } from '../ui/share/invited.ts';
import { BookGrid } from './book-grid.tsx';
import { canChoose } from './chosen-file.ts';
import type { SelectedCell } from './host/preview-host.ts';
import { type BookFileProps, type BookSaving, useBookFile } from './use-book-file.ts';
import type { BookDesk } from './worker/book-desk.ts';
import type { BookView } from './worker/book-talk.ts';

/** A telephone, or a page at 400 %: what keeps the workbook fits in a row. */
const NARROW = '@media (max-width: 400px)';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 24px 8px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: {
      gap: '4px',
      padding: '4px 8px',
      '& > .fui-Button': {
        minWidth: 0,
        paddingInline: '6px',
        fontSize: tokens.fontSizeBase200,
        fontWeight: tokens.fontWeightRegular,
      },
    },
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', [NARROW]: { flex: '1 1 0' } },
  both: { flex: 1, minHeight: 0 },
  /** What leads away from this workbook stands apart from what keeps it. */
  others: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    flexBasis: '100%',
  },
  state: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    flex: '1 1 220px',
    [NARROW]: { flexBasis: '100%' },
  },
  folded: { display: 'none' },
  asked: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', flexBasis: '100%' },
});

interface PreviewBookProps extends BookFileProps {
  /** Why it may only be looked at; null = it may be changed. */
  readonly waiting: ReactNode;
  /** Report files to take in. */
  readonly received: readonly NamedFile[];
  readonly buttons: ReactNode;
  readonly fault: ReactNode;
  /** Readers of plans; absent = plans are not read in an open workbook. */
  readonly planReaders?: LoadReaders;
}

const START: SelectedCell = { sheet: '', row: 0, column: 0 };

/** A page opened by a link of invitation begins where the link is used. */
function invitedFirst(listener: (request: PaneRequest) => void): () => void {
  if (invitation() !== '') listener({ place: 'share', run: null });
  return () => undefined;
}

/** What the page shows of the workbook: a sheet, the cell at hand in it, whether it stands beside the pane. */
function useBookView(desk: BookDesk) {
  const [view, setView] = useState<BookView | null>(null);
  const [place, setPlace] = useState<SelectedCell>(START);
  /** The sheet is visible: beside the pane because the officer went to a cell, or opened it. */
  const [shown, setShown] = useState<'no' | 'beside' | 'asked'>('no');
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
  useEffect(() => desk.onChange(async () => void look()), [desk, look]);
  useEffect(
    () =>
      desk.onSelect((at) => {
        setPlace(at);
        setShown((before) => (before === 'no' ? 'beside' : before));
      }),
    [desk],
  );
  // The sheet opened for a cell of one place closes when another place opens.
  const closeBeside = useCallback(() => setShown((before) => (before === 'beside' ? 'no' : before)), []);
  return { view, place, setPlace, shown, setShown, closeBeside };
}

export function PreviewBook(props: PreviewBookProps) {
  const { desk, waiting, received, buttons, fault, planReaders } = props;
  const styles = useStyles();
  const { view, place, setPlace, shown, setShown, closeBeside } = useBookView(desk);
  const [refusal, setRefusal] = useState<string | null>(null);
  const file = useBookFile(props, waiting === null, setRefusal);
  const showRefusal = (answer: Result<void>) => setRefusal(answer.ok ? null : answer.refusal.message);
  const edit = (at: SelectedCell, text: string) => void desk.edit(at, text).then(showRefusal);
  const remove = async (sheet: string) => {
    if (!window.confirm(`Xóa hẳn trang tính “${sheet}” khỏi sổ? Việc này không hoàn tác được.`)) return;
    showRefusal(await desk.removeSheet(sheet));
    setPlace(START);
  };
  return (
    <>
      <BookBar
        desk={desk}
        file={file}
        isSheetOpen={shown === 'asked'}
        onSheet={() => setShown(shown === 'asked' ? 'no' : 'asked')}
        others={buttons}
      >
        {waiting}
        {fault}
        <div role="alert">
          {file.unkept.browser ? 'Trình duyệt không giữ được sổ; hãy bấm “Lưu về máy” thường xuyên. ' : null}
          {file.unkept.file === null
            ? null
            : `Không ghi được vào tệp “${file.unkept.file}”. Hãy bấm “Lưu vào tệp” để chọn lại chỗ lưu. `}
          {refusal}
        </div>
      </BookBar>
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
                  isWanted: shown === 'asked',
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

interface BookBarProps {
  readonly desk: BookDesk;
  readonly file: BookSaving;
  readonly isSheetOpen: boolean;
  readonly onSheet: () => void;
  /** Ways to another workbook. */
  readonly others: ReactNode;
  /** Notices. */
  readonly children: ReactNode;
}

function BookBar({ desk, file, isSheetOpen, onSheet, others, children }: BookBarProps) {
  const styles = useStyles();
  /** The buttons that open another workbook are unfolded. */
  const [isMore, setMore] = useState(false);
  const { asked } = file;
  return (
    <header className={styles.bar}>
      <span className={styles.name}>{desk.name}</span>
      <Button appearance="subtle" aria-expanded={isMore} onClick={() => setMore(!isMore)}>
        {isMore ? 'Thu gọn' : 'Sổ khác'}
      </Button>
      <StopButton desk={desk} />
      <span role="status" className={styles.state}>
        {file.file !== null
          ? `Mọi thay đổi tự lưu vào “${file.file.name}”.`
          : file.unsaved
            ? 'Đang giữ trong trình duyệt, chưa lưu ra tệp.'
            : null}
      </span>
      {canChoose() ? (
        <Button title="Chọn một tệp: từ đó mọi thay đổi tự lưu vào tệp ấy" onClick={() => void file.saveInto()}>
          Lưu vào tệp
        </Button>
      ) : null}
      <Button title="Tải một bản .xlsx của sổ như lúc này" onClick={() => void file.save()}>
        Lưu về máy
      </Button>
      <Button onClick={onSheet}>{isSheetOpen ? 'Đóng bảng tính' : 'Xem bảng tính'}</Button>
      <div className={mergeClasses(styles.others, !isMore && styles.folded)}>{others}</div>
      {asked === null ? null : (
        <span className={styles.asked} role="status">
          {`Trình duyệt cần hỏi lại quyền ghi vào “${asked.name}”. `}
          <Button size="small" onClick={() => void file.goOnIn(asked, true)}>
            Ghi tiếp vào tệp này
          </Button>
        </span>
      )}
      {children}
    </header>
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
