/** All flags of the run, filtered and walked; each with its reason and what hangs on it. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Flag, Severity } from '../../../core/judge/flag/flag.ts';
import type { RunResult } from '../../../core/judge/run/run-result.ts';
import { ChoiceField } from '../../choice-field.tsx';
import { Empty } from '../../empty.tsx';
import { Icon } from '../../icons.tsx';
import { rangeText } from '../../points-range.tsx';
import { rovingKeys } from '../../roving-focus.ts';
import { SeverityTag } from '../../severity-tag.tsx';
import { Toggle } from '../../toggle.tsx';
import { codesIn, countBySeverity, groupedFlags, NO_UNIT, neighbour, whyOf } from '../flag-list.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const PAGE = 100;

const useStyles = makeStyles({
  walk: {
    position: 'sticky',
    top: '-20px',
    zIndex: 1,
    padding: '8px 0',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
  },
  severities: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
  },
  severity: { minWidth: 0, flex: '1 1 auto', paddingLeft: '4px', paddingRight: '4px' },
  group: { contentVisibility: 'auto', containIntrinsicHeight: 'auto 300px' },
  why: {
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: '8px',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
  },
});

export function FlagsListView({ run }: { readonly run: RunResult }) {
  if (run.flags.length === 0) return <Empty>Không có cảnh báo nào: các báo cáo đều hợp lệ.</Empty>;
  return <Flags run={run} />;
}

function Flags({ run }: { readonly run: RunResult }) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { state, actions, dispatch } = usePane();
  const [shown, setShown] = useState(PAGE);
  const groups = useMemo(() => groupedFlags(run.flags, state.filter), [run.flags, state.filter]);
  const order = useMemo(() => groups.flatMap(({ flags }) => flags.map(({ id }) => id)), [groups]);
  const at = state.flag === null ? -1 : order.indexOf(state.flag);
  const list = useRef<HTMLUListElement>(null);

  const step = (by: 1 | -1) => {
    const next = neighbour(groups, state.flag, by);
    if (next !== null) void actions.goTo(next);
  };
  useEffect(() => {
    if (state.flag !== null) list.current?.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest' });
  }, [state.flag]);

  const most = Math.max(shown, at + 1);
  let left = most;
  return (
    <div className={styles.place}>
      <Filters run={run} />
      <WalkBar at={at} count={order.length} onStep={step} />
      {order.length === 0 ? (
        <Empty>
          <p>Không có cảnh báo nào qua bộ lọc này.</p>
          <Button onClick={() => dispatch({ kind: 'filtered', filter: { severity: null, unit: '', code: '' } })}>
            Bỏ lọc
          </Button>
        </Empty>
      ) : null}
      <ul ref={list} className={styles.list} onKeyDown={rovingKeys}>
        {groups.map(({ unit, flags }) => {
          const some = flags.slice(0, Math.max(0, left));
          left -= flags.length;
          if (some.length === 0) return null;
          return (
            <li key={unit} className={mergeClasses(styles.section, own.group)}>
              <h2 className={styles.heading}>{`${unit} (${flags.length})`}</h2>
              <ul className={styles.list}>
                {some.map((flag) => (
                  <FlagCard
                    key={flag.id}
                    run={run}
                    flag={flag}
                    tabStop={flag.id === (state.flag !== null && at >= 0 ? state.flag : order[0])}
                  />
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
      {order.length > most ? (
        <Button onClick={() => setShown(most + PAGE)}>{`Hiện thêm (còn ${order.length - most})`}</Button>
      ) : null}
    </div>
  );
}

interface WalkBarProps {
  /** Place of the flag at hand; -1 = none. */
  readonly at: number;
  readonly count: number;
  readonly onStep: (by: 1 | -1) => void;
}

/** To the flag before or after, by press or by key. */
function WalkBar({ at, count, onStep }: WalkBarProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      // Alt+arrow opens a list of choices.
      if (event.target instanceof HTMLSelectElement) return;
      event.preventDefault();
      onStep(event.key === 'ArrowDown' ? 1 : -1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return (
    <div className={own.walk}>
      <Button
        size="small"
        icon={<Icon name="up" />}
        aria-keyshortcuts="Alt+ArrowUp"
        title="Alt+↑"
        disabled={at === 0}
        onClick={() => onStep(-1)}
      >
        Trước
      </Button>
      <Button
        size="small"
        icon={<Icon name="down" />}
        aria-keyshortcuts="Alt+ArrowDown"
        title="Alt+↓"
        disabled={at === count - 1}
        onClick={() => onStep(1)}
      >
        Sau
      </Button>
      <span role="status" className={styles.numbers}>
        {at < 0 ? `${count} cảnh báo` : `${at + 1}/${count}`}
      </span>
      <span className={styles.quiet}>Alt+↑ Alt+↓</span>
    </div>
  );
}

function Filters({ run }: { readonly run: RunResult }) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { state, dispatch } = usePane();
  const { filter } = state;
  const counts = countBySeverity(run.flags);
  const units = [...new Set(run.flags.map(({ unit }) => unit ?? NO_UNIT))];
  return (
    <section className={styles.section} aria-label="Lọc cảnh báo">
      <fieldset className={own.severities} aria-label="Mức độ">
        {SEVERITIES.map((severity) => (
          <Toggle
            key={severity}
            className={own.severity}
            isPressed={filter.severity === severity}
            disabled={counts[severity] === 0}
            onPress={() =>
              dispatch({ kind: 'filtered', filter: { severity: filter.severity === severity ? null : severity } })
            }
          >
            <SeverityTag severity={severity} count={counts[severity]} />
          </Toggle>
        ))}
      </fieldset>
      <div className={styles.fields}>
        <ChoiceField
          label="Đơn vị"
          value={filter.unit}
          onPick={(value) => dispatch({ kind: 'filtered', filter: { unit: value } })}
        >
          <option value="">Tất cả đơn vị</option>
          {units.map((unit) => (
            <option key={unit}>{unit}</option>
          ))}
        </ChoiceField>
        <ChoiceField
          label="Loại cảnh báo"
          value={filter.code}
          onPick={(value) => dispatch({ kind: 'filtered', filter: { code: value } })}
        >
          <option value="">Tất cả loại</option>
          {codesIn(run.flags).map(({ code, name, count }) => (
            <option key={code} value={code}>{`${name} (${count})`}</option>
          ))}
        </ChoiceField>
      </div>
    </section>
  );
}

interface FlagCardProps {
  readonly run: RunResult;
  readonly flag: Flag;
  readonly tabStop: boolean;
}

function FlagCard({ run, flag, tabStop }: FlagCardProps) {
  const styles = usePaneStyles();
  const { state, actions } = usePane();
  const [open, setOpen] = useState(false);
  const current = state.flag === flag.id;
  const place = flag.cell === null ? null : `${flag.cell.sheet}!${flag.cell.address}`;
  return (
    <li
      className={mergeClasses(styles.card, current && styles.current)}
      {...(current ? { 'aria-current': 'true' } : {})}
    >
      <button
        type="button"
        data-roving
        tabIndex={tabStop ? 0 : -1}
        className={styles.choice}
        onClick={() => void actions.goTo(flag)}
      >
        <span className={styles.spread}>
          <span className={styles.row} style={{ gap: 6 }}>
            <SeverityTag severity={flag.severity} />
            <span className={styles.strong}>{flag.name}</span>
          </span>
          <span className={styles.quiet}>
            {[flag.criterion === null ? null : `Tiêu chí ${flag.criterion}`, place].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className={styles.text}>{flag.message}</span>
      </button>
      <div>
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={open}
          icon={<Icon name={open ? 'up' : 'down'} />}
          onClick={() => setOpen(!open)}
        >
          Vì sao
        </Button>
      </div>
      {open ? <WhyText run={run} flag={flag} /> : null}
    </li>
  );
}

function WhyText({ run, flag }: Omit<FlagCardProps, 'tabStop'>) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { score, changes } = whyOf(run, flag);
  return (
    <div className={own.why}>
      <p className={styles.text}>
        <strong>Cách xử lý:</strong> {flag.suggestion}
      </p>
      {score === null ? null : (
        <>
          <p className={styles.text}>
            <strong>{`Tiêu chí ${score.criterion}:`}</strong> {score.title}
          </p>
          <p className={styles.text}>
            <strong>Điểm:</strong> {rangeText({ now: score.points, low: score.low, high: score.high, max: score.max })}
          </p>
          <p className={styles.text}>
            <strong>Lý do điểm:</strong> {score.reason}
          </p>
        </>
      )}
      <p className={styles.text}>
        <strong>Ảnh hưởng:</strong>{' '}
        {changes === null ? 'không đổi xếp loại, thứ hạng hay khen thưởng' : `còn có thể đổi ${changes}`}
      </p>
    </div>
  );
}
