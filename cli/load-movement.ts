/** The movement of `--movement`: the id of a bundled one or a JSON file of one's own. */
import { readFileSync } from 'node:fs';
import type * as z from 'zod/mini';
import { type Movement, movementSchema } from '../core/movement/movement.ts';
import { findMovement, MOVEMENTS } from '../core/movements/index.ts';
import { didYouMean } from './did-you-mean.ts';
import { fromUser } from './paths.ts';
import { refuse } from './usage-error.ts';

/** Loads it; anything unusable ends the command with one sentence that names the place in the file. */
export function loadMovement(idOrFile: string): Movement {
  const bundled = findMovement(idOrFile);
  if (bundled) return bundled;
  let text: string;
  try {
    text = readFileSync(fromUser(idOrFile), 'utf8').replace(/^\ufeff/, '');
  } catch {
    const ids = MOVEMENTS.map((movement) => movement.id).join(', ');
    const near = didYouMean(
      idOrFile,
      MOVEMENTS.map((movement) => movement.id),
    );
    return refuse(`Không có phong trào hoặc tệp "${idOrFile}".${near} Các phong trào có sẵn: ${ids}.`);
  }
  const parsed = movementSchema.safeParse(parseJson(text, `Tệp phong trào "${idOrFile}"`));
  return parsed.success ? parsed.data : refuse(`Tệp phong trào "${idOrFile}" ${whatIsWrong(parsed.error)}`);
}

/** JSON text → data; broken JSON ends the command. `what` begins the sentence. */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(`${what} không phải là JSON hợp lệ.`);
  }
}

/** The first thing zod found, as the end of a Vietnamese sentence: `sai ở "targets[3].value": cần một số.` */
export function whatIsWrong(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'không đúng cấu trúc.';
  const place = issue.path.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key)),
    '',
  );
  const others = error.issues.length > 1 ? ` (còn ${error.issues.length - 1} chỗ khác)` : '';
  return `sai ở ${place ? `"${place}"` : 'cấp ngoài cùng'}: ${needed(issue)}${others}.`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'một chuỗi chữ',
  number: 'một số',
  int: 'một số nguyên',
  boolean: 'true hoặc false',
  array: 'một danh sách',
  object: 'một đối tượng',
};

function needed(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `cần ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `chỉ nhận ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `nhỏ hoặc ngắn hơn mức cho phép (${issue.minimum})`;
    case 'too_big':
      return `lớn hoặc dài hơn mức cho phép (${issue.maximum})`;
    case 'invalid_format':
      return 'không đúng dạng';
    default:
      return 'giá trị không hợp lệ';
  }
}
