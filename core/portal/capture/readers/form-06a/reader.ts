/**
 * Standard report form II.06a of any one-stop system: dossiers received, settled, pending. Its four balance equations
 * are checked row by row. For a row that does not balance, the page's own count is read, with a warning, but no share
 * is computed from counts that contradict each other.
 */

import { type PeriodSaid, periodSaid } from '../../../../base/period/period-text.ts';
import { bareKey } from '../../../../base/text/text.ts';
import { addressPairs, isOfRoute } from '../../address-pairs.ts';
import { isCommuneName } from '../../commune-ranks.ts';
import { missingRows } from '../../completeness.ts';
import { isSummedUp } from '../../narrowing-lines.ts';
import { addressPeriod, besideNotes, fileNamePeriods, pagePeriod, unsurePeriod } from '../../page-period.ts';
import { pageOf } from '../../parse-page.ts';
import { partQuestions, picked } from '../../pickers.ts';
import { ratioReading } from '../../ratio.ts';
import {
  type Captured,
  type CaptureReading,
  notBegun,
  notFound,
  type Question,
  type Reader,
  type ReadOutcome,
  type Slowest,
} from '../../reader.ts';
import { tablesOf } from '../../table.ts';
import { isUnit, unitKey } from '../../unit-match.ts';
import { about } from './about.ts';
import { isNearForm } from './columns.ts';
import { communesInHeadings, headerQuestions, saysAll, sectionQuestions, unitName } from './conditions.ts';
import { balances, formsIn, type Row, type Rows, type ShownRows, unreadText, wholeOf } from './form.ts';
import { partsOf } from './rows.ts';

/** Composed or not: the marks of `ạ` and `ễ` may stand apart. */
const TERM = /(?:tr\S{1,3}[oơ]\S{0,3}c|s\S{1,3}m|đ\S{1,3}ng|qu\S{1,3}|tr\S{1,5}) h\S{1,3}n/i;

/** Any system prints the form: of its address we know the words for times (read with the period) and places … */
const TIME_OR_PLACE =
  /thang|qui|nam$|ngay|date|month|year|quarter|donvi|coquan|diaphuong|agency|tinh|huyen|^xa|^(?:lang|pp\w*|pl|p|returnurl|cap|level)$/;
/** … and those for reports and the way through the site, as long as their values are words of such a way. */
const WAY = /mau|bieu|baocao|report|^(?:id|tab|menu|module|view|mode)$/;

export const form06a: Reader = {
  ...about,
  sourceName: 'Biểu II.06a',
  version: '2026-11-27.2',
  label: 'Biểu II.06a tình hình tiếp nhận, giải quyết thủ tục hành chính',
  pages: 'Mọi trang có bảng đủ cột của biểu II.06a',
  matches: (captured) => captured.body.includes('<') && TERM.test(captured.body),
  knownConditions: ({ url }) =>
    new Map(
      addressPairs(url)
        .filter(([name, value]) => {
          const key = bareKey(name);
          return TIME_OR_PLACE.test(key) || (WAY.test(key) && isOfRoute(value));
        })
        .map(([name]) => [name.toLowerCase(), /^/]),
    ),
  read,
};

function read(captured: Captured): ReadOutcome {
  const page = pageOf(captured);
  const tables = formsIn(page);
  const [first] = tables;
  if (!first) {
    const reason =
      'Không thấy bảng theo biểu II.06a (đủ 11 cột tiếp nhận, đã giải quyết, đang giải quyết) trên trang này.';
    return { ...notFound(reason), isForeign: !tablesOf(page).some(isNearForm) };
  }
  const { rows } = first;
  if (tables.some((table) => JSON.stringify(table.rows) !== JSON.stringify(rows))) {
    return notFound('Trang có nhiều bảng theo biểu II.06a khác nhau, nên không biết phải đọc bảng nào.');
  }
  if (rows.counted.length === 0) {
    const [label] = rows.unread;
    return notFound(label === undefined ? 'Bảng theo biểu II.06a không có dòng số liệu nào.' : `${unreadText(label)}.`);
  }
  const { parts, places, isOfAll } = picked(page);
  const headed = [...first.headers, ...first.sections].flatMap((text): PeriodSaid[] => {
    const stated = periodSaid(text);
    return stated.kind === 'none' && isSummedUp(text) ? [{ kind: 'unclear', candidates: [] }] : [stated];
  });
  const stated = [...headed, ...first.times, ...fileNamePeriods(captured.url)].filter(({ kind }) => kind !== 'none');
  const { period, candidates } = besideNotes(pagePeriod(page, addressPeriod(captured.url)), stated);
  if (period && notBegun(captured, period))
    return notFound('Kỳ này chưa bắt đầu: số trên trang không phải là kết quả.');
  const pager = missingRows(page, rows.counted.length);
  const unsure = period ? [] : [unsurePeriod(candidates)];
  const own = unitName(page);
  const chosen = [
    ...places.filter(isCommuneName),
    ...communesInHeadings(page),
    ...(isOfAll || saysAll(page) ? ['Toàn tỉnh'] : []),
  ];
  const other = own === '' || chosen.some((place) => isUnit({ name: own }, place)) ? undefined : chosen[0];
  const name = other === undefined ? own : '';
  const outcome =
    first.columns.rowsAre === 'units'
      ? readUnits(rows, period, pager)
      : readFields(rows, name, period, { pager, isPart: first.isPart });
  if (outcome.kind === 'not-found') return outcome;
  const twoUnits = other === undefined || first.columns.rowsAre === 'units' ? [] : [otherUnitText(own, other)];
  const ownQuestions = [
    ...headerQuestions(first.headers, first.counted),
    ...sectionQuestions(first.sections, first.columns.rowsAre),
  ];
  const questions = [...partQuestions(parts), ...ownQuestions, ...(outcome.questions ?? [])];
  const warnings = [...outcome.warnings, ...twoUnits, ...unsure];
  return { ...outcome, warnings, questions, candidates, slowest: slowestOf(first) };
}

const MOST_SLOW = 10;

/** Settled late or pending beyond their day, of one unit. */
function slowestOf({ columns, headers, rows }: ReturnType<typeof formsIn>[number]): Slowest | undefined {
  // Of several files that were added up the rows are the files.
  if (columns.rowsAre === 'units' || rows.counted.some(({ label }) => /\.(?:xlsx?|csv|pdf)$/i.test(label)))
    return undefined;
  const { fields } = partsOf(rows.counted);
  const slow = fields
    .map(({ label: name, counts }) => ({ name, late: counts.late + counts.overdue, received: counts.received }))
    .filter(({ late }) => late > 0)
    .toSorted((a, b) => b.late - a.late)
    .slice(0, MOST_SLOW);
  const of = headers.some((header) => /^(?:tên\s)?thủ tục/iu.test(header)) ? 'thủ tục' : 'lĩnh vực';
  return slow.length === 0 ? undefined : { of, rows: slow };
}

function otherUnitText(own: string, other: string): string {
  return `Trang ghi đơn vị “${own}” mà đang chọn “${other}”: hãy cho biết số liệu của đơn vị nào.`;
}

/** Units, each alone. */
function readUnits(rows: Rows, period: CaptureReading['period'], pager: string | undefined): ReadOutcome {
  const ofUnits = new Map<string, ReadonlyMap<string, string>>();
  const sayOf = (label: string, text: string) => {
    ofUnits.set(text, new Map([[unitKey({ name: label }), text]]));
    return text;
  };
  const warnings = rows.unread.map((label) => sayOf(label, `${unreadText(label)}, nên không lấy.`));
  if (pager !== undefined) warnings.push(`Bảng còn trang khác (“${pager}”): danh sách đơn vị chưa đủ.`);
  const readings = rows.counted.flatMap(({ label, counts }) => {
    warnings.push(...imbalances(label, counts).map((text) => sayOf(label, text)));
    return unitReadings(label, counts, period);
  });
  return { kind: 'found', readings, warnings, ofUnits };
}

/** Fields of procedure of one unit. */
function readFields(rows: Rows, name: string, period: CaptureReading['period'], shown: ShownRows): ReadOutcome {
  const sum = wholeOf(rows, shown);
  if (typeof sum === 'string') return notFound(sum);
  const { pager } = shown;
  const warnings = partsOf(rows.counted).fields.flatMap(({ label, counts }) => imbalances(label, counts));
  const questions = pager === undefined ? [] : [moreRowsQuestion(pager)];
  return { kind: 'found', readings: unitReadings(name, sum, period), warnings, questions };
}

/** Asks whether the total covers all rows: it equals the sum of the visible rows, but there are more rows. */
function moreRowsQuestion(pager: string): Question {
  return {
    key: `con-dong:${bareKey(pager.replace(/\d+/g, ''))}`,
    about: `Bảng có “${pager}”. Dòng tổng cộng là của cả xã, không chỉ của các dòng đang hiện?`,
    shown: pager,
    isKept: false,
  };
}

/** The page's own count of dossiers, confirmed by one of its two sums; shares only from counts that add up. */
function unitReadings(name: string, row: Row, period: CaptureReading['period']): CaptureReading[] {
  const unit = { name };
  const [received, settled, , flow] = balances(row);
  const borne = [received, flow].find((balance) => balance && balance.left === balance.right) ?? received;
  return [
    { indicator: 'tiep-nhan', unit, period, value: row.received, must: borne ? [borne] : [] },
    ...[
      ...ratioReading('dung-han', row.early + row.onTime, row.settled, settled ? [settled] : []),
      ...ratioReading('ho-so-truc-tuyen', row.online, row.online + row.direct, received ? [received] : []),
    ].map((share) => ({ unit, period, ...share })),
  ];
}

function imbalances(label: string, row: Row): string[] {
  return balances(row)
    .filter(({ left, right }) => left !== right)
    .map(({ what, left, right }) => `Dòng “${label}” không cân: ${what} (${left} ≠ ${right}).`);
}
