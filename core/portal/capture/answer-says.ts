/**
 * Statements of an answer about itself, at any depth: its period, a filter, a scale, that more pages follow, that it is
 * provisional. A state not known to be harmless becomes a question; lists that are no lists of units (charts, parts of
 * a score) are figures and are skipped.
 */
import { type Period, periodDays } from '../../base/period/period.ts';
import { periodSaid } from '../../base/period/period-text.ts';
import { bareKey } from '../../base/text/text.ts';
import { placesAside } from './answer-places.ts';
import { cutShort, isOfOtherSpan, MADE, madeEarly, saysAnother } from './answer-times.ts';
import { isCaveat, scaleIn } from './page-notes.ts';
import { dayIn } from './page-period.ts';
import type { Captured, Question } from './reader.ts';

export interface AnswerSays {
  /** The answer names another period than the request. */
  readonly isOfAnotherPeriod: boolean;
  readonly questions: readonly Question[];
  /** Vietnamese sentences that pass on the answer's own reservations about its figures. */
  readonly caveats: readonly string[];
  readonly scale: string | undefined;
  /** It says itself that it is not the whole list. */
  readonly isPart: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/** Levels below which nothing of an answer is looked into; units beyond which no list goes. */
const MOST_LEVELS = 8;
const MOST_OBJECTS = 30_000;

const HARMLESS =
  /^(?:(?:department|agency)(?:id|name|code|type|level)?|level|child\w*|code|name|message|id|uuid|(?:request|trace|correlation|session)\w*|source|version|success|ok|sort\w*|order\w*|timetype|statuscode)$/i;
const ASKING = /filter|quer|param|criteria|dieukien/i;
/** Keys of a number or a code that picks out a part. */
const PICKING =
  /^(?!total)\w*(?:id|ids|type|kind|channel|field|category|categories|sample|kenh|loai|linhvuc|formality\w*|procedure\w*)$/i;
/** A number by which counts are to be multiplied. */
const SCALE_KEY = /^(?:\w*(?:multipl|scale|factor|divisor|unitofmeasure)\w*)$/i;
/** A part by its own object: `formality: { id, name }`. */
const PART_KEY = /^(?:formality|procedure|field|category|channel|linhvuc|thutuc)$/i;
/** Times are compared with the request. */
const TIME_KEY = /year|quarter|month|week|day|date|thang|qui|nam$|ngay/;
/** Where a stretch of months begins or ends. */
const STRETCH = /^(?:to|from|last|until|asof|den|tu)\w*(?:month|thang|quarter|quy|week|tuan)$/i;
/** How much of the figures is there: a part of one, or of a hundred. */
const SHARE_KEY = /^(?:data)?(?:coverage|completeness)$/i;
/** How many rows or pages there are in all. */
const ALL_KEY = /^total(?:elements|items|records|rows|pages)$/i;
/** The same beside the list it counts. */
const COUNT_KEY = /^(?:total|count|total_?count|records?total|(?:row|unit|department|commune|item|record)s?_?count)$/i;
/** A unit that is no more. */
const ENDED =
  /delet|remov|inactive|dissol|merged|expired|disabled|closed|effectiveto|validto|validuntil|enddate|ngungho|giaithe|s[aá]tnhap|sapnhap/i;
/** What went wrong, or was left out. */
const TROUBLE = /error|warning|missing|issue|problem|skipped/i;
/** Marks of a row that all rows of other lists have too. */
const ROW_KEY =
  /^(?:\w*id|name|code|department\w*|agency\w*|level|child\w*|ma_?\w*|ten(?:_\w*)?|loai_?\w*|cap\w*|stt|\w*(?:date|time|status))$/i;
/** States of what is shown, not of what is counted. */
const SHOWN = /^(?:is|has)?(?:leaf|child\w*|expand\w*|visible|active|enabled|open|selected|public\w*)$/i;
const CHART = /chart|radar|donut|series|label|colou?r|month|legend/i;
const PROVISIONAL =
  /provision|tempor|draft|estimat|prelim|trial|partial|incomplete|stale|degraded|^uat$|tamtinh|thunghiem|^(?:is)?test$/i;
const FINAL = /final|complete|official|locked|published|approved|chinhthuc/i;
/** How a list goes on, by its name or by where it goes: `hasMore`, `nextCursor`, `@odata.nextLink`, `offset`. */
const MORE = /^(?:@\w+\.)?(?:has|is)?(?:next|more|truncated|partial|remain)|^(?:offset|skip)$/i;
/** The page's number, or the number of pages if above 1. */
const PAGES = /^(?:current)?_?pages?_?(?:no|number|count)?$/i;
const HANOI_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** How a list goes on: claimed by what is made of its counts. */
const PAGING =
  /^(?:first|last|empty|(?:un)?paged|(?:un)?sorted|number\w*|\w*(?:page|size|limit|offset|index)\w*|total\w*|\w*count|took|elapsed\w*|duration\w*|growth\w*|rev(?:ision)?|seq\w*)$/i;
/** Whole numbers that pick out a part are small; larger ones count. */
const MOST_CHOICES = 99;

/**
 * `period` = of the question; `claimed` = keys of the figures that the reader knows. An answer that is no JSON says
 * nothing.
 */
export function answerSays(
  { body, at, request }: Captured,
  period: Period,
  claimed: (key: string) => boolean,
): AnswerSays {
  const day = at.slice(0, 10);
  const found = { isOfAnotherPeriod: false, questions: [] as Question[], caveats: new Set<string>(), isPart: false };
  let scale: string | undefined;
  let looked = 0;
  let listed = 0;
  let all = 0;
  const marks = new Map<string, Set<string>>();
  const flags = new Map<string, unknown[]>();
  const own = new Set<string>();
  const others = new Set<string>();
  const rows: Json[] = [];
  const wholes: Json[] = [];
  const waiting: AnswerNode[] = [{ value: parsed(body), path: [], isRow: false }];
  for (let next = waiting.pop(); next !== undefined && looked < MOST_OBJECTS; next = waiting.pop()) {
    const { value, path, isRow } = next;
    if (Array.isArray(value)) {
      const list: readonly unknown[] = value;
      if (isUnits(list)) {
        listed = Math.max(listed, list.length);
        for (const item of list) waiting.push({ value: item, path, isRow: true });
      } else if (!isRow && (!CHART.test(path.join('.')) || isPartOfYear(list, path))) {
        found.isOfAnotherPeriod ||= isOfOtherSpan(list, period);
        // What is left in, or left out.
        const plain = list.filter((item) => typeof item === 'string' || typeof item === 'number');
        if (plain.length > 0 && plain.length === list.length)
          found.questions.push(asking(path, plain.slice(0, 5).join(', ')));
        else if (list.length > 0 && ASKING.test(path.join('.')))
          found.questions.push(asking(path, JSON.stringify(list[0]).slice(0, 60)));
        else if (list.length > 0 && TROUBLE.test(path.at(-1) ?? ''))
          found.caveats.add(`Cổng báo có lỗi hoặc thiếu (${path.at(-1)}).`);
      }
      continue;
    }
    if (!isObject(value)) continue;
    looked++;
    const isUnit = isUnits([value]);
    const province = provinceIn(value);
    if (province !== undefined) (isRow || isWhole(path) ? own : others).add(province);
    if (isUnit) (isRow ? rows : wholes).push(value);
    found.isOfAnotherPeriod ||= saysAnother(value, period, !isRow && !isUnit);
    const early = isRow || isUnit || path.length > 2 ? undefined : madeEarly(value, period, day);
    for (const text of [cutShort(value, period, day), early]) if (text !== undefined) found.caveats.add(text);
    for (const [key, each] of Object.entries(value)) {
      if (!isRow && isObject(each) && PART_KEY.test(key) && Object.keys(each).length > 0)
        found.questions.push(asking([...path, key], Object.values(each).slice(0, 3).join(', ')));
      if (typeof each === 'object' && each !== null) {
        if (path.length < MOST_LEVELS && (!isRow || isUnits(each)))
          waiting.push({ value: each, path: [...path, key], isRow });
      } else if (isRow) {
        if (each === true && PROVISIONAL.test(key)) found.caveats.add(provisional(key));
        else if (isUnit && key !== 'level' && isChoice(key, asNumber(each), claimed) && !ENDED.test(key))
          flags.set(key, [...(flags.get(key) ?? []), each]);
        if (isEnded(key, each, period)) {
          found.isPart = true;
          found.caveats.add(`Cổng ghi có đơn vị không còn hoạt động (${key}): không tính hạng.`);
        }
        if (typeof each === 'string' && SAYING.test(each) && !ROW_KEY.test(key) && !claimed(key))
          marks.set(key, (marks.get(key) ?? new Set()).add(each));
      } else {
        if (
          typeof each === 'number' &&
          (COUNT_KEY.test(key.replace(/^@\w+\./, '')) ||
            (/count$|total/i.test(key) && !isUnit && !(claimed(key) && !/count$/i.test(key)))) &&
          Object.values(value).some(isUnits)
        )
          all = Math.max(all, each);
        if (typeof each === 'number' && ALL_KEY.test(key))
          all = Math.max(all, /pages/i.test(key) && each > 1 ? MOST_OBJECTS : each);
        const state = stateOf([...path, key], each, isUnit ? () => true : claimed);
        if (state.kind === 'asked') found.questions.push(state.question);
        if (state.kind === 'caveat') found.caveats.add(state.text);
        if (state.kind === 'scale') scale ??= state.text;
        if (state.kind === 'part') {
          found.isPart = true;
          if (PROVISIONAL.test(key)) found.caveats.add(provisional(key));
        }
      }
    }
  }
  // What all rows say of themselves, and no row differs in, is of the whole list.
  for (const [key, values] of marks) {
    const [only] = values;
    if (values.size === 1 && only !== undefined) found.questions.push(asking([key], only));
  }
  for (const [key, values] of flags) {
    const [first] = values;
    const isOfAll = values.length === rows.length && rows.length > 1 && values.every((each) => each === first);
    if (isOfAll || values.includes(true)) found.questions.push(asking([key], String(first)));
  }
  for (const place of placesAside(rows, wholes, request))
    found.questions.push(...Object.entries(place).map(([key, value]) => asking([key], String(value))));
  // Of another province than its rows: asked for, or signed in, elsewhere.
  for (const province of others)
    if (own.size > 0 && !own.has(province)) found.questions.push(asking(['tinh'], province));
  const isPart = found.isPart || all > listed;
  return { ...found, isPart, caveats: [...found.caveats], scale };
}

/** The unit of which the whole answer is. */
function isWhole(path: readonly string[]): boolean {
  return /^(?:parent|overview)$/.test(path.at(-1) ?? '');
}

/** `H44` of a code `H44.100` or `000.00.00.H44`; undefined for an object without. */
function provinceIn(object: Json): string | undefined {
  const codes = Object.entries(object).flatMap(([key, value]) =>
    /code$|^ma_?(?:coquan|donvi|tinh)$/i.test(key) && typeof value === 'string' ? [value] : [],
  );
  return codes.flatMap((code) => /(?:^|\.)(H\d\d)(?:\.|$)/.exec(code)?.[1] ?? [])[0];
}

/** `months: [7, 8]`: fewer than all, beside no chart. */
function isPartOfYear(list: readonly unknown[], path: readonly string[]): boolean {
  const isOfTime = /^(?:months?|quarters?|weeks?|thang|quy)$/i.test(path.at(-1) ?? '');
  return isOfTime && list.length < 4 && !CHART.test(path.slice(0, -1).join('.'));
}

interface AnswerNode {
  readonly value: unknown;
  readonly path: readonly string[];
  /** Within a list of units: its figures are the reader's. */
  readonly isRow: boolean;
}

type State =
  | { readonly kind: 'none' }
  | { readonly kind: 'part' }
  | { readonly kind: 'caveat' | 'scale'; readonly text: string }
  | { readonly kind: 'asked'; readonly question: Question };

const NONE: State = { kind: 'none' };

/** Texts of a row: words, a share, a day, a code of letters and figures. */
const SAYING = /\p{L}{2}|%|\p{L}\d|\d[/-]\d/u;

/** The old portal writes every number as text. */
function asNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,2}$/.test(value) ? Number(value) : value;
}

/** A switch that is on, or a small whole number, under a key that nobody claims. */
function isChoice(key: string, value: unknown, claimed: (key: string) => boolean): boolean {
  const isNumber =
    typeof value === 'number' && (Number.isInteger(value) || value < 1) && value > 0 && value <= MOST_CHOICES;
  // In words a level is that of the unit.
  const isHarmless = HARMLESS.test(key) && !(typeof value === 'number' && key === 'level');
  const isKnown = claimed(key) || isHarmless || PAGING.test(key) || SHOWN.test(key) || FINAL.test(key);
  return (isNumber || value === true) && !isKnown && !MADE.test(key) && !TIME_KEY.test(bareKey(key));
}

function stateOf(path: readonly string[], value: unknown, claimed: (key: string) => boolean): State {
  const key = path.at(-1) ?? '';
  if (typeof value === 'boolean') {
    if (value ? MORE.test(key) : /^(?:is)?last(?:page)?$/i.test(key)) return { kind: 'part' };
    if (!value && /^(?:success|ok|valid|healthy)$/i.test(key))
      return { kind: 'caveat', text: `Cổng báo câu trả lời không thành công (${key}).` };
    if (value ? PROVISIONAL.test(key) : FINAL.test(key)) return { kind: 'caveat', text: provisional(key) };
    // What is left out is as telling as what is put in.
    const isOff = !value && !ENDED.test(key) && !TROUBLE.test(key) && !MORE.test(key) && !PROVISIONAL.test(key);
    return (value || isOff) && isChoice(key, true, claimed)
      ? { kind: 'asked', question: asking(path, String(value)) }
      : NONE;
  }
  if (typeof value === 'number') {
    if (MORE.test(key) ? value > 0 : PAGES.test(key) && value > 1) return { kind: 'part' };
    if (/status|code$/i.test(key) && (value === 206 || (value >= 400 && value < 600)))
      return { kind: 'caveat', text: `Cổng báo câu trả lời không thành công (${key}: ${value}).` };
    if (SCALE_KEY.test(key) && value !== 1) return { kind: 'scale', text: `${key} ${value}` };
    const most = value > 1 ? 100 : 1;
    if (SHARE_KEY.test(key) && value < most)
      return { kind: 'caveat', text: `Cổng báo mới có một phần số liệu (${key}: ${value}).` };
    return STRETCH.test(key) || (PICKING.test(key) && !HARMLESS.test(key)) || isChoice(key, value, claimed)
      ? { kind: 'asked', question: asking(path, String(value)) }
      : NONE;
  }
  if (typeof value !== 'string' || value.trim() === '' || MADE.test(key)) return NONE;
  if (MORE.test(key) && !/^(?:0|false|null|none)$/i.test(value.trim())) return { kind: 'part' };
  // `0-37/130`
  const [, last, all] = /^\D{0,8}\d{1,6}-(\d{1,6})\/(\d{1,6})$/.exec(value.trim()) ?? [];
  if (all !== undefined && Number(last) + 1 < Number(all)) return { kind: 'part' };
  if (SCALE_KEY.test(key) && /^\d{2,7}$/.test(value.trim())) return { kind: 'scale', text: `${key} ${value.trim()}` };
  const text = value.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (PROVISIONAL.test(text) || isCaveat(text)) return { kind: 'caveat', text: `Cổng ghi: “${text.slice(0, 160)}”.` };
  if (/^(?:message|msg|description)$/i.test(key) && !/^(?:ok|success\w*|done|null)$|thành công|successful/i.test(text))
    return { kind: 'caveat', text: `Cổng ghi: “${text.slice(0, 160)}”.` };
  const scale = scaleIn(text) ?? (/^(?:nghìn|ngàn|trăm|triệu|thousand|k)(?!\p{L})/iu.test(text) ? text : undefined);
  if (scale !== undefined && /unit|scale|donvi|dvt|multipl/i.test(bareKey(key)))
    return { kind: 'scale', text: scale.slice(0, 40) };
  const isAsking = ASKING.test(path.join('.'));
  // `8 tháng đầu năm` is none of the periods that were compared with the request.
  const stated = /\d/.test(text) ? periodSaid(text) : undefined;
  const isTime = stated?.kind === 'one' || (stated?.kind === 'unclear' && text.split(' ').length < 4);
  if (isTime || dayIn(text) !== undefined || /^[\d.,\s:-]+$/.test(text) || HANOI_ID.test(text))
    return (isAsking || (PICKING.test(key) && !HARMLESS.test(key))) && !isTime && !/\d{4}/.test(text)
      ? { kind: 'asked', question: asking(path, text) }
      : NONE;
  if (!isAsking && (HARMLESS.test(key) || /^(?:OK|SUCCESS|ALL|YEAR|MONTH|QUARTER)$/i.test(text))) return NONE;
  if (text.split(' ').length > 6) return { kind: 'caveat', text: `Cổng ghi: “${text.slice(0, 160)}”.` };
  return { kind: 'asked', question: asking(path, text) };
}

function isEnded(key: string, value: unknown, period: Period): boolean {
  if (value === false) return /^(?:is)?(?:active|enabled)$/i.test(key);
  if (!ENDED.test(key) || value === true) return value === true && ENDED.test(key);
  const day = typeof value === 'string' ? dayIn(value) : undefined;
  return day !== undefined ? day < periodDays(period).to : typeof value === 'string' && value.trim() !== '';
}

function provisional(key: string): string {
  return `Cổng ghi số này chưa phải số chính thức (${key}).`;
}

function asking(path: readonly string[], value: string): Question {
  const shown = `${path.at(-1) ?? ''}: ${value}`.slice(0, 100);
  return {
    key: `tra-loi:${path.join('.')}:${value.slice(0, 60)}`,
    about: `Câu trả lời của Cổng ghi “${shown}” mà cách đọc này chưa biết. Số này là của cả xã?`,
    shown,
    isKept: true,
  };
}

function isUnits(value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return isObject(first) && ('departmentName' in first || 'TEN' in first);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
