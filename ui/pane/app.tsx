/**
 * The pane: heading, five places, what is under way and what happened. Only the first place is loaded before the
 * workbook is open.
 */
import { Button, FluentProvider, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import type { NamedFile, PaneSession } from '../../session/pane/pane-session.ts';
import type { LoadReaders } from '../../session/plan/plan-text-of.ts';
import { ProgressBar } from '../progress-bar.tsx';
import { THEMES, useThemeName } from '../theme.ts';
import { paneActions } from './actions.ts';
import { keepDrafts, keptDrafts } from './kept-drafts.ts';
import { Notices } from './notices.tsx';
import { PaneContext } from './pane-context.ts';
import type { PaneRequest } from './pane-request.ts';
import { PANEL, PlaceTabs } from './place-tabs.tsx';
import { fetchPlaces, PLACE_IDS, PLACES, type Place } from './places.ts';
import { INITIAL, type PaneState, reduce } from './state.ts';

const useStyles = makeStyles({
  root: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    minWidth: 0,
  },
  main: { flex: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden', padding: '12px', position: 'relative' },
  inner: {
    // Fluent's fields are as wide as their longest choice unless told.
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
    '& .fui-Select, & .fui-Input, & .fui-Textarea': { minWidth: 0, maxWidth: '100%' },
    '& .fui-Select__select, & .fui-Input__input': { minWidth: 0, width: '100%' },
    maxWidth: '900px',
    marginInline: 'auto',
  },
  work: { padding: '6px 12px', backgroundColor: tokens.colorNeutralBackground1, minHeight: 0 },
  idle: { padding: 0 },
  fault: {
    margin: '0 0 8px',
    padding: '6px 10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    overflowWrap: 'anywhere',
  },
  // Above what scrolls: in sight wherever the officer reads.
  edited: { margin: '6px 12px 0' },
});

export interface AppProps {
  readonly session: PaneSession;
  /** Body colour of Office's theme; null when the host gives none. */
  readonly officeTheme: string | null;
  /** Address of the workbook, to which what is typed and not yet sent belongs; '' = it has none. */
  readonly workbook?: string;
  /** Report files to take in once the workbook is open; each list once. */
  readonly received?: readonly NamedFile[];
  /** Readers of plans; absent = plans are not read in the pane. */
  readonly planReaders?: LoadReaders;
  /** What the ribbon asks for. */
  readonly requests?: (listener: (request: PaneRequest) => void) => () => void;
}

export function App({ session, officeTheme, workbook = '', received, planReaders, requests }: AppProps) {
  const styles = useStyles();
  const theme = useThemeName(officeTheme);
  const [state, dispatch] = useReducer(reduce, INITIAL, (initial) => ({ ...initial, ...keptDrafts(workbook) }));
  const actions = useMemo(() => paneActions(session, dispatch), [session]);
  const pane = useMemo(
    () => ({ state, dispatch, actions, session, planReaders }),
    [state, actions, session, planReaders],
  );

  const opened = useRef<Promise<boolean> | null>(null);
  useEffect(() => {
    opened.current = actions.open();
    void opened.current.then(fetchPlaces);
    return session.watch(() => dispatch({ kind: 'edited' }));
  }, [actions, session]);

  useEffect(() => {
    if (received && received.length > 0) void opened.current?.then((isOpen) => isOpen && actions.collect(received));
  }, [received, actions]);

  const { drafts, texts } = state;
  useEffect(() => keepDrafts(workbook, { drafts, texts }), [workbook, drafts, texts]);

  useEffect(() => {
    const listen = async (request: PaneRequest) => {
      dispatch({ kind: 'went', place: request.place });
      // The first reading has to end before anything else is asked.
      await opened.current;
      if (request.run === 'check-and-score') await actions.checkAndScore();
      if (request.run === 'make-forms') dispatch({ kind: 'unfolded', part: 'forms', open: true });
    };
    return requests?.((request) => void listen(request));
  }, [requests, actions]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const place = event.altKey && !event.ctrlKey && !event.metaKey ? PLACE_IDS[Number(event.key) - 1] : undefined;
      if (place === undefined) return;
      event.preventDefault();
      dispatch({ kind: 'went', place });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  // Each place is come back to where it was left; one not seen before begins at its top.
  const main = useRef<HTMLElement>(null);
  const left = useRef(new Map<Place, number>());
  useLayoutEffect(() => {
    if (main.current) main.current.scrollTop = left.current.get(state.place) ?? 0;
  }, [state.place]);

  const { name, View } = PLACES[state.place];
  return (
    <FluentProvider theme={THEMES[theme]} className={styles.root} lang="vi">
      <PaneContext value={pane}>
        <nav aria-label="Thi đua số">
          <PlaceTabs place={state.place} onGo={(place) => dispatch({ kind: 'went', place })} />
        </nav>
        <Work work={state.work} />
        {state.edited ? <Edited busy={state.work !== null} onCheck={actions.checkAndScore} /> : null}
        <main
          ref={main}
          onScroll={({ currentTarget }) => left.current.set(state.place, currentTarget.scrollTop)}
          className={styles.main}
          aria-busy={state.work !== null}
        >
          <div className={styles.inner} role="tabpanel" id={PANEL} aria-labelledby={`tab-${state.place}`}>
            <Notices />
            <Faults faults={state.workspace?.faults ?? []} />
            <h1 style={HIDDEN}>{name}</h1>
            <View />
          </div>
        </main>
      </PaneContext>
    </FluentProvider>
  );
}

/** Sheets of ours that cannot be used: wherever the officer is, until they are put right. */
function Faults({ faults }: { readonly faults: readonly string[] }) {
  const styles = useStyles();
  return (
    <div role="status">
      {faults.map((fault) => (
        <p key={fault} className={styles.fault}>
          {fault}
        </p>
      ))}
    </div>
  );
}

interface EditedProps {
  readonly busy: boolean;
  readonly onCheck: () => Promise<boolean>;
}

/** What is shown may no longer hold: said, and put right, wherever the officer reads it. */
function Edited({ busy, onCheck }: EditedProps) {
  const styles = useStyles();
  return (
    <p className={mergeClasses(styles.fault, styles.edited)} role="status">
      {'Sổ đã thay đổi từ lần đọc trước. '}
      <Button size="small" disabled={busy} onClick={() => void onCheck()}>
        Kiểm tra lại
      </Button>
    </p>
  );
}

/** Only for screen readers: sighted officers have the tab. */
const HIDDEN = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' } as const;

function Work({ work }: { readonly work: PaneState['work'] }) {
  const styles = useStyles();
  const percent = work?.done == null ? '' : ` ${Math.round(work.done * 100)} %`;
  return (
    <div className={work === null ? styles.idle : styles.work}>
      <div role="status">
        {work === null ? '' : `${work.label}…`}
        <span aria-hidden="true">{percent}</span>
      </div>
      {work === null ? null : <ProgressBar label={work.label} value={work.done} />}
    </div>
  );
}
