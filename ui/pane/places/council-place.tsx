/** Hội đồng: who met, the votes, closing the results, and the log of all of it. */
import { Empty } from '../../empty.tsx';
import { Icon } from '../../icons.tsx';
import { later } from '../../later.tsx';
import { usePane } from '../pane-context.ts';
import { NextStep, PlaceBar } from '../place-bar.tsx';
import { usePaneStyles } from '../use-pane-styles.ts';

const Overview = later(async () => (await import('./council-overview.tsx')).CouncilOverview);

export function CouncilPlace() {
  const styles = usePaneStyles();
  const { state } = usePane();
  const { workspace } = state;
  if (workspace === null || workspace.run === null) {
    return (
      <>
        <PlaceBar place="council" />
        <Empty>
          <p>Chưa có gì để họp. Phiên họp, biểu quyết và chốt kết quả làm ở đây khi báo cáo đã được chấm điểm.</p>
          <NextStep step="reports" />
        </Empty>
      </>
    );
  }
  return (
    <div className={styles.place}>
      <PlaceBar place="council">{workspace.closed === null ? null : <NextStep step="results" />}</PlaceBar>
      {workspace.logFault === null ? null : (
        <p className={styles.card} role="alert">
          <span className={styles.row}>
            <Icon name="error" />
            <strong>Nhật ký quyết định bị sửa</strong>
          </span>
          {workspace.logFault}
        </p>
      )}
      <Overview workspace={workspace} />
    </div>
  );
}
