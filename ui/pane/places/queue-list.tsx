/** The sheets that wait for the council, those with most at stake first, and the state of each. */
import { mergeClasses } from '@fluentui/react-components';
import type { QueueSheet } from '../../../core/council/queue.ts';
import { Empty } from '../../empty.tsx';
import { Icon } from '../../icons.tsx';
import { PointsRange } from '../../points-range.tsx';
import { rovingKeys } from '../../roving-focus.ts';
import { changesText } from '../flag-list.ts';
import { nameOfAudience } from '../name-of-audience.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

export function Queue({ queue }: { readonly queue: readonly QueueSheet[] }) {
  const styles = usePaneStyles();
  const { dispatch } = usePane();
  const movement = usePane().state.workspace?.run?.movement;
  return (
    <section className={styles.section} aria-labelledby="queue-heading">
      <h2 id="queue-heading" className={styles.heading}>{`Phiếu cần xét (${queue.length})`}</h2>
      {queue.length === 0 ? (
        <Empty>Không còn phiếu nào cần Hội đồng xét.</Empty>
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
export function Standing({ sheet }: { readonly sheet: QueueSheet }) {
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
  // Best first; of three and more, each of several words, only the first and the last are shown.
  const classText = classes.length > 2 ? `${classes.at(-1)} đến ${classes[0]}` : classes.join(' hoặc ');
  return (
    <>
      <PointsRange {...total} />
      <span className={styles.quiet}>{[places, classText].filter(Boolean).join(' · ')}</span>
      {stake === null ? null : (
        <span className={mergeClasses(styles.note, styles.strong)}>
          <Icon name="warning" />
          {`Còn có thể đổi ${stake}`}
        </span>
      )}
    </>
  );
}
