/** Says that some checks stay silent without the list of units, and offers to make the list. */
import { Button } from '@fluentui/react-components';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

export function NoRegister() {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  return (
    <section className={styles.section} aria-label="Danh sách đơn vị">
      <p className={styles.quiet}>
        Sổ chưa có danh sách đơn vị nên chưa xét được: đơn vị chưa gửi báo cáo, gửi muộn, đơn vị lạ.
      </p>
      <span>
        <Button
          disabled={state.work !== null}
          onClick={() => void actions.act('Đang lập danh sách đơn vị', () => session.makeRegister())}
        >
          Lập danh sách đơn vị từ báo cáo
        </Button>
      </span>
    </section>
  );
}
