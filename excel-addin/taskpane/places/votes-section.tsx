/** Votes of the council: recording one, and those recorded with their quorum and outcome. The rule is the session's, not ours. */
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { Icon } from '../../../ui/icons.tsx';
import { voteWanted } from '../decision-wanted.ts';
import { usePane } from '../pane-context.ts';
import type { Vote, VoteRecorded } from '../pane-session.ts';
import type { Texts } from '../state.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { momentText } from './moment-text.ts';

const BALLOT: Readonly<Record<Vote['ballot'], string>> = { hands: 'Biểu quyết giơ tay', secret: 'Bỏ phiếu kín' };

const FIELDS = [
  ['voteMembers', 'Tổng số thành viên'],
  ['votePresent', 'Có mặt'],
  ['voteInFavour', 'Đồng ý'],
] as const satisfies readonly (readonly [keyof Texts, string])[];

export function VotesSection() {
  const styles = usePaneStyles();
  const { state, dispatch, actions } = usePane();
  const [ballot, setBallot] = useState<Vote['ballot']>('hands');
  const { texts } = state;
  const votes = state.workspace?.votes ?? [];
  const record = async () => {
    if (texts.who.trim() === '') return actions.refuse('Hãy ghi họ tên người ghi kết quả biểu quyết.');
    const wanted = voteWanted(texts, ballot);
    if (!wanted.ok) return actions.refuse(wanted.refusal.message);
    if (await actions.vote(wanted.value, texts.who.trim())) {
      dispatch({ kind: 'typed', texts: { voteSubject: '', voteInFavour: '' } });
    }
  };
  const field = (name: keyof Texts) => ({
    value: texts[name],
    onChange: (_: unknown, { value }: { value: string }) => dispatch({ kind: 'typed', texts: { [name]: value } }),
  });
  return (
    <section className={styles.section} aria-labelledby="votes-heading">
      <h2 id="votes-heading" className={styles.heading}>{`Biểu quyết (${votes.length})`}</h2>
      <ul className={styles.list}>
        {votes.map((vote) => (
          <VoteCard key={vote.id} vote={vote} />
        ))}
      </ul>
      <details>
        <summary>Ghi kết quả biểu quyết</summary>
        <div className={styles.section} style={{ paddingTop: 8 }}>
          <Field label="Nội dung">
            <Input {...field('voteSubject')} />
          </Field>
          <Field label="Hình thức">
            <Select value={ballot} onChange={(_, { value }) => setBallot(value === 'secret' ? 'secret' : 'hands')}>
              <option value="hands">{BALLOT.hands}</option>
              <option value="secret">{BALLOT.secret}</option>
            </Select>
          </Field>
          <div className={styles.fields}>
            {FIELDS.map(([name, label]) => (
              <Field key={name} label={label}>
                <Input inputMode="numeric" {...field(name)} />
              </Field>
            ))}
          </div>
          <Field label="Người ghi (họ tên, chức vụ)">
            <Input {...field('who')} />
          </Field>
          <Button disabled={state.work !== null} onClick={() => void record()}>
            Ghi kết quả
          </Button>
        </div>
      </details>
    </section>
  );
}

function VoteCard({ vote }: { readonly vote: VoteRecorded }) {
  const styles = usePaneStyles();
  const outcome = !vote.quorum ? 'Không đủ thành viên họp' : vote.passed ? 'Được thông qua' : 'Không được thông qua';
  return (
    <li className={styles.card}>
      <span className={styles.strong}>{vote.subject}</span>
      <span className={styles.note}>
        <Icon name={vote.quorum && vote.passed ? 'done' : 'error'} />
        {`${outcome}: ${vote.inFavour} đồng ý, ${vote.present}/${vote.members} có mặt`}
      </span>
      <span className={styles.quiet}>{`${BALLOT[vote.ballot]}; ${vote.rule}`}</span>
      <span className={styles.quiet}>{`${vote.who}, ${momentText(vote.at)}`}</span>
    </li>
  );
}
