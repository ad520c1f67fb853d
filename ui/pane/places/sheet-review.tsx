/** One unit's sheet of the queue: how it stands and each thing to decide on it. */
import { Button } from '@fluentui/react-components';
import type { QueueSheet } from '../../../core/council/queue.ts';
import { Icon } from '../../icons.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionLog } from './decision-log.tsx';
import { Standing } from './queue-list.tsx';
import { WhoField } from './who-field.tsx';

export function SheetReview({ sheet }: { readonly sheet: QueueSheet }) {
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
