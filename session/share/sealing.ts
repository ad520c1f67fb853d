/**
 * The files of a shared book for the person who seals them: the name of each file and the words about a sealed file.
 */
import { dayText } from '../../core/base/period/day.ts';
import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { parsePeriod, periodName } from '../../core/base/period/period.ts';
import { inNameOrder } from '../../core/base/text/name-order.ts';
import { isFileFact } from '../../core/share/fact.ts';
import { type Sealed, sealedIn } from '../../core/share/shared.ts';
import type { Standing } from '../../core/share/standing.ts';

export interface CarriedFile {
  readonly sha256: string;
  /** Label of the file: its name, or the unit that handed it in. */
  readonly name: string;
  /** The name, with what tells it from others of that name. */
  readonly label: string;
  readonly sealed: Sealed | null;
}

/** Every file that was shared or handed in, also those that were replaced; not the empty forms of links. */
export function carriedFiles({ counting, links }: Pick<Standing, 'counting' | 'links'>): readonly CarriedFile[] {
  const sealed = sealedIn(counting);
  const found = counting.flatMap(({ content: { device, fact, at } }): readonly CarriedFile[] => {
    const day = dayText(hanoiTime(new Date(at)));
    const link = links.get(device)?.fact;
    if (fact?.kind === 'handed-in' && link) {
      const period = parsePeriod(link.period);
      const { criterion, explains } = fact;
      const what =
        explains !== undefined
          ? 'giải trình'
          : criterion === undefined
            ? 'nộp'
            : `minh chứng tiêu chí ${criterion} “${fact.file.name}” nộp`;
      const label = `${link.unit}, ${period ? periodName(period) : link.period}, ${what} ngày ${day}`;
      return [{ sha256: fact.file.sha256, name: link.unit, label, sealed: sealed.get(fact.file.sha256) ?? null }];
    }
    if (fact?.kind === 'evidence') {
      const { sha256, name } = fact.file;
      const label = `${fact.unit}, minh chứng tiêu chí ${fact.criterion} “${name}” đưa vào ngày ${day}`;
      return [{ sha256, name: fact.unit, label, sealed: sealed.get(sha256) ?? null }];
    }
    if (!fact || !isFileFact(fact)) return [];
    const { name, sha256 } = fact.file;
    return [{ sha256, name, label: `${name}, đưa vào ngày ${day}`, sealed: sealed.get(sha256) ?? null }];
  });
  return found.toSorted((a, b) => inNameOrder(a.label, b.label));
}

function sealedText({ at, reason }: Sealed): string {
  return `đã niêm phong theo yêu cầu, ngày ${dayText(hanoiTime(new Date(at)))}, lý do: ${reason}`;
}

export function sealedLines(standing: Standing): readonly string[] {
  return carriedFiles(standing).flatMap(({ label, sealed }) => (sealed ? [`${label}: ${sealedText(sealed)}.`] : []));
}

/** Parts that stay when a file is sealed, and parts that do not. */
export const SEAL_WARNING =
  'Niêm phong là hủy khóa của tệp ở mọi nơi giữ sổ chung: từ đó không ai mở được nữa, và không hoàn tác được. Điểm đã chấm và các mục khác giữ nguyên. Bản đã nhận vào bảng tính hay đã lấy về máy thì mỗi người tự xóa.';
