/** What happened, one sentence each; errors are read out at once, the rest when there is time. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Icon, type IconName } from '../icons.tsx';
import { usePane } from './pane-context.ts';
import type { Notice } from './state.ts';

const useStyles = makeStyles({
  /** What happened is in view wherever the button stood; never over the whole pane. */
  pinned: {
    position: 'sticky',
    // Flush with the edge of the scrolled part, over its padding.
    top: '-12px',
    zIndex: 2,
    maxHeight: '40vh',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  notice: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '6px 6px 6px 10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
    marginBottom: '8px',
  },
  sign: { marginTop: '4px', display: 'flex' },
  text: { flex: 1, minWidth: 0, margin: '2px 0', whiteSpace: 'pre-line' },
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
    <div className={styles.pinned}>
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
  const { dispatch } = usePane();
  return (
    <div className={mergeClasses(styles.notice, styles[notice.kind])}>
      <span className={styles.sign}>
        <Icon name={SIGN[notice.kind]} />
      </span>
      <p className={styles.text}>
        <strong>{WORD[notice.kind]}:</strong> {notice.text}
      </p>
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
