/**
 * One thing to decide: what is doubted and why, and accept · adjust to n points · return. What is typed stays until it
 * is recorded.
 */

import { Button, Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { formatPoints } from '../../../core/base/quantity/points.ts';
import type { QueueItem } from '../../../core/council/queue.ts';
import { LongTextField } from '../../long-text-field.tsx';
import { rangeText } from '../../points-range.tsx';
import { SeverityTag } from '../../severity-tag.tsx';
import { TextField } from '../../text-field.tsx';
import { adjustable, decisionWanted } from '../decision-wanted.ts';
import { changesText } from '../flag-list.ts';
import { usePane } from '../pane-context.ts';
import { type DecisionDraft, EMPTY_DRAFT } from '../state.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { MissingNote } from './missing-note.tsx';

const useStyles = makeStyles({ radios: { marginInlineStart: '-8px' } });

export function DecisionForm({ unit, item }: { readonly unit: string; readonly item: QueueItem }) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { state, dispatch, actions, session } = usePane();
  const [missing, setMissing] = useState<string | null>(null);
  const draft = state.drafts.get(item.key) ?? EMPTY_DRAFT;
  const range = adjustable(item);
  const change = (typed: Partial<DecisionDraft>) => {
    setMissing(null);
    dispatch({ kind: 'drafted', key: item.key, draft: typed });
  };
  const record = () => {
    const wanted = decisionWanted(unit, item, draft, state.texts.who);
    setMissing(wanted.ok ? null : wanted.refusal.message);
    if (wanted.ok) void actions.act('Đang ghi quyết định', () => session.decide(wanted.value), [item.key]);
  };
  return (
    <li className={styles.card}>
      <What item={item} />
      <Field label="Quyết định">
        <RadioGroup
          className={own.radios}
          value={draft.kind ?? ''}
          onChange={(_, { value }) => change({ kind: value as DecisionDraft['kind'] })}
        >
          {/* What only the council grades has no figure to accept. */}
          {item.flag === null ? null : <Radio value="accept" label="Chấp nhận số liệu" />}
          {range === null ? null : (
            <Radio
              value="adjust"
              label={`${item.flag === null ? 'Chấm điểm' : 'Điều chỉnh điểm'} (${formatPoints(range.least)} đến ${formatPoints(range.most)})`}
            />
          )}
          <Radio value="return" label="Trả lại đơn vị" />
        </RadioGroup>
      </Field>
      {draft.kind === 'adjust' ? (
        <TextField
          label="Số điểm"
          required
          inputMode="decimal"
          value={draft.points}
          onType={(value) => change({ points: value })}
        />
      ) : null}
      {draft.kind === null ? null : (
        <>
          <LongTextField
            label={draft.kind === 'accept' ? 'Lý do (không bắt buộc)' : 'Lý do'}
            required={draft.kind !== 'accept'}
            value={draft.reason}
            onType={(value) => change({ reason: value })}
          />
          <Button appearance="primary" disabled={state.work !== null} onClick={record}>
            Ghi quyết định
          </Button>
        </>
      )}
      <MissingNote text={missing} />
    </li>
  );
}

function What({ item }: { readonly item: QueueItem }) {
  const styles = usePaneStyles();
  const { actions } = usePane();
  const { flag, cell, points } = item;
  const changes = changesText(item.changes);
  return (
    <>
      <div className={styles.spread}>
        {flag === null ? (
          <span className={styles.strong}>Hội đồng chấm</span>
        ) : (
          <span className={styles.row} style={{ gap: 6 }}>
            <SeverityTag severity={flag.severity} />
            <span className={styles.strong}>{flag.name}</span>
          </span>
        )}
        {cell === null ? null : (
          <Button size="small" appearance="subtle" onClick={() => void actions.select(cell)}>
            {`Xem ô ${cell.address}`}
          </Button>
        )}
      </div>
      {item.criterion === null ? null : <p className={styles.text}>{`Tiêu chí ${item.criterion}: ${item.title}`}</p>}
      {flag === null ? null : <p className={styles.text}>{flag.message}</p>}
      {points === null ? null : <p className={styles.quiet}>{rangeText(points)}</p>}
      {changes === null ? null : <p className={styles.quiet}>{`Còn có thể đổi ${changes}`}</p>}
    </>
  );
}
