/** The plan's own marks and classes, as they stand in it: what becomes of them is corrected in the dossier. */
import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { formatNumber, formatPoints } from '../../core/base/quantity/points.ts';
import type { Unruled } from '../../core/dossier/propose/rule-of-mark.ts';
import { laidOut } from '../../core/plan/laid-out.ts';
import type { ClassLadder } from '../../core/plan/scoring/class-ladders.ts';
import type { PlanMark, PlanScoring } from '../../core/plan/scoring/plan-marks.ts';
import { statedScoring } from '../../core/plan/scoring/stated-scoring.ts';
import type { PlanDraft } from '../../session/plan/plan-draft.ts';
import { Empty } from '../empty.tsx';
import { usePlanStyles } from './use-plan-styles.ts';

interface PanelProps {
  readonly draft: Pick<PlanDraft, 'text' | 'unruled'>;
  readonly onUnruled: (unruled: Unruled | undefined) => void;
}

export function PlanScoringPanel({ draft: { text, unruled }, onUnruled }: PanelProps) {
  const styles = usePlanStyles();
  const { scorings, classLadders } = useMemo(() => statedScoring(laidOut(text)), [text]);
  if (scorings.length + classLadders.length === 0)
    return (
      <Empty>
        Kế hoạch không ghi thang điểm, mức xếp loại. Hồ sơ phong trào sẽ có bộ tiêu chí đề xuất, sửa được ở trang “Tiêu
        chí” và “Bộ tiêu chí”.
      </Empty>
    );
  return (
    <div className={styles.form}>
      <p className={styles.quiet}>
        Lấy nguyên từ kế hoạch vào hồ sơ phong trào; cần sửa thì sửa ở trang “Tiêu chí” và “Bộ tiêu chí” của hồ sơ.
      </p>
      {scorings.some(({ marks }) => hasUnruled(marks)) ? (
        <UnruledQuestion unruled={unruled} onUnruled={onUnruled} />
      ) : null}
      {scorings.map((scoring) => (
        <Scale key={`scale-${scoring.offset}`} scoring={scoring} />
      ))}
      {classLadders.map((classLadder) => (
        <Ladder key={`ladder-${classLadder.offset}`} ladder={classLadder} />
      ))}
    </div>
  );
}

/** Whether a row awards points without words on how. */
function hasUnruled(marks: readonly PlanMark[]): boolean {
  return marks.some(({ parts, rule, kind }) => (parts.length > 0 ? hasUnruled(parts) : rule === '' && kind === 'mark'));
}

const ANSWERS: readonly (readonly [unruled: Unruled | undefined, words: string])[] = [
  ['yes-no', 'Có/Không'],
  ['council', 'Hội đồng chấm'],
  [undefined, 'Theo đề xuất từng dòng'],
];

/** One question for all rows of the plan's scale without a rule in words. */
function UnruledQuestion({ unruled, onUnruled }: Omit<PanelProps, 'draft'> & Pick<PlanDraft, 'unruled'>) {
  const styles = usePlanStyles();
  return (
    <fieldset className={styles.card}>
      <legend className={styles.strong}>Dòng không ghi cách chấm: Có/Không, hay Hội đồng chấm?</legend>
      <div>
        {ANSWERS.map(([answer, words]) => (
          <Button
            key={words}
            appearance={answer === unruled ? 'primary' : 'secondary'}
            aria-pressed={answer === unruled}
            onClick={() => onUnruled(answer)}
          >
            {words}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

function titled(name: string, section: string, more = ''): string {
  return [name, section === '' ? '' : `mục ${section}`, more].filter((words) => words !== '').join(' · ');
}

function Scale({ scoring: { text, section, total, marks, faults } }: { readonly scoring: PlanScoring }) {
  const styles = usePlanStyles();
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>
        {titled('Thang điểm', section, total === null ? '' : `tổng ${formatPoints(total)} điểm`)}
      </h2>
      {text === '' ? null : <span>{text}</span>}
      <Marks marks={marks} />
      {faults.map((fault) => (
        <span key={fault.text} className={styles.strong}>
          {`${fault.text === '' ? 'Cả thang' : fault.text}: kế hoạch ghi ${formatPoints(fault.said)} điểm, các điểm bên trong cộng lại là ${formatPoints(fault.sum)}.`}
        </span>
      ))}
    </section>
  );
}

const SIGNS: Readonly<Record<PlanMark['kind'], string>> = { mark: '', bonus: 'cộng ', deduction: 'trừ ' };

function Marks({ marks }: { readonly marks: readonly PlanMark[] }) {
  const styles = usePlanStyles();
  return (
    <ul className={styles.marks}>
      {marks.map(({ code, text, points, kind, rule, parts, offset }) => (
        <li key={`${offset} ${text}`}>
          <span>{[code === '' || code === '-' ? '' : `${code}. `, text].join('')}</span>
          {points === null ? null : (
            <span className={styles.strong}>{`: ${SIGNS[kind]}${formatPoints(points)} điểm`}</span>
          )}
          {rule === '' ? null : <span className={styles.quiet}>{` (${rule})`}</span>}
          {parts.length === 0 ? null : <Marks marks={parts} />}
        </li>
      ))}
    </ul>
  );
}

function Ladder({ ladder: { section, classes } }: { readonly ladder: ClassLadder }) {
  const styles = usePlanStyles();
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{titled('Xếp loại', section)}</h2>
      <ul className={styles.marks}>
        {classes.map(({ name, from }) => (
          <li key={name}>{`${name}: ${from > 0 ? `từ ${formatNumber(from)}` : 'thấp hơn nữa'}`}</li>
        ))}
      </ul>
    </section>
  );
}
