/** Questions about the lines of a page that may restrict its figures to a part. */
import { bareKey } from '../../base/text/text.ts';
import { SIGNING, unknownWords } from './known-words.ts';
import { LONGEST_LINE, narrows, needsQuestion, RESETS, splitsFigures, TIPS } from './narrowing-lines.ts';
import { HEADINGS, isMade, type PageElement, seenDescendants, seenWithTag, textOf } from './page.ts';
import { notesOf } from './page-notes.ts';
import type { Question } from './reader.ts';
import { saysTime } from './says-time.ts';
import { isDimension } from './side-by-side.ts';

/**
 * A question for each restricting line, and a single question for all unknown labels. `claimed` = what other questions
 * show, because the words of a chip are a line too.
 */
export function lineQuestions(page: PageElement, claimed: readonly string[]): readonly Question[] {
  const { lines, alerts, ends, pressed, listed } = notesOf(page);
  const headings = seenWithTag(page, ...HEADINGS, 'caption').map(textOf);
  const titles = seenWithTag(page, 'title').map(textOf);
  // A list of what is filtered has a link for each that takes it away.
  const taken = listed.filter((text) => RESETS.test(text));
  const tips = seenDescendants(page, (element) => tipsOf(element).length > 0).flatMap(tipsOf);
  const telling = tips.filter((tip) => narrows(tip) || (splitsFigures(tip) && needsQuestion(tip, saysTime)));
  const apart = [...[...titles, ...ends, ...pressed].filter(narrows), ...telling, ...taken];
  const shown = pressed.filter((text) => text.length <= 40 && (needsQuestion(text, saysTime) || countsChoices(text)));
  const named = seenWithTag(page, 'table').flatMap((element) => element.getAttribute('aria-label') ?? []);
  const known = claimed.map(bareKey);
  // "Lĩnh vực Hộ tịch" is the label and the value that the question on that choice shows as "Lĩnh vực: Hộ tịch".
  const isClaimed = (line: string): boolean =>
    known.some((shown) => shown !== '' && (bareKey(line).includes(shown) || shown.includes(bareKey(line))));
  const all = [...new Set([...headings, ...named, ...lines, ...alerts, ...apart, ...shown])].filter(
    (line) => !isMade(line) && !isClaimed(line),
  );
  const narrowing = all.filter(narrows);
  const unknown = all.filter(
    (line) =>
      !narrowing.includes(line) &&
      (countsChoices(line) || (!isOrdinary(line) && (isPartOfUnit(line) || needsQuestion(line, saysTime)))),
  );
  return [...narrowing.slice(0, 3).map((line) => asking(line)), ...(unknown.length === 0 ? [] : [askingAll(unknown)])];
}

/** `Lĩnh vực 3`, `Kênh (2)`: a count of selected values. */
function countsChoices(text: string): boolean {
  const name = /^(\D{2,30}?)\s?\(?[1-9]\d?\)?$/u.exec(text)?.[1];
  return name !== undefined && isDimension(name) && !saysTime(text);
}

/** `Đơn vị: UBND xã Ta Ma (dữ liệu xã cũ)`: behind the name, in small letters or with a number, what of it is meant. */
function isPartOfUnit(line: string): boolean {
  return /^(?:tên )?(?:đơn vị|cơ quan|địa phương|ubnd|xã|phường)[^:]{0,30}:[^(]*\((?!tỉnh|thành|tp|huyện|xã|phường)[^)]*(?:\p{Ll}{2}\s|\d)/iu.test(
    line,
  );
}

function tipsOf(element: PageElement): readonly string[] {
  if (TIPS.every((name) => element.getAttribute(name) === null)) return [];
  return TIPS.flatMap((name) => element.getAttribute(name)?.normalize('NFC').trim() || []);
}

/** Of the words that all these reports share, and not what figures are split by: who signs, letterheads. */
function isOrdinary(line: string): boolean {
  return !splitsFigures(line) && unknownWords(line, SIGNING) === '';
}

function asking(line: string): Question {
  const shown = line.slice(0, LONGEST_LINE);
  return {
    key: `dong:${bareKey(shown).slice(0, 100)}`,
    about: RESETS.test(shown)
      ? `Trang có nút “${shown}”, nên có thể đang lọc. Số này là của cả xã?`
      : `Trang ghi “${shown}”. Số này là của cả xã?`,
    ...{ shown, isKept: true },
  };
}

function askingAll(lines: readonly string[]): Question {
  const shown = lines
    .slice(0, 3)
    .map((line) => `“${line}”`)
    .join(', ');
  const more = lines.length > 3 ? ` và ${lines.length - 3} dòng nữa` : '';
  return {
    key: `nhan:${lines.map(bareKey).sort().join('|').slice(0, 200)}`,
    about: `Trang ghi ${shown}${more} mà cách đọc này chưa biết. Số này là của cả xã?`,
    ...{ shown: `${shown}${more}`, isKept: true },
  };
}
