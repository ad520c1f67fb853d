/**
 * The log as it stands, last first; stale, conflicting and withdrawn decisions are marked in words. None is ever
 * undone: it is withdrawn.
 */

import type { DecisionMade } from '../../../session/pane/workspace-data.ts';
import { Icon } from '../../icons.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { decisionText } from './decision-text.ts';
import { momentText } from './moment-text.ts';
import { ReasonedAct } from './reasoned-act.tsx';

/** `unit` = only that unit's; absent = all. */
export function DecisionLog({ unit }: { readonly unit?: string }) {
  const styles = usePaneStyles();
  const { state } = usePane();
  const all = state.workspace?.decisions ?? [];
  const shown = all.filter((decision) => unit === undefined || decision.unit === unit).toReversed();
  return (
    <section className={styles.section} aria-labelledby="log-heading">
      <h2 id="log-heading" className={styles.heading}>{`Nhật ký quyết định (${shown.length})`}</h2>
      {shown.length === 0 ? <p className={styles.quiet}>Chưa có quyết định nào.</p> : null}
      <ul className={styles.list}>
        {shown.map((decision) => (
          <Entry key={decision.id} decision={decision} other={all.find(({ id }) => id === decision.conflictsWith)} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ decision, other }: { readonly decision: DecisionMade; readonly other: DecisionMade | undefined }) {
  const styles = usePaneStyles();
  const { actions, session } = usePane();
  const { id, unit, criterion, reason, who, at, stale, withdrawn } = decision;
  const isAppraised = decision.kind === 'appraise';
  return (
    <li className={styles.card}>
      <span className={styles.spread}>
        <span className={styles.strong}>{decisionText(decision)}</span>
        <span className={styles.quiet}>{momentText(at)}</span>
      </span>
      <span>{[unit, criterion === null ? null : `tiêu chí ${criterion}`].filter(Boolean).join(', ')}</span>
      {reason === '' ? null : <span>{`Lý do: ${reason}`}</span>}
      <span className={styles.quiet}>{`Người ${isAppraised ? 'thẩm định' : 'quyết định'}: ${who}`}</span>
      {stale ? <Mark text="Đã cũ: số liệu đã đổi sau quyết định này, cần xét lại." /> : null}
      {other === undefined ? null : (
        <Mark
          text={`Trái với quyết định của ${other.who} (${momentText(other.at)}): ${decisionText(other)}. Hội đồng cần chọn một.`}
        />
      )}
      {withdrawn === null ? null : (
        <Mark text={`Đã rút: ${withdrawn.who}, ${momentText(withdrawn.at)}. Lý do: ${withdrawn.reason}`} />
      )}
      {/* Of two that stand against each other none is taken back alone: the council decides anew. */}
      {withdrawn === null && other === undefined ? (
        <ReasonedAct
          draftKey={`withdraw:${id}`}
          label={isAppraised ? 'Rút thẩm định' : 'Rút quyết định'}
          deed="rút"
          onRecord={(act) =>
            void actions.act('Đang rút quyết định', () => session.withdraw({ id, ...act }), [`withdraw:${id}`])
          }
        />
      ) : null}
    </li>
  );
}

function Mark({ text }: { readonly text: string }) {
  const styles = usePaneStyles();
  return (
    <span className={styles.note}>
      <Icon name="stale" />
      <span className={styles.strong}>{text}</span>
    </span>
  );
}
