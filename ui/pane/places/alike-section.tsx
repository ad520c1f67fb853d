/**
 * Flags that say the same and ask for the same, of many units: shown as one with its list, decided in one act. Whoever
 * is to be looked at alone is taken out of the list. Those with no like stand in a list of their own, each ticked once
 * it was read.
 */
import { Button, Checkbox, Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { type AlikeFlags, alikeFlags, looseFlags } from '../../../core/council/alike.ts';
import type { QueueItem, QueueSheet } from '../../../core/council/queue.ts';
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
  const loose = looseFlags(queue);
  if (groups.length === 0 && loose.length < 2) return null;
  return (
    <section className={styles.section} aria-labelledby="alike-heading">
      <h2 id="alike-heading" className={styles.heading}>
        {groups.length === 0 ? 'Quyết định nhiều việc một lần' : `Cảnh báo giống nhau (${groups.length} loại)`}
      </h2>
      {groups.length === 0 ? null : (
        <p className={styles.quiet}>Cùng một loại, cùng cách xử lý: quyết định một lần, mỗi việc vẫn ghi một dòng.</p>
      )}
      <ul className={styles.list}>
        {groups.map((group) => (
          <Group key={group.key} group={group} />
        ))}
        {loose.length > 1 && <Group group={{ key: LOOSE, flag: null, members: loose }} />}
      </ul>
    </section>
  );
}

const LOOSE = 'loose';

interface Decided extends Omit<AlikeFlags<QueueItem>, 'flag'> {
  /** null: no two of them are alike. */
  readonly flag: AlikeFlags<QueueItem>['flag'] | null;
}

function Group({ group }: { readonly group: Decided }) {
  const styles = usePaneStyles();
  const [open, setOpen] = useState(false);
  const { flag, members } = group;
  return (
    <li className={styles.card}>
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span className={styles.strong}>{`${flag?.name ?? 'Việc lẻ'}: ${members.length} việc`}</span>
        </summary>
        {open ? <GroupForm group={group} /> : null}
      </details>
    </li>
  );
}

function GroupForm({ group }: { readonly group: Decided }) {
  const styles = usePaneStyles();
  const { state, dispatch, actions, session } = usePane();
  /** Of alike flags who is left out, of loose ones who is taken. */
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [missing, setMissing] = useState<string | null>(null);
  const { flag, members } = group;
  const key = `alike:${group.key}`;
  const draft = state.drafts.get(key) ?? EMPTY_DRAFT;
  const isTaken = (item: QueueItem) => marked.has(item.key) === (flag === null);
  const taken = members.filter(({ item }) => isTaken(item));
  const change = (typed: Partial<DecisionDraft>) => {
    setMissing(null);
    dispatch({ kind: 'drafted', key, draft: typed });
  };
  const record = () => {
    const wanted = alikeWanted(taken, draft, state.texts.who);
    setMissing(wanted.ok ? null : wanted.refusal.message);
    if (wanted.ok)
      void actions.act(`Đang ghi ${wanted.value.length} quyết định`, () => session.decideAll(wanted.value), [key]);
  };
  const take = (item: QueueItem, wanted: boolean) => {
    const next = new Set(marked);
    if (wanted === (flag === null)) next.add(item.key);
    else next.delete(item.key);
    setMarked(next);
  };
  return (
    <div className={styles.section} style={{ paddingTop: 8 }}>
      {flag === null ? (
        <p className={styles.text}>Mỗi việc một khác: đọc rồi đánh dấu những việc cùng một quyết định.</p>
      ) : (
        <>
          <SeverityTag severity={flag.severity} />
          <p className={styles.text}>{`Cách xử lý: ${flag.suggestion}`}</p>
        </>
      )}
      <ul className={styles.list}>
        {members.map(({ unit, item }) => (
          <li key={item.key}>
            <Checkbox
              checked={isTaken(item)}
              onChange={(_, { checked }) => take(item, checked === true)}
              label={[unit, item.criterion === null ? '' : `, tiêu chí ${item.criterion}`].join('')}
            />
            <div style={{ paddingInlineStart: 32 }}>
              <p className={styles.text}>{item.flag?.message}</p>
              {flag === null && <p className={styles.quiet}>{`Cách xử lý: ${item.flag?.suggestion ?? ''}`}</p>}
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
        {`Ghi quyết định cho ${taken.length} việc`}
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
