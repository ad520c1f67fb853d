/**
 * The steps of the pane, each with its state. From 1,000 px on they are at the left; below that, a row of numbers that
 * unfolds. A single tab stop, moved by the arrow keys. Not Fluent's list, whose hidden focus stops confuse screen
 * readers.
 */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { Icon } from '../icons.tsx';
import { usePane } from './pane-context.ts';
import { momentText } from './places/moment-text.ts';
import { PLACE_IDS, PLACES, type Place } from './places.ts';
import { STEPS } from './steps.ts';

/** Id of the element that shows the place. */
export const PANEL = 'place';
const WIDE = '@container pane (min-width: 1000px)';

const useStyles = makeStyles({
  nav: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '4px',
    padding: '4px 8px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [WIDE]: {
      flexDirection: 'column',
      alignItems: 'stretch',
      padding: '12px 8px',
      overflowY: 'auto',
      borderBottom: 'none',
      borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  list: { flex: 1, minWidth: 0, display: 'flex', [WIDE]: { flexDirection: 'column', gap: '4px' } },
  navUnfolded: {
    flexWrap: 'wrap',
    maxHeight: '80vh',
    overflowY: 'auto',
    [WIDE]: { flexWrap: 'nowrap', maxHeight: 'none' },
  },
  unfolded: { flexDirection: 'column', gap: '4px' },
  tab: {
    appearance: 'none',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    padding: '4px 0',
    minWidth: 0,
    flex: '1 1 0',
    cursor: 'pointer',
    display: 'flex',
    justifyContent: 'center',
    alignItems: 'flex-start',
    gap: '12px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [WIDE]: { flex: 'none', justifyContent: 'flex-start', padding: '8px' },
  },
  tabUnfolded: { flex: 'none', justifyContent: 'flex-start', padding: '8px' },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': {
      outline: '2px solid Highlight',
      outlineOffset: '-2px',
      // The chosen step and the focused step look different.
      ':focus-visible': { outline: '4px double CanvasText', outlineOffset: '-4px' },
    },
  },
  dot: {
    flex: 'none',
    width: '22px',
    height: '22px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
  },
  dotDone: {
    backgroundColor: tokens.colorStatusSuccessBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    border: 'none',
  },
  dotChosen: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    border: 'none',
  },
  /** Beside the way: without a number. */
  dotNone: { border: 'none' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, [WIDE]: { display: 'flex', position: 'static' } },
  /** Only for screen readers while the row is folded. */
  folded: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    [WIDE]: { position: 'static', width: 'auto', height: 'auto', overflow: 'visible', clipPath: 'none' },
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  /** Places beside the steps: visible when the list is unfolded or one of them is open. */
  aside: { [WIDE]: { paddingBlock: '4px' } },
  asideFolded: { display: 'none', [WIDE]: { display: 'flex' } },
  name: { fontWeight: tokens.fontWeightSemibold },
  plain: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  figures: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  apart: { [WIDE]: { marginTop: '12px' } },
  more: { flex: 'none', minWidth: '32px', [WIDE]: { display: 'none' } },
  /** Buttons beside the steps: visible when the list is unfolded. */
  act: {
    display: 'none',
    justifyContent: 'flex-start',
    textAlign: 'start',
    '& .fui-Button__icon': { flex: 'none' },
    [WIDE]: { display: 'flex' },
  },
  actUnfolded: { display: 'flex', order: 1, flexBasis: '100%', [WIDE]: { flexBasis: 'auto' } },
});

export function StepList({ place, onGo }: { readonly place: Place; readonly onGo: (place: Place) => void }) {
  const styles = useStyles();
  const { way } = usePane();
  const [isUnfolded, setUnfolded] = useState(false);
  const steps = new Map(way.map((stepState) => [stepState.step as Place, stepState]));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = placeByKey(event.key, place);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // What is beside the way cannot have the focus before it is shown.
    flushSync(() => onGo(next));
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <nav className={mergeClasses(styles.nav, isUnfolded && styles.navUnfolded)} aria-label="Thi đua số">
      <div
        role="tablist"
        aria-label="Các bước của phong trào"
        className={mergeClasses(styles.list, isUnfolded && styles.unfolded)}
        onKeyDown={onKeyDown}
      >
        {PLACE_IDS.map((text, index) => {
          const step = steps.get(text);
          const isAside = step === undefined;
          const isChosen = text === place;
          const shortcut = isAside ? {} : { 'aria-keyshortcuts': `Alt+${index + 1}` };
          return (
            <button
              key={text}
              type="button"
              role="tab"
              id={`tab-${text}`}
              aria-selected={isChosen}
              aria-controls={PANEL}
              {...shortcut}
              title={isAside ? PLACES[text].name : `${PLACES[text].name} (Alt+${index + 1})`}
              tabIndex={isChosen ? 0 : -1}
              className={mergeClasses(
                styles.tab,
                isAside && styles.aside,
                isAside && !isChosen && !isUnfolded && styles.asideFolded,
                isUnfolded && styles.tabUnfolded,
                index === STEPS.length && styles.apart,
                isChosen && styles.chosen,
              )}
              onClick={() => {
                setUnfolded(false);
                onGo(text);
              }}
            >
              <Dot index={isAside ? null : index} done={step?.done ?? false} chosen={isChosen} />
              <span className={mergeClasses(styles.words, !isUnfolded && styles.folded)}>
                <span className={isAside ? styles.plain : styles.name}>
                  {PLACES[text].name}
                  {step?.done ? <span className={styles.hidden}> (xong)</span> : null}
                </span>
                {step === undefined || step.figures === '' ? null : (
                  <span className={styles.figures}>{step.figures}</span>
                )}
              </span>
            </button>
          );
        })}
      </div>
      <JumpButton isUnfolded={isUnfolded} onPress={() => setUnfolded(false)} />
      <Undo isUnfolded={isUnfolded} />
      <Button
        className={styles.more}
        appearance="subtle"
        aria-expanded={isUnfolded}
        aria-label={isUnfolded ? 'Thu gọn các bước' : 'Các bước và việc khác'}
        icon={<Icon name={isUnfolded ? 'close' : 'menu'} />}
        onClick={() => setUnfolded(!isUnfolded)}
      />
    </nav>
  );
}

function Dot({
  index,
  done,
  chosen,
}: {
  readonly index: number | null;
  readonly done: boolean;
  readonly chosen: boolean;
}) {
  const styles = useStyles();
  if (index === null)
    return (
      <span className={mergeClasses(styles.dot, styles.dotNone)} aria-hidden="true">
        {chosen ? '•' : ''}
      </span>
    );
  return (
    <span className={mergeClasses(styles.dot, done && styles.dotDone, chosen && styles.dotChosen)} aria-hidden="true">
      {done && !chosen ? '✓' : index + 1}
    </span>
  );
}

function JumpButton({ isUnfolded, onPress }: { readonly isUnfolded: boolean; readonly onPress: () => void }) {
  const styles = useStyles();
  const { onJump } = usePane();
  return (
    <Button
      appearance="subtle"
      className={mergeClasses(styles.act, isUnfolded && styles.actUnfolded)}
      aria-keyshortcuts="Control+K"
      title="Ctrl+K"
      icon={<Icon name="find" />}
      onClick={() => {
        onPress();
        onJump();
      }}
    >
      Tìm và đi tới
    </Button>
  );
}

/** The last run, taken back. */
function Undo({ isUnfolded }: { readonly isUnfolded: boolean }) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const undo = state.workspace?.undo ?? null;
  if (undo === null) return null;
  return (
    <Button
      appearance="subtle"
      className={mergeClasses(styles.act, isUnfolded && styles.actUnfolded)}
      disabled={state.work !== null}
      icon={<Icon name="undo" />}
      title={momentText(undo.at)}
      onClick={() => void actions.undo()}
    >
      {`Hoàn tác: ${undo.label}`}
    </Button>
  );
}

/** Where an arrow, Home or End leads from a place; null for any other key. Around the ends. */
export function placeByKey(key: string, from: Place): Place | null {
  const at = PLACE_IDS.indexOf(from);
  const last = PLACE_IDS.length - 1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return PLACE_IDS[at === last ? 0 : at + 1] ?? null;
    case 'ArrowLeft':
    case 'ArrowUp':
      return PLACE_IDS[at === 0 ? last : at - 1] ?? null;
    case 'Home':
      return PLACE_IDS[0] ?? null;
    case 'End':
      return PLACE_IDS[last] ?? null;
  }
  return null;
}
