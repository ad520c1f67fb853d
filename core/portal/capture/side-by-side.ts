/**
 * A name and its value that stand beside each other in elements of their own: `Lĩnh vực:` and `Hộ tịch` in two spans, a
 * term and its description, a label and what it labels. Of blocks of text, so that the copy of a page keeps what its
 * readers will ask about.
 */
import { bareKey } from '../../base/text/text.ts';

export interface TextBlock {
  /** Folded. */
  readonly text: string;
  /** Its element or a class of it says that it names what follows. */
  readonly isLabel: boolean;
}

/** Longer texts name nothing, or are no value. */
const LONGEST_LABEL = 34;
const LONGEST_VALUE = 80;
/** More blocks are no name with its value. */
export const MOST_BLOCKS = 16;
/** Characters of an element that may hold some. */
export const LONGEST_PAIRS = 240;

/** Names of what figures can be split by, keys without diacritics: a name although nothing marks it. */
const DIMENSION =
  /^(?:ten|theo|chon|loc)?(?:linhvuc|kenh\w{0,12}|hinhthuc\w{0,12}|loai\w{0,14}|doituong\w{0,10}|hethong|phamvi\w{0,10}|nhom\w{0,12}|mucdo\w{0,12}|thutuc|trangthai\w{0,10}|nguon\w{0,8}|cap\w{0,10}|phannhom|cum|khuvuc|boloc|tieuchi\w{0,6}|ki(?:baocao)?|nam|thang|qui|thoigian|giaidoan|category|channel|scope|field|source)$/;

export function isDimension(name: string): boolean {
  return DIMENSION.test(bareKey(name));
}

/** `linhVucId`: the name of a field by which figures, and no times, are split. */
export function splitsByField(name: string): boolean {
  const key = bareKey(name).replace(/(?:id|ma|code)$|^(?:p|id|ma)(?=linhvuc|kenh|thutuc|loai)/g, '');
  return (
    /^(?:linhvuc|kenh|hinhthuc|loai|doituong|hethong|phamvi|nhom|mucdo|thutuc|trangthai)/.test(key) && isDimension(key)
  );
}

/** `Tháng | 9` is the month, as `Tháng 9` is. */
const TIME = /^(?:nam|thang|qui)$/;

/** Words of an element's tag and classes by which it names another. */
const LABEL = /^(?:label|labels|lbl|key|term|dt|th)$/;

/** `words` = its tag and the words of its classes. */
export function isLabelling(words: readonly string[]): boolean {
  return words.some((word) => LABEL.test(word));
}

/** Each as one line: `Lĩnh vực: Hộ tịch`. Blocks that name nothing give none. */
export function pairLines(blocks: readonly TextBlock[]): readonly string[] {
  const seen = blocks.filter(({ text }) => text !== '');
  if (seen.length < 2 || seen.length > MOST_BLOCKS) return [];
  const lines: string[] = [];
  for (let at = 0; at < seen.length; ) {
    const block = seen[at];
    const name = block && nameIn(block, seen[at + 1]);
    at++;
    if (name === undefined) continue;
    const values: string[] = [];
    while (at < seen.length && nameIn(seen[at], seen[at + 1]) === undefined) {
      values.push(seen[at]?.text ?? '');
      at++;
    }
    const value = values
      .join(', ')
      .replace(/^[\s:：]+/, '')
      .trim();
    const isOfTime = TIME.test(bareKey(name)) && /^(?:\d|[IVX]+(?!\p{L}))/u.test(value);
    if (value !== '' && value.length <= LONGEST_VALUE) lines.push(`${name}${isOfTime ? '' : ':'} ${value}`);
  }
  return lines;
}

/** The name without its colon; undefined for a block that is none. */
function nameIn(block: TextBlock | undefined, next: TextBlock | undefined): string | undefined {
  if (!block || !next) return undefined;
  const name = block.text.replace(/\s*[:：]$/, '');
  if (name.length > LONGEST_LABEL || !/^[(*\s]*\p{L}/u.test(name) || name.includes(':')) return undefined;
  const isMarked = name !== block.text || /^[:：]/.test(next.text) || block.isLabel;
  return isMarked || isDimension(name) ? name : undefined;
}
