/**
 * The appraisers' proposals to the council, accepted in a single act: those equal to the unit's own points, and those
 * that differ. A unit to be decided otherwise is removed from the list and graded in the tables below.
 */
import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { formatPoints } from '../../../core/base/quantity/points.ts';
import { openProposals, type Proposed } from '../../../core/council/alike.ts';
import type { QueueItem, QueueSheet } from '../../../core/council/queue.ts';
import { proposalsWanted } from '../many-wanted.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { RecordAct } from './record-act.tsx';

const GROUPS = { same: 'Bằng điểm tự chấm', other: 'Khác điểm tự chấm' } as const;

/** Nothing where nothing waits. */
export function ProposalsSection({ queue }: { readonly queue: readonly QueueSheet[] }) {
  const styles = usePaneStyles();
  const proposals = openProposals(queue);
  const count = proposals.same.length + proposals.other.length;
  if (count === 0) return null;
  return (
    <>
      <p className={styles.quiet}>
        {`Điểm thẩm định chờ Hội đồng quyết định: ${count}. Chấp nhận một lần, mỗi điểm vẫn ghi một dòng; muốn quyết định khác thì bỏ chọn và chấm ở bảng bên dưới.`}
      </p>
      <ul className={styles.list}>
        {(['same', 'other'] as const).map((kind) =>
          proposals[kind].length === 0 ? null : <Group key={kind} title={GROUPS[kind]} members={proposals[kind]} />,
        )}
      </ul>
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly members: readonly Proposed<QueueItem>[];
}

function Group({ title, members }: GroupProps) {
  const styles = usePaneStyles();
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.card}>
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span className={styles.strong}>{`${title}: ${members.length} điểm thẩm định`}</span>
        </summary>
        {open ? <GroupForm members={members} /> : null}
      </details>
    </li>
  );
}

function GroupForm({ members }: Pick<GroupProps, 'members'>) {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [missing, setMissing] = useState<string | null>(null);
  const taken = members.filter(({ item }) => !leftOut.has(item.key));
  const take = (key: string, isTaken: boolean) =>
    setLeftOut(new Set(isTaken ? [...leftOut].filter((text) => text !== key) : [...leftOut, key]));
  const record = () => {
    const wanted = proposalsWanted(taken, state.texts.who);
    setMissing(wanted.ok ? null : wanted.refusal.message);
    if (wanted.ok)
      void actions.act(`Đang ghi ${wanted.value.length} quyết định`, () => session.decideAll(wanted.value));
  };
  return (
    <div className={styles.section} style={{ paddingTop: 8 }}>
      <ul className={styles.list}>
        {members.map(({ unit, item, proposal }) => (
          <li key={item.key}>
            <Checkbox
              checked={!leftOut.has(item.key)}
              onChange={(_, { checked }) => take(item.key, checked === true)}
              label={`${unit}, tiêu chí ${item.criterion}: ${formatPoints(proposal.points)} điểm`}
            />
            <p className={styles.quiet} style={{ paddingInlineStart: 32 }}>
              {[
                item.self === null ? 'Không tự chấm' : `Tự chấm ${formatPoints(item.self)}`,
                `${proposal.who}: ${proposal.reason}`,
              ].join('. ')}
            </p>
          </li>
        ))}
      </ul>
      <RecordAct
        label={`Chấp nhận ${taken.length} điểm thẩm định`}
        who="who"
        isPrimary
        missing={missing}
        onRecord={record}
      />
    </div>
  );
}
