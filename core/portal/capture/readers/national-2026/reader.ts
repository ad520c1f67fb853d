/**
 * National portal, 2026 generation: the page's own JSON under /api/v1/reporting/evaluation/. An answer belongs to one
 * of seven calls; the period and the province are only in the request, so without it nothing can be labelled and
 * nothing is read.
 */

import type { Period } from '../../../../base/period/period.ts';
import { squashKey } from '../../../../base/text/text.ts';
import { indicatorName, metricMax } from '../../../indicator/indicator-name.ts';
import { answerSays } from '../../answer-says.ts';
import { communesOf } from '../../commune-counts.ts';
import { communeMeans, communeRanks, isCommuneName } from '../../commune-ranks.ts';
import { holds } from '../../must.ts';
import { withoutMarks } from '../../page.ts';
import { ratioReading } from '../../ratio.ts';
import { type Captured, type CaptureReading, notBegun, notFound, type Reader, type ReadOutcome } from '../../reader.ts';
import { isAggregate } from '../../total-row.ts';
import { unitKey } from '../../unit-match.ts';
import { about } from './about.ts';
import { type Answer, answerIn, chartOf, type Donut, isFigureKey, rowsOf, type UnitRow } from './answer.ts';
import { carriedCounts } from './carried-counts.ts';
import { courseReadings } from './course.ts';
import {
  type Call,
  metricMust,
  scoreMust,
  shareMust,
  sliceMust,
  sumOfGroups,
  sumOfMetrics,
  sumOfRadar,
} from './musts.ts';
import { Notices } from './notices.ts';
import { isOfAnother, KNOWN, type PeriodRequest, portalRequestOf } from './period.ts';

/** Call → group of Decision 766 and its maximum. service-results carries the total. */
const CALLS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['service-results', { group: 'TONG', max: 100 }],
  [
    'transparency',
    {
      ...{ group: 'CKMB', max: 18 },
      metrics: ['PUBLISH_ON_TIME', 'PUBLIC_UPDATE_ON_TIME', 'PUBLIC_CONTENT_FULL', 'DOSSIER_SYNC'],
    },
  ],
  ['dvc-progress-tree', { group: 'TDGQ', max: 20, counts: ['totalReceived', 'totalOnTime'] }],
  ['provide-online-tree', { group: 'CLGQ', max: 12 }],
  [
    'formality-online-payment-tree',
    {
      ...{ group: 'TTTT', max: 10 },
      counts: ['totalDossierOnlinePaymentSuccess', 'totalDossierFinancialObligation'],
    },
  ],
  [
    'handling-satisfaction',
    {
      ...{ group: 'MDHL', max: 18 },
      metrics: ['DOSSIER_RECEIVING_SATISFACTION', 'PETITION_PROCESSING_ON_TIME', 'PETITION_HANDLING_SATISFACTION'],
    },
  ],
  [
    'dossier-digitized',
    {
      ...{ group: 'MDSH', max: 22 },
      metrics: [
        ...['ORIGINAL_RESULT_AVAILABLE', 'SO_HOA_GIAY_TO_GIAI_QUYET', 'REUSED_DIGITIZED_DATA'],
        ...['SYNCED_WITH_DVCQG_PERSONAL_STORAGE', 'CITIZEN_DATA_CONNECTED_DOSSIER', 'CITIZEN_DATA_CONNECTED_FORMALITY'],
        'ELECTRONIC_CERTIFIED_COPY',
      ],
    },
  ],
]);

/** Maxima of the six groups, for service-results' groupScores (national list only). */
const GROUP_MAX: ReadonlyMap<string, number> = new Map([...CALLS.values()].map(({ group, max }) => [group, max]));

const PATH = /^\/api\/v1\/reporting\/evaluation\/([a-z-]+)\/?$/;

export const national2026: Reader = {
  ...about,
  sourceName: 'Cổng DVC quốc gia (từ năm 2026)',
  version: '2026-11-27.1',
  label: 'Cổng Dịch vụ công quốc gia (từ năm 2026)',
  pages: 'dichvucong.gov.vn: câu trả lời của trang Đánh giá chất lượng phục vụ',
  matches: (captured) => callOf(captured.url) !== undefined,
  knownConditions: KNOWN,
  read,
};

function read(captured: Captured): ReadOutcome {
  const call = callOf(captured.url);
  if (!call) return notFound('Địa chỉ không phải là một trong bảy bảng đánh giá của Cổng Dịch vụ công quốc gia.');
  const request = captured.request === null ? undefined : portalRequestOf(captured.request);
  if (!request)
    return notFound('Không có yêu cầu đã gửi hoặc yêu cầu không ghi một kỳ, nên không biết số liệu thuộc kỳ nào.');
  const { period } = request;
  if (notBegun(captured, period)) return notFound('Kỳ này chưa bắt đầu: số 0 trên Cổng không phải là kết quả.');
  const answer = answerIn(captured.body);
  if (!answer) return notFound('Câu trả lời của Cổng không còn đúng cấu trúc đã biết, nên không đọc số nào.');
  const { data } = answer;
  const says = answerSays(captured, period, isFigureKey);
  if (says.isOfAnotherPeriod || isOfAnother(request, data))
    return notFound('Câu trả lời của Cổng ghi kỳ hoặc tỉnh khác với câu hỏi, nên không đọc số nào.');
  const whole = wholeOf(data.overview ?? data.parent, request);
  // A commune has no units below it: its answer has an empty list, or none.
  const isOfCommune = whole !== undefined && isCommuneName(whole.departmentName);
  const list = rowsOf(answer) ?? (isOfCommune ? { rows: [], odd: [] } : undefined);
  if (!list) return notFound('Câu trả lời của Cổng không có danh sách đơn vị.');
  const { odd } = list;
  const rows = list.rows.filter(({ departmentName }) => !isAggregate(departmentName));

  const readings: CaptureReading[] = [];
  const warnings = new Notices();
  if (odd.length > 0) warnings.say(`Có ${odd.length} dòng không đúng cấu trúc đã biết (${odd[0]}), nên không lấy.`);
  const all = whole ? [whole, ...rows] : rows;
  if (areOfSeveral(all)) return notFound('Câu trả lời của Cổng có đơn vị của tỉnh khác, nên không đọc số nào.');
  for (const row of all) readings.push(...unitReadings(call, row, period, warnings));
  sayLacking(call, all, warnings);
  if (whole && call.group === 'TONG') {
    readings.push(...chartReadings(answer, whole, period, warnings));
    const of = { unit: unitOf(whole), period, total: whole.totalScore, day: captured.at.slice(0, 10) };
    readings.push(...courseReadings(chartOf(answer), of));
  }
  if (readings.every((reading) => reading.value === null && reading.numerator == null)) {
    return notFound(warnings.texts[0] ?? 'Cổng chưa công bố số nào cho kỳ này.');
  }
  const pages = data.pagination;
  const isShort = pages != null && (pages.totalPages > 1 || pages.total > list.rows.length + odd.length);
  if (isShort)
    warnings.say(`Cổng báo có ${pages.total} đơn vị, câu trả lời có ${list.rows.length}: danh sách đơn vị chưa đủ.`);
  const hasPlaces = whole && call.group === 'TONG' && request.province !== null;
  if (hasPlaces && !isShort && says.isPart) warnings.say('Cổng báo danh sách đơn vị còn nữa, nên không tính hạng.');
  if (hasPlaces && !isShort && !says.isPart && odd.length === 0)
    readings.push(...placesOf(readings, whole.departmentName));
  const { questions, scale, caveats } = says;
  const notices = { warnings: [...warnings.texts, ...caveats], ofUnits: warnings.ofUnits };
  return { kind: 'found', readings, ...notices, questions, scale };
}

/**
 * Ranks among all communes of the province, and their mean; none while a commune is not in the list, or its total is
 * missing or contradicts its parts.
 */
function placesOf(readings: readonly CaptureReading[], province: string): CaptureReading[] {
  const totals = readings.filter(
    ({ indicator, unit, course }) => indicator === 'TONG' && course !== true && isCommuneName(unit.name),
  );
  const units = new Set(totals.map(({ unit }) => unitKey(unit)));
  const areSound = totals.every(({ value, must }) => value !== null && must?.every(holds));
  const all = communesOf(province);
  const names = new Set(totals.map(({ unit }) => squashKey(unit.name)));
  // A row listed twice under two ids, or a row of a former commune, would hide that another is missing.
  const areOwn =
    names.size === units.size &&
    !totals.some(({ unit }) => /\([^)]*(?:nhập|cũ|giải thể|trước|ngừng)/iu.test(unit.name));
  const areAll = all !== undefined && units.size >= all && units.size === totals.length && areOwn;
  return areAll && areSound ? [...communeRanks(totals), ...communeMeans(totals)] : [];
}

/**
 * What rows of this list always have and some do not: it was renamed or left out, which is not the same as not
 * published.
 */
function sayLacking({ group, metrics = [], counts = [] }: Call, rows: readonly UnitRow[], warnings: Notices): void {
  const say = (what: string, lacking: readonly UnitRow[]) => {
    const [first] = lacking;
    if (!first) return;
    const whose = lacking.length === 1 ? '' : `${lacking.length} đơn vị, như `;
    const text = (of: string) => `Câu trả lời của Cổng thiếu ${what} của ${of}.`;
    warnings.sayOfSome(
      text(whose + first.departmentName),
      lacking.map((row) => [unitOf(row), text(row.departmentName)]),
    );
  };
  say(
    `điểm “${indicatorName(group)}”`,
    rows.filter((row) => row.totalScore === undefined && row.score === undefined),
  );
  for (const key of counts) {
    say(
      `số “${key}”`,
      rows.filter((row) => row[key] === undefined),
    );
  }
  const isUncounted = ({ numerator, denominator }: NonNullable<UnitRow['metrics']>[number]) =>
    numerator === undefined || denominator === undefined;
  say(
    'tử số, mẫu số',
    rows.filter((row) => row.metrics?.some(isUncounted)),
  );
  if (metrics.length > 0) {
    say(
      `các phần của “${indicatorName(group)}”`,
      rows.filter((row) => !row.metrics?.length),
    );
  }
  for (const code of metrics) {
    const has = (row: UnitRow) => row.metrics?.some((metric) => metric.code === code && metric.score !== undefined);
    say(
      `“${indicatorName(code)}”`,
      rows.filter((row) => row.metrics?.length && !has(row)),
    );
  }
}

function callOf(url: string): Call | undefined {
  if (!URL_SHAPE.test(url)) return undefined;
  const path = url.replace(URL_SHAPE, '').replace(/[?#].*$/, '');
  return CALLS.get(PATH.exec(path)?.[1] ?? '');
}

/** Scheme and host of the portal; the test servers use the same host name. */
const URL_SHAPE = /^https:\/\/dichvucong\.gov\.vn(?::\d+)?(?=\/)/;

/** Codes begin with their province's: `H44.100` is of `H44`. The country's list is of all provinces. */
function areOfSeveral(rows: readonly UnitRow[]): boolean {
  const codes = rows.flatMap(({ departmentCode }) => departmentCode?.replace(/^(?:0+\.)+/, '') ?? []);
  const within = codes.filter((code) => code.includes('.'));
  return within.length > 0 && new Set(codes.map((code) => code.split('.')[0])).size > 1;
}

/** The province's own row; service-results leaves out its id, which is in the request. */
function wholeOf(row: UnitRow | null | undefined, { province }: PeriodRequest): UnitRow | undefined {
  if (!row) return undefined;
  return row.departmentId || province === null ? row : { ...row, departmentId: province };
}

function unitReadings(call: Call, row: UnitRow, period: Period, warnings: Notices): CaptureReading[] {
  const unit = unitOf(row);
  const value = row.totalScore === undefined ? row.score : row.totalScore;
  const readings: CaptureReading[] = [];
  const isUnproven = value != null && !isProven(call, row, value);
  if (isUnproven)
    warnings.sayOf(
      unit,
      `Điểm “${indicatorName(call.group)}” không kèm tỷ lệ hoặc điểm tối đa: không rõ thang điểm, nên không lấy.`,
    );
  if (row.totalReceived === 0 && value === 0)
    warnings.sayOf(unit, 'Cổng ghi 0 hồ sơ, 0 điểm: có thể Cổng chưa có số của đơn vị này.');
  if (value !== undefined && !isUnproven) {
    const max = row.totalMaxScore ?? row.maxScore ?? call.max;
    const must = scoreMust(call, row, value);
    readings.push({ indicator: call.group, unit, period, value, max, must, ...counts(call.group, row) });
  }
  readings.push(...ratios(call.group, row).map((ratio) => ({ unit, period, must: shareMust(call, row), ...ratio })));
  readings.push(...carriedCounts(call, row).map((count) => ({ unit, period, ...count })));
  const groups = Object.entries(row.groupScores ?? {}).filter(([group]) => group !== 'TONG' && GROUP_MAX.has(group));
  for (const [group, score] of groups) {
    const max = GROUP_MAX.get(group);
    if (max !== undefined)
      readings.push({ indicator: group, unit, period, value: score ?? null, max, must: sumOfGroups(row) });
  }
  for (const metric of row.metrics ?? []) {
    const { code, score, maxScore, numerator, denominator } = metric;
    if (metricMax(code) === undefined)
      warnings.say(`Cổng có chỉ số mới “${code.slice(0, 60)}” chưa biết, nên không lấy.`);
    else if (score !== undefined) {
      const max = maxScore ?? metricMax(code);
      const must = [...metricMust(metric), ...sumOfMetrics(call, row, value ?? null)];
      const isCounted = numerator != null && denominator != null;
      if (!isCounted && (numerator ?? denominator ?? null) !== null)
        warnings.sayOf(unit, `Cổng không cho đủ tử số và mẫu số của “${indicatorName(code)}”: chỉ lấy điểm.`);
      readings.push({
        ...{ indicator: code, unit, period, value: score, must },
        ...(max === undefined ? {} : { max }),
        numerator: isCounted ? numerator : null,
        denominator: isCounted ? denominator : null,
      });
    }
    if (metric.dataQualityStatus) warnings.sayOf(unit, qualityWarning(indicatorName(code), metric.dataQualityStatus));
  }
  return readings;
}

/** Something in the row says on which scale its points are: a maximum, a ratio, counts or parts that give them. */
function isProven(call: Call, row: UnitRow, score: number): boolean {
  return row.totalMaxScore != null || row.maxScore != null || scoreMust(call, row, score).length > 0;
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
  const ofMetric = (indicator: string, code: string) => {
    const metric = row.metrics?.find((metric) => metric.code === code);
    return metric ? ratioReading(indicator, metric.numerator, metric.denominator, metricMust(metric)) : [];
  };
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
    case 'MDHL':
      return ofMetric('hai-long', 'DOSSIER_RECEIVING_SATISFACTION');
    case 'MDSH':
      return ofMetric('so-hoa-ho-so', 'SO_HOA_GIAY_TO_GIAI_QUYET');
  }
  return [];
}

/**
 * The groups of the whole stand in the radar only, its online dossiers and services in the donuts. ONLINE_SERVICE is
 * CLGQ + TTTT together.
 */
function chartReadings(
  { data: { radar, donuts } }: Answer,
  whole: UnitRow,
  period: Period,
  warnings: Notices,
): CaptureReading[] {
  const unit = unitOf(whole);
  const must = sumOfRadar(radar ?? [], whole);
  const axes = (radar ?? []).flatMap(({ code, score, maxScore }): CaptureReading[] => {
    const max = maxScore ?? GROUP_MAX.get(code) ?? metricMax(code);
    if (max !== undefined && (GROUP_MAX.has(code) || code === 'ONLINE_SERVICE')) {
      return score === undefined ? [] : [{ indicator: code, unit, period, value: score, max, must }];
    }
    warnings.sayOf(unit, `Cổng có nhóm mới “${code.slice(0, 60)}” chưa biết, nên không lấy.`);
    return [];
  });
  const say = (text: string) => warnings.sayOf(unit, text);
  const shares = [
    ...donutReading('ho-so-truc-tuyen', donuts?.onlineDossier, ['ONLINE', 'OTHER'], say),
    ...donutReading('dich-vu-toan-trinh', donuts?.onlineProvision, ['FULL', 'PARTIAL', 'NONE'], say),
  ];
  return [...axes, ...shares.map((share) => ({ unit, period, ...share }))];
}

/** The first slice's share of all; none unless exactly the slices we know are there, each counted. */
function donutReading(
  indicator: string,
  slices: Donut | null | undefined,
  codes: readonly string[],
  say: (text: string) => void,
) {
  const values = codes.map((code) => slices?.find((slice) => slice.code === code)?.value);
  if (!slices || slices.length !== codes.length || values.some((value) => value == null)) {
    if (slices) say(`Biểu đồ “${indicatorName(indicator)}” không đủ các phần đã biết, nên không lấy.`);
    return [];
  }
  const all = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return ratioReading(indicator, values[0], all, sliceMust(slices, all));
}

function unitOf(row: UnitRow): CaptureReading['unit'] {
  return {
    ...(row.departmentId ? { id: row.departmentId } : {}),
    ...(row.departmentCode ? { code: row.departmentCode } : {}),
    name: withoutMarks(row.departmentName),
  };
}

function qualityWarning(name: string, status: string): string {
  switch (status) {
    case 'TEMP_NATIONAL_REPORT_DENOMINATOR':
      return `Cổng báo mẫu số của “${name}” là tạm thời.`;
    case 'NO_NATIONAL_REPORT_DATA':
      return `Cổng báo chưa có số liệu cho “${name}”.`;
  }
  return `Cổng báo số liệu của “${name}” chưa chắc chắn (${status}).`;
}
