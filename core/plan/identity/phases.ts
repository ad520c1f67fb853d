/** Phases of a movement over several years: `Giai đoạn I (từ tháng 6/2023 đến năm 2025)`, `2. Giai đoạn 2028 - 2030: …`. */
import { readDate } from '../../sheet/grid/date.ts';

export interface Phase {
  readonly name: string;
  /** ISO days. */
  readonly from: string;
  readonly to: string;
}

/** A day, a month, a quarter or a year; the year of the first of two may be left to the second. */
const TIME = String.raw`(?:(?:ngày )?\d{1,2}/\d{1,2}(?:/20\d\d)?|(?:tháng \d{1,2}|quý (?:IV|I{1,3}))(?:(?:/| năm )20\d\d)?|(?:năm )?20\d\d)`;
const NUMBERED = new RegExp(
  String.raw`(Giai đoạn|Đợt) (I{1,3}|IV|V|\d{1,2})(?!\d)(?: ?\([^():]{1,30}\))?[\s:(,]{0,4}(?:từ )?(${TIME}|(?:khi |ngày )?(?:ban hành|ký|ký ban hành)|nay) ?(?:[-–—]|đến(?: hết)?) ?(${TIME})`,
  'giu',
);
/** Opening its line, behind a label of any kind. */
const NAMED_BY_YEARS = /^(?:[^\p{L}]{0,8}|[a-zđ][.)] )Giai đoạn (?:từ )?(20\d\d) ?(?:[-–—]|đến) ?(20\d\d)(?!\d)/u;

/** Stretches with a number and days, in their order: phases, and waves of a movement (`Đợt 1: từ … đến …`). */
export function stagesIn(text: string, issued: string | null): readonly Phase[] {
  const stages = new Map<string, Phase>();
  for (const [, noun = '', number = '', first = '', last = ''] of text.matchAll(NUMBERED)) {
    const year = yearOf(last);
    const from = /\d/.test(first) ? edgeOf(first, yearOf(first) ?? year, 'first') : issued;
    const to = edgeOf(last, year, 'last');
    const name = `${/^g/iu.test(noun) ? 'Giai đoạn' : 'Đợt'} ${number.toUpperCase()}`;
    if (from && to && from <= to && !stages.has(name)) stages.set(name, { name, from, to });
  }
  return [...stages.values()];
}

/** Phases in their order; `lines` are those of the text. */
export function phasesIn(stages: readonly Phase[], lines: readonly string[]): readonly Phase[] {
  const numbered = stages.filter(({ name }) => name.startsWith('Giai đoạn'));
  if (numbered.length > 0) return numbered;
  const named = lines.flatMap((line): Phase[] => {
    const [, from, to] = NAMED_BY_YEARS.exec(line) ?? [];
    return from && to ? [{ name: `Giai đoạn ${from} - ${to}`, from: `${from}-01-01`, to: `${to}-12-31` }] : [];
  });
  // A single stretch, or two that do not follow each other, only date something else.
  const follow = named.every(({ from }, at) => at === 0 || yearOf(from.slice(0, 4)) === yearBehind(named[at - 1]));
  return named.length > 1 && follow ? named : [];
}

function yearBehind(phase: Phase | undefined): number {
  return Number(phase?.to.slice(0, 4)) + 1;
}

function yearOf(time: string): number | null {
  const year = /20\d\d$/.exec(time)?.[0];
  return year === undefined ? null : Number(year);
}

const QUARTERS = ['I', 'II', 'III', 'IV'];

/** First or last day of a time in a year; null = there is no such day. */
function edgeOf(time: string, year: number | null, edge: 'first' | 'last'): string | null {
  if (year === null) return null;
  const day = /(?<!\d)(\d{1,2}\/\d{1,2})(?!\d)/u.exec(time)?.[1];
  if (day !== undefined) return readDate(`${day}/${year}`);
  const month = /tháng (\d{1,2})/u.exec(time)?.[1];
  const quarter = QUARTERS.indexOf(/quý ([IV]+)/u.exec(time)?.[1] ?? '') + 1;
  const last = month !== undefined ? Number(month) : quarter > 0 ? quarter * 3 : 12;
  const first = month !== undefined ? last : quarter > 0 ? last - 2 : 1;
  const days = edge === 'first' ? 1 : new Date(Date.UTC(year, last, 0)).getUTCDate();
  return readDate(`${days}/${edge === 'first' ? first : last}/${year}`);
}
