/** The name under which an earlier file is saved when a new file takes its name. */
import { hanoiTime } from '../base/period/hanoi-time.ts';

/**
 * `council.xlsx` → `council (bản trước 2026-11-22 10-05).xlsx`, by the time it was last changed; `count` = 1, and more
 * while the name is taken. A path keeps its folders.
 */
export function earlierName(file: string, changed: Date, count: number): string {
  const [, stem = file, extension = ''] = /^(.*[^/\\])(\.[^./\\]*)$/s.exec(file) ?? [];
  const time = hanoiTime(changed).slice(0, 16).replace('T', ' ').replace(':', '-');
  return `${stem} (bản trước ${time}${count === 1 ? '' : `, ${count}`})${extension}`;
}
