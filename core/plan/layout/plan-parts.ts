/** The pieces a plan is made of: head, title, legal bases, body, recipients and signature, what it issues, annexes. */
import { type DocumentHead, headOf, isAnnexed } from './document-head.ts';
import type { FlatLine, PlanText } from './plan-text.ts';

interface LineRange {
  readonly from: number;
  readonly to: number;
}

export interface PlanParts extends Pick<DocumentHead, 'kind' | 'head' | 'title'> {
  /** `Căn cứ …` up to the first part. */
  readonly bases: string;
  /** Between the title and the first part. */
  readonly preamble: LineRange;
  /** Stretches of the running text to be read: the body, then what it issues and the annexes. */
  readonly bodies: readonly LineRange[];
  /** Between "Nơi nhận" and the signature, its lines. */
  readonly recipients: string;
}

const RECIPIENTS = /^[^\p{L}]{0,6}N(?:ơi|ƠI) n(?:hận|HẬN)|^[^\p{L}]{0,6}NƠI NHẬN/u;
const FILED = /(?:^|[-–+;\s])Lưu ?[:. ]/u;
const SIGNATURE =
  /^(?:[^\p{Ll}]{2,60}|\(?(?:đã ký|đã kí|ký tên|ký, đóng dấu)[^.;]{0,30}\)?|(?:\p{Lu}[\p{L}’'.]* ?){1,5})$/u;
const ANNEX = /^[^\p{L}]{0,6}(?:P[Hh][Ụụ] [Ll][Ụụ][Cc]|PHỤ BIỂU|BIỂU CHỈ TIÊU|BẢNG CHỈ TIÊU)(?:\s|$|:|\.)/u;
/** A list of recipients is no longer than this. */
const MOST_RECIPIENTS = 60;
/** No document issues more. */
const MOST_BODIES = 40;

/** Finds the pieces; a missing piece is ''. A text that starts with its first part is all body. */
export function partsOf(text: PlanText): PlanParts {
  const { bodyAt, basesAt, preambleAt, ...named } = headOf(text, 0);
  return {
    ...named,
    bases: basesAt === null ? '' : text.flat.slice(basesAt, bodyAt).trim(),
    preamble: { from: Math.min(preambleAt, bodyAt), to: bodyAt },
    ...bodyAndRecipients(text, bodyAt),
  };
}

/** Recipients and signature may stand anywhere in a converted file: they are cut out, what follows them is read on. */
function bodyAndRecipients(text: PlanText, start: number): Pick<PlanParts, 'bodies' | 'recipients'> {
  const { flat, lines } = text;
  const bodies: LineRange[] = [];
  let recipients = '';
  let from = start;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.start < from) continue;
    if (bodies.length < MOST_BODIES && isAnnexed(text, at, bodies.length > 0 && line.start === from)) {
      if (line.start > from) bodies.push({ from, to: line.start });
      from = headOf(text, line.start).bodyAt;
      continue;
    }
    if (!RECIPIENTS.test(flat.slice(line.start, line.end))) continue;
    const end = endOfRecipients(text, at);
    if (line.start > from) bodies.push({ from, to: line.start });
    from = lines[end]?.start ?? flat.length;
    recipients ||= lines.slice(at, end).map(leftColumn).join('\n').trim();
    at = end - 1;
  }
  if (from < flat.length) bodies.push({ from, to: flat.length });
  return { bodies, recipients };
}

/** In a text that keeps its columns the signature stands beside the recipients. */
function leftColumn({ raw }: FlatLine): string {
  return (raw.trim().split(/\t| {4,}/)[0] ?? '').replace(/\s+/g, ' ');
}

/** Index of the first line behind the recipients and the signature. */
function endOfRecipients(text: PlanText, at: number): number {
  const { flat, lines } = text;
  const words = (index: number): string => flat.slice(lines[index]?.start ?? 0, lines[index]?.end ?? 0);
  const opensNext = (index: number): boolean => ANNEX.test(words(index)) || isAnnexed(text, index, true);
  let end = at;
  while (end < lines.length && end < at + MOST_RECIPIENTS && !FILED.test(words(end))) {
    if (opensNext(end)) return end;
    end++;
  }
  // No "Lưu": the list ends where its dashes end.
  if (end >= lines.length || end >= at + MOST_RECIPIENTS) {
    end = at + 1;
    while (end < lines.length && /^[-–+]/.test(words(end))) end++;
    end--;
  }
  end++;
  while (end < lines.length && !opensNext(end) && SIGNATURE.test(words(end).trim())) end++;
  return end;
}
