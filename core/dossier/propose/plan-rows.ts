/** Findings in a plan's text as rows of a movement: only what the plan contains, in its words and with its place. */

import { formatNumber } from '../../base/quantity/points.ts';
import type { CalendarEntry, DueKind, Movement, Quota, Target, When } from '../../movement/movement.ts';
import type { Comparator } from '../../movement/rule.ts';
import type { PlanDeadline } from '../../plan/due/deadlines.ts';
import type { DueWhen } from '../../plan/due/due-dates.ts';
import type { PlanReading } from '../../plan/extract-plan.ts';
import type { PlanQuota, PlanTarget } from '../../plan/finding.ts';
import { kindsNamed } from '../../plan/identity/audiences.ts';
import type { PlanComparator } from '../../plan/words/comparator.ts';
import { tieNote, tieOf } from '../../portal/indicator/tie.ts';
import { addsUp } from './adds-up.ts';

const COMPARATORS: Readonly<Record<PlanComparator, Comparator>> = {
  '>=': 'gte',
  '>': 'gt',
  '=': 'eq',
  '<=': 'lte',
  '<': 'lt',
  // The floor of the range; the row's note has both ends.
  range: 'gte',
  'rank<=': 'lte',
};

/** Two digits, more when the plan has a hundred. */
export const rowCode = (letters: string, at: number) => `${letters}${String(at + 1).padStart(2, '0')}`;

/** `digital` = the movement is on digital transformation: each share says whether the portal measures it. */
export function targetRows(targets: readonly PlanTarget[], digital: boolean): Target[] {
  return targets.map((target, at): Target => {
    const range =
      target.valueMax === null
        ? null
        : `Kế hoạch ghi khoảng ${formatNumber(target.value, 6)} đến ${formatNumber(target.valueMax, 6)}.`;
    return {
      code: rowCode('CT', at),
      text: target.text,
      comparator: COMPARATORS[target.comparator],
      value: target.value,
      unit: target.unit,
      subject: target.subject,
      qualifier: target.qualifier,
      exclusion: target.exclusion,
      scope: addsUp(target) ? 'unit' : 'commune',
      perSector: target.perSector,
      deadline: target.deadline,
      startsOn: null,
      kind: target.kind,
      ...(target.relativeTo === null ? {} : { relativeTo: target.relativeTo }),
      note: [range, digital && target.unit === '%' ? tieNote(tieOf(target)) : null].filter(Boolean).join(' ') || null,
      section: target.section || UNNUMBERED,
    };
  });
}

/** Where a figure stands that is in no numbered part. */
export const UNNUMBERED = '(không đánh số mục)';

interface QuotaRows {
  readonly quotas: Quota[];
  /** Points the plan leaves open, for the officer. */
  readonly notes: string[];
}

/** A number for each unit is no number of places: it stands as a condition the council sees to. */
export function quotaRows(
  found: readonly PlanQuota[],
  awards: Movement['awards'],
  audiences: Movement['audiences'],
  oneYear: boolean,
): QuotaRows {
  const open: string[] = [];
  const baseless: string[] = [];
  const quotas = found.map((planQuota, at): Quota => {
    const code = rowCode('DM', at);
    const whom = audiencesOf(planQuota, audiences);
    const round = planQuota.round ?? (oneYear ? 'yearly' : 'final');
    if (planQuota.round === null) open.push(code);
    const isShare = planQuota.unit === '%';
    const isPlain =
      planQuota.max === null || (planQuota.per === null && (!isShare || (planQuota.max > 0 && planQuota.max <= 100)));
    const percent = isPlain && isShare ? planQuota.max : null;
    if (percent !== null && planQuota.base === null) baseless.push(code);
    const figure = `${formatNumber(planQuota.max ?? 0)}${isShare ? ' %' : ''}`;
    const each = planQuota.per === null ? '' : `${planQuota.per}: `;
    return {
      code,
      text: planQuota.text,
      max: isPlain && !isShare ? planQuota.max : null,
      percent,
      base: percent === null ? null : planQuota.base,
      kind: planQuota.kind,
      ...(whom === null ? {} : { audiences: [...whom] }),
      award: awardOf(found, at, awards),
      round,
      phase: null,
      condition: isPlain ? bracketed(planQuota.text) : `${each}tối đa ${figure}`,
      source: { code, section: planQuota.section, text: planQuota.text },
    };
  });
  const round = oneYear ? 'hằng năm' : 'tổng kết';
  const notes = [
    ...(open.length === 0 ? [] : [`Định mức ${open.join(', ')}: kế hoạch không ghi đợt xét; tạm ghi ${round}.`]),
    ...(baseless.length === 0
      ? []
      : [`Định mức ${baseless.join(', ')}: kế hoạch không nói tỷ lệ của số nào; chọn ở cột Tính trên.`]),
  ];
  return { quotas, notes };
}

/** Audiences that “cơ quan, đơn vị” stands for. */
const OFFICES: readonly string[] = ['agency', 'party-body', 'association', 'health-station', 'police'];

/** Whom the places are for by the plan's words; null = all collectives, or no collectives. */
function audiencesOf({ kind, text }: PlanQuota, audiences: Movement['audiences']): readonly string[] | null {
  if (kind !== 'collective' || /tập thể/iu.test(text)) return null;
  // Only the text behind the number: before it stands the authority that awards.
  const named = kindsNamed(/\d.*$/su.exec(text)?.[0] ?? text);
  const wanted = named.includes('agency') ? [...named, ...OFFICES] : named;
  const all = audiences.filter(
    (audience) => audience.subject === 'collective' && !audience.kind.startsWith('outside-'),
  );
  const own = all.filter((audience) => wanted.includes(audience.kind));
  return own.length === 0 || own.length === all.length ? null : own.map((audience) => audience.kind);
}

/** `… ngoài xã (chưa được khen năm)`: the bracket at the end says when. */
function bracketed(text: string): string | null {
  return /\(([^()]{3,80})\)$/u.exec(text.trim())?.[1] ?? null;
}

/** "Bằng khen cho 02 tập thể, 03 cá nhân": a figure right behind another has the same award as that figure. */
function awardOf(found: readonly PlanQuota[], at: number, awards: Movement['awards']): string | null {
  const [planQuota, before] = [found[at], found[at - 1]];
  if (!planQuota) return null;
  const named = namedIn(planQuota.text, awards);
  if (named) return named.code;
  const next = found[at + 1];
  // “01 tập thể và 02 cá nhân … tặng Bằng khen”: the award is named behind the last figure and belongs to both.
  if (next && isJoined(planQuota, next) && namedIn(next.text, awards)) return namedIn(next.text, awards)?.code ?? null;
  // "đề nghị UBND tỉnh khen 01 bản": an award of theirs, which the plan does not name.
  if (OF_OTHERS.test(planQuota.text)) return null;
  return before && isJoined(before, planQuota) ? awardOf(found, at - 1, awards) : onlyOne(awards);
}
const OF_OTHERS = /(?:UBND|nhân dân) (?:tỉnh|thành phố|huyện)|cấp (?:trên|tỉnh|huyện)|Thủ tướng/iu;
/** A figure right behind another. */
function isJoined(planQuota: PlanQuota, next: PlanQuota): boolean {
  const between = next.offset - (planQuota.offset + planQuota.text.length);
  return next.section === planQuota.section && between >= 0 && between <= JOINT && /^(?:\d|và \d)/u.test(next.text);
}
/** `, `, `; `, ` và ` */
const JOINT = 4;

function namedIn(words: string, awards: Movement['awards']): Movement['awards'][number] | undefined {
  const text = words.toLowerCase();
  const holds = (name: string | undefined): boolean => name !== undefined && text.includes(name.toLowerCase());
  return awards.find(({ name }) => holds(name)) ?? awards.find(({ name }) => holds(name.split(' của ')[0]));
}

/** Where the text names none: the commune's only award. */
function onlyOne(awards: Movement['awards']): string | null {
  const own = awards.filter(({ level }) => level === 'commune');
  return own.length === 1 ? (own[0]?.code ?? null) : null;
}

const DUE: Readonly<Record<DueKind, CalendarEntry['what'] | null>> = {
  'unit-report': 'unit-report',
  'unit-plan': 'unit-plan',
  registration: 'registration',
  'yearly-summary': 'yearly-summary',
  'interim-review': 'interim-review',
  'final-review': 'final-review',
  evaluation: 'evaluation',
  'award-dossier': 'other-report',
  end: 'end',
  // No report and no review: they stay among the contents.
  launch: null,
  other: null,
};

export function calendarRows(deadlines: readonly PlanDeadline[], year: number | null): CalendarEntry[] {
  const due = deadlines.flatMap((deadline) => {
    const what = DUE[deadline.what];
    return what === null ? [] : [{ ...deadline, what }];
  });
  return due.map(({ what, text, when, exclusive, section }, at) => {
    const code = rowCode('TH', at);
    return {
      code,
      what,
      text,
      when: whenOf(when, { exclusive, text }, year),
      from: null,
      to: null,
      source: { code, section, text },
    };
  });
}

/** Deadlines that are no report and no review, in the plan's words. */
export function otherDeadlines(deadlines: readonly PlanDeadline[]): readonly PlanDeadline[] {
  return deadlines.filter(({ what }) => DUE[what] === null);
}

/** `ngày 05 của tháng sau`, `ngày 05 tháng đầu quý sau` */
const BEHIND = /tháng (?:sau|kế tiếp|tiếp theo)|quý (?:sau|kế tiếp|tiếp theo)/iu;

function whenOf(
  when: DueWhen,
  { exclusive, text }: Pick<PlanDeadline, 'exclusive' | 'text'>,
  year: number | null,
): When {
  if ('date' in when) return { kind: 'date', date: when.date, exclusive };
  if ('monthDay' in when) return { kind: 'month-day', monthDay: when.monthDay, exclusive };
  if ('quarter' in when) {
    const of = when.year ?? year;
    return of === null ? { kind: 'unspecified' } : { kind: 'quarter', year: of, quarter: when.quarter };
  }
  if ('month' in when) return { kind: 'month', year: when.year ?? year, month: when.month };
  if ('day' in when) return { kind: 'recurring', ...when, next: BEHIND.test(text), exclusive };
  return 'year' in when ? { kind: 'year', year: when.year } : { kind: 'unspecified' };
}

/** The competing audiences that these words name; '' = all of them. */
function namedBy(whom: string, audiences: Movement['audiences']): string[] {
  const kinds = kindsNamed(whom);
  const isUnit = /đơn vị|tập thể/iu.test(whom);
  const isAnybody = whom === '' || /trường hợp|đối tượng/iu.test(whom);
  return audiences
    .filter(
      ({ competes, kind, subject }) =>
        competes && (isAnybody || (isUnit && subject === 'collective') || kinds.includes(kind)),
    )
    .map(({ kind }) => kind);
}

/** Standards in the plan's words, and what of them is a figure: `từ 90 % số điểm trở lên`. */
export function standardRows(
  { movement, targets, bars }: PlanReading,
  audiences: Movement['audiences'],
): Movement['standards'] {
  const shares = targets.filter(
    ({ kind, unit, text }) => kind === 'award-threshold' && unit === '%' && /điểm/iu.test(text),
  );
  const standards = movement.standards.map((standard) => ({
    ...standard,
    share: shares.find(({ section, text }) => section === standard.section || standard.text.includes(text)),
  }));
  const alone = shares.filter((share) => !standards.some((standard) => standard.share === share));
  const rows = [...standards, ...alone.map((share) => ({ text: share.text, section: share.section, share }))];
  const plain = rows.filter(({ section, text }) => {
    const own = bars.filter((bar) => bar.section === section && bar.section !== '');
    // Other requirements in the same item as a bar stay standards.
    return (
      own.length === 0 || /\p{L}+(?:\s+\p{L}+){3}/u.test(own.reduce((rest, bar) => rest.replace(bar.text, ''), text))
    );
  });
  const barred = bars.map(({ kind, days, condition, section, text, whom }, at): Movement['standards'][number] => {
    const code = rowCode('TC', plain.length + at);
    const source = { code, section, text };
    const own = namedBy(whom, audiences);
    // The bar names no competing audience: the council decides whom it excludes.
    return own.length > 0
      ? { code, text: condition, audiences: own, proposedFor: [], kind, value: days, source }
      : {
          code,
          text: `${whom} ${condition}`,
          audiences: namedBy('', audiences),
          proposedFor: [],
          kind: 'barred',
          value: null,
          source,
        };
  });
  const own = plain.map(({ text, section, share }, at): Movement['standards'][number] => {
    const code = rowCode('TC', at);
    const onlyPersons = /cá nhân|hộ gia đình/iu.test(text) && !/tập thể|đơn vị|cơ quan/iu.test(text);
    const subjects = onlyPersons
      ? ['individual', 'household']
      : ['collective', ...(/cá nhân/iu.test(text) ? ['individual'] : [])];
    return {
      code,
      text,
      audiences: audiences
        .filter(({ competes, subject }) => competes && subjects.includes(subject))
        .map(({ kind }) => kind),
      proposedFor: [],
      kind: share
        ? ('score-share' as const)
        : /chế độ (?:thông tin,? )?báo cáo/iu.test(text)
          ? ('reporting' as const)
          : ('qualitative' as const),
      value: share?.value ?? null,
      source: { code, section, text },
    };
  });
  return [...own, ...barred];
}
