/**
 * What a province's own template may name: single fields `{ten_xa}` and lists, one row of a table for each entry:
 * `{danh_sach.ten}`.
 */
import type { PaperFacts } from '../facts.ts';
import { movementInPeriod, officeOf, planCited } from '../office.ts';
import { BLANK, type Paper, type PaperBlock } from '../paper.ts';
import { dayWords } from '../words.ts';

export interface PaperFields {
  readonly single: ReadonlyMap<string, string>;
  /** Rows by the names of their columns. */
  readonly lists: ReadonlyMap<string, readonly ReadonlyMap<string, string>[]>;
}

export function fieldsOf(paper: Paper, facts: PaperFacts): PaperFields {
  const office = officeOf(facts);
  const { settings, run } = facts;
  const single = new Map<string, string>([
    ['ten_xa', office.commune],
    ['ten_tinh', office.province],
    ['dia_danh', office.place],
    ['ngay_ky', dayWords(settings.signedOn)],
    ['nguoi_ky', settings.signer ?? BLANK],
    ['so_van_ban', settings.numbers[paper.kind] ?? BLANK],
    ['phong_trao', movementInPeriod(facts)],
    ['ten_phong_trao', run.movement.title],
    ['ke_hoach', planCited(run.movement)],
    ['trich_yeu', paper.about],
    ['kinh_gui', paper.to.join('; ') || BLANK],
    ['chu_tich_hoi_dong', settings.chair ?? BLANK],
    ['thu_ky', settings.secretary ?? BLANK],
    ['ngay_hop', dayWords(settings.meetingOn)],
    ['dia_diem_hop', settings.meetingPlace ?? BLANK],
    ...paper.fields,
  ]);
  return { single, lists: listsIn([...paper.body, ...(paper.annex?.body ?? [])]) };
}

/** Tables of one name follow each other: the list of both rounds is one list. A sum is no entry. */
function listsIn(blocks: readonly PaperBlock[]): PaperFields['lists'] {
  const lists = new Map<string, ReadonlyMap<string, string>[]>();
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    const rows = block.summed ? block.rows.slice(0, -1) : block.rows;
    const entries = rows.map((row) => new Map(block.columns.map(({ field }, at) => [field, row[at] ?? ''] as const)));
    lists.set(block.name, [...(lists.get(block.name) ?? []), ...entries]);
  }
  return lists;
}
