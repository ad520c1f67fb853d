/** "Nếu đổi điểm…": one criterion's points set otherwise, and who would move by it. Nothing is written. */

import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { formatPoints } from '../../../core/base/quantity/points.ts';
import type { Result } from '../../../core/base/result.ts';
import { type AwardCandidate, CANDIDATE_STATE_NAME, ROUND_NAME } from '../../../core/judge/award/candidate.ts';
import type { Moves } from '../../../core/judge/run/what-if.ts';
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { ChoiceField } from '../../choice-field.tsx';
import { TextField } from '../../text-field.tsx';
import { typedPoints } from '../decision-wanted.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

export function WhatIfSection({ workspace }: { readonly workspace: Workspace }) {
  const styles = usePaneStyles();
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.section} aria-label="Nếu đổi điểm">
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>Nếu đổi điểm…</summary>
        {open ? <Asked workspace={workspace} /> : null}
      </details>
    </section>
  );
}

interface Answer {
  readonly question: string;
  readonly moves: Result<Moves>;
}

function Asked({ workspace }: { readonly workspace: Workspace }) {
  const styles = usePaneStyles();
  const { session } = usePane();
  const [unit, setUnit] = useState('');
  const [criterion, setCriterion] = useState('');
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [busy, setBusy] = useState(false);
  const scores = (workspace.run?.reports ?? []).flatMap(({ score }) => score ?? []);
  const points = scores.find((scoreSheet) => scoreSheet.unit === unit)?.points ?? [];
  const now = points.find((criterionScore) => criterionScore.criterion === criterion);
  const ask = async () => {
    const trialText = `${unit}, tiêu chí ${criterion}: ${typed.trim()} điểm`;
    const wanted = typedPoints(typed);
    if (unit === '' || !now || wanted === null) {
      const message = 'Hãy chọn đơn vị, tiêu chí và ghi điểm (nhiều nhất hai chữ số thập phân).';
      return setAnswer({ question: '', moves: { ok: false, refusal: { code: 'incomplete', message } } });
    }
    setBusy(true);
    setAnswer({ question: trialText, moves: await session.whatIf({ unit, criterion, points: wanted }) });
    setBusy(false);
  };
  return (
    <div className={styles.section} style={{ paddingTop: 8 }}>
      <p className={styles.quiet}>Chỉ để xem trước: không ghi gì vào sổ, không đổi điểm của ai.</p>
      <ChoiceField
        label="Đơn vị xem thử"
        value={unit}
        onPick={(value) => {
          setUnit(value);
          setCriterion('');
        }}
      >
        <option value="">Chọn đơn vị…</option>
        {[...new Set(scores.map((scoreSheet) => scoreSheet.unit))].map((name) => (
          <option key={name}>{name}</option>
        ))}
      </ChoiceField>
      <ChoiceField label="Tiêu chí xem thử" value={criterion} onPick={setCriterion}>
        <option value="">Chọn tiêu chí…</option>
        {points.map((criterionScore) => (
          <option
            key={criterionScore.criterion}
            value={criterionScore.criterion}
          >{`${criterionScore.criterion} ${criterionScore.title}`}</option>
        ))}
      </ChoiceField>
      <TextField
        label={now ? `Điểm thử (đang tính ${formatPoints(now.points)}/${formatPoints(now.max)})` : 'Điểm thử'}
        inputMode="decimal"
        value={typed}
        onType={setTyped}
      />
      <div>
        <Button disabled={busy} onClick={() => void ask()}>
          Xem ai đổi hạng
        </Button>
      </div>
      <div role="status" aria-label="Kết quả xem thử">
        {answer === null ? null : <Shown {...answer} />}
      </div>
    </div>
  );
}

function Shown({ question, moves }: Answer) {
  const styles = usePaneStyles();
  if (!moves.ok) return <p className={styles.text}>{moves.refusal.message}</p>;
  const { places, awards } = moves.value;
  if (places.length + awards.length === 0)
    return <p className={styles.text}>{`${question}: không ai đổi điểm, hạng hay đề nghị khen.`}</p>;
  return (
    <>
      <table className={styles.table} aria-label={question}>
        <caption className={styles.quiet} style={{ textAlign: 'start' }}>
          {question}
        </caption>
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            <th scope="col">Trước</th>
            <th scope="col">Sau</th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ before, after }) => (
            <tr key={`${before.audience} ${before.unit}`}>
              <th scope="row">{before.unit}</th>
              <td>{`hạng ${before.rank}, ${formatPoints(before.points)} điểm`}</td>
              <td>{`hạng ${after.rank}, ${formatPoints(after.points)} điểm`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles.list}>
        {awards.map(({ before, after }) => {
          const awardCandidate = before ?? after;
          return awardCandidate === null ? null : (
            <li
              key={`${awardCandidate.round} ${awardCandidate.quota} ${awardCandidate.audience} ${awardCandidate.unit}`}
              className={styles.text}
            >
              {`${awardCandidate.unit} (${ROUND_NAME[awardCandidate.round].toLowerCase()}, ${awardCandidate.form}): ${stateText(before)} → ${stateText(after)}`}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function stateText(line: AwardCandidate | null): string {
  return line === null ? 'không có trong danh sách' : CANDIDATE_STATE_NAME[line.state].toLowerCase();
}
