/** The council's votes in the workbook, latest first, and a form to record another vote. */
import { withdrawals } from '../../../core/council/withdrawals.ts';
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { Icon } from '../../icons.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { BallotSection } from './ballot-section.tsx';
import { momentText } from './moment-text.ts';
import { ReasonedAct } from './reasoned-act.tsx';
import { VoteForm } from './vote-form.tsx';

type VoteShown = Workspace['votes'][number];

const OUTCOMES = {
  passed: ['done', 'Thông qua'],
  failed: ['error', 'Không thông qua'],
  'no-quorum': ['error', 'Không đủ thành viên dự họp'],
  undecided: ['stale', 'Chờ ý kiến của Chủ tịch Hội đồng'],
  withdrawn: ['stale', 'Rút biểu quyết'],
} as const;

export function VotesSection() {
  const styles = usePaneStyles();
  const { workspace } = usePane().state;
  const { votes: rows = [], voteFault = null, voteNotes = [], closed = null, sessions = [] } = workspace ?? {};
  const isHeld = sessions.some(({ kind }) => kind === 'hold');
  const taken = withdrawals(rows);
  const votes = rows.filter(({ result }) => result !== 'withdrawn');
  return (
    <section className={styles.section} aria-labelledby="votes-heading">
      <h2 id="votes-heading" className={styles.heading}>{`Biểu quyết (${votes.length})`}</h2>
      {voteFault === null ? null : (
        <p className={styles.card} role="alert">
          <span className={styles.row}>
            <Icon name="error" />
            <strong>Bảng biểu quyết bị sửa</strong>
          </span>
          {voteFault}
        </p>
      )}
      {voteNotes.map((note) => (
        <p key={note} className={styles.note}>
          <Icon name="warning" />
          {note}
        </p>
      ))}
      {isHeld && closed === null ? <BallotSection /> : null}
      {votes.length === 0 ? null : (
        <details>
          <summary>{`Các biểu quyết đã ghi (${votes.length})`}</summary>
          <ul className={styles.list} style={{ paddingTop: 8 }}>
            {votes.toReversed().map((vote) => (
              <VoteCard key={vote.hash} vote={vote} taken={taken.get(vote.id)} />
            ))}
          </ul>
        </details>
      )}
      {closed === null ? (
        <details>
          <summary>Ghi kết quả biểu quyết</summary>
          <VoteForm />
        </details>
      ) : null}
    </section>
  );
}

function VoteCard({ vote, taken }: { readonly vote: VoteShown; readonly taken: VoteShown | undefined }) {
  const styles = usePaneStyles();
  const { actions, session } = usePane();
  const [icon, word] = OUTCOMES[vote.result];
  const { ballot, members, present, proxies, written, issued, returned, valid, invalid } = vote;
  const took = [
    `${ballot === 'secret' ? 'Bỏ phiếu kín' : 'Giơ tay'}: có mặt ${present}/${members}`,
    proxies > 0 ? `ủy quyền ${proxies}` : null,
    written > 0 ? `ý kiến bằng văn bản ${written}` : null,
    vote.tally ? `không đồng ý ${vote.tally.against}, không ý kiến ${vote.tally.abstained}` : null,
    vote.tally?.recused.length ? `không biểu quyết: ${vote.tally.recused.join('; ')}` : null,
    issued === null ? null : `phiếu phát ra ${issued}, thu về ${returned}, hợp lệ ${valid}, không hợp lệ ${invalid}`,
  ];
  return (
    <li className={styles.card}>
      <span className={styles.strong}>{vote.subject}</span>
      <span className={styles.note}>
        <Icon name={icon} />
        {word}
      </span>
      <span>{vote.sentence}</span>
      <span className={styles.quiet}>{took.filter((part) => part !== null).join('; ')}</span>
      <span className={styles.quiet}>{`${vote.who}, ${momentText(vote.at)}`}</span>
      {taken === undefined ? (
        <ReasonedAct
          draftKey={`withdraw:${vote.id}`}
          label="Rút biểu quyết"
          deed="rút"
          onRecord={(act) => {
            const wanted = { id: vote.id, ...act };
            void actions.act('Đang rút biểu quyết', () => session.withdrawVote(wanted), [`withdraw:${vote.id}`]);
          }}
        />
      ) : (
        <span className={styles.note}>
          <Icon name="stale" />
          <span
            className={styles.strong}
          >{`Đã rút: ${taken.who}, ${momentText(taken.at)}. Lý do: ${taken.sentence}`}</span>
        </span>
      )}
    </li>
  );
}
