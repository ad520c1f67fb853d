/**
 * Tiêu chí: the criteria set in force, each rule in words, the sum of points, and what the validator finds. Edited in
 * its own sheet.
 */
import { Button, Field, Select } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { formatNumber, formatPoints } from '../../../core/base/quantity/points.ts';
import { type FormLine, type FormRow, formGrid } from '../../../core/form/form-grid.ts';
import { committeeOf } from '../../../core/form/form-subject.ts';
import { methodText } from '../../../core/form/method-text.ts';
import type { CriteriaSet } from '../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { targetText } from '../../../core/movement/rules/wording.ts';
import { Empty } from '../../empty.tsx';
import { later } from '../../later.tsx';
import { nameOfAudience } from '../name-of-audience.ts';
import { usePane } from '../pane-context.ts';
import { NextStep, PlaceBar } from '../place-bar.tsx';
import { usePaneStyles } from '../use-pane-styles.ts';
import { useMovement } from './use-movement.ts';

/** Follow the criteria themselves; most books need one or two of them. */
const Findings = later(async () => (await import('./criteria-findings.tsx')).CriteriaFindings);
const DossierSection = later(async () => (await import('./dossier-section.tsx')).DossierSection);
const FormsForm = later(async () => (await import('./forms-form.tsx')).FormsForm);

export function CriteriaPlace() {
  const movement = useMovement();
  if (movement === undefined) {
    return (
      <>
        <PlaceBar place="criteria" />
        <Empty>
          <p>Chưa chọn phong trào. Chọn ở bước “Kế hoạch” thì tiêu chí và biểu mẫu hiện ở đây.</p>
          <NextStep step="plan" />
        </Empty>
      </>
    );
  }
  return <Sets movement={movement} />;
}

function Sets({ movement }: { readonly movement: Movement }) {
  const styles = usePaneStyles();
  const { state, actions, session, dispatch } = usePane();
  const [chosen, setChosen] = useState(0);
  const set = movement.criteriaSets[chosen] ?? movement.criteriaSets[0];
  const dossier = state.workspace?.dossier;
  const isOwn = dossier?.heading.id === movement.id;
  // A book with a movement and nothing else begins with its forms.
  const isNew = state.workspace?.sheets.length === 0;
  const isMaking = isNew || state.isMakingForms;
  if (set === undefined) return null;
  return (
    <div className={styles.place}>
      <PlaceBar place="criteria">
        {isNew ? null : (
          <>
            <Button
              disabled={state.work !== null}
              aria-expanded={isMaking}
              onClick={() => dispatch({ kind: 'making-forms', open: !isMaking })}
            >
              Tạo mẫu
            </Button>
            <NextStep step="reports" primary={!isMaking} />
          </>
        )}
      </PlaceBar>
      {isMaking ? <FormsForm /> : null}
      <section className={styles.section} aria-label="Bộ tiêu chí">
        <Field label="Bộ tiêu chí">
          <Select value={String(chosen)} onChange={(_, { value }) => setChosen(Number(value))}>
            {movement.criteriaSets.map((one, index) => (
              <option key={`${one.audience} ${one.version}`} value={index}>
                {nameOfAudience(movement, one.audience)}
                {one.phase === null ? '' : `, ${phaseName(movement, one.phase)}`}
              </option>
            ))}
          </Select>
        </Field>
        <p className={styles.text}>{set.title}</p>
        <p className={styles.quiet}>{summary(set)}</p>
        {set.proposed ? (
          <p className={styles.quiet}>
            Điểm và cách tính do phần mềm đề xuất, kế hoạch chưa quy định; Hội đồng cần thống nhất trước khi dùng.
          </p>
        ) : null}
        <Button
          disabled={state.work !== null}
          onClick={() => void actions.act('Đang mở trang tính tiêu chí', () => session.openCriteria(set.audience))}
        >
          Mở trang tính tiêu chí
        </Button>
      </section>
      {dossier && isOwn ? <DossierSection {...dossier} /> : <Findings movement={movement} />}
      <Criteria set={set} committee={committeeOf(movement)} />
      <Classes set={set} />
    </div>
  );
}

function phaseName(movement: Movement, code: string): string {
  return movement.phases.find((phase) => phase.code === code)?.name ?? code;
}

/** `12 tiêu chí, 100 điểm, thưởng tối đa 5 điểm`. */
function summary({ criteria, scored, bonusCap }: CriteriaSet): string {
  const points = criteria.reduce((sum, { maxPoints, bonus }) => sum + (bonus ? 0 : maxPoints), 0);
  return [
    `${criteria.length} tiêu chí`,
    scored ? `${formatPoints(points)} điểm` : 'không chấm điểm, xếp theo số liệu',
    ...(bonusCap > 0 ? [`điểm thưởng tối đa ${formatPoints(bonusCap)}`] : []),
  ].join(', ');
}

function Criteria({ set, committee }: { readonly set: CriteriaSet; readonly committee: string }) {
  const styles = usePaneStyles();
  const groups = useMemo(() => grouped(formGrid(set, committee).rows), [set, committee]);
  return (
    <>
      {groups.map(({ head, lines }) => (
        <section key={head?.code ?? ''} className={styles.section} aria-label={head?.title ?? 'Tiêu chí khác'}>
          <h2 className={styles.heading}>
            {head === null ? 'Tiêu chí khác' : `${head.code}. ${head.title}`}
            {head === null || !set.scored || head.maxPoints === 0 ? '' : ` (${formatPoints(head.maxPoints)} điểm)`}
          </h2>
          <ul className={styles.list}>
            {lines.map((line) => (
              <CriterionCard key={line.code} line={line} method={methodText(line, committee)} scored={set.scored} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

type GroupHead = Extract<FormRow, { kind: 'group' }>;

function grouped(rows: readonly FormRow[]): { readonly head: GroupHead | null; readonly lines: FormLine[] }[] {
  const groups: { head: GroupHead | null; lines: FormLine[] }[] = [];
  for (const row of rows) {
    if (row.kind === 'group') groups.push({ head: row, lines: [] });
    else {
      const last = groups.at(-1);
      if (last) last.lines.push(row.line);
      else groups.push({ head: null, lines: [row.line] });
    }
  }
  return groups;
}

interface CriterionCardProps {
  readonly line: FormLine;
  readonly method: string;
  readonly scored: boolean;
}

function CriterionCard({ line, method, scored }: CriterionCardProps) {
  const styles = usePaneStyles();
  const { kind, criterion, maxPoints } = line;
  const target = kind === 'criterion' ? criterion.target : null;
  return (
    <li className={styles.card} style={kind === 'part' ? { marginInlineStart: 16 } : {}}>
      <span className={styles.spread}>
        <span className={styles.strong}>{`${line.code}. ${line.title}`}</span>
        {scored && maxPoints !== 0 ? <span className={styles.numbers}>{`${formatPoints(maxPoints)} điểm`}</span> : null}
      </span>
      {target === null ? null : (
        <span
          className={styles.quiet}
        >{`Chỉ tiêu: ${targetText(target.comparator, target.value, criterion.unit)}`}</span>
      )}
      <span style={{ whiteSpace: 'pre-line' }}>{method}</span>
      {kind === 'criterion' && criterion.proposed ? (
        <span className={styles.quiet}>Đề xuất, kế hoạch chưa quy định</span>
      ) : null}
    </li>
  );
}

function Classes({ set }: { readonly set: CriteriaSet }) {
  const styles = usePaneStyles();
  if (set.classification.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="classes-heading">
      <h2 id="classes-heading" className={styles.heading}>
        Xếp loại
      </h2>
      <ul className={styles.list}>
        {set.classification.map(({ code, name, from, noZeroCriterion }) => (
          <li key={code} className={styles.text}>
            {`${name}: ${from > 0 ? `từ ${formatNumber(from)} % điểm trở lên` : 'các mức điểm còn lại'}`}
            {noZeroCriterion ? ', không tiêu chí nào 0 điểm' : ''}
          </li>
        ))}
      </ul>
    </section>
  );
}
