/**
 * The page without Excel: reports from a folder or files, or a workbook begun before, a simple grid beside the pane,
 * and saving to disk.
 */
import { Button, FluentProvider, makeStyles } from '@fluentui/react-components';
import { type ComponentType, type DragEvent, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type PageRuntime, pageRuntime } from '../session/captures/extension-port.ts';
import { packed } from '../session/packed.ts';
import type { LoadReaders } from '../session/plan/plan-text-of.ts';
import { later } from '../ui/later.tsx';
import { type LoadServers, ServersContext } from '../ui/pane/share/servers.ts';
import { invitation, takeInvitation } from '../ui/share/invited.ts';
import { fetchFirstTheme, useTheme, useThemeName } from '../ui/theme.ts';
import { FolderButton } from './folder-button.tsx';
import { droppedFiles } from './incoming-files.ts';
import { OpenButton } from './open-button.tsx';
import type { PlanOpened } from './plan-among.ts';
import { keepInPlace, type OpenBook, rememberFile } from './recent-books.ts';
import { RecentList } from './recent-list.tsx';
import { StartPage } from './start-page.tsx';
import { useIncomingFiles } from './use-incoming-files.ts';
import { useLeftOver } from './use-left-over.ts';
import { type OpenBookState, useOpenBook } from './use-open-book.ts';
import { useStoredBooks } from './use-stored-books.ts';
import { useTurn } from './use-turn.ts';
import { WaitingText } from './waiting-text.tsx';
import type { BookWorker } from './worker/book-desk.ts';

const loadBook = async () => (await import('./preview-book.tsx')).PreviewBook;
const PreviewBook = later(loadBook);
const PlanPlace = later(async () => (await import('../ui/plan/plan-place.tsx')).PlanPlace);

export interface PreviewOptions {
  /** Why this is not Excel, in Vietnamese; null when the officer opened this page on purpose. */
  readonly reason: string | null;
  /** Readers of plans that are too large for every page; absent = the page has none. */
  readonly planReaders?: LoadReaders;
  /** The way to the browser extension's captures; absent = as the browser gives it. */
  readonly runtime?: PageRuntime;
  /** Servers of shared books; absent = it reaches none. */
  readonly servers?: LoadServers;
  /** The sample workbook, where the page can fetch none. */
  readonly sample?: () => Promise<Uint8Array | null>;
  /** Starts the worker that holds the workbook. */
  readonly startWorker: () => BookWorker;
  /** Notice at the top of the page; absent = none. */
  readonly Notice?: ComponentType;
}

const NO_READERS: LoadReaders = async () => ({});
const NO_SERVERS: LoadServers = async () => null;

export function startPreview(root: HTMLElement, options: PreviewOptions): void {
  takeInvitation();
  const { servers = NO_SERVERS } = options;
  const page = (
    <ServersContext.Provider value={servers}>
      <Preview {...options} />
    </ServersContext.Provider>
  );
  void fetchFirstTheme(null).then(() => {
    createRoot(root).render(page);
    // What most officers press next needs it. A failed download is repeated then.
    setTimeout(() => void loadBook().catch(() => undefined), AFTER_FIRST_SCREEN_MS);
  });
}

const AFTER_FIRST_SCREEN_MS = 200;
const SAMPLE = './sample/ta-ma-2025.xlsx';

const useStyles = makeStyles({
  page: { position: 'fixed', inset: 0, display: 'flex', flexDirection: 'column', minWidth: 0, overflowY: 'auto' },
  main: { flex: 1, minHeight: 0 },
});

function Preview(options: PreviewOptions) {
  const { reason, planReaders = NO_READERS, runtime = pageRuntime(), sample = sampleBytes, startWorker } = options;
  const { Notice } = options;
  const styles = useStyles();
  const theme = useTheme(useThemeName(null));
  const held = useTurn();
  const { turn, mayChange, take } = held;
  const book = useOpenBook(startWorker, runtime, mayChange);
  const left = useLeftOver(turn);
  const stored = useStoredBooks(book, left, held);
  /** The plan that is looked over in place of a workbook; null = none. */
  const [plan, setPlan] = useState<PlanOpened | null>(null);
  const incoming = useIncomingFiles(book, sample, mayChange, setPlan, planReaders);
  const { opened } = book;
  useEffect(() => {
    if (turn === 'free' && opened === null) take();
  }, [turn, opened, take]);

  const keep = async (open: OpenBook) => ((await mayChange()) ? keepInPlace(open) : true);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then(incoming.receive);
  };
  const leavePlan = () => {
    setPlan(null);
    void left.readPlan();
  };
  const parts = {
    buttons: (
      <OpenButtons
        book={book}
        incoming={incoming}
        isFirst={opened === null && left.kept === undefined && invitation() === ''}
      />
    ),
    fault: (
      <>
        <div role="status">{book.isOpening ? 'Đang mở sổ…' : null}</div>
        <div role="alert">{book.fault}</div>
      </>
    ),
  };
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
          <PlanPlace readers={planReaders} {...plan} onMovement={incoming.openDossier} onLeave={leavePlan} />
        </main>
      ) : opened === null ? (
        <StartPage
          {...parts}
          reason={reason}
          left={left}
          isWaiting={turn === 'waiting'}
          onInvited={invitation() === '' ? null : () => void incoming.openEmpty()}
          onRestore={(book) => void stored.restore(book)}
          onPlan={(plan) => setPlan({ stored: plan })}
          recent={<RecentList books={left.recent} onOpen={stored.openRecent} onForget={left.dropRecent} />}
          notice={Notice === undefined ? null : <Notice />}
        />
      ) : (
        <PreviewBook
          {...parts}
          key={opened.number}
          desk={opened.desk}
          id={opened.id}
          resumed={opened.file}
          resumedKey={opened.key}
          waiting={turn === 'mine' ? null : <WaitingText turn={turn} onTake={() => void stored.takeOver()} />}
          onFile={(handle) => void rememberFile(handle)}
          keep={keep}
          received={book.received}
          planReaders={planReaders}
        />
      )}
    </FluentProvider>
  );
}

interface OpenButtonsProps {
  readonly book: OpenBookState;
  readonly incoming: ReturnType<typeof useIncomingFiles>;
  /** Nothing else on the page is more likely to be pressed. */
  readonly isFirst: boolean;
}

function OpenButtons({ book: { opened, mayReplace }, incoming, isFirst }: OpenButtonsProps) {
  // Beside an open workbook the ways to another one keep back.
  const look = opened === null ? 'secondary' : 'subtle';
  return (
    <>
      {opened === null ? (
        <FolderButton
          label="Mở thư mục báo cáo"
          appearance={isFirst ? 'primary' : 'secondary'}
          onFiles={(files) => void incoming.receive(files)}
        />
      ) : null}
      <OpenButton appearance={look} onBook={(chosen) => void incoming.openChosen(chosen)} />
      <Button appearance={look} onClick={() => mayReplace() && void incoming.openEmpty()}>
        Sổ mới
      </Button>
      <Button appearance={look} onClick={() => mayReplace() && void incoming.openSample()}>
        Dùng số liệu mẫu
      </Button>
    </>
  );
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
