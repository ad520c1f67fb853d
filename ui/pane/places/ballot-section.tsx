/**
 * The vote on all candidates: a card for each quota with its clause and places, candidates down, votes across, a single
 * save. While the votes are typed, each line shows who may not vote, how many may, and the outcome.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Result } from '../../../core/base/result.ts';
import { type Ballot, ballotQuorum, entitled } from '../../../core/council/ballot.ts';
import type { VoteRule } from '../../../core/council/vote-rule.ts';
import { capitalised } from '../../../core/movement/rules/wording.ts';
import { Icon } from '../../icons.tsx';
import { TextField } from '../../text-field.tsx';
import {
  ballotWanted,
  COUNTED,
  COUNTED_NAMES,
  LINE_FIELDS,
  type LineTexts,
  linePreview,
  votesOf,
} from '../ballot-wanted.ts';
import { usePane } from '../pane-context.ts';
import { type QuotaCard, quotaCards } from '../quota-cards.ts';
import { EMPTY_DRAFT } from '../state.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { COUNT_LABELS, PAPER_FIELDS, papersTyped, ruleTyped } from '../vote-wanted.ts';
import { BallotRow } from './ballot-row.tsx';
import { RecordAct } from './record-act.tsx';
import { VoteRuleFields } from './vote-rule-fields.tsx';

const useStyles = makeStyles({
  table: { tableLayout: 'fixed', '& td': { verticalAlign: 'middle' }, '& td, & th': { padding: '4px 2px' } },
  count: { width: '58px' },
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(460px, 100%), 1fr))',
    gap: '12px',
    alignItems: 'start',
  },
  clause: {
    margin: 0,
    paddingInlineStart: '12px',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export function BallotSection() {
  const styles = usePaneStyles();
  const { state, session } = usePane();
  const [read, setRead] = useState<Result<Ballot> | null>(null);
  const { workspace } = state;
  // Read anew whenever the workbook was: who may be voted on changes with every decision and vote.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the workspace is when, not what
  useEffect(() => {
    let shown = true;
    void session.ballot().then((ballot) => shown && setRead(ballot));
    return () => {
      shown = false;
    };
  }, [session, workspace]);
  if (read === null) return <p className={styles.quiet}>Đang lập bảng…</p>;
  if (!read.ok) return <p className={styles.quiet}>{read.refusal.message}</p>;
  const rule = ruleTyped(state.texts);
  return (
    <section className={styles.section} aria-label="Biểu quyết các ứng viên">
      <p className={styles.quiet}>{seatsText(read.value)}</p>
      <Notes notes={read.value.notes} />
      <VoteRuleFields />
      {rule.ok ? (
        <Votes ballot={read.value} rule={rule.value} />
      ) : (
        <p className={styles.quiet}>Chọn hoặc ghi đủ quy tắc thì hiện bảng biểu quyết.</p>
      )}
    </section>
  );
}

/** Many of one kind are folded: they are to be looked at, and hide nothing. */
function Notes({ notes }: Pick<Ballot, 'notes'>) {
  const styles = usePaneStyles();
  const list = notes.map((note) => (
    <p key={note} className={styles.note}>
      <Icon name="warning" />
      {note}
    </p>
  ));
  if (notes.length < 3) return list;
  return (
    <details>
      <summary>{`${notes.length} điều cần tự xem trước khi biểu quyết`}</summary>
      <div className={styles.section} style={{ paddingTop: 8 }}>
        {list}
      </div>
    </details>
  );
}

function seatsText({ members, seats }: Ballot): string {
  const count = (wanted: Ballot['seats'][number]['state']) => seats.filter(({ state }) => state === wanted).length;
  return `Theo phiên họp đã ghi: có mặt ${count('present')}/${members}, ủy quyền ${count('proxy')}, gửi văn bản ${count('written')}.`;
}

interface VotesProps {
  readonly ballot: Ballot;
  readonly rule: VoteRule;
}

/** The votes as they are typed, what comes of them, and their recording. */
function useVotes({ ballot, rule }: VotesProps) {
  const { state, dispatch, actions, session } = usePane();
  const [tried, setTried] = useState(false);
  const read = papersTyped(state.texts, rule);
  const papers = read.ok ? read.value : null;
  const textOf = (code: string, field: keyof LineTexts) =>
    (state.drafts.get(`ballot:${code}:${field}`) ?? EMPTY_DRAFT).points;
  const type = (code: string, field: keyof LineTexts, points: string) => {
    setTried(false);
    dispatch({ kind: 'drafted', key: `ballot:${code}:${field}`, draft: { points } });
  };
  const open = ballot.lines.filter(({ candidate, vote }) => candidate.onBallot && !isSettled(vote?.result));
  const textsOf = (code: string): LineTexts => ({
    ...{ inFavour: textOf(code, 'inFavour'), against: textOf(code, 'against'), abstained: textOf(code, 'abstained') },
    ...{ writtenInFavour: textOf(code, 'writtenInFavour'), chair: textOf(code, 'chair') },
  });
  const previews = new Map(
    open.map((line) => [line.code, linePreview(ballot, line, rule, papers, textsOf(line.code))] as const),
  );
  const typed = [...previews.values()].filter(({ kind }) => kind !== 'empty').length;
  const wanted = ballotWanted(open, previews, { rule, papers: read, who: state.texts.who });
  const record = async () => {
    setTried(true);
    if (!wanted.ok || !(await actions.act('Đang ghi biểu quyết', () => session.castBallot(wanted.value)))) return;
    // What was recorded leaves its fields empty: nothing is missing in them.
    setTried(false);
    for (const { code } of wanted.value.counts)
      for (const field of LINE_FIELDS) dispatch({ kind: 'sent', key: `ballot:${code}:${field}` });
  };
  const fill = () => {
    for (const line of open)
      if (previews.get(line.code)?.kind === 'empty') {
        type(line.code, 'inFavour', String(votesOf(ballot, line, rule, papers)));
        const { written } = entitled(ballot, line, rule);
        if (written > 0) type(line.code, 'writtenInFavour', String(written));
      }
  };
  const missing = tried && !wanted.ok ? wanted.refusal.message : null;
  return { papers, canFill: read.ok, open, previews, typed, missing, textsOf, type, record, fill };
}

function Votes({ ballot, rule }: VotesProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { state } = usePane();
  const { papers, canFill, open, previews, typed, missing, textsOf, type, record, fill } = useVotes({ ballot, rule });
  const movement = state.workspace?.movement ?? null;
  const few = ballotQuorum(ballot, rule);
  const cards = movement === null ? [] : quotaCards(ballot, movement);
  const takenIn = ({ lines }: QuotaCard) =>
    lines.filter(({ code, vote }) => {
      const preview = previews.get(code);
      return vote?.result === 'passed' || (preview?.kind === 'counted' && preview.result === 'passed');
    }).length;
  if (few !== null)
    return (
      <p className={styles.note} role="alert">
        <Icon name="error" />
        {few}
      </p>
    );
  return (
    <>
      {rule.ballot === 'secret' ? <PaperFields /> : null}
      <div className={own.cards}>
        {cards.map((card) => (
          <section key={card.key} className={styles.card} aria-label={card.title}>
            <CardHead card={card} taken={takenIn(card)} />
            <QuotaTable {...{ ballot, rule, card, papers, previews, textsOf }} onType={type} />
            <Aside card={card} />
          </section>
        ))}
      </div>
      {open.length === 0 ? null : (
        <>
          <div>
            <Button size="small" disabled={!canFill} onClick={fill}>
              Dòng còn trống: tất cả đồng ý
            </Button>
          </div>
          <RecordAct
            label={`Ghi biểu quyết ${typed} ứng viên`}
            who="who"
            isPrimary
            missing={missing}
            onRecord={() => void record()}
          />
        </>
      )}
    </>
  );
}

/** Papers given out, valid and spoiled of a secret vote. */
function PaperFields() {
  const styles = usePaneStyles();
  const { state, dispatch } = usePane();
  return (
    <div className={styles.fields}>
      {PAPER_FIELDS.map((field) => (
        <TextField
          key={field}
          label={COUNT_LABELS[field]}
          inputMode="numeric"
          value={state.texts[field]}
          onType={(value) => dispatch({ kind: 'typed', texts: { [field]: value } })}
        />
      ))}
    </div>
  );
}

interface QuotaTableProps extends VotesProps, Pick<ReturnType<typeof useVotes>, 'papers' | 'previews' | 'textsOf'> {
  readonly card: QuotaCard;
  readonly onType: (code: string, field: keyof LineTexts, text: string) => void;
}

function QuotaTable({ ballot, rule, card, papers, previews, textsOf, onType }: QuotaTableProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  return (
    <table className={`${styles.table} ${own.table}`} aria-label={`Biểu quyết: ${card.title}`}>
      <thead>
        <tr>
          <th scope="col">Ứng viên</th>
          {COUNTED.map((field) => (
            <th key={field} scope="col" className={own.count}>
              {COUNTED_NAMES[field]}
            </th>
          ))}
        </tr>
      </thead>
      {card.lines.map((line) => (
        <BallotRow
          key={line.code}
          {...{ ballot, line, rule }}
          votes={votesOf(ballot, line, rule, papers)}
          preview={previews.get(line.code) ?? null}
          texts={textsOf(line.code)}
          onType={(field, text) => onType(line.code, field, text)}
        />
      ))}
    </table>
  );
}

interface CardHeadProps {
  readonly card: QuotaCard;
  /** Voted through, or typed so. */
  readonly taken: number;
}

function CardHead({ card: { title, clause, limit, section, places }, taken }: CardHeadProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  const isOver = places !== null && taken > places;
  return (
    <>
      <span className={styles.spread}>
        <h3 className={styles.heading}>{title}</h3>
        <span className={styles.note} role="status" aria-label={`Số chỗ: ${title}`}>
          {isOver ? <Icon name="error" /> : null}
          <span className={styles.numbers}>{places === null ? `${taken} thông qua` : `${taken}/${places} chỗ`}</span>
        </span>
      </span>
      {isOver ? (
        <p className={styles.quiet}>{`Quá ${taken - places} so với chỉ tiêu: hết chỗ thì người ít phiếu hơn ở lại.`}</p>
      ) : null}
      <blockquote className={own.clause}>
        {clause === ''
          ? `${capitalised(limit || 'kế hoạch không nêu số lượng')}.`
          : `${section === '' ? '' : `Mục ${section}: `}“${clause}”`}
      </blockquote>
    </>
  );
}

/** Candidates that are not voted on, each with the clause that excludes them. */
function Aside({ card: { aside } }: Pick<CardHeadProps, 'card'>) {
  const styles = usePaneStyles();
  if (aside.length === 0) return null;
  return (
    <details>
      <summary>{`Không biểu quyết (${aside.length})`}</summary>
      <ul className={styles.list} style={{ paddingTop: 8 }}>
        {aside.map(({ unit, audience, reason, achievement }) => (
          <li key={`${audience} ${unit} ${achievement}`} className={styles.text}>
            <span className={styles.strong}>{unit}</span>
            {`: ${reason}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function isSettled(result: string | undefined): boolean {
  return result === 'passed' || result === 'failed';
}
