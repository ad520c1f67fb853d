/** What goes from a plan into its movement beside the findings: one answer for rows without a rule, an annex of units. */
import { expect, it } from 'vitest';
import { dossierBook } from '../../core/dossier/dossier-sheets.ts';
import { readDossier } from '../../core/dossier/read-dossier.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import { readDraft, withUnruled } from '../../session/plan/plan-draft.ts';
import { draftMovement } from '../../session/plan/scan-numbers.ts';
import { parseStoredPlan, storedPlan } from '../../session/plan/stored-plan.ts';
import { HEAD } from '../fixtures/dossier/proposed.ts';
import { ANNEXES } from '../fixtures/marked-plans.ts';
import { sure } from './session-hosts.ts';

const draft = sure(readDraft('ke-hoach.txt', ANNEXES.text));
const kindsOf = (planDraft: typeof draft) =>
  new Set(
    draftMovement(planDraft, 2026).movement.criteriaSets.flatMap(({ criteria }) =>
      criteria.filter(({ proposed }) => proposed === 'rule').map(({ rule }) => rule.kind),
    ),
  );

it('one answer holds for all of them, after the browser was closed too', () => {
  for (const [unruled, kind] of [
    ['yes-no', 'yes-no'],
    ['council', 'council-graded'],
  ] as const) {
    const answered = withUnruled(draft, unruled);
    expect(kindsOf(answered)).toEqual(new Set([kind]));
    expect(parseStoredPlan(structuredClone(storedPlan(answered, '2026-03-01T08:00:00Z')))?.draft.unruled).toBe(unruled);
  }
  expect(kindsOf(withUnruled(withUnruled(draft, 'council'), undefined))).toEqual(kindsOf(draft));
});

it('an annex of units comes with the movement as the register to begin with', () => {
  const annex =
    'PHỤ LỤC\nDANH SÁCH ĐƠN VỊ THAM GIA\nSTT\tĐơn vị\n1\tThôn Tả Van 1\n2\tThôn Tả Van 2\n3\tTrường Mầm non\n';
  const { units, movement } = draftMovement(
    sure(readDraft('', `${HEAD}- Ít nhất 90% hộ dân có VNeID.\n${annex}`)),
    2026,
  );
  expect(units.map(({ name, audience }) => [name, audience])).toEqual([
    ['Thôn Tả Van 1', 'village'],
    ['Thôn Tả Van 2', 'village'],
    ['Trường Mầm non', 'school'],
  ]);
  const book = readBook(dossierBook(movement, units));
  const read = book.ok && readDossier(book.value);
  expect(read !== false && read.ok && read.value.units).toEqual(units);
});
