/** What happened, one sentence each; errors are read out at once, the rest when there is time. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Icon, type IconName } from '../icons.tsx';
import { usePane } from './pane-context.ts';
import type { Notice } from './state.ts';

const useStyles = makeStyles({
  /** Above what scrolls: in sight wherever the button stood, and over nothing. */
  list: { maxHeight: '40vh', overflowY: 'auto', padding: '0 12px' },
  notice: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '4px 4px 4px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
    marginTop: '8px',
  },
  sign: { marginTop: '4px', display: 'flex' },
  text: { flex: '1 1 160px', minWidth: 0, margin: '2px 0', whiteSpace: 'pre-line' },
  error: { backgroundColor: tokens.colorStatusDangerBackground1 },
  success: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  info: { backgroundColor: tokens.colorNeutralBackground3 },
});

const SIGN: Readonly<Record<Notice['kind'], IconName>> = { error: 'error', success: 'done', info: 'info' };
const WORD: Readonly<Record<Notice['kind'], string>> = { error: 'Không làm được', success: 'Đã xong', info: 'Lưu ý' };

export function Notices() {
  const styles = useStyles();
  const { state } = usePane();
  const errors = state.notices.filter(({ kind }) => kind === 'error');
  const others = state.notices.filter(({ kind }) => kind !== 'error');
  return (
    <div className={styles.list}>
      <div role="alert">
        {errors.map((notice) => (
          <Line key={notice.id} notice={notice} />
        ))}
      </div>
      <div role="status">
        {others.map((notice) => (
          <Line key={notice.id} notice={notice} />
        ))}
      </div>
    </div>
  );
}

function Line({ notice }: { readonly notice: Notice }) {
  const styles = useStyles();
  const { state, dispatch, actions } = usePane();
  return (
    <div className={mergeClasses(styles.notice, styles[notice.kind])}>
      <span className={styles.sign}>
        <Icon name={SIGN[notice.kind]} />
      </span>
      <p className={styles.text}>
        <strong>{WORD[notice.kind]}:</strong> {notice.text}
      </p>
      {notice.undoable ? (
        <Button size="small" disabled={state.work !== null} onClick={() => void actions.undo()}>
          Hoàn tác lần chạy
        </Button>
      ) : null}
      <Button
        size="small"
        appearance="subtle"
        aria-label="Đóng thông báo"
        icon={<Icon name="close" />}
        onClick={() => dispatch({ kind: 'dismissed', notice: notice.id })}
      />
    </div>
  );
}
