/**
 * The pane: the way, the place the officer is at, what is under way and what happened. Only the place of the reports is
 * loaded before the workbook is open.
 */
import { Button, FluentProvider, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  type Dispatch,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import type { NamedFile } from '../../session/host/files.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import type { LoadReaders } from '../../session/plan/plan-text-of.ts';
import { later } from '../later.tsx';
import { ProgressBar } from '../progress-bar.tsx';
import { useTheme, useThemeName } from '../theme.ts';
import { type PaneActions, paneActions } from './actions.ts';
import { Notices } from './notices.tsx';
import { PaneContext, type SidePanel } from './pane-context.ts';
import type { PaneRequest } from './pane-request.ts';
import { fetchPlaces, PLACE_IDS, PLACES, type Place } from './places.ts';
import { INITIAL, type PaneEvent, type PaneState, reduce } from './state.ts';
import { PANEL, StepList } from './step-list.tsx';
import { STEPS } from './steps.ts';
import { keepDrafts, storedDrafts } from './stored-drafts.ts';
import { FIELD_WIDTH } from './use-pane-styles.ts';
import { wayOf } from './way.ts';

const HelpPanel = later(async () => (await import('../help/help-panel.tsx')).HelpPanel);
const JumpList = later(async () => (await import('./jump/jump-list.tsx')).JumpList);

const WIDE = '@container pane (min-width: 1000px)';

const useStyles = makeStyles({
  root: {
    height: '100%',
    minWidth: 0,
    containerName: 'pane',
    containerType: 'inline-size',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  /** The steps on top; from 1,000 px on at the left, with the sheet, if there is one, at the right. */
  body: {
    height: '100%',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    [WIDE]: { gridTemplateColumns: '232px minmax(0, 1fr)', gridTemplateRows: 'minmax(0, 1fr)' },
  },
  withSheet: { [WIDE]: { gridTemplateColumns: '232px minmax(0, 1fr) minmax(0, 0.9fr)' } },
  middle: { minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
  /** An opened sheet covers the place where there is no room for both. */
  away: { display: 'none', [WIDE]: { display: 'flex' } },
  sheet: {
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    [WIDE]: { borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  sheetBeside: { display: 'none', [WIDE]: { display: 'flex' } },
  scrolled: {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    padding: '12px',
    [WIDE]: { padding: '20px 24px' },
  },
  inner: {
    containerName: 'place',
    containerType: 'inline-size',
    // By default Fluent's fields are as wide as their longest choice.
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0, maxWidth: FIELD_WIDTH },
    '& .fui-Select, & .fui-Input, & .fui-Textarea': { minWidth: 0, maxWidth: '100%' },
    '& .fui-Select__select, & .fui-Input__input': { minWidth: 0, width: '100%' },
    maxWidth: '1400px',
  },
  work: { padding: '8px 12px', backgroundColor: tokens.colorNeutralBackground1, minHeight: 0 },
  fault: {
    margin: '0 0 8px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    overflowWrap: 'anywhere',
  },
  // Above what scrolls: in sight wherever the officer reads.
  edited: { margin: '8px 12px 0' },
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
  /** The sheet beside the place, where the host has none of its own; `isWanted` = by the officer, not by a cell. */
  readonly sheet?: { readonly shown: ReactNode; readonly isWanted: boolean } | null;
  /** The officer went elsewhere. */
  readonly onPlace?: (place: Place) => void;
  /** Requests from the ribbon. */
  readonly requests?: (listener: (request: PaneRequest) => void) => () => void;
}

/** Not imported by the places themselves: the list of places imports them. */
const nameOf = (place: Place) => PLACES[place].name;
const NAMED_PLACES = PLACE_IDS.map((place) => ({ place, name: nameOf(place) }));

export function App(props: AppProps) {
  const { session, officeTheme, workbook = '', planReaders, sheet = null, onPlace } = props;
  const styles = useStyles();
  const theme = useTheme(useThemeName(officeTheme));
  const [state, dispatch] = useReducer(reduce, INITIAL, (initial) => ({ ...initial, ...storedDrafts(workbook) }));
  const actions = useMemo(() => paneActions(session, dispatch), [session]);
  const [isHelp, setHelp] = useState(false);
  const [isJumping, setJumping] = useState(false);
  const [wanted, showBeside] = useState<SidePanel | null>(null);
  const { workspace, hasPapers } = state;
  // Hundreds of sheets: not reckoned anew at every step of a long work.
  const way = useMemo(() => wayOf(workspace, hasPapers), [workspace, hasPapers]);
  const pane = useMemo(() => {
    const onHelp = () => setHelp(!isHelp);
    const onJump = () => setJumping(true);
    return { state, way, dispatch, actions, session, planReaders, nameOf, isHelp, onHelp, onJump, showBeside };
  }, [state, way, actions, session, planReaders, isHelp]);

  useOpened(props, state, dispatch, actions);
  useJumpKey(pane.onJump);

  // Restores the scroll position of each place; a place opened for the first time starts at its top.
  const scrolled = useRef<HTMLDivElement>(null);
  const left = useRef(new Map<Place, number>());
  useLayoutEffect(() => {
    if (scrolled.current) scrolled.current.scrollTop = left.current.get(state.place) ?? 0;
  }, [state.place]);

  useEffect(() => {
    showBeside(null);
    onPlace?.(state.place);
  }, [onPlace, state.place]);

  const { View } = PLACES[state.place];
  const help = isHelp
    ? { label: 'Trợ giúp', shown: <HelpPanel place={state.place} onClose={() => setHelp(false)} /> }
    : wanted;
  const beside = help ? { ...help, isWanted: true } : sheet && { ...sheet, label: 'Bảng tính' };
  const isCovered = beside?.isWanted === true;
  return (
    <FluentProvider theme={theme} className={styles.root} lang="vi">
      <PaneContext value={pane}>
        <div className={mergeClasses(styles.body, beside !== null && styles.withSheet)}>
          <StepList place={state.place} onGo={(place) => dispatch({ kind: 'went', place })} />
          <main className={mergeClasses(styles.middle, isCovered && styles.away)} aria-busy={state.work !== null}>
            <Work work={state.work} />
            {state.edited ? <Edited busy={state.work !== null} onCheck={actions.checkAndScore} /> : null}
            <Notices />
            <div
              ref={scrolled}
              onScroll={({ currentTarget }) => left.current.set(state.place, currentTarget.scrollTop)}
              className={styles.scrolled}
            >
              <div className={styles.inner} role="tabpanel" id={PANEL} aria-labelledby={`tab-${state.place}`}>
                <Faults faults={state.workspace?.faults ?? []} />
                <View />
              </div>
            </div>
          </main>
          {beside === null ? null : (
            <section className={mergeClasses(styles.sheet, !isCovered && styles.sheetBeside)} aria-label={beside.label}>
              {beside.shown}
            </section>
          )}
        </div>
        {isJumping ? <JumpList places={NAMED_PLACES} onClose={() => setJumping(false)} /> : null}
      </PaneContext>
    </FluentProvider>
  );
}

/** Opens the workbook and takes in what comes from outside the pane: files, the ribbon, keys. */
function useOpened(
  { session, workbook = '', received, requests }: AppProps,
  { drafts, texts }: PaneState,
  dispatch: Dispatch<PaneEvent>,
  actions: PaneActions,
): void {
  const opened = useRef<Promise<boolean> | null>(null);
  useEffect(() => {
    opened.current = actions.open();
    void opened.current.then(fetchPlaces);
    return session.watch(() => dispatch({ kind: 'edited' }));
  }, [actions, session, dispatch]);

  useEffect(() => {
    if (!received || received.length === 0) return;
    dispatch({ kind: 'went', place: 'reports' });
    void opened.current?.then((isOpen) => isOpen && actions.collect(received));
  }, [received, actions, dispatch]);

  useEffect(() => keepDrafts(workbook, { drafts, texts }), [workbook, drafts, texts]);

  useEffect(() => {
    const listen = async (request: PaneRequest) => {
      dispatch({ kind: 'went', place: request.place });
      // The first reading has to end before any other request.
      await opened.current;
      if (request.run === 'check-and-score') await actions.checkAndScore();
      if (request.run === 'make-forms') dispatch({ kind: 'making-forms', open: true });
    };
    return requests?.((request) => void listen(request));
  }, [requests, actions, dispatch]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const place = event.altKey && !event.ctrlKey && !event.metaKey ? STEPS[Number(event.key) - 1] : undefined;
      if (place === undefined) return;
      event.preventDefault();
      dispatch({ kind: 'went', place });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [dispatch]);
}

/** Ctrl+K, and on a Mac Cmd+K. */
function useJumpKey(onJump: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return;
      event.preventDefault();
      onJump();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onJump]);
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

/** Says wherever the officer is that the results may be out of date, with a button to check again. */
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

function Work({ work }: { readonly work: PaneState['work'] }) {
  const styles = useStyles();
  const percent = work?.done == null ? '' : ` ${Math.round(work.done * 100)} %`;
  return (
    <div className={work === null ? '' : styles.work}>
      <div role="status">
        {work === null ? '' : `${work.label}…`}
        <span aria-hidden="true">{percent}</span>
      </div>
      {work === null ? null : <ProgressBar label={work.label} value={work.done} />}
    </div>
  );
}
