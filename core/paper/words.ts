/** Days, counts and names as official papers write them (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
import { formatPoints, type Points } from '../base/quantity/points.ts';

/** Stands where the program does not know. */
export const BLANK = '…………';

/**
 * `ngày 05 tháng 02 năm 2026`: a nought before days under 10 and before months 1 and 2; what is not known stays blank.
 */
export function dayWords(iso: string | null): string {
  if (iso === null) return 'ngày …… tháng …… năm ………';
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  const shown = Number(month) <= 2 ? month : String(Number(month));
  return `ngày ${day} tháng ${shown} năm ${year}`;
}

/** `8,5`, or a dash without points: missing is not zero. */
export function pointsOrDash(points: Points | null): string {
  return points === null ? '–' : formatPoints(points);
}

/** A count in a sentence: `05 tập thể`, `12 đơn vị`. */
export function countWords(count: number): string {
  return String(count).padStart(2, '0');
}

/** The text, or the visible blank. */
export function orBlank(text: string | null | undefined): string {
  const tidy = text?.trim() ?? '';
  return tidy === '' ? BLANK : tidy;
}

/** The text without a full stop or semicolon at its end, so that it may stand inside a sentence. */
export function inside(text: string): string {
  return text.trim().replace(/[.;,:\s]+$/u, '');
}

/** `xã Ta Ma` → `XÃ TA MA`. */
export function capitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}

/** `Bản Nà Đít` → `ban-na-dit`: for the names of files. */
export function slug(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60).replace(/-+$/, '') || 'don-vi';
}

/** The text as a sentence of its own: what a plan joins to the one before ("và trên 40 % …") begins with a capital. */
export function opening(text: string): string {
  const own = text.trim().replace(/^(?:và|đồng thời|;|,)\s+/iu, '');
  return `${own.charAt(0).toLocaleUpperCase('vi')}${own.slice(1)}`;
}

/** What a role has to do, without the post that its sentence may begin with: the post stands beside it. */
export function taskOf({ post, text }: { readonly post: string; readonly text: string }): string {
  const words = text.trim();
  const isNamed = words.toLocaleLowerCase('vi').startsWith(`${post.trim().toLocaleLowerCase('vi')} `);
  return inside(opening(isNamed ? words.slice(post.trim().length) : words));
}
