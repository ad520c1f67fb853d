/** What is chosen in the lists of a page: a period, a place, or a condition that leaves only a part of the figures. */

import { type PeriodSaid, periodSaid } from '../../base/period/period-text.ts';
import { bareKey, squashKey } from '../../base/text/text.ts';
import { descendants, isHidden, type PageElement, tagOf, textOf } from './page.ts';

interface Picked {
  /** What the lists of time say together. */
  readonly period: PeriodSaid;
  /** Choices that are no time, no place and not everything: of one field, one kind of dossier. */
  readonly parts: readonly string[];
}

interface Pick {
  readonly text: string;
  /** Names of the list without diacritics, as far as the page gives any. */
  readonly label: string;
  readonly options: readonly string[];
}

/** Chosen texts of lists that are no `select`. */
const WIDGET =
  /(?:^|\s)(?:ant-select-selection-item|el-select__selected-item|ng-value-label|multiselect__single)(?:\s|$)/;
const ALL =
  /^(?:tất cả.*|toàn (?:bộ|tỉnh|quốc|xã)|cả nước|(?:vui lòng |hãy )?chọn.*|[-–—.\s]*|mặc định|không chọn|all|0)$/iu;
const PLACE =
  /^(?:[-–\s]*)(?:ubnd|[uủ]ỷ ban|ủy ban|tỉnh|thành phố|tp\.?|xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|sở|văn phòng|chi nhánh|chi cục|cục|trung tâm|thanh tra|ban quản lý|bộ phận)\s/iu;
const PLACE_LABEL = /tinh|huyen|xa(?!c)|phuong|donvi|coquan|diaphuong|province|district|commune|unit|agency|department/;
const REPORT = /báo cáo|biểu|mẫu|phụ lục|tổng hợp|thống kê|tiếng việt|vietnam|english/iu;
const SIZE_LABEL = /length|size|limit|hienthi|sodong|perpage/;

export function picked(page: PageElement): Picked {
  const parts: string[] = [];
  const times: { readonly text: string; readonly isYear: boolean }[] = [];
  let unsure = false;
  for (const pick of picksOf(page)) {
    const time = timeOf(pick);
    if (time !== undefined) times.push({ text: time, isYear: /^năm \d{4}$/i.test(time) });
    else if (isWhole(pick) || isSize(pick)) continue;
    else if (/^\d{1,2}$/.test(pick.text)) unsure = true;
    else parts.push(pick.text);
  }
  // A year picked beside a month is the month's.
  const said = [...times.filter(({ isYear }) => !isYear), ...times.filter(({ isYear }) => isYear)];
  const period = said.length === 0 ? ({ kind: 'none' } as const) : periodSaid(said.map(({ text }) => text).join(' '));
  const doubted: PeriodSaid = { kind: 'unclear', candidates: period.kind === 'unclear' ? period.candidates : [] };
  return { period: unsure ? doubted : period, parts };
}

function isWhole({ text, label }: Pick): boolean {
  return ALL.test(text) || PLACE.test(text) || PLACE_LABEL.test(label) || REPORT.test(text);
}

/** How many rows are shown: no choice of figures. */
function isSize({ text, label, options }: Pick): boolean {
  const isNumbers = options.every((option) => /^\d{1,4}$/.test(option) || ALL.test(option));
  return (
    /^\d{1,4}$/.test(text) && (SIZE_LABEL.test(label) || (isNumbers && options.some((option) => Number(option) >= 25)))
  );
}

/** A bare number is a month, a quarter or a year by the name of its list. */
function timeOf({ text, label }: Pick): string | undefined {
  if (/^cả năm$/iu.test(text)) return '';
  if (/^\d{1,2}$/.test(text) && text !== '0') {
    const head = /^(?:den|to)/.test(label) ? 'đến ' : /^(?:tu|from)/.test(label) ? 'từ ' : '';
    if (/thang|month/.test(label)) return `${head}tháng ${text}`;
    return /qui|quarter/.test(label) ? `${head}quý ${text}` : undefined;
  }
  if (/^20\d\d$/.test(text)) return `năm ${text}`;
  return periodSaid(text).kind === 'none' ? undefined : text;
}

function picksOf(page: PageElement): Pick[] {
  const labels = new Map<string, string>();
  for (const label of descendants(page, (element) => tagOf(element) === 'label')) {
    const id = label.getAttribute('for');
    if (id !== null) labels.set(id, textOf(label));
  }
  const seen = new Set<string>();
  return visible(page).flatMap((element): Pick[] => {
    const id = element.getAttribute('id') ?? '';
    const named = [
      labels.get(id),
      id,
      ...['name', 'aria-label', 'title', 'data-placeholder'].map((name) => element.getAttribute(name)),
    ];
    const label = named.map((name) => bareKey(name ?? '')).find((name) => name !== '') ?? '';
    const options = descendants(element, (each) => tagOf(each) === 'option');
    const isList = tagOf(element) === 'select';
    const marked = options.filter((option) => option.getAttribute('selected') !== null);
    const chosen = isList ? (marked.length > 0 ? marked : options.slice(0, 1)) : [element];
    return chosen.flatMap((each) => {
      const text = textOf(each);
      if (seen.has(`${label}|${squashKey(text)}`)) return [];
      seen.add(`${label}|${squashKey(text)}`);
      return [{ text, label: isList ? label : '', options: options.map(textOf) }];
    });
  });
}

/** Lists of what is seen; a list dressed up by a script is itself hidden, so only what stands around it counts. */
function visible(root: PageElement): PageElement[] {
  const found: PageElement[] = [];
  const waiting: PageElement[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (tagOf(element) === 'select' || WIDGET.test(element.getAttribute('class') ?? '')) found.push(element);
    else if (!isHidden(element)) {
      for (let i = element.children.length - 1; i >= 0; i--) {
        const child = element.children[i];
        if (child) waiting.push(child);
      }
    }
  }
  return found;
}

/** Vietnamese reason, undefined when the page shows everything. */
export function partFault({ parts }: Picked): string | undefined {
  const [part] = parts;
  if (part === undefined) return undefined;
  return `Trang đang chọn “${part.slice(0, 60)}”: số có thể chỉ của một phần, nên không đọc. Hãy chọn “Tất cả” rồi chụp lại.`;
}
