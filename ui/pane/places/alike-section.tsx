/**
 * Flags that say the same and ask for the same, of many units: shown as one with its list, decided in one act. Whoever
 * is to be looked at alone is taken out of the list.
 */
import { Button, Checkbox, Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { type AlikeFlags, alikeFlags } from '../../../core/council/alike.ts';
import type { QueueItem, QueueSheet } from '../../../session/pane/pane-session.ts';
import { SeverityTag } from '../../severity-tag.tsx';
import { alikeWanted } from '../many-wanted.ts';
import { usePane } from '../pane-context.ts';
import { type DecisionDraft, EMPTY_DRAFT } from '../state.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { MissingNote } from './missing-note.tsx';
import { WhoField } from './who-field.tsx';

export function AlikeSection({ queue }: { readonly queue: readonly QueueSheet[] }) {
  const styles = usePaneStyles();
  const groups = alikeFlags(queue);
  if (groups.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="alike-heading">
      <h2 id="alike-heading" className={styles.heading}>{`Cảnh báo giống nhau (${groups.length} loại)`}</h2>
      <p className={styles.quiet}>Cùng một loại, cùng cách xử lý: quyết định một lần, mỗi việc vẫn ghi một dòng.</p>
      <ul className={styles.list}>
        {groups.map((group) => (
          <Group key={group.key} group={group} />
        ))}
      </ul>
    </section>
  );
}

function Group({ group }: { readonly group: AlikeFlags<QueueItem> }) {
  const styles = usePaneStyles();
  const [open, setOpen] = useState(false);
  const { flag, members } = group;
  return (
    <li className={styles.card}>
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span className={styles.strong}>{`${flag.name}: ${members.length} việc`}</span>
        </summary>
        {open ? <GroupForm group={group} /> : null}
      </details>
    </li>
  );
}

function GroupForm({ group }: { readonly group: AlikeFlags<QueueItem> }) {
  const styles = usePaneStyles();
  const { state, dispatch, actions } = usePane();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [missing, setMissing] = useState<string | null>(null);
  const { flag, members } = group;
  const key = `alike:${group.key}`;
  const draft = state.drafts.get(key) ?? EMPTY_DRAFT;
  const taken = members.filter(({ item }) => !leftOut.has(item.key)).length;
  const change = (typed: Partial<DecisionDraft>) => {
    setMissing(null);
    dispatch({ kind: 'drafted', key, draft: typed });
  };
  const record = () => {
    const wanted = alikeWanted(group, draft, leftOut, state.texts.who);
    setMissing(wanted.ok ? null : wanted.refusal.message);
    if (wanted.ok) void actions.decideAll(wanted.value, [key]);
  };
  const take = (item: QueueItem, isTaken: boolean) => {
    const left = new Set(leftOut);
    if (isTaken) left.delete(item.key);
    else left.add(item.key);
    setLeftOut(left);
  };
  return (
    <div className={styles.section} style={{ paddingTop: 8 }}>
      <SeverityTag severity={flag.severity} />
      <p className={styles.text}>{`Cách xử lý: ${flag.suggestion}`}</p>
      <ul className={styles.list}>
        {members.map(({ unit, item }) => (
          <li key={item.key}>
            <Checkbox
              checked={!leftOut.has(item.key)}
              onChange={(_, { checked }) => take(item, checked === true)}
              label={[unit, item.criterion === null ? '' : `, tiêu chí ${item.criterion}`].join('')}
            />
            <div style={{ paddingInlineStart: 32 }}>
              <p className={styles.text}>{item.flag?.message}</p>
              {item.cell === null ? null : <SeeCell cell={item.cell} unit={unit} />}
            </div>
          </li>
        ))}
      </ul>
      <Field label="Quyết định chung">
        <RadioGroup
          value={draft.kind ?? ''}
          onChange={(_, { value }) => change({ kind: value as DecisionDraft['kind'] })}
        >
          <Radio value="accept" label="Chấp nhận số liệu" />
          <Radio value="return" label="Trả lại đơn vị" />
        </RadioGroup>
      </Field>
      <Field label={draft.kind === 'return' ? 'Lý do' : 'Lý do (không bắt buộc)'} required={draft.kind === 'return'}>
        <Textarea
          rows={2}
          resize="vertical"
          value={draft.reason}
          onChange={(_, { value }) => change({ reason: value })}
        />
      </Field>
      <WhoField />
      <Button appearance="primary" disabled={state.work !== null} onClick={record}>
        {`Ghi quyết định cho ${taken} việc`}
      </Button>
      <MissingNote text={missing} />
    </div>
  );
}

interface SeeCellProps {
  readonly cell: NonNullable<QueueItem['cell']>;
  readonly unit: string;
}

function SeeCell({ cell, unit }: SeeCellProps) {
  const { actions } = usePane();
  return (
    <Button
      size="small"
      appearance="subtle"
      aria-label={`Xem ô ${cell.address} của ${unit}`}
      onClick={() => void actions.select(cell)}
    >
      {`Xem ô ${cell.address}`}
    </Button>
  );
}
