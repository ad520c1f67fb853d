/**
 * Several reports of one period as one: the ministries' systems and the province's each hand out their own form 06a, and
 * the commune's figures are their sum. What is made is a page of the same form, a line for each file or unit, read with
 * the same equations; a file that leaves anything open is to be read alone first.
 */
import { type Period, periodKey, periodName } from '../../base/period/period.ts';
import { missingRows } from './completeness.ts';
import { besideNotes, pagePeriod } from './page-period.ts';
import { parsePage } from './parse-page.ts';
import { unitName } from './readers/form-06a/conditions.ts';
import { formsIn, type Row, total, wholeOf } from './readers/form-06a/form.ts';
import { form06a } from './readers/form-06a/reader.ts';
import { readCaptured } from './registry.ts';
import { isUnit, unitKey } from './unit-match.ts';

/** Name of a file and the page made of it. */
interface ReportPage {
  readonly name: string;
  readonly html: string;
}

/** `reason` = a Vietnamese sentence that names the file. */
type Merged =
  | { readonly kind: 'merged'; readonly html: string }
  | { readonly kind: 'refused'; readonly reason: string };

interface Part {
  readonly name: string;
  readonly rowsAre: 'fields' | 'units';
  readonly rows: readonly { readonly label: string; readonly counts: Row }[];
  readonly period: Period | null;
  /** '' where the file names no single unit. */
  readonly unit: string;
}

/** `at` = ISO instant of the capture. */
export function mergedReport(pages: readonly ReportPage[], at: string): Merged {
  const parts: Part[] = [];
  for (const page of pages) {
    const part = partOf(page, at);
    if (typeof part === 'string') return refused(`“${page.name}”: ${part}`);
    const twin = parts.find(({ rows }) => JSON.stringify(rows) === JSON.stringify(part.rows));
    if (twin) return refused(`“${page.name}” có đúng các số của “${twin.name}”: chỉ chọn một tệp.`);
    parts.push({ ...part, name: page.name });
  }
  const [first] = parts;
  if (!first) return refused('Chưa có tệp nào để gộp.');
  if (parts.some(({ rowsAre }) => rowsAre !== first.rowsAre))
    return refused('Có tệp theo lĩnh vực, có tệp theo đơn vị: không gộp được, hãy đọc từng tệp.');
  const other = parts.find(({ period }) => keyOf(period) !== keyOf(first.period));
  if (other)
    return refused(
      `“${other.name}” ghi ${nameOf(other.period)}, “${first.name}” ghi ${nameOf(first.period)}: chỉ gộp các tệp của cùng một kỳ.`,
    );
  const units = parts.filter(({ unit }) => unit !== '');
  const stranger = units.find(({ unit }) => !isUnit({ name: unit }, units[0]?.unit ?? ''));
  if (stranger)
    return refused(
      `“${stranger.name}” là của ${stranger.unit}, “${units[0]?.name}” là của ${units[0]?.unit}: không gộp được.`,
    );
  return { kind: 'merged', html: pageOf(parts, units[0]?.unit ?? '') };
}

function refused(reason: string): Merged {
  return { kind: 'refused', reason };
}

function keyOf(period: Period | null): string {
  return period ? periodKey(period) : '';
}

function nameOf(period: Period | null): string {
  return period ? periodName(period) : 'không rõ kỳ nào';
}

/** A sentence where the file cannot be part of a sum. */
function partOf({ html }: ReportPage, at: string): Omit<Part, 'name'> | string {
  const { outcome } = readCaptured({ url: 'file:///tep', request: null, at, body: html }, [form06a]);
  if (outcome.kind === 'not-found') return outcome.reason;
  const [question] = outcome.questions ?? [];
  if (question) return `${question.about} Hãy đọc riêng tệp này trước.`;
  const page = parsePage(html);
  const [form] = formsIn(page);
  if (!form) return 'không thấy bảng theo biểu II.06a.';
  const { rows, isPart, columns } = form;
  const isOdd = outcome.warnings.find((warning) => !/kỳ/.test(warning));
  if (isOdd !== undefined) return isOdd;
  const { period } = besideNotes(pagePeriod(page), []);
  if (columns.rowsAre === 'units')
    return { rowsAre: 'units', rows: rows.counted.map(({ label, counts }) => ({ label, counts })), period, unit: '' };
  const whole = wholeOf(rows, { pager: missingRows(page, rows.counted.length), isPart });
  if (typeof whole === 'string') return whole;
  return { rowsAre: 'fields', rows: [{ label: '', counts: whole }], period, unit: unitName(page) };
}

const GROUPS = [
  [
    'Số hồ sơ tiếp nhận',
    ['received', 'online', 'direct', 'carried'],
    ['Tổng số', 'Trực tuyến', 'Trực tiếp, bưu chính', 'Từ kỳ trước'],
  ],
  ['Số hồ sơ đã giải quyết', ['settled', 'early', 'onTime', 'late'], ['Tổng số', 'Trước hạn', 'Đúng hạn', 'Quá hạn']],
  ['Số hồ sơ đang giải quyết', ['pending', 'inTime', 'overdue'], ['Tổng số', 'Trong hạn', 'Quá hạn']],
] as const;

function pageOf(parts: readonly Part[], unit: string): string {
  const isUnits = parts[0]?.rowsAre === 'units';
  const lines = isUnits
    ? unitLines(parts)
    : parts.map(({ name, rows }) => ({ label: name, counts: total(labelled(rows)) }));
  const isAside = lines.some(({ counts }) => counts.asides !== undefined);
  const top = [
    `<th rowspan="2">STT</th><th rowspan="2">${isUnits ? 'Đơn vị' : 'Lĩnh vực'}</th>`,
    ...GROUPS.map(([name, counts], at) => `<th colspan="${counts.length + (isAside && at > 0 ? 1 : 0)}">${name}</th>`),
    isAside ? '<th rowspan="2">Rút hồ sơ</th>' : '',
  ];
  const leaves = GROUPS.flatMap(([, , names], at) => [...names, ...(isAside && at > 0 ? ['Tạm dừng'] : [])]);
  const cells = (counts: Row) => [
    ...GROUPS.flatMap(([, names], at) => [
      ...names.map((name) => counts[name]),
      ...(isAside && at > 0 ? [counts.asides?.[at === 1 ? 'settled' : 'pending'] ?? 0] : []),
    ]),
    ...(isAside ? [counts.asides?.received ?? 0] : []),
  ];
  const row = (label: string, number: string, counts: Row) =>
    `<tr><td>${number}</td><td>${escaped(label)}</td>${cells(counts)
      .map((count) => `<td>${count}</td>`)
      .join('')}</tr>`;
  const body = lines.map(({ label, counts }, at) => row(label, String(at + 1), counts));
  const sum = isUnits ? '' : row('TỔNG CỘNG', '', total(labelled(lines)));
  const period = parts[0]?.period ?? null;
  const title = `TÌNH HÌNH GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH${period ? ` ${periodName(period).toLocaleUpperCase('vi')}` : ''}`;
  const of = unit === '' ? '' : `<p>Đơn vị: ${escaped(unit)}</p>`;
  return `<!doctype html><html><head><title></title></head><body><h3>${title}</h3>${of}<table><tr>${top.join('')}</tr><tr>${leaves.map((leaf) => `<th>${leaf}</th>`).join('')}</tr>${body.join('')}${sum}</table></body></html>`;
}

/** Every unit of any file once, with the sum of what the files have of it. */
function unitLines(parts: readonly Part[]): readonly { readonly label: string; readonly counts: Row }[] {
  const units = new Map<string, { readonly label: string; readonly counts: Row }[]>();
  for (const line of parts.flatMap(({ rows }) => rows)) {
    const key = unitKey({ name: line.label });
    units.set(key, [...(units.get(key) ?? []), line]);
  }
  return [...units.values()].map((lines) => ({ label: lines[0]?.label ?? '', counts: total(labelled(lines)) }));
}

function labelled(lines: readonly { readonly label: string; readonly counts: Row }[]) {
  return lines.map((line) => ({ ...line, level: 'plain' as const, number: null }));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
