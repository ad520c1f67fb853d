/**
 * The list of captures: only what is in view is drawn, rows are of one height, and a row not read yet shows its time.
 * One tab stop; arrows, Enter.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { sourceName } from '../../../core/portal/capture/source-name.ts';
import { Icon } from '../../../ui/icons.tsx';
import { periodText } from '../../pieces/words.ts';
import { instantText } from '../../reading/time.ts';
import { STATE_SIGN, STATE_WORD, stateOf } from './capture-filter.ts';
import type { CaptureEntry, CaptureRow } from './captures-query.ts';

const ROW_HEIGHT = 76;

/** Rows drawn beyond the edge on either side: more than two screens, so that a fast scroll meets rows already there. */
const OVERSCAN = 24;

const useStyles = makeStyles({
  scroll: {
    maxHeight: 'max(320px, calc(100vh - 262px))',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  rows: { position: 'relative', width: '100%' },
  row: {
    position: 'absolute',
    insetInline: 0,
    top: 0,
    height: `${ROW_HEIGHT}px`,
    boxSizing: 'border-box',
    padding: '7px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  at: {
    backgroundColor: tokens.colorNeutralBackground2,
    boxShadow: `inset 3px 0 ${tokens.colorCompoundBrandStroke}`,
    // There neither ground nor shadow is drawn.
    '@media (forced-colors: active)': { borderLeft: '4px solid Highlight' },
  },
  line: { display: 'flex', gap: '8px', alignItems: 'center', lineHeight: '20px', minWidth: 0 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  name: { fontWeight: tokens.fontWeightSemibold },
  state: { display: 'inline-flex', alignItems: 'center', gap: '4px', flex: 'none', marginInlineStart: 'auto' },
  raw: { color: tokens.colorStatusWarningForeground3 },
  corrected: { color: tokens.colorBrandForeground1 },
  confirmed: { color: tokens.colorStatusSuccessForeground3 },
  quiet: { color: tokens.colorNeutralForeground2 },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly entries: readonly CaptureEntry[];
  readonly rows: ReadonlyMap<string, CaptureRow>;
  readonly want: (entries: readonly CaptureEntry[]) => void;
  /** The capture that was open before: the list begins there. */
  readonly from: string;
  readonly onOpen: (id: string) => void;
}

export function CapturesList({ entries, rows, want, from, onOpen }: Props) {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const [atId, setAtId] = useState(from);
  const at = Math.max(
    0,
    entries.findIndex(({ id }) => id === atId),
  );
  const [startOffset] = useState(() => Math.max(0, at * ROW_HEIGHT - 2 * ROW_HEIGHT));
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    initialOffset: startOffset,
    getItemKey: (index) => entries[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => want(entries.slice(first, last + 1)), [want, entries, first, last]);
  useEffect(() => {
    if (from !== '') scroller.current?.focus({ preventScroll: true });
  }, [from]);

  const go = (to: number) => {
    const index = Math.min(entries.length - 1, Math.max(0, to));
    setAtId(entries[index]?.id ?? '');
    virtual.scrollToIndex(index);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const steps: Readonly<Record<string, number>> = {
      ...{ ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page },
      ...{ Home: 0, End: entries.length - 1 },
    };
    const to = steps[event.key];
    if (to !== undefined) go(to);
    else if (event.key === 'Enter' || event.key === ' ') onOpen(entries[at]?.id ?? '');
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className={styles.scroll}
      role="listbox"
      tabIndex={0}
      aria-label={`${entries.length} bản chụp, mới nhất ở trên. Dùng phím mũi tên để chọn, Enter để mở.`}
      aria-activedescendant={entries[at] && at >= first && at <= last ? optionId(entries[at].id) : undefined}
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const id = target instanceof Element && target.closest<HTMLElement>('[data-capture]')?.dataset.capture;
        if (id) onOpen(id);
      }}
    >
      <div className={styles.rows} role="presentation" style={{ height: `${virtual.getTotalSize()}px` }}>
        {items.map(({ index, start }) => {
          const entry = entries[index];
          return entry ? (
            <Option
              key={entry.id}
              {...{ entry, index, start }}
              row={rows.get(entry.id)}
              count={entries.length}
              isAt={index === at}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

interface OptionProps extends RowProps {
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly start: number;
  readonly count: number;
  readonly isAt: boolean;
}

function Option({ entry, row, index, start, count, isAt }: OptionProps) {
  const styles = useStyles();
  return (
    <div
      id={optionId(entry.id)}
      role="option"
      aria-selected={isAt}
      aria-setsize={count}
      aria-posinset={index + 1}
      tabIndex={-1}
      className={mergeClasses(styles.row, isAt && styles.at)}
      style={{ transform: `translateY(${start}px)` }}
      data-capture={entry.id}
    >
      <Row entry={entry} row={row} />
    </div>
  );
}

function optionId(id: string): string {
  return `ban-chup-${id}`;
}

interface RowProps {
  readonly entry: CaptureEntry;
  readonly row: CaptureRow | undefined;
}

function Row({ entry, row }: RowProps) {
  const styles = useStyles();
  const state = row ? stateOf(row) : entry.state;
  const tone = state === 'discarded' || state === 'duplicate' || state === 'withdrawn' ? styles.quiet : styles[state];
  return (
    <>
      <div className={mergeClasses(styles.line, styles.small)}>
        <span className={styles.text}>{instantText(entry.at)}</span>
        <span className={mergeClasses(styles.state, tone)}>
          <Icon name={STATE_SIGN[state]} size={14} />
          {STATE_WORD[state]}
        </span>
      </div>
      <div className={mergeClasses(styles.text, styles.name)}>{row ? headOf(row) : 'Đang đọc…'}</div>
      <div className={mergeClasses(styles.text, styles.small)}>{row ? tailOf(row) : ' '}</div>
    </>
  );
}

function headOf({ unit, period, title }: CaptureRow): string {
  if (unit === null) return title || 'Trang không có tên';
  return period === null ? unit : `${unit}, ${periodText(period)}`;
}

function tailOf({ state, source, figures, corrected, unit, title }: CaptureRow): string {
  if (state === 'raw') return `Mở để xác nhận · ${sourceName(source)}`;
  if (unit === null) return sourceName(source);
  const hand = corrected === 0 ? '' : `, ${corrected} số sửa tay`;
  return [`${figures} số${hand}`, sourceName(source), title].join(' · ');
}
