/** What a document's own heading says of it (Nghị định 30/2020/NĐ-CP, Phụ lục I): its number and its day. */
import { findDate } from '../../sheet/grid/date.ts';
import { citationsIn } from '../citation.ts';

interface DocumentHead {
  /** `15/BC-UBND`, spelt as citationsIn does; null when the heading has none. */
  readonly number: string | null;
  /** ISO day; null when the heading has none. */
  readonly date: string | null;
}

/** The heading stands above the title; what a document cites stands below. */
const HEAD_LINES = 14;
/** `Số: 15/BC-UBND`, at the beginning of a line or of its column. */
const NUMBER_LINE = /(?:^|[\t|]|\s{2})\s*Số\s*[:.]?\s*(?=\d)/iu;
const DAY_LINE = /ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}/iu;

/** Of the text of a document, a line each. */
export function documentHead(text: string): DocumentHead {
  const lines = text
    .normalize('NFC')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, HEAD_LINES)
    .map((line) => line.slice(0, 400));
  const numbered = lines.find((line) => NUMBER_LINE.test(line));
  const at = numbered === undefined ? 0 : numbered.search(NUMBER_LINE);
  const dated = lines.find((line) => DAY_LINE.test(line));
  return {
    number: (numbered && citationsIn(numbered.slice(at))[0]?.number) ?? null,
    date: (dated && findDate(DAY_LINE.exec(dated)?.[0] ?? '')?.date) ?? null,
  };
}
