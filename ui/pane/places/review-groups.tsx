/**
 * Groups to decide, one after the other, grouped by cause: first those that can still change a class or a rank. The
 * current group is open: why it is doubted, how its points came about, and the decision, by button or by key.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import type { QueueItem } from '../../../core/council/queue.ts';
import { type ReviewGroup, reviewGroupsOf } from '../../../core/council/review-groups.ts';
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { Empty } from '../../empty.tsx';
import { Icon } from '../../icons.tsx';
import { usePane } from '../pane-context.ts';
import { useCardKeys } from '../use-card-keys.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { GradingSection, GradingTable } from './grading-section.tsx';
import { ReviewCard } from './review-card.tsx';
import { RoundsField } from './rounds-field.tsx';
import { WhoField } from './who-field.tsx';

const useStyles = makeStyles({
  list: { maxWidth: '760px' },
  keys: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 12px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    '& kbd': {
      fontFamily: 'inherit',
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusSmall,
      padding: '0 4px',
      marginInlineEnd: '4px',
    },
  },
});

const KEYS = [
  ['J', 'việc sau'],
  ['K', 'việc trước'],
  ['A', 'chấp nhận'],
  ['S', 'chỉnh điểm'],
  ['R', 'trả lại'],
] as const;

export function ReviewGroups({ workspace }: { readonly workspace: Workspace }) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { queue, settings, closed } = workspace;
  // Two rounds, or appraisals of another copy: the criteria to grade have a table of their own, with its round.
  const isTwo = settings.twoRounds === true || queue.some(({ items }) => items.some(({ proposal }) => proposal?.open));
  const groups = useMemo(() => reviewGroupsOf(queue).filter(({ kind }) => kind === 'flags' || !isTwo), [queue, isTwo]);
  const waiting = queue.flatMap(({ unit, items }) => items.filter(({ returned }) => returned).map(() => unit));
  if (closed !== null) return <Empty>Kết quả đã chốt. Mở lại kết quả ở bước “Hội đồng” rồi mới quyết định được.</Empty>;
  return (
    <div className={mergeClasses(styles.section, own.list)}>
      {groups.length === 0 ? (
        <Empty>Không còn việc nào cần quyết định.</Empty>
      ) : (
        <>
          <WhoField />
          <p className={own.keys}>
            {KEYS.map(([key, words]) => (
              <span key={key}>
                <kbd>{key}</kbd>
                {words}
              </span>
            ))}
          </p>
          <GroupList groups={groups} />
        </>
      )}
      {isTwo ? <GradingSection workspace={workspace} /> : null}
      {waiting.length === 0 ? null : (
        <p className={styles.note}>
          <Icon name="stale" />
          {`Đã trả lại, chờ bản mới: ${[...new Set(waiting)].join(', ')} (${waiting.length} việc).`}
        </p>
      )}
      <RoundsField />
    </div>
  );
}

function GroupList({ groups }: { readonly groups: readonly ReviewGroup<QueueItem>[] }) {
  const styles = usePaneStyles();
  const { actions, session } = usePane();
  const select = (next: number) => {
    const cell = groups[next] === undefined ? null : cellOf(groups[next]);
    if (cell !== null) void actions.select(cell);
  };
  const keys = groups.map(({ key }) => key);
  const { list, at, standOn, moveTo } = useCardKeys(keys, select);
  const current = groups[at];
  // On the page the sheet stands beside; Excel's own selection is left where it is until the officer walks on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another group is when, not what
  useEffect(() => {
    const cell = current === undefined ? null : cellOf(current);
    if (session.kind === 'preview' && cell !== null) void actions.select(cell);
  }, [current?.key]);
  return (
    <ul ref={list} className={styles.list} aria-label="Việc cần quyết định">
      {groups.map((group, index) => (
        <li
          key={group.key}
          className={mergeClasses(styles.card, index === at && styles.current)}
          {...(index === at ? { 'aria-current': 'true' as const } : {})}
        >
          {group.kind === 'grading' ? (
            <GradingTable grading={group.grading} round="adjust" onOpen={() => moveTo(index)} />
          ) : (
            <ReviewCard causes={group.causes} isOpen={index === at} onOpen={() => standOn(index)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function cellOf(group: ReviewGroup<QueueItem>) {
  return group.kind === 'grading' ? null : group.causes[0].items[0].cell;
}
