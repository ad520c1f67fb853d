/**
 * Findings of the validator in a dossier with unreadable rows: a finding that may only follow from such a row is
 * withheld until the row is put right, so that a bad cell is reported once.
 */
import type { Movement } from '../movement/movement.ts';
import type { FindingCode, MovementFinding } from '../movement/validate/finding.ts';
import { validateMovement } from '../movement/validate.ts';
import type { CellFault } from './table.ts';

const CRITERIA = ['Tiêu chí', 'Bộ tiêu chí'];

/** Sheets whose unread rows can be all there is to a finding. */
const FOLLOWS: Partial<Record<FindingCode, readonly string[]>> = {
  'set-sum': CRITERIA,
  'group-unknown': CRITERIA,
  'group-empty': CRITERIA,
  'gate-unknown': CRITERIA,
  'tie-break-unknown': CRITERIA,
  'parts-sum': CRITERIA,
  'audience-without-set': CRITERIA,
  'audience-unknown': ['Đối tượng'],
  'phase-unknown': ['Giai đoạn'],
  'award-unknown': ['Hình thức khen'],
  'target-unknown': ['Chỉ tiêu'],
  'target-figure-source': [...CRITERIA, 'Chỉ tiêu'],
};

interface AfterFaults {
  readonly findings: readonly MovementFinding[];
  /** How many are held back. */
  readonly held: number;
}

export function findingsAfter(faults: readonly Pick<CellFault, 'sheet'>[], movement: Movement): AfterFaults {
  const broken = new Set(faults.map(({ sheet }) => sheet));
  const all = validateMovement(movement);
  const findings = all.filter(({ code }) => !FOLLOWS[code]?.some((sheet) => broken.has(sheet)));
  return { findings, held: all.length - findings.length };
}
