/**
 * All candidates voted on in one table: candidates down, the votes across, one save. Each line shows while typing who
 * stands aside, how many may vote and the outcome.
 */
import { Button, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Result } from '../../../core/base/result.ts';
import { type Ballot, type BallotLine, ballotQuorum, entitled } from '../../../core/council/ballot.ts';
import type { VoteRule } from '../../../core/council/vote-rule.ts';
import { Icon } from '../../icons.tsx';
import {
  ballotWanted,
  COUNTED,
  COUNTED_NAMES,
  LINE_FIELDS,
  type LinePreview,
  type LineTexts,
  linePreview,
  votesOf,
} from '../ballot-wanted.ts';
import { usePane } from '../pane-context.ts';
import { EMPTY_DRAFT } from '../state.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { COUNT_LABELS, PAPER_FIELDS, papersTyped, ruleTyped } from '../vote-wanted.ts';
import { MissingNote } from './missing-note.tsx';
import { VoteRuleFields } from './vote-rule-fields.tsx';
import { WhoField } from './who-field.tsx';

const useStyles = makeStyles({
  table: { tableLayout: 'fixed', '& td': { verticalAlign: 'middle' }, '& td, & th': { padding: '4px 2px' } },
  count: { width: '58px' },
  outcome: { borderTop: 'none' },
});

export function BallotSection() {
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Biểu quyết các ứng viên trong một bảng</summary>
      {open ? <BallotForm /> : null}
    </details>
  );
}

function BallotForm() {
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
    <div className={styles.section} style={{ paddingTop: 8 }}>
      <p className={styles.quiet}>{seatsText(read.value)}</p>
      {read.value.notes.map((note) => (
        <p key={note} className={styles.note}>
          <Icon name="warning" />
          {note}
        </p>
      ))}
      <VoteRuleFields />
      {rule.ok ? (
        <Votes ballot={read.value} rule={rule.value} />
      ) : (
        <p className={styles.quiet}>Chọn hoặc ghi đủ quy tắc thì hiện bảng biểu quyết.</p>
      )}
    </div>
  );
}

function seatsText({ members, seats }: Ballot): string {
  const count = (wanted: Ballot['seats'][number]['state']) => seats.filter(({ state }) => state === wanted).length;
  return `Theo phiên họp đã ghi: có mặt ${count('present')}/${members}, ủy quyền ${count('proxy')}, gửi văn bản ${count('written')}.`;
}

function Votes({ ballot, rule }: { readonly ballot: Ballot; readonly rule: VoteRule }) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { state, dispatch, actions, session } = usePane();
  const [tried, setTried] = useState(false);
  const few = ballotQuorum(ballot, rule);
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
  if (few !== null)
    return (
      <p className={styles.note} role="alert">
        <Icon name="error" />
        {few}
      </p>
    );
  return (
    <>
      {rule.ballot === 'secret' ? (
        <div className={styles.fields}>
          {PAPER_FIELDS.map((field) => (
            <Field key={field} label={COUNT_LABELS[field]}>
              <Input
                inputMode="numeric"
                value={state.texts[field]}
                onChange={(_, { value }) => dispatch({ kind: 'typed', texts: { [field]: value } })}
              />
            </Field>
          ))}
        </div>
      ) : null}
      <table className={`${styles.table} ${own.table}`} aria-label="Biểu quyết các ứng viên">
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
        {ballot.lines.map((line) => (
          <Line
            key={line.code}
            {...{ ballot, line, rule }}
            votes={votesOf(ballot, line, rule, papers)}
            preview={previews.get(line.code) ?? null}
            texts={textsOf(line.code)}
            onType={(field, text) => type(line.code, field, text)}
          />
        ))}
      </table>
      {open.length === 0 ? null : (
        <>
          <div>
            <Button size="small" disabled={!read.ok} onClick={fill}>
              Dòng còn trống: tất cả đồng ý
            </Button>
          </div>
          <WhoField />
          <Button appearance="primary" disabled={state.work !== null} onClick={() => void record()}>
            {`Ghi biểu quyết ${typed} ứng viên`}
          </Button>
        </>
      )}
      <MissingNote text={tried && !wanted.ok ? wanted.refusal.message : null} />
    </>
  );
}

function isSettled(result: string | undefined): boolean {
  return result === 'passed' || result === 'failed';
}

interface LineProps {
  readonly ballot: Ballot;
  readonly line: BallotLine;
  readonly rule: VoteRule;
  /** How many votes it can have. */
  readonly votes: number;
  /** null = it has its vote. */
  readonly preview: LinePreview | null;
  readonly texts: LineTexts;
  readonly onType: (field: keyof LineTexts, text: string) => void;
}

const SIGNS = {
  passed: 'done',
  failed: 'error',
  'no-quorum': 'error',
  undecided: 'stale',
  withdrawn: 'stale',
} as const;

function Line({ ballot, line, rule, votes, preview, texts, onType }: LineProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { candidate, recused, vote, subject } = line;
  const { written } = entitled(ballot, line, rule);
  const aside = recused.map(({ member }) => member).join('; ');
  return (
    <tbody>
      <tr>
        <th scope="row">
          {candidate.unit}
          <p className={styles.quiet} style={{ fontWeight: 'normal' }}>
            {`${subject.replace(` cho ${candidate.unit}`, '')}; ${votes} phiếu`}
          </p>
        </th>
        {COUNTED.map((field) => (
          <td key={field}>
            {preview === null ? (
              votesShown(line)[field]
            ) : (
              <Input
                inputMode="numeric"
                style={{ width: '100%', minWidth: 0 }}
                input={{ style: { width: '100%', minWidth: 0 } }}
                aria-label={`${COUNTED_NAMES[field]}: ${subject}`}
                value={texts[field]}
                onChange={(_, { value }) => onType(field, value)}
              />
            )}
          </td>
        ))}
      </tr>
      <tr>
        <td colSpan={4} className={own.outcome}>
          {aside === '' ? null : <p className={styles.quiet}>{`Không biểu quyết: ${aside}.`}</p>}
          {preview === null || written === 0 ? null : (
            <Field label={`Văn bản đồng ý (trong ${written} ý kiến)`}>
              <Input
                inputMode="numeric"
                value={texts.writtenInFavour}
                onChange={(_, { value }) => onType('writtenInFavour', value)}
              />
            </Field>
          )}
          {preview?.kind === 'wrong' ? <p className={styles.quiet}>{preview.message}</p> : null}
          {preview?.kind === 'counted' ? (
            <p className={styles.note}>
              <Icon name={SIGNS[preview.result]} />
              {preview.sentence}
            </p>
          ) : null}
          {preview?.kind === 'counted' && preview.chairDecides ? (
            <Field label={`Ý kiến của Chủ tịch Hội đồng về ${candidate.unit}`}>
              <Select value={texts.chair} onChange={(_, { value }) => onType('chair', value)}>
                <option value="">Chưa ghi</option>
                <option value="yes">Đồng ý</option>
                <option value="no">Không đồng ý</option>
              </Select>
            </Field>
          ) : null}
          {vote === null ? null : (
            <p className={styles.note}>
              <Icon name={SIGNS[vote.result]} />
              {vote.sentence}
            </p>
          )}
        </td>
      </tr>
    </tbody>
  );
}

function votesShown({ vote }: BallotLine): Readonly<Record<(typeof COUNTED)[number], number | string>> {
  const { inFavour = '', tally } = vote ?? {};
  return { inFavour, against: tally?.against ?? '', abstained: tally?.abstained ?? '' };
}
