/**
 * A candidate of a quota: points and rank, members who may not vote, the typed votes and their outcome, or the vote in
 * force.
 */

import { Input, makeStyles } from '@fluentui/react-components';
import { formatPoints } from '../../../core/base/quantity/points.ts';
import { type Ballot, type BallotLine, entitled } from '../../../core/council/ballot.ts';
import type { VoteRule } from '../../../core/council/vote-rule.ts';
import { reasonWithNote } from '../../../core/judge/award/overlaps.ts';
import { ChoiceField } from '../../choice-field.tsx';
import { Icon } from '../../icons.tsx';
import { TextField } from '../../text-field.tsx';
import { COUNTED, COUNTED_NAMES, type LinePreview, type LineTexts } from '../ballot-wanted.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

const useStyles = makeStyles({ outcome: { borderTop: 'none' } });

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

export function BallotRow({ ballot, line, rule, votes, preview, texts, onType }: LineProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { candidate, recused, vote, subject } = line;
  const { workspace } = usePane().state;
  const ranked = workspace?.run?.rankings.find(
    ({ unit, audience }) => unit === candidate.unit && audience === candidate.audience,
  );
  const { written } = entitled(ballot, line, rule);
  const aside = recused.map(({ member }) => member).join('; ');
  return (
    <tbody>
      <tr>
        <th scope="row">
          {candidate.unit}
          <p className={styles.quiet} style={{ fontWeight: 'normal' }}>
            {[
              ranked ? `${formatPoints(ranked.points)} điểm` : '',
              candidate.rank === null ? '' : `hạng ${candidate.rank}`,
              `${votes} phiếu`,
              candidate.achievement,
            ]
              .filter((part) => part !== '')
              .join(' · ')}
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
          {candidate.state === 'council' && vote === null ? (
            <p className={styles.quiet}>{reasonWithNote(candidate)}</p>
          ) : null}
          {aside === '' ? null : <p className={styles.quiet}>{`Không biểu quyết: ${aside}.`}</p>}
          {preview === null || written === 0 ? null : (
            <TextField
              label={`Văn bản đồng ý (trong ${written} ý kiến)`}
              inputMode="numeric"
              value={texts.writtenInFavour}
              onType={(value) => onType('writtenInFavour', value)}
            />
          )}
          <Outcome {...{ line, preview, texts, onType }} />
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

/** What the votes typed come to, and the chair's word where they leave it to the chair. */
function Outcome({
  line: { candidate },
  preview,
  texts,
  onType,
}: Pick<LineProps, 'line' | 'preview' | 'texts' | 'onType'>) {
  const styles = usePaneStyles();
  if (preview?.kind === 'wrong') return <p className={styles.quiet}>{preview.message}</p>;
  if (preview?.kind !== 'counted') return null;
  return (
    <>
      <p className={styles.note}>
        <Icon name={SIGNS[preview.result]} />
        {preview.sentence}
      </p>
      {preview.chairDecides ? (
        <ChoiceField
          label={`Ý kiến của Chủ tịch Hội đồng về ${candidate.unit}`}
          value={texts.chair}
          onPick={(value) => onType('chair', value)}
        >
          <option value="">Chưa ghi</option>
          <option value="yes">Đồng ý</option>
          <option value="no">Không đồng ý</option>
        </ChoiceField>
      ) : null}
    </>
  );
}

function votesShown({ vote }: BallotLine): Readonly<Record<(typeof COUNTED)[number], number | string>> {
  const { inFavour = '', tally } = vote ?? {};
  return { inFavour, against: tally?.against ?? '', abstained: tally?.abstained ?? '' };
}
