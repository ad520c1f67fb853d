/**
 * The jump list (Ctrl+K): what is typed finds places, acts, units, criteria and papers; the arrows choose, Enter goes.
 * A combobox over a list, so that screen readers read each choice while the focus stays in the field.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { groupBy } from '../../../core/base/group-by.ts';
import type { PaperSeen } from '../../../session/papers/see-papers.ts';
import { usePane } from '../pane-context.ts';
import { useOpenReport } from '../use-open-report.ts';
import { entriesWith, type JumpEntry, type JumpTarget, jumpEntries, type NamedPlace } from './jump-entries.ts';

const useStyles = makeStyles({
  box: {
    boxSizing: 'border-box',
    width: 'min(600px, calc(100% - 24px))',
    maxHeight: 'min(520px, calc(100% - 24px))',
    margin: '12px auto auto',
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow28,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    overflow: 'hidden',
    '&[open]': { display: 'flex', flexDirection: 'column' },
    '&::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
    '@media (min-height: 560px)': { marginTop: '64px' },
  },
  field: {
    flex: 'none',
    boxSizing: 'border-box',
    width: '100%',
    padding: '12px 16px',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: 0,
    outline: 'none',
    background: 'none',
    color: 'inherit',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    '::placeholder': { color: tokens.colorNeutralForeground3 },
    // The whole box is the field's: its line tells that the focus is in it.
    ':focus-visible': { borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`, paddingBottom: '11px' },
  },
  list: { flex: 1, minHeight: 0, overflowY: 'auto', padding: '4px 8px 8px' },
  group: {
    padding: '8px 8px 4px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  entry: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: '0 12px',
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  count: { flex: 'none', margin: 0, padding: '8px 16px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

interface JumpListProps {
  readonly places: readonly NamedPlace[];
  readonly onClose: () => void;
}

export function JumpList({ places, onClose }: JumpListProps) {
  const styles = useStyles();
  const { state } = usePane();
  const go = useJump();
  const papers = usePapers();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const entries = useMemo(() => jumpEntries(state.workspace, papers, places), [state.workspace, papers, places]);
  const { shown, left } = entriesWith(entries, typed);
  const chosen = shown[at];
  useEffect(() => {
    box.current?.showModal();
  }, []);
  const optionId = (entry: JumpEntry) => `${id}-${shown.indexOf(entry)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another is chosen
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const jump = (entry: JumpEntry | undefined) => {
    if (entry === undefined) return;
    box.current?.close();
    void go(entry.target);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter ends a word that is being composed, too.
    if (event.nativeEvent.isComposing) return;
    const next = chosenByKey(event.key, at, shown.length);
    if (event.key === 'Enter') jump(chosen);
    else if (next !== null) setAt(next);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={box}
      className={styles.box}
      aria-label="Đi tới"
      onClose={onClose}
      // The backdrop is the dialog itself to a click.
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      onKeyDown={onKeyDown}
    >
      <input
        className={styles.field}
        role="combobox"
        aria-label="Tìm nơi làm việc, việc, đơn vị, tiêu chí, văn bản"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && optionId(chosen)}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Đi tới đơn vị, tiêu chí, văn bản…"
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setAt(0);
        }}
      />
      <div className={styles.list} role="listbox" id={`${id}-list`} aria-label="Kết quả">
        <Entries {...{ shown, chosen, optionId }} onChoose={jump} />
      </div>
      <p className={mergeClasses(styles.quiet, styles.count)} role="status">
        {countText(shown.length, left)}
      </p>
    </dialog>
  );
}

interface EntriesProps {
  readonly shown: readonly JumpEntry[];
  readonly chosen: JumpEntry | undefined;
  readonly optionId: (entry: JumpEntry) => string;
  readonly onChoose: (entry: JumpEntry) => void;
}

/** Group by group. */
function Entries({ shown, chosen, optionId, onChoose }: EntriesProps) {
  const styles = useStyles();
  return [...groupBy(shown, ({ group }) => group)].map(([group, members]) => (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list of options
    <div key={group} role="group" aria-label={group}>
      <div className={styles.group} aria-hidden="true">
        {group}
      </div>
      {members.map((entry) => (
        // The keys are the field's, which keeps the focus.
        // biome-ignore lint/a11y/useKeyWithClickEvents: by the arrows and Enter in the field
        // biome-ignore lint/a11y/useFocusableInteractive: named by aria-activedescendant
        <div
          key={entry.key}
          id={optionId(entry)}
          role="option"
          aria-selected={entry === chosen}
          className={mergeClasses(styles.entry, entry === chosen && styles.chosen)}
          onClick={() => onChoose(entry)}
        >
          <span>{entry.name}</span>
          <span className={styles.quiet}>{entry.hint}</span>
        </div>
      ))}
    </div>
  ));
}

function countText(shown: number, left: number): string {
  if (shown === 0) return 'Không có gì mang các chữ ấy.';
  return left === 0 ? `${shown} mục` : `${shown} mục; còn ${left} mục, hãy gõ thêm`;
}

function chosenByKey(key: string, at: number, length: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1 < length ? at + 1 : 0;
    case 'ArrowUp':
      return at > 0 ? at - 1 : Math.max(0, length - 1);
  }
  return null;
}

/** Goes there; the focus follows, so that the keys work where the officer looks. */
function useJump(): (target: JumpTarget) => Promise<unknown> {
  const { actions, dispatch, onHelp, isHelp } = usePane();
  const openReport = useOpenReport();
  return async (target) => {
    switch (target.kind) {
      case 'place': {
        const { place, sought } = target;
        dispatch({ kind: 'went', place, ...(sought === undefined ? {} : { sought }) });
        // What is sought takes the focus itself.
        if (sought === undefined) focusStep();
        return;
      }
      case 'report':
        await openReport(target.sheet);
        return focusStep();
      case 'act':
        switch (target.act) {
          case 'check':
            dispatch({ kind: 'went', place: 'reports' });
            return actions.checkAndScore();
          case 'forms':
            dispatch({ kind: 'went', place: 'criteria' });
            return dispatch({ kind: 'making-forms', open: true });
          case 'undo':
            return actions.undo();
          case 'help':
            return isHelp || onHelp();
        }
    }
  };
}

/** The step of the place gone to, once it is drawn. */
function focusStep(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus());
}

/** The papers as they stand, once they are made. */
function usePapers(): readonly PaperSeen[] {
  const { state, session } = usePane();
  const [papers, setPapers] = useState<readonly PaperSeen[]>([]);
  const hasRun = state.workspace?.run != null;
  useEffect(() => {
    if (!hasRun) return;
    let isWanted = true;
    void session.seePapers().then((seen) => isWanted && seen.ok && setPapers(seen.value.papers));
    return () => {
      isWanted = false;
    };
  }, [session, hasRun]);
  return papers;
}
