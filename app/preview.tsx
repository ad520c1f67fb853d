/**
 * The page without Excel: reports from a folder or files, or a workbook begun before, a simple grid beside the pane,
 * and saving to disk.
 */
import { Button, FluentProvider, makeStyles } from '@fluentui/react-components';
import { type ComponentType, type DragEvent, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Result } from '../core/base/result.ts';
import { type PageRuntime, pageRuntime } from '../session/captures/extension-port.ts';
import type { NamedFile } from '../session/host/files.ts';
import { packed } from '../session/packed.ts';
import type { KeptPlan } from '../session/plan/kept-plan.ts';
import type { LoadReaders } from '../session/plan/plan-text-of.ts';
import type { PlanDossier } from '../session/plan/scan-numbers.ts';
import type { ChosenFile } from '../ui/file-button.tsx';
import { later } from '../ui/later.tsx';
import { dropKeptBook, type KeptBook, readKeptBook } from '../ui/pane/kept-book.ts';
import { invitation, takeInvitation } from '../ui/share/invited.ts';
import { type Servers, ServersContext } from '../ui/share/servers.ts';
import { fetchFirstTheme, useTheme, useThemeName } from '../ui/theme.ts';
import type { FileMode } from './chosen-file.ts';
import { FolderButton } from './folder-button.tsx';
import { droppedFiles, readGiven } from './given-files.ts';
import { type KeptMark, markKept, readMark } from './kept-mark.ts';
import { type ChosenBook, OpenButton } from './open-button.tsx';
import { planAmong } from './plan-among.ts';
import { PreviewBook } from './preview-book.tsx';
import {
  forgetBook,
  keepInPlace,
  type OpenBook,
  type RecentBook,
  readRecentBooks,
  rememberFile,
  reopen,
  type Whole,
  wholeOf,
} from './recent-books.ts';
import { RecentList } from './recent-list.tsx';
import { StartPage } from './start-page.tsx';
import { useTurn } from './use-turn.ts';
import { WaitingText } from './waiting-text.tsx';
import { type BookDesk, type BookWorker, openDesk } from './worker/book-desk.ts';

const PlanPlace = later(async () => (await import('../ui/plan/plan-place.tsx')).PlanPlace);

export interface PreviewOptions {
  /** Why this is not Excel, in Vietnamese; null when the officer opened this page on purpose. */
  readonly reason: string | null;
  /** Readers of plans that are too large for every page; absent = the page has none. */
  readonly planReaders?: LoadReaders;
  /** The way to the browser extension's captures; absent = as the browser gives it. */
  readonly runtime?: PageRuntime;
  /** Servers of shared books; absent = as the page's own policy lets it. */
  readonly servers?: Servers;
  /** The sample workbook, where the page can fetch none. */
  readonly sample?: () => Promise<Uint8Array | null>;
  /** Starts the worker that holds the workbook. */
  readonly startWorker: () => BookWorker;
  /** Notice at the top of the page; absent = none. */
  readonly Notice?: ComponentType;
}

const NO_READERS: LoadReaders = async () => ({});

export function startPreview(root: HTMLElement, options: PreviewOptions): void {
  takeInvitation();
  const page = (
    <ServersContext.Provider value={options.servers}>
      <Preview {...options} />
    </ServersContext.Provider>
  );
  void fetchFirstTheme(null).then(() => createRoot(root).render(page));
}

/** Not waited for by who opens a workbook. */
const keptPlans = () => import('../ui/plan/kept-plan-store.ts');
const storedPlan = async () => (await keptPlans()).readStoredPlan();

const NEW_NAME = 'Sổ chấm điểm.xlsx';
const SAMPLE = './sample/ta-ma-2025.xlsx';

const useStyles = makeStyles({
  page: { position: 'fixed', inset: 0, display: 'flex', flexDirection: 'column', minWidth: 0 },
  main: { flex: 1, minHeight: 0 },
});

interface PlanOpened {
  readonly kept?: KeptPlan | undefined;
  readonly given?: ChosenFile | undefined;
}

interface Opened {
  readonly desk: BookDesk;
  /** As KeptBook. */
  readonly id: string;
  readonly number: number;
  /** The file on disk its changes went into; null = none. */
  readonly file: FileSystemFileHandle | null;
  /** The key in the file, for copies stored elsewhere; null = none. */
  readonly key: string | null;
}

const NOWHERE: Pick<Opened, 'file' | 'key'> = { file: null, key: null };

function Preview(options: PreviewOptions) {
  const {
    reason,
    planReaders = NO_READERS,
    runtime = pageRuntime(),
    sample = sampleBytes,
    startWorker,
    Notice,
  } = options;
  const styles = useStyles();
  const theme = useTheme(useThemeName(null));
  const [opened, setOpened] = useState<Opened | null>(null);
  /** Report files that the pane is to take in. */
  const [received, setReceived] = useState<readonly NamedFile[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const [isOpening, setOpening] = useState(false);
  /** What was not closed properly last time; undefined = none, or answered. */
  const [kept, setKept] = useState<KeptBook | undefined>();
  const [lost, setLost] = useState<KeptMark | null>(null);
  const forgetLost = () => {
    markKept(null);
    setLost(null);
  };
  /** The plan that is looked over in place of a workbook; null = none. */
  const [plan, setPlan] = useState<PlanOpened | null>(null);
  /** The plan that was left undone last time. */
  const [keptPlan, setKeptPlan] = useState<KeptPlan | undefined>();
  const [recent, setRecent] = useState<readonly RecentBook[]>([]);
  const { turn, mayChange, take } = useTurn();
  useEffect(() => {
    // Of what another page works on, what stands when the turn comes counts.
    if (turn !== 'asked')
      void readKeptBook().then((book) => {
        setKept(book);
        setLost(book === undefined ? readMark() : null);
      });
    void readRecentBooks().then(setRecent);
  }, [turn]);
  useEffect(() => {
    if (turn === 'free' && opened === null) take();
  }, [turn, opened, take]);
  useEffect(() => void storedPlan().then(setKeptPlan), []);

  const begin = async (name: string, bytes: Uint8Array | null) => {
    setOpening(true);
    const reader = await packed('legacy-worker');
    const onlyLooks = !(await mayChange());
    const made = await openDesk(name, bytes, { startWorker, reader, runtime, onlyLooks });
    setOpening(false);
    return made;
  };
  const show = (name: string, made: Result<BookDesk>, id: string, place = NOWHERE) => {
    setFault(made.ok ? (made.value.rebuilt ? rebuiltText(name) : null) : made.refusal.message);
    if (made.ok) {
      opened?.desk.end();
      setReceived([]);
      setOpened({ desk: made.value, id, number: (opened?.number ?? 0) + 1, ...place });
    }
    return made.ok;
  };
  const open = async ({ name, bytes }: ChosenFile, id: string = crypto.randomUUID(), place = NOWHERE) =>
    show(name, await begin(name, bytes), id, place);
  /** The whole book from the store. Call it from a press: the browser may ask leave to use the file. null = refused, and the page says why. */
  const askedWhole = async (book: KeptBook, mode: FileMode) => {
    const whole = await wholeOf(book, mode);
    const file = book.handle?.name ?? book.name;
    if (whole.kind !== 'read') {
      setFault(awayText(file, whole.kind));
      return null;
    }
    return whole.copy !== null && !window.confirm(changedText(file)) ? { ...whole, bytes: whole.copy } : whole;
  };
  const openKept = async (book: KeptBook, { bytes, key, isPartLost }: Whole) => {
    const isOpen = await open({ name: book.name, bytes }, book.id, { file: book.handle ?? null, key });
    if (isOpen && isPartLost) setFault(PART_LOST);
    return isOpen;
  };
  const restore = async (book: KeptBook) => {
    const whole = await askedWhole(book, turn === 'waiting' ? 'read' : 'readwrite');
    if (whole !== null && (await openKept(book, whole))) setKept(undefined);
  };
  const openChosen = async ({ file, handle }: ChosenBook) => {
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) setFault(`Không đọc được tệp “${file.name}”. Hãy đóng tệp đó rồi chọn lại.`);
    else if (mayReplace() && (await open({ name: file.name, bytes: new Uint8Array(bytes) })) && handle)
      void rememberFile(handle);
  };
  const openRecent = async (book: RecentBook) => {
    const again = await reopen(book);
    if (again.kind === 'read') {
      const id = book.handle === null || book.isSealed ? book.id : undefined;
      const place = { file: book.handle, key: again.key };
      const isOpen = await open({ name: book.name, bytes: again.bytes }, id, place);
      if (isOpen && book.handle) void rememberFile(book.handle);
      if (isOpen && again.isPartLost) setFault(PART_LOST);
    } else if (again.kind === 'gone' && book.isSealed) setFault(awayText(book.handle?.name ?? book.name, 'gone'));
    else if (again.kind === 'gone') {
      await forget(book);
      setFault(`“${book.name}” không còn ở chỗ cũ (đã xóa, đổi tên, hay chưa cắm USB) nên được bỏ khỏi danh sách.`);
    } else setFault(`Chưa được phép mở lại “${book.name}”. Bấm tên sổ lần nữa và chọn “Cho phép”, hoặc bấm “Mở sổ”.`);
  };
  const forget = async (book: RecentBook) => {
    await forgetBook(book.id);
    setRecent(await readRecentBooks());
  };
  const askedForget = (book: RecentBook) => {
    const isCopy = book.handle === null || book.isSealed;
    if (!isCopy || window.confirm(`Xóa hẳn bản giữ của “${book.name}” khỏi trình duyệt này?`)) void forget(book);
  };
  /** The other page is closed: its last stored state is the freshest of the same book. */
  const takeOver = async () => {
    const left = await readKeptBook();
    const isSame = left !== undefined && left.id === opened?.id;
    const whole = isSame ? await askedWhole(left, 'readwrite') : null;
    if (isSame && whole === null) return;
    take();
    if (isSame && whole !== null) await openKept(left, whole);
    else await opened?.desk.mayChange();
  };
  const startAnew = async () => {
    await dropKeptBook();
    markKept(null);
    setKept(undefined);
  };
  const openSample = async () => {
    const bytes = await sample().catch(() => null);
    if (bytes === null) setFault('Chưa tải được số liệu mẫu. Hãy kiểm tra mạng rồi bấm lại.');
    else await open({ name: 'Số liệu mẫu.xlsx', bytes });
  };
  const beginEmpty = () => begin(NEW_NAME, null);
  const openEmpty = async () => show(NEW_NAME, await beginEmpty(), crypto.randomUUID());
  /** Takes files into the open workbook, else into a new one; a lone plan is read as a plan. */
  const receive = async (files: readonly File[]) => {
    if (!(await mayChange())) {
      setFault('Chưa nhận tệp: trang này chỉ để xem. Hãy thả tệp vào trang kia, hoặc đóng trang kia rồi làm lại.');
      return;
    }
    const alone = opened === null ? await planAmong(files) : null;
    if (alone) {
      setPlan({ given: alone });
      return;
    }
    // The worker begins while the files are read.
    const empty = opened === null ? beginEmpty() : null;
    const given = await readGiven(files);
    const made = await empty;
    if (given.files.length === 0) {
      if (made?.ok) made.value.end();
      setFault(given.passedOver ?? 'Thư mục này không có tệp nào.');
      return;
    }
    if (made && !show(NEW_NAME, made, crypto.randomUUID())) return;
    setReceived(given.files);
    setFault(given.passedOver);
  };
  /** A workbook that is open is not thrown away unasked. */
  const mayReplace = () => opened === null || window.confirm('Mở sổ khác thì sổ đang làm đóng lại. Tiếp tục?');
  const keep = async (book: OpenBook) => ((await mayChange()) ? keepInPlace(book) : true);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then(receive);
  };

  const openDossier = async ({ movement, units, pictures }: PlanDossier): Promise<string | null> => {
    const { dossierBook } = await import('../core/dossier/dossier-sheets.ts');
    const name = `Hồ sơ phong trào ${movement.issuer.commune} ${movement.period.to.slice(0, 4)}.xlsx`;
    const book = { name: name.replace(/[\\/:*?"<>|]+/g, ' '), bytes: dossierBook(movement, units, pictures) };
    if (mayReplace() && (await open(book))) setPlan(null);
    return null;
  };
  const leavePlan = () => {
    setPlan(null);
    void storedPlan().then(setKeptPlan);
  };
  const isFirst = opened === null && kept === undefined;
  // Beside an open workbook the ways to another one keep back.
  const look = opened === null ? 'secondary' : 'subtle';
  const buttons = (
    <>
      {opened === null ? (
        <FolderButton
          label="Mở thư mục báo cáo"
          appearance={isFirst ? 'primary' : 'secondary'}
          onFiles={(files) => void receive(files)}
        />
      ) : null}
      <OpenButton appearance={look} onBook={(book) => void openChosen(book)} />
      <Button appearance={look} onClick={() => mayReplace() && void openEmpty()}>
        Sổ mới
      </Button>
      <Button appearance={look} onClick={() => mayReplace() && void openSample()}>
        Dùng số liệu mẫu
      </Button>
    </>
  );
  const faultText = (
    <>
      <div role="status">{isOpening ? 'Đang mở sổ…' : null}</div>
      <div role="alert">{fault}</div>
    </>
  );
  return (
    <FluentProvider
      theme={theme}
      className={styles.page}
      lang="vi"
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={drop}
    >
      {plan !== null ? (
        <main className={styles.main}>
          <PlanPlace
            readers={planReaders}
            kept={plan.kept}
            given={plan.given}
            onMovement={openDossier}
            onLeave={leavePlan}
          />
        </main>
      ) : opened === null ? (
        <StartPage
          reason={reason}
          kept={kept}
          lost={lost}
          onSeen={forgetLost}
          isWaiting={turn === 'waiting'}
          onInvited={invitation() === '' ? null : () => void openEmpty()}
          onRestore={(book) => void restore(book)}
          onDrop={() => void startAnew()}
          keptPlan={keptPlan}
          onPlan={(kept) => setPlan({ kept })}
          onDropPlan={() => {
            setKeptPlan(undefined);
            void keptPlans().then(({ dropKeptPlan }) => dropKeptPlan());
          }}
          buttons={buttons}
          recent={<RecentList books={recent} onOpen={(book) => void openRecent(book)} onForget={askedForget} />}
          notice={Notice === undefined ? null : <Notice />}
          fault={faultText}
        />
      ) : (
        <PreviewBook
          key={opened.number}
          desk={opened.desk}
          id={opened.id}
          resumed={opened.file}
          resumedKey={opened.key}
          waiting={turn === 'mine' ? null : <WaitingText turn={turn} onTake={() => void takeOver()} />}
          onFile={(handle) => void rememberFile(handle)}
          keep={keep}
          received={received}
          buttons={buttons}
          fault={faultText}
          planReaders={planReaders}
        />
      )}
    </FluentProvider>
  );
}

/** Why what lies in a file cannot be gone on with. */
function awayText(file: string, why: 'gone' | 'not-allowed'): string {
  return why === 'gone'
    ? `Tệp “${file}” không còn ở chỗ cũ (đã xóa, đổi tên, hay chưa cắm USB). Cắm lại rồi bấm lại, hoặc bấm “Mở sổ” và chọn tệp ở chỗ mới.`
    : `Chưa được phép mở tệp “${file}”. Bấm lại và chọn “Cho phép”.`;
}

function changedText(file: string): string {
  return `Tệp “${file}” khác bản giữ trong trình duyệt: đã được sửa ở chỗ khác. Bấm OK để mở bản trong tệp; bấm Hủy để mở bản trong trình duyệt, bản trong tệp sẽ bị thay.`;
}

const PART_LOST =
  'Phần sửa sau lần ghi cuối vào tệp không mở được: tệp không còn khóa của bản giữ trong trình duyệt. Đã mở bản trong tệp.';

function rebuiltText(name: string): string {
  return `Sổ kiểu cũ “${name}” đã được dựng lại thành .xlsx từ các ô (số liệu, công thức; không có hình, biểu đồ, macro). Tệp cũ còn nguyên.`;
}

async function sampleBytes(): Promise<Uint8Array | null> {
  const inside = await packed('sample-book');
  if (inside) return inside;
  try {
    const answer = await fetch(new URL(SAMPLE, document.baseURI));
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
