/**
 * Names of communes in a list, each with its kind: "các xã A, B và thị trấn C", "03 xã: A, B, C", "toàn bộ xã A và một
 * phần xã B (huyện H)", "Phường 1, 2". The kind applies to the following names until another kind is written. A line of
 * the plan ends in `\n`, all other white space is a single space.
 */

interface ListedCommune {
  /** `xã Tân Duyệt`; `xã Bình Thạnh (một phần)` when only a part of it is meant. */
  readonly name: string;
  /** Only a comma stands before it, and it has its own kind: so another clause may begin with it. */
  readonly isApart: boolean;
}

interface CommuneList {
  readonly communes: readonly ListedCommune[];
  /** Place behind the last of them. */
  readonly end: number;
}

const KINDS = String.raw`[Xx]ã|[Pp]hường|[Tt]hị\strấn|[Đđ]ặc\skhu`;
/** `hợp tác xã`, `thị xã` and `cấp xã` name no commune. */
const KIND = String.raw`(?<!\p{L}|(?:tác|[Tt]hị|cấp)\s)(?:${KINDS})(?!\p{L})`;
/** Capitals stay as they are, `H’Rú`, `M'gar`; a word only of capitals is an abbreviation of something else. */
const WORD = String.raw`\p{Lu}\p{Ll}*(?:['’‘ʼ]\p{L}\p{Ll}*)*(?!\p{L})`;
/** Behind a name: a mark, or a word that does not go on with it as "Ủy" goes on with "ban". */
const CLOSED = String.raw`(?=\s*(?:[,;.:()/–-]|$|(?<=\n)\P{Ll}|(?:và|cùng|với|cũ|trước|thuộc|của|theo|thành|để|vào|nay|hiện|lại|có|${KINDS}|huyện|tỉnh|một|sáp|hợp|chính|từ|kể|đã|được)(?!\p{L})))`;
/** A word that opens the next line is of the name only when the name ends with it. */
const NAME = String.raw`${WORD}(?:(?:[ -]|\n(?=${WORD}(?:[ -]${WORD}){0,2}${CLOSED}))${WORD}){0,3}`;
/** How much, how many, which, and what binds a list. */
const FILL =
  'các|những|và|cùng|với|của|thuộc|diện|tích|đất|tự|nhiên|quy|mô|dân|số|bao|gồm|là|cũ|trước|đây|đơn|vị|hành|chính|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười';
const PIECE = new RegExp(
  String.raw`\s*(?:(?<part>một\sphần|phần\scòn\slại)|(?<whole>toàn\sbộ|nguyên\strạng)|(?<above>(?:huyện|quận|thị\sxã|tỉnh|thành\sphố)\s${NAME})|(?<kind>${KIND})|(?<aside>\((?![^()]*${KIND})(?=\p{Ll})[^()]*\))|(?<carried>${NAME}${CLOSED})|(?<name>${NAME})|(?<number>\d{1,2})(?![\d/.]|\s*(?:${KINDS}|đơn vị))|(?<fill>(?:${FILL})(?!\p{L})|\d{1,2}(?=\s*(?:${KINDS}|đơn vị))|[,:+&()]))`,
  'uy',
);

/** Where a list may start. */
export const COMMUNE_KIND = new RegExp(KIND, 'gu');
/** `xã Tân Duyệt`; its bare name in `name`. */
export const COMMUNE = new RegExp(String.raw`${KIND}\s(?<name>${NAME})`, 'gu');

/**
 * The list that starts with the kind at a place; none when no name follows, or when two kinds leave it undecided.
 * `isPart` = the words before it name a part of them.
 */
export function communesAt(text: string, start: number, isPart: boolean): CommuneList {
  const communes: ListedCommune[] = [];
  let [kind, part, end, kindEnd, depth, isTwoKinds, comma] = ['', isPart, start, -1, 0, false, -1];
  for (let at = start; ; ) {
    PIECE.lastIndex = at;
    const found = PIECE.exec(text);
    if (!found) break;
    const { groups = {} } = found;
    const isDirect = at === kindEnd;
    const name = groups.carried ?? (isDirect ? groups.name : undefined) ?? numbered(groups.number, kind);
    if (name !== undefined) {
      if (isTwoKinds && !isDirect) return { communes: [], end: PIECE.lastIndex };
      const isApart = isDirect && /,\s*$/u.test(text.slice(end, comma));
      communes.push({ name: commune(kind, name, part), isApart });
      [end, isTwoKinds] = [PIECE.lastIndex, false];
    } else if (groups.kind !== undefined) {
      isTwoKinds = kindEnd > end;
      comma = found.index + found[0].length - groups.kind.length;
      kind = groups.kind.toLowerCase().replace('\n', ' ');
      kindEnd = PIECE.lastIndex;
    } else if (groups.aside !== undefined) {
      const last = communes.at(-1);
      if (at === end && last && /một\sphần|phần\scòn\slại/u.test(groups.aside))
        communes.splice(-1, 1, { ...last, name: `${last.name} (một phần)` });
      if (at === end) end = PIECE.lastIndex;
    } else if (groups.part !== undefined || groups.whole !== undefined) part = groups.part !== undefined;
    else if (groups.name !== undefined || groups.number !== undefined) break;
    else if (groups.fill === '(') depth++;
    else if (groups.fill === ')' && depth-- === 0) break;
    else if (groups.fill === ')') part = false;
    at = PIECE.lastIndex;
  }
  return { communes, end };
}

function commune(kind: string, name: string, isPart: boolean): string {
  return `${kind} ${name.replaceAll('\n', ' ')}${isPart ? ' (một phần)' : ''}`;
}

/** Only a phường is called by a number. */
function numbered(number: string | undefined, kind: string): string | undefined {
  return kind === 'phường' ? number : undefined;
}
