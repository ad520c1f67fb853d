/**
 * Whose plan it is: issuer, number, date, titles, theme, period, phases. What the text does not say is null, never
 * guessed.
 */

import { dayNumber } from '../../base/period/day.ts';
import { PROVINCE_NAMES } from '../../base/place/provinces-today.ts';
import { bareKey, foldKey } from '../../base/text/text.ts';
import { findDate } from '../../sheet/grid/date.ts';
import type { PlanParts } from '../layout/plan-parts.ts';
import type { PlanText } from '../layout/plan-text.ts';
import type { PlanPeriod } from '../time/plan-period.ts';
import { issuingBodyIn } from './issuing-body.ts';
import { isYearOfIssue, periodOf } from './movement-period.ts';
import { type Phase, phasesIn, stagesIn } from './phases.ts';

export interface PlanIdentity {
  readonly issuer: {
    readonly commune: string | null;
    readonly district: string | null;
    readonly province: string | null;
    /** `Trường Tiểu học Suối Mẫu`, `Chi bộ thôn 5`; null = the commune itself. */
    readonly body?: string | null | undefined;
  };
  /** A blank number or day is null; `dateText` keeps what is printed. */
  readonly plan: {
    readonly number: string | null;
    readonly date: string | null;
    readonly dateText: string | null;
    readonly title: string | null;
  };
  /** Name of the movement: the title's words in quotation marks, else the title. */
  readonly title: string | null;
  readonly theme: string | null;
  readonly period: PlanPeriod;
  readonly phases: readonly Phase[];
}

const NAME = String.raw`((?:\p{Lu}[\p{Ll}’']*)(?:[ -]\p{Lu}[\p{Ll}’']*){0,3})`;
const COMMUNES = new RegExp(
  String.raw`(?<!\p{L}|[Hh]ợp [Tt]ác )([Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu) ${NAME}`,
  'gu',
);
const DISTRICTS = new RegExp(String.raw`(?<![\p{L}])(?:[Hh]uyện|[Tt]hị xã|[Qq]uận) (?!ủy|uỷ)${NAME}`, 'gu');
const PROVINCE_WORDS =
  /(?<!\p{L})(?:[Tt]ỉnh|TỈNH|[Tt]ỉnh [ủu][yỷ]|[Tt]ỉnh đoàn|[Tt]hành [ủu][yỷ]|TỈNH ỦY|THÀNH ỦY|[Tt]hành phố|THÀNH PHỐ|TP\.?) (\p{Lu}[\p{L}’ -]{1,20})/gu;
const HEAD_COMMUNE =
  /(?<!\p{L}|HỢP TÁC )(XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU) (?!HỘI(?: CHỦ| XÃ| PHƯỜNG|C|\s*$))((?:\p{Lu}[\p{Lu}’']*)(?:[ -]\p{Lu}[\p{Lu}’']*(?!\p{Ll})){0,3})/gmu;
const NUMBER = /S(?:ố|Ố) ?:? ?(\d{1,5} ?[-/] ?(?:20\d\d ?\/ ?)?\p{Lu}\p{L}*(?: ?[-/.–] ?\p{Lu}\p{L}*)*)/u;
const DATE_LINE = /ngày[ .…]{0,9}(\d{1,2})?[ .…]{0,9}tháng[ .…]{0,9}(\d{1,2})?[ .…]{0,9}năm[ .…]{0,4}(\d{4})/iu;
const DISTRICTS_END = '2025-07-01';
const LONGEST_TITLE = 400;
/** Of a phase, its label before it. */
const LONGEST_NAME = 60;

/** Reads the identity from head, title, legal bases and body. */
export function identityOf(
  text: PlanText,
  parts: PlanParts,
): { readonly identity: PlanIdentity; readonly stages: readonly Phase[] } {
  const head = parts.head || placedLine(text);
  const dateText = DATE_LINE.exec(head)?.[0] ?? findDate(head.slice(-200))?.text ?? null;
  const date = dateText ? (findDate(dateText)?.date ?? null) : null;
  const title = parts.title === '' ? null : parts.title.slice(0, LONGEST_TITLE).replace(/[\s.:*_–-]+$/, '');
  const year = date?.slice(0, 4) ?? /\d{4}$/.exec(dateText ?? '')?.[0] ?? null;
  const opening = text.flat.slice(0, LONGEST_READ);
  const stages = stagesIn(opening, date);
  const phases = phasesIn(
    stages,
    text.lines.map(({ start, end }) => text.flat.slice(start, Math.min(end, start + LONGEST_NAME))),
  );
  const whole = periodOf(opening, parts.preamble, title ?? '', year, date);
  const isOpen = isYearOfIssue(whole, title ?? '', year);
  const period = inStages(whole, phases, date, isOpen) ?? inStages(whole, stages, date, isOpen) ?? whole;
  const identity = {
    issuer: issuerOf(text, parts, date),
    plan: { number: numberOf(head), date, dateText, title: title && `${parts.kind ?? 'Kế hoạch'} ${title}` },
    title: movementTitle(title),
    theme: themeOf(text.flat),
    period,
    phases,
  };
  return { identity, stages };
}

/**
 * Stages that follow each other say when it begins and ends, where nothing else says it: "Giai đoạn 1: từ 01/4/2026
 * đến 31/12/2026; …". null = they do not. `isOpen` = nothing says its years; what begins on the day of issue begins no later.
 */
function inStages(
  period: PlanPeriod,
  stages: readonly Phase[],
  issued: string | null,
  isOpen: boolean,
): PlanPeriod | null {
  const [first, last] = [stages[0], stages.at(-1)];
  const follow = stages.every(
    ({ from }, at) => at === 0 || dayNumber(stages[at - 1]?.to ?? '') + 1 === dayNumber(from),
  );
  if (!first || !last || first === last || !follow) return null;
  const isOne = stages.some(({ from, to }) => from === period.from && to === period.to);
  return isOpen || isOne || last.to === period.to
    ? { ...period, from: first.from === issued ? period.from : first.from, to: last.to }
    : null;
}

/** `Vĩnh Trà, ngày 22 tháng 01 năm 2026` above a text that does not say what it is; '' = none. */
function placedLine({ flat, lines }: PlanText): string {
  const line = lines.slice(0, HEAD_LINES).find(({ start, end }) => PLACED.test(flat.slice(start, end)));
  return line ? flat.slice(line.start, line.end) : '';
}
const HEAD_LINES = 12;
const PLACED = /^\p{Lu}[\p{L} ]{1,30}, ?ngày \d{1,2} tháng \d{1,2} năm 20\d\d$/u;

function numberOf(head: string): string | null {
  return NUMBER.exec(head)?.[1]?.replace(/ /g, '').replace(/-+$/, '') ?? null;
}

function issuerOf(text: PlanText, parts: PlanParts, date: string | null): PlanIdentity['issuer'] {
  const body = text.flat;
  // "UBND các xã, phường⏎Căn cứ …": a name stands in the line of its kind.
  const communes = counted(body, COMMUNES, (match) => `${match[1]?.toLowerCase()} ${ownName(match)}`).filter(([name]) =>
    isInLine(text, name),
  );
  // Where the head names several communes ("ĐẢNG ỦY PHƯỜNG …" above the issuer), takes the commune that the plan mentions later.
  const headed = headCommunes(text, parts.head.length);
  const keys = new Set(headed.map(bareKey));
  const known = communes.find(([name]) => keys.has(bareKey(name)));
  const commune = known?.[0] ?? headed[0] ?? communes[0]?.[0] ?? null;
  const district =
    date !== null && date >= DISTRICTS_END
      ? null
      : (counted(`${parts.head} ${parts.bases} ${body}`, DISTRICTS, ownName)[0]?.[0] ?? null);
  const issuedBy = issuingBodyIn(text, parts.head.length, numberOf(parts.head || placedLine(text)));
  return { commune, district, province: provinceOf(`${parts.head} ${body}`), ...(issuedBy && { body: issuedBy }) };
}

/** Whether the name stands in one line somewhere, or is too long for chance. */
function isInLine({ lines }: PlanText, name: string): boolean {
  const [, ...own] = name.split(' ');
  if (own.length > 1) return true;
  // "Công an xã⇥Cả năm": in one cell of it.
  return lines.some(({ raw }) => raw.toLowerCase().replace(/ +/g, ' ').includes(name.toLowerCase()));
}

/** Words with a capital that start the next line, not the end of a name; some do only with the word behind them. */
const NEXT_LINE =
  / (?:Số|Độc|Cộng|Căn|Thực|Ủy|Uỷ|Ngày|Theo|Chủ|Các|Phong|Trên|Trong|Hưởng|Nhằm|Để|Hội (?:Nông|Liên|Cựu|Phụ|Khuyến|Chữ|Người))(?: .*)?$/u;
const NEXT_WORDS = /^ (?:Kế(?= hoạch)|Hội(?= đồng| viên)|Đảng(?= [uủb])|Ban(?= (?:hành|chỉ|chấp|thường|quản|giám)))/u;
const HEAD_NEXT =
  /(?:^| )(?:CỘNG HÒA|CỘNG HOÀ|CỘNG|ĐỘC|KẾ HOẠCH|SỐ|ỦY|UỶ|HỘI (?:NÔNG|LIÊN|CỰU|PHỤ|ĐỒNG|KHUYẾN|CHỮ|NGƯỜI)|ĐẢNG (?:BỘ|ỦY|UỶ|CỘNG)|ĐẢNG$|BAN (?:CHẤP|CHỈ|THƯỜNG|QUẢN)|BAN$)(?: .*)?$/u;

/** The name at the end of a match, without what belongs to the words behind it. */
function ownName(match: RegExpMatchArray): string {
  const name = (match.at(-1) ?? '').replace(NEXT_LINE, '');
  const behind = match.input?.slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 12);
  const last = name.lastIndexOf(' ');
  return last > 0 && NEXT_WORDS.test(`${name.slice(last)}${behind}`) ? name.slice(0, last) : name;
}

const MOTTO = /CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT (?:NAM(?: |$))?/gmu;

/** Each `XÃ TA MA` in a line of the head, in words as written: `xã Ta Ma`. */
function headCommunes({ flat, lines }: PlanText, end: number): readonly string[] {
  const head = lines
    .filter(({ start }) => start < end)
    .map((line) => flat.slice(line.start, Math.min(end, line.end)))
    .join('\n')
    // Beside the issuer's lines in a PDF: "… VIỆT NAM XÃ CỘNG HÒA … VIỆT HÒA AN TRUNG".
    .replace(MOTTO, '');
  return [...head.matchAll(HEAD_COMMUNE)].flatMap(([, kind = '', name = '']) => {
    const words = name.replace(HEAD_NEXT, '').trim().toLowerCase();
    const written = words.replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase());
    return written === '' ? [] : [`${kind.toLowerCase()} ${written}`];
  });
}

/** The province named most often; only known provinces count. */
function provinceOf(text: string): string | null {
  const names = counted(text, PROVINCE_WORDS, (match) => knownProvince(match[1] ?? '') ?? '');
  return names.find(([name]) => name !== '')?.[0] ?? null;
}

function knownProvince(words: string): string | null {
  const key = foldKey(words);
  const fitting = PROVINCE_NAMES.filter(
    (name) => `${key} `.startsWith(`${foldKey(name)} `) || key.startsWith(`${foldKey(name)}-`),
  );
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null;
}

function counted(
  text: string,
  pattern: RegExp,
  nameOf: (match: RegExpMatchArray) => string,
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const match of text.slice(0, LONGEST_READ).matchAll(pattern)) {
    const name = nameOf(match);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
/** A plan says who issued it in its first pages. */
const LONGEST_READ = 200_000;

/** `… năm 2026 Chủ đề: “Kỷ cương, bứt phá”`: the theme is no name of the movement. */
const THEME_IN_TITLE = /[\s,(-]*(?:với )?(?:chủ đề|khẩu hiệu|phương châm)[^“"]{0,40}[“"][^“”"]*[”"]\)?/iu;

function movementTitle(title: string | null): string | null {
  if (title === null) return null;
  const own = title.replace(THEME_IN_TITLE, '').trim();
  return /[“"]([^“”"]{3,200})[”"]/u.exec(own)?.[1]?.trim() ?? own;
}

function themeOf(flat: string): string | null {
  const match = /[Cc]hủ đề(?: (?:của )?(?:phong trào )?(?:thi đua)?)?[^“"\n]{0,60}[“"]([^“”"]{5,400})[”"]/u.exec(
    flat.slice(0, LONGEST_READ),
  );
  return match?.[1]?.trim() ?? null;
}
