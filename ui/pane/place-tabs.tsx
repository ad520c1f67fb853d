/**
 * The places as tabs: one tab stop, arrows move. Own, because Fluent's list puts hidden focus stops beside it that
 * readers stumble on.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { Icon } from '../icons.tsx';
import { PLACE_IDS, PLACES, type Place } from './places.ts';

/** Id of the element that shows the place. */
export const PANEL = 'place';

const useStyles = makeStyles({
  tabs: {
    display: 'grid',
    gridTemplateColumns: `repeat(${PLACE_IDS.length}, minmax(0, 1fr))`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    appearance: 'none',
    border: 'none',
    borderBottom: '3px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    padding: '8px 1px 5px',
    minWidth: 0,
    cursor: 'pointer',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '2px',
    whiteSpace: 'nowrap',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-3px' },
    // Forced colours draw transparent lines too, and every tab would look chosen.
    '@media (forced-colors: active)': { borderBottomColor: 'ButtonFace' },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

export function PlaceTabs({ place, onGo }: { readonly place: Place; readonly onGo: (place: Place) => void }) {
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = placeByKey(event.key, place);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onGo(next);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label="Các phần của Thi đua số" className={styles.tabs} onKeyDown={onKeyDown}>
      {PLACE_IDS.map((id, index) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-selected={id === place}
          aria-controls={PANEL}
          aria-keyshortcuts={`Alt+${index + 1}`}
          title={`${PLACES[id].name} (Alt+${index + 1})`}
          tabIndex={id === place ? 0 : -1}
          className={mergeClasses(styles.tab, id === place && styles.chosen)}
          onClick={() => onGo(id)}
        >
          <Icon name={PLACES[id].icon} size={18} />
          {PLACES[id].name}
        </button>
      ))}
    </div>
  );
}

/** Where an arrow, Home or End leads from a place; null for any other key. Around the ends. */
export function placeByKey(key: string, from: Place): Place | null {
  const at = PLACE_IDS.indexOf(from);
  const last = PLACE_IDS.length - 1;
  switch (key) {
    case 'ArrowRight':
      return PLACE_IDS[at === last ? 0 : at + 1] ?? null;
    case 'ArrowLeft':
      return PLACE_IDS[at === 0 ? last : at - 1] ?? null;
    case 'Home':
      return PLACE_IDS[0] ?? null;
    case 'End':
      return PLACE_IDS[last] ?? null;
  }
  return null;
}
