/**
 * What stands right above and below a table of figures: whatever it says, it says of them. Of any kind of tree, so that
 * the copy of a page keeps what its readers will ask about.
 */

export interface Surroundings<E> {
  readonly parentOf: (element: E) => E | undefined;
  /** Children that are seen. */
  readonly childrenOf: (element: E) => readonly E[];
  readonly tagOf: (element: E) => string;
  /** Folded; '' of prose. */
  readonly textOf: (element: E) => string;
  /** A table, a menu, a control, a heading: what lies beyond is not beside the table. */
  readonly isEnd: (element: E) => boolean;
}

/** Longer texts are prose. */
export const LONGEST_LINE = 80;
/** Blocks looked at above and below, and levels around the table. */
const MOST_BLOCKS = 4;
const MOST_LEVELS = 4;

/**
 * Elements of one short text each, those nearest to the table alone: of the first level around it that has any. Where
 * only tables stand beside each other, what stands beside their frame is of all of them.
 */
export function besideTable<E>(table: E, tree: Surroundings<E>): readonly E[] {
  let at = table;
  for (let level = 0; level < MOST_LEVELS; level++) {
    const parent = tree.parentOf(at);
    if (parent === undefined) return [];
    const blocks = tree.childrenOf(parent);
    const place = blocks.indexOf(at);
    const sides = [blocks.slice(0, Math.max(place, 0)).reverse(), blocks.slice(place + 1)];
    const found = sides.flatMap((side) => {
      const end = side.findIndex(tree.isEnd);
      return (end < 0 ? side : side.slice(0, end)).slice(0, MOST_BLOCKS).flatMap((block) => linesIn(block, tree));
    });
    const hasOthers = blocks.some((block) => block !== at && tree.tagOf(block) !== 'table');
    if (found.length > 0 || hasOthers || /^(?:body|main)$/.test(tree.tagOf(parent))) return found;
    at = parent;
  }
  return [];
}

/** Characters and words of what stands alone and is no sentence. */
const LONGEST_PHRASE = 40;
const MOST_WORDS = 5;
const OF_WHAT_IS_COUNTED = /(?<!\p{L})(?:hồ sơ|thủ tục|lĩnh vực)(?!\p{L})/iu;
const CONTROL = /^(?:select|input|textarea|button|label)$|-/;

/**
 * Elements of a few bare words each, anywhere above the table: in none of the blocks around it does anything say what
 * they are of. Words that name a control, and short texts side by side, are none.
 */
export function aboveTable<E>(table: E, tree: Surroundings<E>): readonly E[] {
  const found: E[] = [];
  let at = table;
  for (let parent = tree.parentOf(at); parent !== undefined; parent = tree.parentOf(at)) {
    const blocks = tree.childrenOf(parent);
    const before = blocks.slice(0, Math.max(blocks.indexOf(at), 0));
    found.push(
      ...before.flatMap((block, place) => {
        const next = before[place + 1];
        const isName = next !== undefined && CONTROL.test(tree.tagOf(next)) && mayName(block, next, tree);
        return isName || tree.isEnd(block) ? [] : phrasesIn(block, tree);
      }),
    );
    at = parent;
  }
  return found;
}

const TIME_IN_LIST = /20\d\d|(?<!\p{L})(?:tháng|quý|tuần|kỳ)\s/iu;
/** What a list of times is called by. */
const NAME_OF_TIME =
  /năm|tháng|quý|tuần|kỳ|ngày|thời|giai đoạn|niên|mốc|từ|đến|chọn|xem|lọc|báo cáo|period|year|month|quarter|date/iu;

/** `Điểm tự chấm` before a list of years is no name of it. */
function mayName<E>(block: E, list: E, tree: Surroundings<E>): boolean {
  return !TIME_IN_LIST.test(tree.textOf(list)) || NAME_OF_TIME.test(tree.textOf(block));
}

function phrasesIn<E>(block: E, tree: Surroundings<E>): readonly E[] {
  const children = tree.childrenOf(block);
  if (children.some(tree.isEnd)) return [];
  const text = tree.textOf(block);
  const filled = children.filter((child) => tree.textOf(child) !== '');
  if (filled.length < 2 && text !== '') {
    const most = OF_WHAT_IS_COUNTED.test(text) ? 2 * MOST_WORDS : MOST_WORDS;
    const isPhrase = /^[\p{L}\s,&/–-]+$/u.test(text) && text.split(/[\s,&/–-]+/).length <= most;
    return isPhrase && text.length <= LONGEST_PHRASE ? [block] : [];
  }
  const hasProse = children.some((child) => tree.textOf(child).length > LONGEST_LINE);
  return hasProse || text === '' ? children.flatMap((child) => phrasesIn(child, tree)) : [];
}

function linesIn<E>(block: E, tree: Surroundings<E>): readonly E[] {
  const children = tree.childrenOf(block);
  if (children.some(tree.isEnd)) return [];
  const text = tree.textOf(block);
  if (text === '') return [];
  return text.length <= LONGEST_LINE ? [block] : children.flatMap((child) => linesIn(child, tree));
}
