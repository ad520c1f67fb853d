/**
 * Which criteria supply a target's figure: those that aim at it (or at the target with the same measure), only of
 * collectives, because people's own forms count what their offices count. A criterion of a later set with the same a
 * and b in the same words supplies it too.
 */

import { NO_VILLAGE_AFTER, VILLAGE_WORDS } from '../../base/text/village-words.ts';
import type { CriteriaSet, Criterion } from '../../movement/criteria-set.ts';
import type { Movement, Target } from '../../movement/movement.ts';
import { factsOf } from '../../movement/rule.ts';
import { thresholdsOf } from '../../movement/set-in-period.ts';
import { audienceNamed } from '../../report/register-audience.ts';

export type Method =
  /** Sum of a over sum of b, or of counts, over these criteria. */
  | { readonly kind: 'sum'; readonly criteria: readonly Tied[] }
  /** Units that reach the figure by themselves, of all units with these criteria: "mỗi thôn ít nhất 04 buổi". */
  | { readonly kind: 'each'; readonly criteria: readonly Tied[] }
  /** Units that answer yes, of all units with the criterion. */
  | { readonly kind: 'unit-count'; readonly criteria: readonly Tied[] }
  /** Units whose share of points reaches the figure. */
  | { readonly kind: 'scores'; readonly audiences: readonly string[] }
  | { readonly kind: 'none'; readonly why: string };

export interface Tied {
  readonly set: CriteriaSet;
  readonly criterion: Criterion;
  /** For a count of units: the parts that must all be yes; empty = the criterion itself. */
  readonly parts: readonly string[];
}

const QUALITATIVE = 'chỉ tiêu định tính, không có số liệu để tính; Hội đồng nhận xét';
const NOBODY = 'không tiêu chí nào trong biểu mẫu hỏi số liệu này';

/** How the commune's figure of a target is found. */
export function measuredBy(target: Target, movement: Movement): Method {
  const { figure } = target;
  if (figure?.kind === 'none') return figure;
  if (target.kind === 'qualitative') return { kind: 'none', why: QUALITATIVE };
  if (target.kind === 'award-threshold') return { kind: 'scores', audiences: audiencesOfStandard(target, movement) };
  if (target.relativeTo !== undefined && figure === undefined)
    return { kind: 'none', why: `so với ${target.relativeTo}: xã tính rồi ghi ở “Số liệu của xã”` };
  const sets = setsOfCollectives(movement);
  if (figure?.kind === 'unit-count') {
    const named = sets
      .filter((set) => set.audience === figure.audience)
      .flatMap((set) => tiedIn(set, figure.criterion));
    return { kind: 'unit-count', criteria: named.map((item) => ({ ...item, parts: figure.parts })) };
  }
  const codes = sameRows(target, movement);
  const summed = sets
    .filter((set) => figure?.kind !== 'sum' || figure.audiences.includes(set.audience))
    .flatMap((set) =>
      set.criteria.filter((criterion) => aims(criterion, codes, sets)).map((criterion) => tied(set, criterion)),
    );
  if (summed.length > 0) return { kind: isOfEach(target, movement) ? 'each' : 'sum', criteria: summed };
  const answered = sets.flatMap((set) => set.criteria.flatMap((criterion) => yesNoTo(target.code, set, criterion)));
  return answered.length > 0 ? { kind: 'unit-count', criteria: answered } : { kind: 'none', why: NOBODY };
}

const EACH = /(?<!\p{L})(?:mỗi|từng)\s+(\p{L}+)(?:\s+(\p{L}+))?(?:\s+(\p{L}+))?/giu;
const ANY_UNIT = /^(?:đơn vị|tập thể|địa phương|cơ quan|tổ chức)$/iu;
/** `đoàn viên`, `hội viên`, `trường hợp`, `bản thân` are people and cases, no units. */
const OTHER_WORD = /^(?:đoàn|hội) viên$|^trường hợp$|^bản thân$/iu;

/** The plan asks the figure of every unit, not of all together: "mỗi thôn", "từng cơ quan", and no "mỗi năm". */
function isOfEach({ text, perSector }: Target, { audiences }: Movement): boolean {
  if (perSector) return false;
  const collectives = audiences.filter(({ subject }) => subject === 'collective');
  return [...text.normalize('NFC').matchAll(EACH)].some(([, ...found]) => {
    const words = found.filter((word) => word !== undefined);
    const [first = '', second = ''] = words.map((word) => word.toLowerCase());
    const isOther = VILLAGE_WORDS.some((word) => word === first && NO_VILLAGE_AFTER[word]?.includes(second));
    if (isOther || OTHER_WORD.test(`${first} ${second}`)) return false;
    const phrases = words.map((_, at) => words.slice(0, at + 1).join(' '));
    return phrases.some((phrase) => ANY_UNIT.test(phrase) || audienceNamed(phrase, collectives) !== undefined);
  });
}

function tied(set: CriteriaSet, criterion: Criterion): Tied {
  return { set, criterion, parts: [] };
}

function tiedIn(set: CriteriaSet, code: string): Tied[] {
  return set.criteria.filter((criterion) => criterion.code === code).map((criterion) => tied(set, criterion));
}

/** Audiences the plan's own standard of this code holds for. */
function audiencesOfStandard({ code }: Target, movement: Movement): readonly string[] {
  return movement.standards.filter((standard) => standard.code === code).flatMap(({ audiences }) => audiences);
}

function setsOfCollectives(movement: Movement): readonly CriteriaSet[] {
  const kinds = new Set(
    movement.audiences.filter(({ subject, competes }) => subject === 'collective' && competes).map(({ kind }) => kind),
  );
  return movement.criteriaSets.filter(({ audience }) => kinds.has(audience));
}

/** The row itself and all measured like it, whichever is the earlier. */
function sameRows(target: Target, movement: Movement): ReadonlySet<string> {
  const first = target.sameAs ?? target.code;
  return new Set(
    movement.targets.filter(({ code, sameAs }) => code === first || sameAs === first).map(({ code }) => code),
  );
}

function isCounted({ measure }: Criterion): boolean {
  return measure === 'percentage' || measure === 'count' || measure === 'amount';
}

function aims(criterion: Criterion, codes: ReadonlySet<string>, sets: readonly CriteriaSet[]): boolean {
  if (!isCounted(criterion)) return false;
  const { source } = criterion;
  const aimed = aimedAt(criterion);
  if (aimed.length > 0) return aimed.some((code) => codes.has(code));
  if (source.code === undefined || !codes.has(source.code) || criterion.numerator === undefined) return false;
  return sets.some((set) =>
    set.criteria.some(
      (item) =>
        aimedAt(item).some((code) => codes.has(code)) &&
        item.numerator === criterion.numerator &&
        item.denominator === criterion.denominator,
    ),
  );
}

/** Targets that a criterion aims at, by any day. */
function aimedAt(criterion: Criterion): readonly string[] {
  return thresholdsOf(criterion).flatMap(({ target }) => target.code ?? []);
}

/** A criterion drawn from the row that is answered by yes or no, alone or part by part. */
function yesNoTo(code: string, set: CriteriaSet, criterion: Criterion): Tied[] {
  if (criterion.source.code !== code) return [];
  if (criterion.rule.kind === 'yes-no') return [tied(set, criterion)];
  const { joins, parts } = factsOf(criterion.rule);
  if (joins !== 'all' || parts.some(({ measure }) => measure !== 'yes-no')) return [];
  return [{ set, criterion, parts: parts.map((part) => part.code) }];
}
