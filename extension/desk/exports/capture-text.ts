/** A capture in a line: whose figures, of when, taken when. */
import { periodText } from '../../pieces/words.ts';
import { instantText } from '../../reading/time.ts';
import type { CaptureRecord } from '../../store/records.ts';

export function captureText({ observations, title, at }: CaptureRecord): string {
  const [first] = observations;
  const what = first ? `${first.unit.name}, ${periodText(first.period ?? '')}` : title;
  return `${what} – chụp lúc ${instantText(at)}`;
}
