/**
 * Reports that a unit sent again: what changed, and whether the new report replaces the old. Shown while a report
 * waits.
 */
import { Button } from '@fluentui/react-components';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

/** More changes than these are counted. */
const SHOWN = 8;

export function ResentList() {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const replace = (files: readonly string[]) =>
    void actions.act('Đang thay báo cáo', (progress) => session.replaceReports(files, progress));
  const resent = state.workspace?.resent ?? [];
  const busy = state.work !== null;
  const all = resent.map(({ file }) => file);
  return (
    <section className={styles.section} aria-labelledby="resent-heading">
      <h2 id="resent-heading" className={styles.heading}>{`Báo cáo gửi lại (${resent.length})`}</h2>
      <p className={styles.quiet}>Thay thì bản cũ được ẩn và giữ lại trong sổ, không chấm nữa.</p>
      {resent.length > 1 ? (
        <Button disabled={busy} onClick={() => replace(all)}>
          Thay tất cả, giữ lịch sử
        </Button>
      ) : null}
      <ul className={styles.list}>
        {resent.map(({ file, old }) => (
          <li key={file} className={styles.card}>
            <span className={styles.strong}>{[...new Set(old.map(({ unit }) => unit))].join(', ')}</span>
            <span className={styles.quiet}>{`Tệp mới “${file}”`}</span>
            {old.map(({ sheet, changes }) => (
              <div key={sheet}>
                <span>
                  {changes.length === 0
                    ? `Trang “${sheet}”: số liệu, minh chứng, giải trình không đổi.`
                    : `Trang “${sheet}”: ${changes.length} chỗ đổi`}
                </span>
                <ul>
                  {changes.slice(0, SHOWN).map((change) => (
                    <li key={change}>{change}</li>
                  ))}
                </ul>
                {changes.length > SHOWN ? (
                  <span className={styles.quiet}>{`và ${changes.length - SHOWN} chỗ khác`}</span>
                ) : null}
              </div>
            ))}
            <span className={styles.row}>
              <Button appearance="primary" disabled={busy} onClick={() => replace([file])}>
                Thay bản cũ, giữ lịch sử
              </Button>
              <Button
                disabled={busy}
                onClick={() => void actions.act('Đang bỏ qua tệp', () => session.leaveReports([file]))}
              >
                Bỏ qua
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
