/**
 * `Hình thức khen | Tập thể | Cá nhân | Hộ gia đình`: how many are commended, a cell a quota; or the same turned, told by
 * who stands in the rows and by the papers beside them.
 */
import { figureInCell, isFigure } from '../figure/cell-figure.ts';
import type { PlanQuota, QuotaKind } from '../finding.ts';
import type { PlanText } from '../layout/plan-text.ts';
import type { Section } from '../layout/section.ts';
import { recipientKind } from '../quota/quota.ts';
import { roundNamed } from '../words/rounds.ts';
import { tokensOf } from '../words/token.ts';
import { SUM } from './column-content.ts';
import { type Column, INDEX } from './table-columns.ts';
import type { Table } from './tables.ts';

const KINDS: ReadonlyMap<string, QuotaKind> = new Map([
  ['tập thể', 'collective'],
  ['cá nhân', 'individual'],
  ['hộ', 'household'],
  ['gia đình', 'household'],
  ['hộ gia đình', 'household'],
]);
/** What stands beside the name of a kind. */
const BESIDE = /^(?:số )?(?:lượng )?(?:tối đa )?| \(.*\)$/giu;
/** `Số lượng`, beside what each of them gets. */
const PLACES = /^(?:số lượng|định mức|số (?:được )?khen)(?! hồ sơ)/iu;
const REWARDS = /mức thưởng|tiền thưởng|mức tiền|thành tiền|kèm theo/iu;
const PAPERS = /^(?:giấy khen|bằng khen|danh hiệu|cờ thi đua|khen)(?!\p{L})/iu;
const NAME = /^(?:hình thức|danh hiệu|đối tượng|nội dung|cấp|đợt|năm|khen thưởng|lĩnh vực)/iu;

/** `Số tập thể được khen`, `Khen cá nhân`: how many of each row's unit are commended; null = it is no such heading. */
export function awardNamed(heading: string): QuotaKind | null {
  return COMMENDS.test(heading) ? kindOf(heading.replace(COMMENDED, '').trim()) : null;
}
const COMMENDED = / ?(?:được|đề nghị|xét|tặng|giấy|bằng|khen|thưởng|biểu dương|tuyên dương)/giu;

function kindOf(words: string): QuotaKind | null {
  return KINDS.get(words.replace(BESIDE, '').toLowerCase()) ?? null;
}

/** `Thôn`, `Cơ quan`: of a table whose rows are forms of commending, who gets them. */
function recipientOf(words: string): QuotaKind | null {
  return kindOf(words) ?? recipientKind(tokensOf(words, 0, words.length), 0);
}
const FORMS = /^(?:hình thức|danh hiệu|khen)/iu;

function byKinds(headings: readonly string[], rows: Rows): readonly Column[] | null {
  const name = headings.findIndex((text) => NAME.test(text));
  if (name < 0 || name > 1 || (name === 1 && !INDEX.test(headings[0] ?? '') && headings[0] !== '')) return null;
  // "Đợt | Hình thức | Ấp | Cơ quan, đơn vị": two columns say which award it is.
  const hasForms = FORMS.test(headings[name] ?? '') || FORMS.test(headings[name + 1] ?? '');
  const kind = hasForms ? recipientOf : kindOf;
  const isCounted = (text: string, at: number): boolean =>
    at > name && (kind(text) !== null || PAPERS.test(text)) && rows.every((row) => isNumber(row[at]?.text ?? ''));
  const counted = headings.filter(isCounted);
  if (counted.length === 0 || (counted.length < 2 && counted.some((text) => kind(text) !== null))) return null;
  return headings.map((text, at): Column => {
    const role = at === name ? 'name' : isCounted(text, at) ? 'award' : at < name ? 'index' : 'other';
    return { role, time: null, heading: text };
  });
}

type Rows = readonly (readonly { readonly text: string }[])[];

/** The columns of a table of awards with this heading and these rows; null = it is none. */
export function awardsOf(headings: readonly string[], rows: Rows): readonly Column[] | null {
  return byKinds(headings, rows) ?? byRows(headings, rows);
}

/**
 * Rows of those who are commended (`Tập thể`, `Khu phố`) with their numbers behind them: of any kind and number where
 * papers or sums stand beside; of plain kinds, a single column whatever its heading.
 */
function byRows(headings: readonly string[], rows: Rows): readonly Column[] | null {
  const named = rows.filter((row) => !row.some(({ text }) => SUM.test(text)));
  const places = [...(named[0] ?? []).keys()];
  const texts = (at: number): readonly string[] => named.map((row) => row[at]?.text ?? '');
  const isReward = (at: number): boolean =>
    REWARDS.test(headings[at] ?? '') || texts(at).some((text) => MONEY.test(text));
  const name = places.findIndex((at) => texts(at).every((text) => recipientOf(text) !== null));
  const counts = places.filter((at) => at > name && !isReward(at) && texts(at).every(isNumber));
  if (name < 0 || named.length < 2 || counts.length === 0) return null;
  const isNamed =
    places.some((at) => texts(at).every((text) => PAPERS.test(text))) ||
    (places.some(isReward) && PLACES.test(headings[counts[0] ?? 0] ?? ''));
  if (!isNamed && (counts.length > 1 || !texts(name).every((text) => kindOf(text) !== null))) return null;
  return places.map((at): Column => {
    const role = counts.includes(at) ? 'award' : at === name ? 'name' : at < name ? 'index' : 'other';
    return { role, time: null, heading: headings[at] ?? '' };
  });
}
/** `03`; `-` and nothing are none. */
function isNumber(cell: string): boolean {
  return isFigure(cell) || /^[-–—]?$/u.test(cell);
}
const MONEY = /(?<!\p{L})(?:đồng|đ)$|^\d{1,3}(?:\.\d{3})+$/u;

/** A quota for each number of such a table; null = it is no such table, or stands where nothing is commended. */
export function quotasInTable(text: PlanText, table: Table, section: Section): readonly PlanQuota[] | null {
  const name = table.columns.findIndex(({ role }) => role === 'name');
  const isAward = table.columns.some(({ role }) => role === 'award');
  if (!isAward) return null;
  const isOfAwards = section.topics.some((topic) => topic.startsWith('award'));
  const isNamed =
    COMMENDS.test(titleOf(text, table)) ||
    table.columns.some(({ heading = '' }) => REWARDS.test(heading) || awardNamed(heading) !== null) ||
    table.rows.every((row) => row.some(({ text: words }) => PAPERS.test(words) || SUM.test(words)));
  if (!isOfAwards && !isNamed) return [];
  const second = table.columns.findIndex(({ heading = '' }, at) => at !== name && FORMS.test(heading));
  const form = (row: Table['rows'][number]): string => row[second]?.text ?? '';
  return table.rows.flatMap((row) => {
    const words = row[name]?.text ?? '';
    const first = row.find((cell) => cell.text !== '')?.text ?? '';
    if (SUM.test(words) || SUM.test(first)) return [];
    return table.columns.flatMap(({ role, heading = '' }, at): PlanQuota | [] => {
      const cell = row[at];
      const max = figureInCell(cell?.text ?? '', 'đơn vị')?.value ?? 0;
      const kind =
        kindOf(heading) ?? awardNamed(heading) ?? kindOf(words) ?? recipientOf(words) ?? recipientOf(heading);
      if (role !== 'award' || !cell || max <= 0 || kind === null) return [];
      return {
        text: `${[words, form(row), heading.toLowerCase()].filter((part) => part !== '').join(', ')}: ${cell.text}`,
        section: section.section,
        offset: text.offsetOf(cell.start),
        ...{ max, unit: null, base: null, kind, per: null },
        round: roundIn(heading) ?? roundIn(words) ?? section.round,
      };
    });
  });
}
function roundIn(words: string): PlanQuota['round'] {
  return roundNamed(tokensOf(words, 0, words.length));
}

/** The line above the table. */
function titleOf({ lines, flat }: PlanText, { from }: Table): string {
  const above = lines.findLast(({ end }) => end <= from);
  return above ? flat.slice(above.start, above.end) : '';
}
const COMMENDS = /khen|biểu dương|tuyên dương/iu;
