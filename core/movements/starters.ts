/// <reference types="vite/types/importMeta.d.ts" />
/**
 * Starters: movements without a commune. Every figure in them is proposed, with the decision it comes from in its note.
 * `from-starter.ts` sets the commune.
 */
import { type Movement, movementSchema } from '../movement/movement.ts';

interface StarterHeading {
  /** Name of its file in `movements/starters`. */
  readonly id: string;
  readonly title: string;
}

/** In the order in which they are offered. */
export const STARTER_HEADINGS: readonly StarterHeading[] = [
  { id: 'chuyen-doi-so', title: 'Đổi mới sáng tạo và chuyển đổi số' },
  { id: 'binh-dan-hoc-vu-so', title: 'Bình dân học vụ số' },
  { id: 'cai-cach-hanh-chinh', title: 'Đẩy mạnh cải cách hành chính' },
  { id: 'nong-thon-moi', title: 'Chung sức xây dựng nông thôn mới' },
];

const FILES = import.meta.glob<unknown>('../../movements/starters/*.json', { import: 'default' });

/** Fetched when it is chosen: together they weigh a quarter of a megabyte. undefined = there is no such starter. */
export async function loadStarter(id: string): Promise<Movement | undefined> {
  const file = await FILES[`../../movements/starters/${id}.json`]?.();
  return file === undefined ? undefined : movementSchema.parse(file);
}
