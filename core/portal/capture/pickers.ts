/** What the controls of a page say: a period, a place, or a condition that leaves only a part of the figures. */

import type { Period } from '../../base/period/period.ts';
import { type PeriodSaid, periodSaid } from '../../base/period/period-text.ts';
import { bareKey } from '../../base/text/text.ts';
import { namesTime } from './control-shapes.ts';
import { type Control, controlsOf } from './controls.ts';
import { unknownWords } from './known-words.ts';
import { isRelativeTime, isSummedUp, narrows } from './narrowing-lines.ts';
import type { PageElement } from './page.ts';
import type { Question } from './reader.ts';
import { isDimension } from './side-by-side.ts';

interface PickedConditions {
  /** What the controls of time say together. */
  readonly period: PeriodSaid;
  /** Kinds of period that are chosen without a period: `Tháng` among `Tháng`, `Quý`, `Năm`. */
  readonly kinds: readonly Period['kind'][];
  /** Controls that are no time, no place and not everything: of one field, one kind of dossier. */
  readonly parts: readonly Control[];
  /** Places chosen: `UBND xã Ta Ma`. */
  readonly places: readonly string[];
  /** The whole of a province or the country is chosen. */
  readonly isOfAll: boolean;
}

const ALL =
  /^[-–—\s]*(?:tất cả|toàn (?:bộ|tỉnh|quốc|xã)|cả nước|(?:vui lòng |hãy |--?\s*)?chọn.*|[-–—.\s]*|mặc định|không chọn|all|any|0)[-–—\s]*$/iu;
/** `Tất cả lĩnh vực`: all of what the words behind name. */
const ALL_OF = /^[-–—\s]*(?:tất cả|toàn bộ)\s(?:các\s|những\s)?(.+?)[-–—\s]*$/iu;
const PLACE =
  /^(?:[-–\s]*)(?:ubnd|[uủ]ỷ ban|ủy ban|tỉnh|thành phố|tp\.?|xã|phường|đặc khu|thị trấn|huyện|quận|thị xã)\s/iu;
const PLACE_LABEL =
  /tinh(?!trang)|huyen|xa(?!c)|phuong(?!thuc)|donvi|coquan|diaphuong|province|district|commune|unit|agency|department/;
const OF_ALL = /^(?:toàn|cả) (?:tỉnh|quốc|nước|thành phố)(?!\p{L})/iu;
/** Ways of showing and languages; kinds of reports are known by their words. */
const VIEW =
  /^(?:(?:bảng|dạng|danh sách|lưới|biểu đồ|bản đồ|liên kết)(?!\p{L}).{0,24}|tiếng việt|việt nam|vietnam(?:ese)?|english)$/iu;
const REPORT = /báo cáo|biểu|mẫu|phụ lục|tổng hợp|thống kê/iu;
const SIZE_LABEL = /length|size|limit|hienthi|sodong|perpage/;
/** Names of fields and parameters of time, without diacritics. */
const TIME_KEY =
  /thang|qui(?!ettoan)|nam(?![a-z])|ngay|date|month|year|quarter|tuan|thoigian|(?:^|\s)(?:ki|tu|den|from|to)(?:\s|$)/;
const TIME_TYPE = /^(?:date|month|week|datetime-local|time)$/;
/** A kind of period, without a period. */
const KIND_OF_TIME = /^(?:theo )?(ngày|tuần|tháng|quý|năm)$/iu;
const KINDS: Readonly<Record<string, Period['kind']>> = {
  ngày: 'days',
  tuần: 'days',
  tháng: 'month',
  quý: 'quarter',
  năm: 'year',
};

/** Of `Tháng`, `theo quý`; undefined for any other text. */
export function kindOfTime(text: string): Period['kind'] | undefined {
  return KINDS[KIND_OF_TIME.exec(text)?.[1]?.toLowerCase() ?? ''];
}
/** What counts more with it than without. */
const INCLUDES = /^(?:bao gồm|gồm cả|kể cả|tính cả|tính luôn|cộng cả)(?!\p{L})/iu;

const PICKED = new WeakMap<PageElement, PickedConditions>();

export function picked(page: PageElement): PickedConditions {
  const held = PICKED.get(page);
  if (held) return held;
  const found = readPicked(page);
  PICKED.set(page, found);
  return found;
}

function readPicked(page: PageElement): PickedConditions {
  const parts: Control[] = [];
  const places: string[] = [];
  const times: { readonly text: string; readonly isYear: boolean }[] = [];
  const typed: Control[] = [];
  const kinds: Period['kind'][] = [];
  let unsure = false;
  let isOfAll = false;
  for (const control of controlsOf(page)) {
    if (control.kind === 'typed') {
      if (TIME_TYPE.test(control.type) || TIME_KEY.test(control.key) || control.statedAs !== undefined)
        typed.push(control);
      else if (!isSize(control)) parts.push(control);
      continue;
    }
    if (control.kind === 'off') {
      if (INCLUDES.test(control.text)) parts.push(control);
      continue;
    }
    isOfAll ||= OF_ALL.test(control.text);
    const time = timeOf(control);
    const kind = kindOfTime(control.text);
    if (time !== undefined) times.push({ text: time, isYear: /^năm \d{4}$/i.test(time) });
    else if (isSummedUp(control.text) || isRelativeTime(control.text)) unsure = true;
    else if (kind !== undefined) kinds.push(kind);
    else if (isPlace(control)) places.push(control.text);
    else if (isEverything(control) || isReport(control) || isSize(control)) continue;
    else if (control.type !== 'range' && (/^\d{1,2}$/.test(control.text) || namesTime(control.text))) unsure = true;
    else parts.push(control);
  }
  // A year picked beside a month is the month's.
  const dated = [...times.filter(({ isYear }) => !isYear), ...times.filter(({ isYear }) => isYear)];
  const period = dated.length === 0 ? ({ kind: 'none' } as const) : periodSaid(dated.map(({ text }) => text).join(' '));
  const candidates = period.kind === 'unclear' ? period.candidates : period.kind === 'one' ? [period.period] : [];
  const doubted: PeriodSaid = { kind: 'unclear', candidates };
  return { period: unsure || !areSaid(typed) ? doubted : period, kinds, parts, places, isOfAll };
}

/**
 * Whether the dates typed in are those the page's own words say: each the very day, or the first and the last of one
 * month, quarter or year. Then the words alone say the period.
 */
function areSaid(typed: readonly Control[]): boolean {
  const dated = typed.map((control) => control.statedAs ?? '');
  if (dated.length === 0 || dated.every((text) => text === 'day' || text.endsWith(':whole'))) return true;
  const ends = dated.map((text) => text.split(':'));
  const [unit] = ends[0] ?? [];
  const isOfOne = ends.every(([own, end]) => own === unit && end !== undefined);
  return isOfOne && ['first', 'last'].every((end) => ends.some(([, own]) => own === end));
}

/** An office within a commune is no place: its figures are a part. */
function isPlace({ text, key }: Control): boolean {
  return PLACE.test(text) || (PLACE_LABEL.test(key) && !ALL.test(text) && unknownWords(text) === '');
}

/** `Tất cả`, `Tất cả lĩnh vực`, `Tất cả hồ sơ`; never `Tất cả hồ sơ trực tuyến`. */
function isEverything({ text, name }: Control): boolean {
  const of = ALL_OF.exec(text)?.[1];
  return (
    ALL.test(text) ||
    (of !== undefined && (isDimension(of) || bareKey(of) === bareKey(name) || unknownWords(of) === ''))
  );
}

/** A report called by the words that all of them are called by. */
function isReport({ text }: Control): boolean {
  return VIEW.test(text) || (REPORT.test(text) && !narrows(text) && unknownWords(text) === '');
}

/** How many rows are shown: no choice of figures. */
function isSize({ text, key, options, type }: Control): boolean {
  if (type === 'number') return key === '' || SIZE_LABEL.test(key) || /trang|page/.test(key);
  if (type === 'range') return false;
  const isNumbers = options.every((option) => /^\d{1,4}$/.test(option) || ALL.test(option));
  return (
    (/^\d{1,4}$/.test(text) &&
      (SIZE_LABEL.test(key) ||
        /^(?:trang|page)/.test(key) ||
        (isNumbers && options.some((option) => Number(option) >= 25)))) ||
    (/^\d{1,4}\s*(?:\/|dòng|mục|bản ghi|hàng)/iu.test(text) && !/chọn/iu.test(text))
  );
}

/** A bare number is a month, a quarter or a year by the name of its control. */
function timeOf({ text, key }: Control): string | undefined {
  if (/^cả năm$/iu.test(text)) return '';
  if (/^\d{1,2}$/.test(text) && text !== '0') {
    const head = /(?:^|\s)(?:den|to)/.test(key) ? 'đến ' : /(?:^|\s)(?:tu|from)/.test(key) ? 'từ ' : '';
    if (/thang|month/.test(key)) return `${head}tháng ${text}`;
    return /qui|quarter/.test(key) ? `${head}quý ${text}` : undefined;
  }
  if (/^20\d\d$/.test(text)) return `năm ${text}`;
  return periodSaid(text).kind === 'none' ? undefined : text;
}

/** What a control shows, in the page's own words. */
export function controlText({ name, text }: Control): string {
  return name === '' || name === text ? text : `${name}: ${text}`;
}

/** A question for each control that may restrict the figures to a part, and a single question for everything typed. */
export function partQuestions(parts: readonly Control[]): readonly Question[] {
  const chosen = parts.filter(({ kind }) => kind !== 'typed');
  const typed = parts.filter(({ kind }) => kind === 'typed');
  return [
    ...chosen.map((control) => {
      const shown = controlText(control).slice(0, 120);
      return {
        key: `${control.kind === 'off' ? 'khong-chon' : 'chon'}:${bareKey(control.name)}:${bareKey(control.text)}`,
        about: `${control.kind === 'off' ? 'Trang không chọn' : 'Trang đang chọn'} “${shown}”. Số này là của cả xã?`,
        ...{ shown, isKept: true },
      };
    }),
    ...(typed.length === 0 ? [] : [typedQuestion(typed)]),
  ];
}

/** The typed text is not stored and may differ next time, so the question appears again. */
function typedQuestion(typed: readonly Control[]): Question {
  const names = [...new Set(typed.map(({ name }) => name).filter((name) => name !== ''))].slice(0, 3);
  const shown =
    names.length === 0 ? 'ô đã gõ nội dung' : `ô đã gõ nội dung: ${names.map((name) => `“${name}”`).join(', ')}`;
  return {
    key: 'da-go',
    about: `Trang có ${shown}. Số này là của cả xã, không phải kết quả tìm kiếm?`,
    shown,
    isKept: false,
  };
}
