/**
 * Tiêu chí: a criteria set with the sum of its points, each rule in words, and what the validator finds. Edited here,
 * criterion by criterion, or in its own sheet.
 */

import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { formatPoints } from '../../../core/base/quantity/points.ts';
import type { CriteriaSet } from '../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import type { CellToCheck } from '../../../session/book/own-movement.ts';
import { ChoiceField } from '../../choice-field.tsx';
import { Empty } from '../../empty.tsx';
import { later } from '../../later.tsx';
import { nameOfAudience } from '../name-of-audience.ts';
import { usePane } from '../pane-context.ts';
import { NextStep, PlaceBar } from '../place-bar.tsx';
import { criterionSought } from '../sought.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { useMovement } from './use-movement.ts';

/** Loaded after the criteria themselves; most workbooks need one or two of them. */
const Findings = later(async () => (await import('./criteria-findings.tsx')).CriteriaFindings);
const DossierSection = later(async () => (await import('./dossier-section.tsx')).DossierSection);
const CriteriaList = later(async () => (await import('./criteria-list.tsx')).CriteriaList);
const AssignedSection = later(async () => (await import('./assigned-section.tsx')).AssignedSection);
const FormsForm = later(async () => (await import('./forms-form.tsx')).FormsForm);

export function CriteriaPlace() {
  const { state } = usePane();
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
  return <Sets key={state.sought} inForce={movement} />;
}

const NOTHING_TOLD: readonly CellToCheck[] = [];

/** `inForce` = what reports are scored by; the rows of a dossier may have been changed since. */
function Sets({ inForce }: { readonly inForce: Movement }) {
  const styles = usePaneStyles();
  const { state, actions, session, dispatch } = usePane();
  const sought = criterionSought(state.sought);
  const [chosen, setChosen] = useState(sought?.set ?? 0);
  const dossier = state.workspace?.dossier;
  const isOwn = dossier?.heading.id === inForce.id;
  const movement = (isOwn ? dossier?.edited : undefined) ?? inForce;
  const set = movement.criteriaSets[chosen] ?? movement.criteriaSets[0];
  // A book with a movement and nothing else begins with its forms.
  const isNew = state.workspace?.sheets.length === 0;
  const isMaking = isNew || state.isMakingForms;
  if (set === undefined) return null;
  const { criteria } = set;
  // Whichever set is shown: a unit of another audience waits for its target all the same.
  const assigned = new Set(
    movement.criteriaSets.flatMap((own) =>
      own.criteria.flatMap(({ code, rule }) => (rule.kind === 'assigned' ? [code] : [])),
    ),
  );
  const ours = criteria.filter(({ proposed }) => proposed !== false).length;
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
      {assigned.size === 0 ? null : <AssignedSection codes={[...assigned]} />}
      <section className={styles.section} aria-label="Bộ tiêu chí">
        <ChoiceField label="Bộ tiêu chí" value={String(chosen)} onPick={(value) => setChosen(Number(value))}>
          {movement.criteriaSets.map((criteriaSet, index) => (
            <option key={`${criteriaSet.audience} ${criteriaSet.version}`} value={index}>
              {nameOfAudience(movement, criteriaSet.audience)}
              {criteriaSet.phase === null ? '' : `, ${phaseName(movement, criteriaSet.phase)}`}
            </option>
          ))}
        </ChoiceField>
        <p className={styles.text}>{set.title}</p>
        <p className={styles.quiet}>{summary(set)}</p>
        {ours === 0 ? null : (
          <p className={styles.quiet}>
            {`${ours}/${criteria.length} tiêu chí có điểm hoặc cách tính do phần mềm đề xuất, kế hoạch chưa quy định; Hội đồng cần thống nhất trước khi dùng.`}
          </p>
        )}
        <span>
          <Button
            disabled={state.work !== null}
            onClick={() => void actions.act('Đang mở trang tính tiêu chí', () => session.openCriteria(set.audience))}
          >
            Mở trang tính tiêu chí
          </Button>
        </span>
      </section>
      {dossier && isOwn ? <DossierSection {...dossier} /> : <Findings movement={movement} />}
      <CriteriaList
        key={`${set.audience} ${set.phase}`}
        {...{ movement, set, isOwn }}
        sought={sought?.set === chosen ? sought.code : null}
        toCheck={(isOwn ? dossier?.toCheck : undefined) ?? NOTHING_TOLD}
      />
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
