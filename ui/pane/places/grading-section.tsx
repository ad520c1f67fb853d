/**
 * One criterion graded for all units in one table: units down, points and reason across, one save. Enter and the arrows
 * go down the column. Where the commune has two rounds the same table serves both: the round is chosen on top.
 */

import { Field, Input, makeStyles, mergeClasses, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { formatPoints } from '../../../core/base/quantity/points.ts';
import { type Grading, gradings } from '../../../core/council/alike.ts';
import { type AppraisalItem, appraisalRound } from '../../../core/council/appraisal-round.ts';
import type { QueueItem } from '../../../core/council/queue.ts';
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { LongTextField } from '../../long-text-field.tsx';
import { gradesWanted } from '../many-wanted.ts';
import { usePane } from '../pane-context.ts';
import { type DecisionDraft, EMPTY_DRAFT } from '../state.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { ProposalsSection } from './proposals-section.tsx';
import { RecordAct } from './record-act.tsx';

const useStyles = makeStyles({
  /** The width of the pane decides the layout, not that of the window: the page has a narrow pane in a wide window. */
  grades: { containerType: 'inline-size' },
  table: {
    tableLayout: 'fixed',
    '& td': { verticalAlign: 'middle' },
    // A narrow pane has room for two columns: the unit stands over its own.
    '@container (max-width: 480px)': {
      display: 'block',
      '& thead, & tbody': { display: 'block' },
      '& tr': { display: 'grid', gridTemplateColumns: 'minmax(76px, 2fr) minmax(0, 3fr)' },
      '& th': { width: 'auto' },
      '& tr > :first-child': { gridColumn: '1 / -1' },
      '& tbody tr > :first-child': { borderBottomStyle: 'none', paddingBottom: 0 },
    },
  },
  points: { width: '76px' },
  level: { width: '45%' },
  reason: { width: '38%' },
});

/** The group puts points to the council, which decides. */
const ROUNDS = {
  appraise: { name: 'Thẩm định', heading: 'Thẩm định từng tiêu chí' },
  adjust: { name: 'Hội đồng', heading: 'Tiêu chí Hội đồng chấm' },
} as const;
type Round = keyof typeof ROUNDS;

export function GradingSection({ workspace }: { readonly workspace: Workspace }) {
  const styles = usePaneStyles();
  const [chosen, setRound] = useState<Round>('adjust');
  const { queue, settings } = workspace;
  // Appraisals from another copy have to be decided whatever this workbook's setting.
  const isTwo = settings.twoRounds === true || queue.some(({ items }) => items.some(({ proposal }) => proposal?.open));
  const round: Round = isTwo ? chosen : 'adjust';
  const tables = round === 'appraise' ? toAppraise(workspace) : gradings(queue);
  if (tables.length === 0 && !isTwo) return null;
  const { heading } = ROUNDS[round];
  return (
    <section className={styles.section} aria-labelledby="grading-heading">
      <h2 id="grading-heading" className={styles.heading}>{`${heading} (${tables.length})`}</h2>
      {isTwo ? (
        <Field label="Vòng">
          <RadioGroup layout="horizontal" value={round} onChange={(_, { value }) => setRound(value as Round)}>
            {(['appraise', 'adjust'] as const).map((text) => (
              <Radio key={text} value={text} label={ROUNDS[text].name} />
            ))}
          </RadioGroup>
        </Field>
      ) : null}
      {round === 'adjust' ? <ProposalsSection queue={queue} /> : null}
      <ul className={styles.list}>
        {tables.map((grading) => (
          <li key={`${round}:${grading.key}`} className={styles.card}>
            <GradingTable grading={grading} round={round} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** All the council did not set the points of. */
function toAppraise({ run, decisions }: Workspace): readonly Grading<AppraisalItem>[] {
  const standing = decisions.filter(
    ({ stale, conflictsWith, withdrawn }) => !stale && conflictsWith === null && withdrawn === null,
  );
  return run === null ? [] : gradings(appraisalRound(run, standing));
}

/** What is known of a unit's criterion beside its field. */
function toldOf({ self, proposal, reckoned }: ToGrade & { readonly reckoned?: AppraisalItem['reckoned'] }): string {
  return [
    self === null ? '' : `Tự chấm ${formatPoints(self)}`,
    reckoned == null ? '' : `tính được ${formatPoints(reckoned)}`,
    proposal === null ? '' : `thẩm định ${formatPoints(proposal.points)} (${proposal.who}: ${proposal.reason})`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** A criterion to grade, in the council's queue or in the round of appraisal. */
type ToGrade = Omit<QueueItem, 'target'>;

interface TableProps {
  readonly grading: Grading<ToGrade>;
  readonly round: Round;
  readonly onOpen?: () => void;
}

/** Its criterion, and unfolded the table it is graded in. */
export function GradingTable({ grading, round, onOpen }: TableProps) {
  const styles = usePaneStyles();
  const [open, setOpen] = useState(false);
  const { criterion, title, members } = grading;
  const toggle = (isOpen: boolean) => {
    setOpen(isOpen);
    if (isOpen) onOpen?.();
  };
  return (
    <details open={open} onToggle={({ currentTarget }) => toggle(currentTarget.open)}>
      <summary>
        <span className={styles.strong}>{`Tiêu chí ${criterion}: ${members.length} đơn vị. `}</span>
        {title}
      </summary>
      {open ? <GradeForm grading={grading} round={round} /> : null}
    </details>
  );
}

function GradeForm({ grading, round }: TableProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { state, dispatch, actions, session } = usePane();
  const [tried, setTried] = useState(false);
  const teller = round === 'appraise' ? 'appraiser' : 'who';
  const { bounds, levels, members } = grading;
  const shared = `${round}:${grading.key}`;
  const reason = (state.drafts.get(shared) ?? EMPTY_DRAFT).reason;
  const draftOf = (item: ToGrade) => state.drafts.get(item.key) ?? EMPTY_DRAFT;
  const type = (key: string, draft: Partial<DecisionDraft>) => {
    setTried(false);
    dispatch({ kind: 'drafted', key, draft });
  };
  const graded = gradesWanted(grading, state.drafts, reason, state.texts[teller], round);
  const record = () => {
    setTried(true);
    if (!graded.ok) return;
    const { wanted, keys } = graded.value;
    // Recorded, the fields are empty: nothing is missing in them.
    setTried(false);
    void actions.act(`Đang ghi ${wanted.length} quyết định`, () => session.decideAll(wanted), keys);
  };
  const typed = members.filter(({ item }) => draftOf(item).points.trim() !== '').length;
  return (
    <div className={mergeClasses(styles.section, own.grades)} style={{ paddingTop: 8 }}>
      <p className={styles.quiet}>
        {levels.length === 0
          ? `Từ ${formatPoints(bounds.least)} đến ${formatPoints(bounds.most)} điểm. Enter, ↑ ↓: sang dòng khác; dán được cả cột chép từ Excel. Dòng để trống thì chưa ghi.`
          : 'Chọn mức của từng đơn vị; tên mức được ghi vào lý do. Dòng chưa chọn thì chưa ghi.'}
      </p>
      <LongTextField
        label="Lý do chung (cho dòng không ghi lý do riêng)"
        value={reason}
        onType={(value) => type(shared, { reason: value })}
      />
      <GradeTable grading={grading} round={round} draftOf={draftOf} onType={type} />
      <RecordAct
        label={`Ghi điểm ${round === 'appraise' ? 'thẩm định ' : ''}cho ${typed} đơn vị`}
        who={teller}
        isPrimary
        missing={tried && !graded.ok ? graded.refusal.message : null}
        onRecord={record}
      />
    </div>
  );
}

interface GradeTableProps extends TableProps {
  readonly draftOf: (item: ToGrade) => DecisionDraft;
  readonly onType: (key: string, draft: Partial<DecisionDraft>) => void;
}

function GradeTable({ grading, round, draftOf, onType }: GradeTableProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { criterion, levels, members } = grading;
  /** A column copied from another sheet goes down the column it is pasted into. */
  const pasteDown = (event: ClipboardEvent<HTMLElement>) => {
    const field = event.target instanceof HTMLInputElement ? event.target : null;
    const column = field?.dataset.column;
    const lines = pastedLines(event.clipboardData.getData('text/plain'));
    if (field === null || (column !== 'points' && column !== 'reason') || lines.length < 2) return;
    event.preventDefault();
    const first = [...event.currentTarget.querySelectorAll(`[data-column="${column}"]`)].indexOf(field);
    members.slice(first).forEach(({ item }, at) => {
      const text = lines[at];
      if (text !== undefined) onType(item.key, column === 'points' ? { points: text } : { reason: text });
    });
  };
  return (
    <table
      className={`${styles.table} ${own.table}`}
      aria-label={`${round === 'appraise' ? 'Thẩm định' : 'Chấm điểm'} tiêu chí ${criterion}`}
      onKeyDown={downTheColumn}
      onPaste={pasteDown}
    >
      <thead>
        <tr>
          <th scope="col">Đơn vị</th>
          <th scope="col" className={levels.length === 0 ? own.points : own.level}>
            {levels.length === 0 ? 'Điểm' : 'Mức'}
          </th>
          <th scope="col" className={own.reason}>
            Lý do riêng
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ unit, item }) => (
          <tr key={item.key}>
            <th scope="row">
              {unit}
              <Told text={toldOf(item)} />
            </th>
            <td>
              <PointsCell
                unit={unit}
                levels={levels}
                value={draftOf(item).points}
                onType={(points) => onType(item.key, { points })}
              />
            </td>
            <td>
              <Input
                data-column="reason"
                placeholder="Lý do riêng"
                aria-label={`Lý do riêng của ${unit}`}
                value={draftOf(item).reason}
                onChange={(_, { value }) => onType(item.key, { reason: value })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PointsCellProps extends Pick<Grading<ToGrade>, 'levels'> {
  readonly unit: string;
  readonly value: string;
  readonly onType: (points: string) => void;
}

/** Points as a figure, or as one of the levels of the criterion. */
function PointsCell({ unit, levels, value, onType }: PointsCellProps) {
  if (levels.length === 0)
    return (
      <Input
        inputMode="decimal"
        data-column="points"
        placeholder="Điểm"
        aria-label={`Điểm của ${unit}`}
        value={value}
        onChange={(_, data) => onType(data.value)}
      />
    );
  return (
    <Select
      data-column="points"
      aria-label={`Mức của ${unit}`}
      value={value}
      onChange={(_, data) => onType(data.value)}
    >
      <option value="">Chưa chọn</option>
      {levels.map(({ label, points }) => (
        <option key={label} value={label}>{`${label} (${formatPoints(points)})`}</option>
      ))}
    </Select>
  );
}

/** The first cell of each row; a last line break is no row. */
function pastedLines(text: string): readonly string[] {
  return text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/\t.*$/, '').trim());
}

function Told({ text }: { readonly text: string }) {
  const styles = usePaneStyles();
  return text === '' ? null : (
    <span className={styles.quiet} style={{ display: 'block', fontWeight: 400 }}>
      {text}
    </span>
  );
}

const STEPS: Readonly<Record<string, 1 | -1>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** To the field above or below; Enter in the last goes to the button that saves. */
function downTheColumn(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const column = event.target instanceof HTMLElement ? event.target.dataset.column : undefined;
  // The arrows of a list choose in it.
  if (event.target instanceof HTMLSelectElement) return;
  // Enter also ends a word that is still being composed, as Vietnamese keyboards do.
  if (step === undefined || column === undefined || event.nativeEvent.isComposing) return;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(`[data-column="${column}"]`)];
  const next = fields[fields.indexOf(event.target as HTMLElement) + step];
  if (next) next.focus();
  else if (event.key === 'Enter') event.currentTarget.parentElement?.querySelector<HTMLElement>('[data-save]')?.focus();
}
