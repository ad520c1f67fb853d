/** Hội đồng: sheets with open flags, what is at stake first; the decisions on them; the log and the votes. */
import { Button, mergeClasses } from '@fluentui/react-components';
import type { QueueSheet, Workspace } from '../../../session/pane/pane-session.ts';
import { Icon } from '../../icons.tsx';
import { later } from '../../later.tsx';
import { PointsRange } from '../../points-range.tsx';
import { rovingKeys } from '../../roving-focus.ts';
import { changesText } from '../flag-list.ts';
import { usePane } from '../pane-context.ts';
import { nameOfAudience } from '../report-rows.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { Conflicts, CopiesSection } from './copies-section.tsx';
import { DecisionForm } from './decision-form.tsx';
import { DecisionLog } from './decision-log.tsx';
import { SealsSection } from './seals-section.tsx';
import { WhoField } from './who-field.tsx';

/** Fetched when the place is first shown. */
const AlikeSection = later(async () => (await import('./alike-section.tsx')).AlikeSection);
const GradingSection = later(async () => (await import('./grading-section.tsx')).GradingSection);
const SessionSection = later(async () => (await import('./session-section.tsx')).SessionSection);
const VotesSection = later(async () => (await import('./votes-section.tsx')).VotesSection);
const ClosedCard = later(async () => (await import('./session-section.tsx')).ClosedCard);

export function CouncilPlace() {
  const styles = usePaneStyles();
  const { state } = usePane();
  const { workspace } = state;
  if (workspace === null || workspace.run === null) {
    return (
      <p className={styles.empty}>
        Chưa có gì để xét. Sang phần “Báo cáo” và bấm “Kiểm tra và chấm điểm”, các phiếu cần Hội đồng xét sẽ hiện ở đây.
      </p>
    );
  }
  const open = workspace.queue.find(({ unit }) => unit === state.unit);
  return (
    <div className={styles.place}>
      {workspace.logFault === null ? null : (
        <p className={styles.card} role="alert">
          <span className={styles.row}>
            <Icon name="error" />
            <strong>Nhật ký quyết định bị sửa</strong>
          </span>
          {workspace.logFault}
        </p>
      )}
      {workspace.closed === null ? null : <ClosedCard />}
      {open === undefined ? <Overview workspace={workspace} /> : <SheetReview sheet={open} />}
    </div>
  );
}

function Overview({ workspace }: { readonly workspace: Workspace }) {
  return (
    <>
      <Conflicts />
      {workspace.closed === null ? (
        <>
          <AlikeSection queue={workspace.queue} />
          <GradingSection queue={workspace.queue} />
        </>
      ) : null}
      <Queue queue={workspace.queue} />
      <DecisionLog />
      <CopiesSection />
      <VotesSection />
      <SessionSection />
      <SealsSection />
    </>
  );
}

function Queue({ queue }: { readonly queue: readonly QueueSheet[] }) {
  const styles = usePaneStyles();
  const { dispatch } = usePane();
  const movement = usePane().state.workspace?.run?.movement;
  return (
    <section className={styles.section} aria-labelledby="queue-heading">
      <h2 id="queue-heading" className={styles.heading}>{`Phiếu cần xét (${queue.length})`}</h2>
      {queue.length === 0 ? (
        <p className={styles.empty}>Không còn phiếu nào cần Hội đồng xét.</p>
      ) : (
        <>
          <p className={styles.quiet}>Phiếu còn có thể đổi xếp loại, thứ hạng, khen thưởng đứng trước.</p>
          <ul className={styles.list} onKeyDown={rovingKeys}>
            {queue.map((sheet, index) => (
              <li key={`${sheet.audience}\n${sheet.unit}`} className={styles.card}>
                <button
                  type="button"
                  data-roving
                  tabIndex={index === 0 ? 0 : -1}
                  className={styles.choice}
                  onClick={() => dispatch({ kind: 'opened', unit: sheet.unit })}
                >
                  <span className={styles.spread}>
                    <span className={styles.strong}>{sheet.unit}</span>
                    <span>{`${sheet.items.length} việc`}</span>
                  </span>
                  <span className={styles.quiet}>{nameOfAudience(movement, sheet.audience)}</span>
                  <Standing sheet={sheet} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Total with its range, classes and places still possible, and what hangs on the sheet. */
function Standing({ sheet }: { readonly sheet: QueueSheet }) {
  const styles = usePaneStyles();
  const { total, classes, place, items } = sheet;
  const stake = changesText({
    class: items.some(({ changes }) => changes.class),
    place: items.some(({ changes }) => changes.place),
    award: items.some(({ changes }) => changes.award),
  });
  const places =
    place === null
      ? null
      : place.best === place.worst
        ? `Hạng ${place.now}`
        : `Hạng ${place.now} (có thể từ ${place.best} đến ${place.worst})`;
  return (
    <>
      <PointsRange {...total} />
      <span className={styles.quiet}>{[places, classes.join(' hoặc ')].filter(Boolean).join(' · ')}</span>
      {stake === null ? null : (
        <span className={mergeClasses(styles.note, styles.strong)}>
          <Icon name="warning" />
          {`Còn có thể đổi ${stake}`}
        </span>
      )}
    </>
  );
}

function SheetReview({ sheet }: { readonly sheet: QueueSheet }) {
  const styles = usePaneStyles();
  const { state, dispatch } = usePane();
  const queue = state.workspace?.queue ?? [];
  const at = queue.indexOf(sheet);
  const goTo = (unit: string | undefined) => unit !== undefined && dispatch({ kind: 'opened', unit });
  return (
    <>
      <div className={styles.row}>
        <Button size="small" onClick={() => dispatch({ kind: 'opened', unit: null })}>
          Danh sách phiếu
        </Button>
        <Button size="small" icon={<Icon name="up" />} disabled={at <= 0} onClick={() => goTo(queue[at - 1]?.unit)}>
          Trước
        </Button>
        <Button
          size="small"
          icon={<Icon name="down" />}
          disabled={at >= queue.length - 1}
          onClick={() => goTo(queue[at + 1]?.unit)}
        >
          Sau
        </Button>
        <span className={styles.numbers} role="status">{`Phiếu ${at + 1}/${queue.length}`}</span>
      </div>
      <section className={styles.section} aria-labelledby="review-heading">
        <h2 id="review-heading" className={styles.heading}>
          {sheet.unit}
        </h2>
        <Standing sheet={sheet} />
      </section>
      <WhoField />
      <ul className={styles.list}>
        {sheet.items.map((item) => (
          <DecisionForm key={item.key} unit={sheet.unit} item={item} />
        ))}
      </ul>
      <DecisionLog unit={sheet.unit} />
    </>
  );
}
