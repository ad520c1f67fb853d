/**
 * A plan as read → a movement to look over: the plan's content with its place in the plan, and beside it what scoring
 * needs and the plan lacks, marked as proposed. What was not found is left blank or listed among the warnings, never
 * made up.
 */

import { bareCommune, kindOfCommune } from '../../base/text/commune-name.ts';
import type { CalendarEntry, Movement } from '../../movement/movement.ts';
import type { PlanReading } from '../../plan/extract-plan.ts';
import { codeOfWords } from '../code-of-words.ts';
import { audienceRows } from './audience-rows.ts';
import { proposeSets } from './criteria-sets.ts';
import { calendarRows, otherDeadlines, quotaRows, rowCode, standardRows, targetRows } from './plan-rows.ts';
import type { Unruled } from './rule-of-mark.ts';
import { scaledAudiences } from './scaled-audiences.ts';

/** Communes answer to the province since 1 July 2025. */
const NO_DISTRICT =
  'Từ ngày 01/7/2025 không còn cấp huyện: các nội dung gửi, trình UBND huyện cần xác định lại nơi nhận.';

interface ProposeOptions {
  /** Year of the movement where the plan names none. */
  readonly year: number;
  /** How rows of the plan's own scale without a rule in words are scored; absent = the officer has not answered. */
  readonly unruled?: Unruled | undefined;
}

const DISTRICTS_END = '2025-07-01';

/** The result passes `validateMovement`, whatever the plan. */
export function proposeMovement(reading: PlanReading, { year, unruled }: ProposeOptions): Movement {
  const draft = reading.movement;
  const notes: string[] = [];
  const { commune, province } = issuerOf(reading, notes);
  const period = periodOf(reading, year, notes);
  const [first, last] = [(period.from ?? period.to).slice(0, 4), period.to.slice(0, 4)];
  const oneYear = first === last;
  const id = [codeOfWords(bareCommune(commune)) || 'phong-trao', first, ...(oneYear ? [] : [last])].join('-');
  const { audiences, ours, notes: scaled } = scaledAudiences(reading, audienceRows(reading));
  notes.push(...scaled);
  notes.push(...audienceNotes(reading, ours));
  const digital = DIGITAL.test(`${draft.title ?? ''} ${draft.plan.title ?? ''} ${draft.theme ?? ''}`);
  const targets = targetRows(reading.targets, digital);
  const awards = awardRows(reading);
  const { quotas, notes: quotaNotes } = quotaRows(reading.quotas, awards, audiences, oneYear);
  const calendar = calendarRows(reading.deadlines, oneYear ? Number(first) : null);
  const phases = phaseRows(reading);
  const recipients = upward(draft.recipients);
  const outOfTurn = quotas.find(({ round }) => round === 'out-of-turn');
  const { sets, notes: setNotes } = proposeSets({
    audiences,
    phases,
    period,
    found: reading.targets,
    rows: targets,
    scorings: reading.scorings,
    classLadders: reading.classLadders,
    unruled: unruled ?? null,
    standing: {
      source: { section: '' },
      committee: `UBND ${kindOfCommune(commune)}`,
      report: yearReport(calendar, period.to),
      digital,
    },
    id,
  });
  return {
    id,
    title: draft.title ?? draft.plan.title ?? 'Phong trào thi đua',
    otherTitles: [],
    issuer: {
      commune,
      district: draft.issuer.district,
      province,
      ...(draft.issuer.body && { body: draft.issuer.body }),
    },
    ...(draft.predecessors.length > 0 ? { predecessors: [...draft.predecessors] } : {}),
    ...(draft.validFrom === null ? {} : { validFrom: draft.validFrom }),
    ...(recipients.length > 0 ? { recipients } : {}),
    ...(reading.signer ? { signer: { authority: [...reading.signer.authority], name: reading.signer.name } } : {}),
    ...voteOf(reading),
    plan: { ...draft.plan, title: draft.plan.title ?? '' },
    theme: draft.theme,
    period,
    phases,
    scope: `địa bàn ${commune}`,
    audiences,
    contents: contentRows(reading),
    priorityFields: [],
    targets,
    standards: standardRows(reading, audiences),
    awards,
    quotas,
    outOfTurn: outOfTurn
      ? { text: outOfTurn.text, award: outOfTurn.award, source: { section: outOfTurn.source.section } }
      : null,
    calendar,
    roles: roleRows(reading),
    legalBases: basisRows(reading),
    warnings: [
      ...reading.questions.map(({ text }) => text),
      ...notes,
      ...quotaNotes,
      ...setNotes,
      ...districtNotes(reading, province),
    ].map((message, at) => ({
      code: rowCode('LY', at),
      message,
    })),
    criteriaSets: sets,
  };
}

/** Left blank where the plan does not name them, with a note. */
function issuerOf({ movement: { issuer } }: PlanReading, notes: string[]) {
  if (issuer.commune === null)
    notes.push('Chưa đọc được tên xã, phường ban hành kế hoạch: hãy ghi ở trang “Phong trào”.');
  const province = issuer.province === null ? '' : provinceName(issuer.province);
  if (province === '') notes.push('Chưa đọc được tên tỉnh, thành phố: hãy ghi ở trang “Phong trào”.');
  return { commune: issuer.commune ?? 'xã …', province };
}

/** Audiences that are our proposal, and names of audiences nobody can place. */
function audienceNotes({ movement }: PlanReading, ours: readonly { readonly name: string }[]): readonly string[] {
  const names = ours.map(({ name }) => `“${name}”`).join(', ');
  return [
    ...(ours.length > 0 ? [`Kế hoạch không nêu rõ đối tượng thi đua: ${names} ở trang “Đối tượng” là đề xuất.`] : []),
    ...movement.unknownAudiences.map(
      (name) => `Chưa rõ “các ${name}” là loại đối tượng nào: nếu phải chấm điểm thì thêm dòng ở trang “Đối tượng”.`,
    ),
  ];
}

function basisRows({ movement }: PlanReading): Movement['legalBases'] {
  return movement.legalBases.map(({ number, date, issuer, text }) => ({
    number,
    date,
    issuer,
    title: text,
    warning: null,
  }));
}

function awardRows({ movement }: PlanReading): Movement['awards'] {
  return movement.awards.map(({ name, level, section, text }, at) => {
    const code = rowCode('HT', at);
    return { code, name, level, source: { code, section, text } };
  });
}

function phaseRows({ movement }: PlanReading): Movement['phases'] {
  return movement.phases.map(({ name, from, to }) => ({
    code: name.replace(/^Giai đoạn /u, ''),
    name: `${name} (${from.slice(0, 4)} - ${to.slice(0, 4)})`,
    from,
    to,
    source: { section: '' },
  }));
}

function contentRows({ movement, deadlines }: PlanReading): Movement['contents'] {
  return [...movement.contents, ...otherDeadlines(deadlines)].map(({ text, section }, at) => {
    const code = rowCode('ND', at);
    return { code, text, source: { code, section } };
  });
}

function roleRows({ movement }: PlanReading): Movement['roles'] {
  return movement.roles.map(({ post, duties, text, section }, at) => {
    const code = rowCode('TN', at);
    return { code, duties: [...duties], post, text, source: { code, section } };
  });
}

const DIGITAL =
  /chuyển đổi số|học vụ số|chính quyền số|kinh tế số|xã hội số|công dân số|công nghệ số|mù công nghệ|kỹ năng số/iu;

/**
 * The units' last report of a year that has a day; a report before July covers the half-year and cannot stand for the
 * year's.
 */
function yearReport(calendar: readonly CalendarEntry[], end: string): CalendarEntry | undefined {
  const dayOf = ({ when }: CalendarEntry) =>
    when.kind === 'date' ? when.date.slice(5) : when.kind === 'month-day' ? when.monthDay : '';
  const isAfterEnd = ({ when }: CalendarEntry) => when.kind === 'date' && when.date > end;
  const reports = calendar.filter(
    (deadline) => deadline.what === 'unit-report' && (dayOf(deadline) >= '07-01' || isAfterEnd(deadline)),
  );
  return reports.sort((a, b) => dayOf(a).localeCompare(dayOf(b))).at(-1);
}

const CITIES = ['Hà Nội', 'Huế', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ', 'Hồ Chí Minh'];

function provinceName(name: string): string {
  return CITIES.some((city) => name.includes(city)) ? `thành phố ${name}` : `tỉnh ${name}`;
}

function periodOf({ movement, targets }: PlanReading, year: number, notes: string[]): Movement['period'] {
  const { from, to } = movement.period;
  if (to !== null) return { from, to };
  const last = targets
    .flatMap(({ deadline }) => deadline ?? [])
    .sort()
    .at(-1);
  notes.push('Kế hoạch không ghi rõ thời gian của phong trào: hãy xem lại Từ ngày, Đến ngày ở trang “Phong trào”.');
  return { from, to: last ?? `${year}-12-31` };
}

function voteOf({ vote }: PlanReading): Pick<Movement, 'vote'> {
  if (vote === null) return {};
  const { least, of, section, text } = vote;
  return { vote: { least, of, source: { section, text } } };
}

/**
 * Those the commune itself reports to, without the mark that they get a report: the bodies above it; in a plan that
 * names none, its own party committee and people's council.
 */
function upward(recipients: readonly string[]): string[] {
  const names = recipients.map((name) => name.replace(/\s*\((?:để )?b\/?c\)/iu, ''));
  const above = names.filter((name) => /tỉnh|thành phố|thành ủy|tỉnh ủy|huyện|sở /iu.test(name));
  return above.length > 0 ? above : names.filter((name) => /đảng ủy|hđnd|hội đồng nhân dân/iu.test(name));
}

/** A plan of after 1 July 2025 that still sends something to a district. */
function districtNotes({ movement, deadlines, quotas }: PlanReading, province: string): string[] {
  const { date } = movement.plan;
  const since = date ?? movement.period.to;
  if (since === null || since < DISTRICTS_END) return [];
  const sourced = [
    ...movement.roles,
    ...movement.awards,
    ...deadlines,
    ...quotas,
    ...movement.recipients.map((text) => ({ text, section: 'Nơi nhận' })),
  ];
  const found = sourced.find(({ text }) => /(?<!\p{L})(?:cấp )?huyện(?!\p{L})/iu.test(text));
  if (!found) return [];
  const where = found.section === '' ? '' : ` Xem mục ${found.section}.`;
  return [`${NO_DISTRICT}${province === '' ? '' : ` Nơi nhận mới thường là UBND ${province}.`}${where}`];
}
