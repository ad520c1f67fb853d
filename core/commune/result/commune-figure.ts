/** What the commune itself wrote down of a target that nothing else measures: a figure, or the council's remark. */
import { formatNumber } from '../../base/quantity/points.ts';
import { quantityOf } from '../../base/quantity/quantity.ts';
import { foldKey } from '../../base/text/text.ts';
import type { Target } from '../../movement/movement.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { CommuneFigure } from '../calendar/journal.ts';
import { concludeFigure, type TargetFinding } from './target-finding.ts';

/**
 * The finding with it; as it was where nothing was written down, or another source gives the figure. `figures` are those
 * of the period; of two on one target the later row counts.
 */
export function withCommuneFigure(
  finding: TargetFinding,
  target: Target,
  figures: readonly CommuneFigure[],
): TargetFinding {
  if (finding.source !== 'none') return finding;
  const all = figures.filter((communeFigure) => communeFigure.target === target.code);
  const own = all.at(-1);
  if (!own) return finding;
  if (isBySector(target) && stateIn(own.remark) === null) return bySector(finding, target, all);
  const source = sourceOf(own);
  if (own.value !== null && target.comparator !== null) return concludeFigure(target, quantityOf(own.value), source);
  const remark = own.remark.trim().replace(/[.\s]+$/u, '');
  if (remark === '') return finding;
  const state = stateIn(remark) ?? finding.state;
  return { ...finding, state, sourceText: source, reason: `Hội đồng nhận xét: ${remark} (${source}).` };
}

/** `Tỷ trọng kinh tế số trong từng ngành, lĩnh vực`: one figure says nothing of the other sectors. */
const PER_SECTOR = /từng (?:ngành|lĩnh vực)/iu;

/** Several rows stand beside each other, one for each sector. */
export function isBySector({ comparator, text }: Pick<Target, 'comparator' | 'text'>): boolean {
  return comparator !== null && PER_SECTOR.test(text);
}

/** A row for each sector, named by its remark: the worst of them counts, and one alone is not enough. */
function bySector(finding: TargetFinding, target: Target, rows: readonly CommuneFigure[]): TargetFinding {
  const named = new Map(rows.flatMap((row) => (row.value === null ? [] : [[foldKey(row.remark), row] as const])));
  const figures = [...named.values()].sort((x, y) => (x.value ?? 0) - (y.value ?? 0));
  const worst = target.comparator === 'lte' || target.comparator === 'lt' ? figures.at(-1) : figures[0];
  if (worst === undefined || worst.value === null) return finding;
  const list = figures.map(
    ({ remark, value }) => `${inOneLine(remark) || 'chưa ghi ngành'} ${formatNumber(value ?? 0)}`,
  );
  const found = concludeFigure(target, quantityOf(worst.value), `${list.join('; ')}; ${sourceOf(worst)}`);
  if (figures.length > 1) return found;
  const why = `Mới có số liệu của một ngành (${list.join('')}); kế hoạch yêu cầu từng ngành, lĩnh vực: ghi mỗi ngành một hàng ở “Số liệu của xã”.`;
  return { ...found, state: 'not-enough-data', reason: why };
}

function inOneLine(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.\s]+$/u, '');
}

/** `xã ghi, Trần Thị B, ngày 05/12/2025; minh chứng: Báo cáo số 12/BC-UBND`. */
function sourceOf({ who, day, evidence }: CommuneFigure): string {
  const by = ['xã ghi', who, day === null ? '' : `ngày ${formatDate(day)}`].filter((part) => part !== '').join(', ');
  return evidence === '' ? `${by}; chưa ghi minh chứng` : `${by}; minh chứng: ${evidence}`;
}

/** What may follow "đạt" up to the first stop without limiting it. */
const WHOLE =
  /^(?:(?:chỉ|mục) tiêu|yêu cầu|kế hoạch|nhiệm vụ|(?:rất )?tốt|xuất sắc|đầy đủ|đủ|toàn bộ|vượt|đúng (?:thời )?hạn|(?:ở |trên )?(?:tất cả|mọi|100 ?%)|các|ngành|lĩnh vực|và|đề ra|\s)*$/u;

/** A remark that begins with its verdict; one that limits it ("đạt một phần", "hoàn thành 3/5 nội dung") gives none. */
function stateIn(remark: string): 'met' | 'not-met' | null {
  const opening =
    remark
      .normalize('NFC')
      .toLocaleLowerCase('vi')
      .split(/[.,;:()–]/u, 1)[0] ?? '';
  if (/^(?:chưa|không) (?:đạt|hoàn thành)/u.test(opening)) return 'not-met';
  const rest = /^(?:đã )?(?:đạt|hoàn thành)(?:\s+|$)(?<rest>.*)$/su.exec(opening)?.groups?.rest;
  return rest !== undefined && WHOLE.test(rest.trim()) ? 'met' : null;
}
