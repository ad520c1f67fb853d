/**
 * Awards of the ledger that were already granted in this very round: the award keeps its place in the quota and is
 * neither put on the ballot nor voted on again. A row that names no round may belong to any, so it only stands in the
 * way of a second award (ledger.ts).
 */

import type { Period } from '../../base/period/period.ts';
import { foldKey, squashKey } from '../../base/text/text.ts';
import type { Quota } from '../../movement/movement.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { AwardCandidate, AwardRound } from './candidate.ts';
import { formOf } from './form-of.ts';
import type { Ledger, PastAward } from './ledger.ts';
import type { VerdictSetting } from './verdict.ts';

/** Number as written and ISO day, as far as they are. */
export interface Granted {
  readonly decision: string;
  readonly date: string | null;
}

interface AwardKey {
  readonly round: AwardRound;
  readonly form: string;
  readonly unit: string;
  /** Out of turn the deed; it tells which award it was. */
  readonly achievement: string;
}

/** The decision that granted this award in this round; null = not granted yet. */
export function grantedIn(ledger: Ledger, period: Period | null, award: AwardKey): Granted | null {
  const row = ledger.find(
    (pastAward) =>
      isOfRound(pastAward, award.round, award.form, period) &&
      squashKey(pastAward.unit) === squashKey(award.unit) &&
      (award.round !== 'out-of-turn' || squashKey(pastAward.achievement ?? '') === squashKey(award.achievement)),
  );
  return row ? { decision: row.decision ?? '', date: row.date ?? null } : null;
}

/**
 * Places of the quota that awards of the ledger hold. An award whose kind is not written, or whose unit the register
 * does not know, may belong to this quota and counts.
 */
export function placesTaken(
  ledger: Ledger,
  quota: Quota,
  { movement, period, register }: Pick<VerdictSetting, 'movement' | 'period' | 'register'>,
): number {
  const { name } = formOf(quota, movement);
  const audiences = new Map((register ?? []).map((unit) => [squashKey(unit.name), unit.audience] as const));
  const isUnder = ({ unit }: PastAward) => {
    const audience = audiences.get(squashKey(unit));
    return quota.audiences === undefined || audience === undefined || quota.audiences.includes(audience);
  };
  return ledger.filter(
    (pastAward) =>
      isOfRound(pastAward, quota.round, name, period) && isOfKind(pastAward, quota.kind) && isUnder(pastAward),
  ).length;
}

/** It stays among the proposed, and is voted on no more. */
export function grantedLine(line: AwardCandidate, granted: Granted): AwardCandidate {
  return { ...line, granted, state: 'proposed', onBallot: false, reason: `Đã khen: ${grantedWords(granted)}.` };
}

/** `Quyết định số 15/QĐ-UBND ngày 20/12/2025`. */
function grantedWords({ decision, date }: Granted): string {
  const number = decision === '' ? 'theo sổ khen thưởng' : `Quyết định số ${decision}`;
  return `${number}${date === null ? '' : ` ngày ${formatDate(date)}`}`;
}

function isOfKind({ kind }: PastAward, wanted: Quota['kind']): boolean {
  if (kind === undefined || kind === wanted) return true;
  return wanted === 'combined' && (kind === 'collective' || kind === 'individual');
}

function isOfRound(award: PastAward, round: AwardRound, form: string, period: Period | null): boolean {
  if (period === null || award.year !== period.year || !isSameForm(award.form, form)) return false;
  return WORDS[round].test((award.round ?? '').normalize('NFC'));
}

/**
 * `Bằng khen Chủ tịch Ủy ban nhân dân tỉnh Điện Biên` = `Bằng khen của Chủ tịch UBND tỉnh`: either form may carry more
 * words.
 */
function isSameForm(written: string, form: string): boolean {
  const [x, y] = [formWords(written), formWords(form)];
  return x !== ' ' && (x.startsWith(y) || y.startsWith(x));
}

/** Ends in a space, so that only whole words are compared. */
function formWords(form: string): string {
  const long = foldKey(form).replace(/(?<!\p{L})ubnd(?!\p{L})/gu, 'uỷ ban nhân dân');
  return `${long
    .replace(/(?<!\p{L})của(?!\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()} `;
}

const WORDS: Readonly<Record<AwardRound, RegExp>> = {
  yearly: /tổng kết (?:công tác |phong trào |thi đua )*năm|h[àằ]ng năm|mỗi năm|^\s*năm|cuối năm|thường xuyên/iu,
  interim: /sơ kết/iu,
  final: /tổng kết/iu,
  'out-of-turn': /đột xuất/iu,
};
