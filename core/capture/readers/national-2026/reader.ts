/**
 * National portal, 2026 generation: the page's own JSON under /api/v1/reporting/evaluation/. One answer is one of seven calls; the period and the
 * province stand only in the request, so without it nothing can be labelled and nothing is read.
 */

import type { Period } from '../../../indicator/period.ts';
import { indicatorName } from '../../indicator-name.ts';
import { ratioReading } from '../../ratio.ts';
import { type Captured, type CaptureReading, notBegun, notFound, type Reader, type ReadOutcome } from '../../reader.ts';
import { type Answer, answerSchema, type Donut, type UnitRow } from './answer.ts';
import { type Asked, askedOf } from './period.ts';

/** Call → group of Decision 766 and its maximum. service-results carries the total. */
const CALLS: ReadonlyMap<string, { readonly group: string; readonly max: number }> = new Map([
  ['service-results', { group: 'TONG', max: 100 }],
  ['transparency', { group: 'CKMB', max: 18 }],
  ['dvc-progress-tree', { group: 'TDGQ', max: 20 }],
  ['provide-online-tree', { group: 'CLGQ', max: 12 }],
  ['formality-online-payment-tree', { group: 'TTTT', max: 10 }],
  ['handling-satisfaction', { group: 'MDHL', max: 18 }],
  ['dossier-digitized', { group: 'MDSH', max: 22 }],
]);

/** Maxima of the six groups, for service-results' groupScores (national list only). */
const GROUP_MAX: ReadonlyMap<string, number> = new Map([...CALLS.values()].map(({ group, max }) => [group, max]));

const PATH = /^\/api\/v1\/reporting\/evaluation\/([a-z-]+)\/?$/;

export const national2026: Reader = {
  id: 'national-2026',
  version: '2026-11-21.2',
  label: 'Cổng Dịch vụ công quốc gia (từ năm 2026)',
  pages: 'dichvucong.gov.vn: câu trả lời của trang Đánh giá chất lượng phục vụ',
  matches: (captured) => callOf(captured.url) !== undefined,
  read,
};

function read(captured: Captured): ReadOutcome {
  const call = callOf(captured.url);
  if (!call) return notFound('Địa chỉ không phải là một trong bảy bảng đánh giá của Cổng Dịch vụ công quốc gia.');
  const asked = captured.request === null ? undefined : askedOf(captured.request);
  if (!asked)
    return notFound('Không có yêu cầu đã gửi hoặc yêu cầu không ghi kỳ, nên không biết số liệu thuộc kỳ nào.');
  const { period } = asked;
  if (asked.oneProcedure) return notFound('Yêu cầu chỉ hỏi một thủ tục: điểm trả về không phải điểm chung của đơn vị.');
  if (notBegun(captured, period)) return notFound('Kỳ này chưa bắt đầu: số 0 trên Cổng không phải là kết quả.');
  const answer = parse(captured.body);
  if (!answer) return notFound('Câu trả lời của Cổng không còn đúng cấu trúc đã biết, nên không đọc số nào.');
  const { data } = answer;
  const whole = wholeOf(data.overview ?? data.parent, asked);
  const rows = data.evaluation ?? data.units ?? data.children;
  if (!rows) return notFound('Câu trả lời của Cổng không có danh sách đơn vị.');

  const readings: CaptureReading[] = [];
  const warnings = new Set<string>();
  for (const row of whole ? [whole, ...rows] : rows) readings.push(...unitReadings(call, row, period, warnings));
  if (whole && call.group === 'TONG') readings.push(...chartReadings(answer, whole, period, warnings));
  if (readings.every((reading) => reading.value === null && reading.numerator == null)) {
    return notFound('Cổng chưa công bố số nào cho kỳ này.');
  }
  const pages = data.pagination;
  if (pages && pages.totalPages > 1)
    warnings.add(`Chỉ có một trang trong ${pages.totalPages} trang: danh sách đơn vị chưa đủ.`);
  return { kind: 'found', readings, warnings: [...warnings] };
}

function callOf(url: string): { readonly group: string; readonly max: number } | undefined {
  if (!URL_SHAPE.test(url)) return undefined;
  const path = url.replace(URL_SHAPE, '').replace(/[?#].*$/, '');
  return CALLS.get(PATH.exec(path)?.[1] ?? '');
}

/** Scheme and host of the portal; the test servers use the same host name. */
const URL_SHAPE = /^https:\/\/dichvucong\.gov\.vn(?::\d+)?(?=\/)/;

function parse(body: string): Answer | undefined {
  try {
    const parsed = answerSchema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The province a list was asked for; service-results leaves out its id, which stands in the request. */
function wholeOf(row: UnitRow | null | undefined, { province }: Asked): UnitRow | undefined {
  if (!row) return undefined;
  return row.departmentId || province === null ? row : { ...row, departmentId: province };
}

/** Points 0 … max, or null: figures beyond are not points as the portal has them, and are said to be none. */
function points(value: number | null | undefined, max: number, name: string, warnings: Set<string>): number | null {
  if (value == null || (value >= 0 && value <= max)) return value ?? null;
  warnings.add(`Giá trị ${value} của ${name} không phải điểm từ 0 đến ${max}, nên không lấy.`);
  return null;
}

function unitReadings(
  call: { readonly group: string; readonly max: number },
  row: UnitRow,
  period: Period,
  warnings: Set<string>,
): CaptureReading[] {
  const unit = unitOf(row);
  const most = row.totalMaxScore ?? row.maxScore ?? call.max;
  const total = points(row.totalScore ?? row.score, most, unit.name, warnings);
  const readings: CaptureReading[] = [
    { indicator: call.group, unit, period, value: total, max: most, ...counts(call.group, row) },
  ];
  readings.push(...ratios(call.group, row).map((ratio) => ({ unit, period, ...ratio })));
  for (const [group, score] of Object.entries(row.groupScores ?? {})) {
    const max = GROUP_MAX.get(group);
    if (max === undefined) continue;
    readings.push({ indicator: group, unit, period, value: points(score, max, unit.name, warnings), max });
  }
  for (const metric of row.metrics ?? []) {
    readings.push({
      indicator: metric.code,
      unit,
      period,
      value: points(metric.score, metric.maxScore ?? call.max, unit.name, warnings),
      ...(metric.maxScore == null ? {} : { max: metric.maxScore }),
      numerator: metric.numerator ?? null,
      denominator: metric.denominator ?? null,
    });
    if (metric.dataQualityStatus) warnings.add(qualityWarning(indicatorName(metric.code), metric.dataQualityStatus));
  }
  return readings;
}

/** The counts a group's points follow from, where the list gives them (facts on the portal, section 3.2). */
function counts(group: string, row: UnitRow): Pick<CaptureReading, 'numerator' | 'denominator'> {
  if (group === 'TDGQ') return { numerator: row.totalOnTime ?? null, denominator: row.totalReceived ?? null };
  if (group === 'TTTT') {
    return {
      numerator: row.totalDossierOnlinePaymentSuccess ?? null,
      denominator: row.totalDossierFinancialObligation ?? null,
    };
  }
  return {};
}

/** The ratios a movement's criteria ask for, exact from the counts of the answer; without both counts there is none. */
function ratios(group: string, row: UnitRow) {
  const metric = (code: string) => row.metrics?.find((each) => each.code === code);
  switch (group) {
    case 'TDGQ':
      return ratioReading('dung-han', row.totalOnTime, row.totalReceived);
    case 'CLGQ':
      return ratioReading('ho-so-truc-tuyen', row.channelOnlineSum, row.channelTotalSum);
    case 'TTTT':
      return ratioReading(
        'thanh-toan-truc-tuyen',
        row.totalDossierOnlinePaymentSuccess,
        row.totalDossierFinancialObligation,
      );
    case 'MDHL': {
      const satisfied = metric('DOSSIER_RECEIVING_SATISFACTION');
      return ratioReading('hai-long', satisfied?.numerator, satisfied?.denominator);
    }
    case 'MDSH': {
      const digitised = metric('SO_HOA_GIAY_TO_GIAI_QUYET');
      return ratioReading('so-hoa-ho-so', digitised?.numerator, digitised?.denominator);
    }
    default:
      return [];
  }
}

/** Maximum of the radar's ONLINE_SERVICE, which is CLGQ + TTTT together and no group of the decision. */
const ONLINE_SERVICE_MAX = 22;

/** The groups of the whole stand in the radar only, its online dossiers and services in the donuts. */
function chartReadings(
  { data: { radar, donuts } }: Answer,
  whole: UnitRow,
  period: Period,
  warnings: Set<string>,
): CaptureReading[] {
  const unit = unitOf(whole);
  const axes = (radar ?? []).flatMap(({ code, score, maxScore }): CaptureReading[] => {
    const max = maxScore ?? (code === 'ONLINE_SERVICE' ? ONLINE_SERVICE_MAX : GROUP_MAX.get(code));
    if (max === undefined || (code !== 'ONLINE_SERVICE' && !GROUP_MAX.has(code))) return [];
    return [{ indicator: code, unit, period, value: points(score, max, unit.name, warnings), max }];
  });
  const shares = [
    ...donutReading('ho-so-truc-tuyen', donuts?.onlineDossier, ['ONLINE', 'OTHER']),
    ...donutReading('dich-vu-toan-trinh', donuts?.onlineProvision, ['FULL', 'PARTIAL', 'NONE']),
  ];
  return [...axes, ...shares.map((share) => ({ unit, period, ...share }))];
}

/** The first slice's share of all; none unless exactly the slices we know are there, each counted. */
function donutReading(indicator: string, slices: Donut | null | undefined, codes: readonly string[]) {
  const values = codes.map((code) => slices?.find((slice) => slice.code === code)?.value);
  if (!slices || slices.length !== codes.length) return [];
  const sum = values.reduce<number | null>((all, value) => (all === null || value == null ? null : all + value), 0);
  return ratioReading(indicator, values[0], sum);
}

function unitOf(row: UnitRow): CaptureReading['unit'] {
  return {
    ...(row.departmentId ? { id: row.departmentId } : {}),
    ...(row.departmentCode ? { code: row.departmentCode } : {}),
    name: row.departmentName.normalize('NFC'),
  };
}

function qualityWarning(name: string, status: string): string {
  switch (status) {
    case 'TEMP_NATIONAL_REPORT_DENOMINATOR':
      return `Cổng báo mẫu số của “${name}” là tạm thời.`;
    case 'NO_NATIONAL_REPORT_DATA':
      return `Cổng báo chưa có số liệu cho “${name}”.`;
    default:
      return `Cổng báo số liệu của “${name}” chưa chắc chắn (${status}).`;
  }
}
