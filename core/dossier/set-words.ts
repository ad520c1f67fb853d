/**
 * The settings of a criteria set besides its criteria, each item a line: classes, cases judged separately, which parts
 * equal totals.
 */

import type { Result } from '../base/result.ts';
import type { CriteriaSet } from '../movement/criteria-set.ts';
import { codeOfWords } from './code-of-words.ts';
import { type Codec, lines } from './codec.ts';
import { CLASSES } from './vocabulary.ts';
import {
  exactNumber,
  NAME,
  NUMBER,
  named,
  notUnderstood,
  QUOTED,
  quoted,
  readName,
  readNumber,
  understood,
  unquoted,
} from './words.ts';

type ClassBand = CriteriaSet['classification'][number];
type ClassCode = ClassBand['code'];

const CODES = Object.values(CLASSES).join('|');
const CLASS = new RegExp(`^(${CODES}) (${QUOTED}): từ (${NUMBER}) ?%?(, không tiêu chí nào 0 điểm)?$`, 'iu');
const CASE = new RegExp(`^(?:(${NAME}) )?(${QUOTED})$`, 'u');
const CAP = new RegExp(`^(?:(${NAME}) )?(${QUOTED}): cao nhất (${CODES})$`, 'iu');
const POINTS = new RegExp(`^điểm(?: tiêu chí (${NAME}))?(?: nhóm (${NAME}))?$`, 'iu');
const FIGURE = new RegExp(`^số liệu tiêu chí (${NAME})$`, 'iu');

function classCode(words: string | undefined): ClassCode | undefined {
  return (Object.keys(CLASSES) as ClassCode[]).find((code) => CLASSES[code] === words?.toLowerCase());
}

/** `bậc 1 “Hoàn thành xuất sắc nhiệm vụ”: từ 95 %, không tiêu chí nào 0 điểm`. */
export const classification: Codec<ClassBand[]> = lines(
  ({ code, name, from, noZeroCriterion }) =>
    `${CLASSES[code]} ${quoted(name)}: từ ${exactNumber(from)} %${noZeroCriterion ? ', không tiêu chí nào 0 điểm' : ''}`,
  (line): Result<ClassBand> => {
    const match = CLASS.exec(line);
    const code = classCode(match?.[1]);
    const name = unquoted(match?.[2] ?? '');
    const from = readNumber(match?.[3] ?? '');
    return code === undefined || name === null || from === null
      ? notUnderstood(`Không hiểu “${line}”: ghi như bậc 1 “Hoàn thành xuất sắc nhiệm vụ”: từ 95 %.`)
      : understood({ code, name, from, noZeroCriterion: match?.[4] !== undefined });
  },
);

function caseWords({ code, label }: { readonly code: string; readonly label: string }): string {
  return `${named(code)} ${quoted(label)}`;
}

function caseOf(code: string | undefined, quote: string | undefined): { code: string; label: string } | null {
  const label = unquoted(quote ?? '');
  return label === null ? null : { code: code === undefined ? codeOfWords(label) : readName(code), label };
}

/** `“Để lộ dữ liệu cá nhân của người dân”`, before it a code where there is a code. */
export const knockOuts: Codec<CriteriaSet['knockOuts']> = lines(caseWords, (line) => {
  const match = CASE.exec(line);
  const item = match ? caseOf(match[1], match[2]) : { code: codeOfWords(line), label: line };
  return item === null ? notUnderstood(`Không hiểu “${line}”: ghi tên trường hợp trong ngoặc kép.`) : understood(item);
});

export const classCaps: Codec<CriteriaSet['classCaps']> = lines(
  ({ atMost, ...one }) => `${caseWords(one)}: cao nhất ${CLASSES[atMost]}`,
  (line): Result<CriteriaSet['classCaps'][number]> => {
    const match = CAP.exec(line);
    const item = match && caseOf(match[1], match[2]);
    const atMost = classCode(match?.[3]);
    return !item || atMost === undefined
      ? notUnderstood(`Không hiểu “${line}”: ghi như “Bị khiển trách”: cao nhất bậc 2.`)
      : understood({ ...item, atMost });
  },
);

export const tieBreaks: Codec<CriteriaSet['tieBreaks']> = lines(
  (item) => {
    switch (item.kind) {
      case 'figure':
        return `số liệu tiêu chí ${named(item.criterion)}`;
      case 'points': {
        const criterion = item.criterion === undefined ? '' : ` tiêu chí ${named(item.criterion)}`;
        return `điểm${criterion}${item.group === undefined ? '' : ` nhóm ${named(item.group)}`}`;
      }
      case 'women':
        return 'tập thể có từ 70 % nữ';
      case 'received':
        return 'gửi báo cáo sớm hơn';
      case 'council':
        return 'Hội đồng quyết định';
    }
  },
  (line): Result<CriteriaSet['tieBreaks'][number]> => {
    const figure = FIGURE.exec(line)?.[1];
    if (figure !== undefined) return understood({ kind: 'figure', criterion: readName(figure) });
    const points = POINTS.exec(line);
    if (points) {
      const criterion = points[1] === undefined ? {} : { criterion: readName(points[1]) };
      const group = points[2] === undefined ? {} : { group: readName(points[2]) };
      return understood({ kind: 'points', ...criterion, ...group });
    }
    if (/nữ$/iu.test(line)) return understood({ kind: 'women' });
    if (/sớm hơn$/iu.test(line)) return understood({ kind: 'received' });
    if (/^hội đồng/iu.test(line)) return understood({ kind: 'council' });
    return notUnderstood(`Không hiểu “${line}”: ghi như “số liệu tiêu chí 1.2”, “điểm nhóm 2”, “Hội đồng quyết định”.`);
  },
);
