/** Hội đồng: sheets with open flags, what is at stake first; the decisions on them; the log and the votes. */
import { Button } from '@fluentui/react-components';
import type { QueueSheet } from '../../../core/council/queue.ts';
import { Empty } from '../../empty.tsx';
import { Icon } from '../../icons.tsx';
import { later } from '../../later.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionLog } from './decision-log.tsx';
import { Standing } from './queue-list.tsx';
import { WhoField } from './who-field.tsx';

const Overview = later(async () => (await import('./council-overview.tsx')).CouncilOverview);

export function CouncilPlace() {
  const styles = usePaneStyles();
  const { state } = usePane();
  const { workspace } = state;
  if (workspace === null || workspace.run === null) {
    return (
      <Empty>
        Chưa có gì để xét. Sang phần “Báo cáo” và bấm “Kiểm tra và chấm điểm”, các phiếu cần Hội đồng xét sẽ hiện ở đây.
      </Empty>
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
      {open === undefined ? <Overview workspace={workspace} /> : <SheetReview sheet={open} />}
    </div>
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
