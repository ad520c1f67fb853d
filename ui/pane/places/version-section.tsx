/** Criteria sets edited since they were used: what differs, whose points it would move, and the press that makes it so. */
import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { type Result, refuse } from '../../../core/base/result.ts';
import type { ChangedSet } from '../../../session/book/own-movement.ts';
import type { VersionChanges } from '../../../session/dossier/new-version.ts';
import { Icon } from '../../icons.tsx';
import { NOT_FETCHED } from '../../later.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

export function VersionSection({ changed }: { readonly changed: readonly ChangedSet[] }) {
  const styles = usePaneStyles();
  const { session, state, actions } = usePane();
  const [seen, setSeen] = useState<Result<VersionChanges> | null>(null);
  const { workspace } = state;
  // Read anew whenever the book was.
  useEffect(() => {
    let isOld = false;
    if (workspace)
      session.versionChanges().then(
        (changes) => isOld || setSeen(changes),
        () => isOld || setSeen(refuse('not-fetched', NOT_FETCHED)),
      );
    return () => {
      isOld = true;
    };
  }, [session, workspace]);
  const numbers = new Set(changed.map(({ after }) => /^phiên bản \d+/u.exec(after)?.[0] ?? ''));
  const [number] = numbers;
  return (
    <section className={styles.card} aria-labelledby="version-heading">
      <h2 id="version-heading" className={styles.heading}>
        Bộ tiêu chí đã sửa, chưa thành phiên bản mới
      </h2>
      <ul className={styles.list}>
        {changed.map(({ name, before }) => (
          <li key={name} className={styles.note}>
            <Icon name="warning" />
            <span>{`${name}: đang dùng ${before}`}</span>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>
        Điểm, xếp hạng và biểu mẫu vẫn theo phiên bản đang dùng cho đến khi lập phiên bản mới. Không đổi nữa thì sửa các
        ô lại như cũ.
      </p>
      <div role="status" aria-label="Chỗ khác phiên bản đang dùng" className={styles.section}>
        {seen === null ? <p className={styles.quiet}>Đang so với phiên bản đang dùng…</p> : <Shown seen={seen} />}
      </div>
      <span>
        <Button
          appearance="primary"
          disabled={state.work !== null}
          onClick={() => void actions.act('Đang lập phiên bản mới', () => session.newVersion())}
        >
          {numbers.size === 1 && number ? `Lập ${number}` : 'Lập phiên bản mới'}
        </Button>
      </span>
    </section>
  );
}

function Shown({ seen }: { readonly seen: Result<VersionChanges> }) {
  const styles = usePaneStyles();
  if (!seen.ok) return <p className={styles.text}>{seen.refusal.message}</p>;
  const { differences, moves } = seen.value;
  return (
    <>
      <Lines heading={`${differences.length} chỗ khác`} lines={differences} />
      {moves === null ? (
        <p className={styles.text}>Chưa có báo cáo nào trong sổ để xem điểm đổi ra sao.</p>
      ) : moves.length === 0 ? (
        <p className={styles.text}>Không đơn vị nào đổi điểm hay hạng.</p>
      ) : (
        <Lines heading={`${moves.length} đơn vị sẽ đổi điểm hoặc hạng`} lines={moves} />
      )}
    </>
  );
}

function Lines({ heading, lines }: { readonly heading: string; readonly lines: readonly string[] }) {
  const styles = usePaneStyles();
  return (
    <>
      <h3 className={styles.heading}>{heading}</h3>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line} className={styles.text}>
            {line}
          </li>
        ))}
      </ul>
    </>
  );
}
