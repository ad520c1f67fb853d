/**
 * Lines right beside a table of figures that nothing here understands: that loading failed, that something is left out,
 * a state in words of the site's own. A single question to the officer covers all of them.
 */
import { periodSaid } from '../../base/period/period-text.ts';
import { bareKey } from '../../base/text/text.ts';
import { aboveTable, besideTable, LONGEST_LINE, type Surroundings } from './beside-table.ts';
import { tellsAll, tellsOfRows } from './completeness.ts';
import { SIGNING, unknownWords } from './known-words.ts';
import { isKnownLabel, needsQuestion } from './narrowing-lines.ts';
import { isHidden, isMade, type PageElement, parentsOf, seenDescendants, tagOf, textOf } from './page.ts';
import { isCaveat, isFigureTable, scaleIn } from './page-notes.ts';
import type { Question } from './reader.ts';
import { saysTime } from './says-time.ts';
import { isDimension } from './side-by-side.ts';
import { isTable, rowGroupsOf } from './table.ts';
import { pairsOf } from './taught-reader/pairs.ts';

const END =
  /^(?:h[1-6]|table|form|nav|header|footer|aside|section|article|select|input|textarea|button|a|dl|label|script|style)$/;
const LEGAL = /quyết định|thông tư|nghị định|công văn|ban hành|kèm theo/iu;
/** A figure with its sign and its whole. */
const FIGURE = /^\(?[+–-]?\d[\d.,]*\s?%?\)?$|^(\d+)\s?\/\s?\1$|^[^\p{L}\d]*$/u;
/** `3T`, `Q2`, `T7→T8`, `8/25`, `01.07–31.08`: figures without a word, beside letters or further figures. */
const CODED = /^(?=.{2,24}$)(?=.*\d)(?!.*\p{L}{3})(?=.*\p{L}|.*\d[^\d.,]+\d|.*\d\.\d+\D)/u;

/** `Mức độ 4`, `Quầy 3`, `Trang 1`: a numbered part; not a paper, a place or a date. */
const NUMBERED =
  /^(?!(?:mẫu|biểu|phụ lục|bảng|số|phiên bản|hotline|phím|xã|phường|đặc khu|ngày|tháng|quý|năm|tuần|kỳ)(?!\p{L}))\p{L}{3,}(?:\s\p{L}+){0,2}\s\d{1,2}$/iu;

/** What to do, in three words or as advice; where and when it was signed; whose the site is. */
const NO_STATE =
  /^(?:xem|xuất|in|tải|tìm|lọc|làm mới|quay lại|đăng nhập)(?!\p{L})(?:\s\S+){0,2}$|^(?:nhấn|bấm|di chuột|kéo|chọn|nhập)\s|^\p{L}[^\d]{1,40},\sngày\s[\d….]|^©|bản quyền/iu;

/** A list with something to press in it; one of words alone may say what is chosen. */
function isMenuList(element: PageElement): boolean {
  return (
    /^[uo]l$/.test(tagOf(element)) &&
    seenDescendants(element, (each) => /^(?:a|button|input)$/.test(tagOf(each))).length > 0
  );
}

/** At most one question about what is beside the tables and one about what is above; `claimed` = what others show. */
export function besideQuestions(page: PageElement, claimed: readonly string[]): readonly Question[] {
  const parents = parentsOf(page);
  const groups = new Set(rowGroupsOf(page).map(({ element }) => element));
  const drawn = seenDescendants(page, (each) => groups.has(each) || (isTable(each) && isFigureTable(each)));
  // Figures beside their names, where there is no table of figures.
  const named =
    drawn.length > 0 ? [] : [...seenDescendants(page, isTable), ...pairsOf(page).map((each) => each.element)];
  const tables = [...drawn, ...named];
  const tree: Surroundings<PageElement> = {
    parentOf: (element) => parents.get(element),
    childrenOf: ({ children }) => Array.from(children).filter((child) => !isHidden(child)),
    tagOf,
    textOf: (element) => ((element.textContent ?? '').length > 10 * LONGEST_LINE ? '' : textOf(element)),
    isEnd: (element) =>
      END.test(tagOf(element)) || groups.has(element) || element.getAttribute('role') !== null || isMenuList(element),
  };
  const known = claimed.map(bareKey);
  const isOpen = (line: string): boolean => {
    const key = bareKey(line);
    return isUnknown(line) && !known.some((shown) => shown !== '' && (key.includes(shown) || shown.includes(key)));
  };
  const linesOf = (find: typeof besideTable) => [...new Set(tables.flatMap((table) => find(table, tree)).map(textOf))];
  const beside = linesOf(besideTable).filter(isOpen);
  const above = linesOf(aboveTable).filter((line) => !beside.includes(line) && isOpen(line) && !isName(line));
  return [...asking('canh', 'Cạnh bảng', beside), ...asking('tren', 'Phía trên bảng', above)];
}

/** Whether some part between dashes has unknown words: the name of a place may stand before a dash. */
function isOfOtherWords(line: string): boolean {
  return (
    unknownWords(line, SIGNING) !== '' && line.split(/\s[–—-]\s/).some((part) => unknownWords(part, SIGNING) !== '')
  );
}

/** `Lĩnh vực`, `Kênh tiếp nhận`: a name without its value. */
function isName(line: string): boolean {
  return isDimension(line) && unknownWords(line.split(' ').slice(2).join(' '), SIGNING) === '';
}

function asking(key: string, where: string, lines: readonly string[]): readonly Question[] {
  if (lines.length === 0) return [];
  const shown = lines
    .slice(0, 3)
    .map((line) => `“${line}”`)
    .join(', ');
  return [
    {
      key: `${key}:${lines
        .map((line) => bareKey(line.replace(/\d+/g, '')))
        .sort()
        .join('|')
        .slice(0, 200)}`,
      about: `${where}, trang ghi ${shown} mà cách đọc này chưa biết. Số này vẫn là của cả xã, cả kỳ và đã tải xong?`,
      ...{ shown, isKept: true },
    },
  ];
}

/** None of a kind that is read, asked about or handed on elsewhere, and of other words than all these reports. */
function isUnknown(line: string): boolean {
  const isRead =
    FIGURE.test(line) ||
    NO_STATE.test(line) ||
    tellsOfRows(line) ||
    isMade(line) ||
    isCaveat(line) ||
    LEGAL.test(line) ||
    (needsQuestion(line, saysTime) && !CODED.test(line)) ||
    isKnownLabel(line) ||
    scaleIn(line) !== undefined ||
    periodSaid(line).kind === 'one';
  // `1/12 lĩnh vực`, `Tổng: 30`: of rows, or figures that the table does not hold.
  const [, some, whole] = /^(\d{1,4})\s?\/\s?(\d{1,4})(?:\s\p{L}+)+$/u.exec(line) ?? [];
  if (tellsAll(line) || (some !== undefined && Number(some) < Number(whole))) return true;
  return !isRead && (CODED.test(line) || NUMBERED.test(line) || (/\p{L}{2}/u.test(line) && isOfOtherWords(line)));
}
