/**
 * The results that the communes of a province sent, from its shared book: for each commune and period the result in
 * force.
 */

import { groupBy } from '../base/group-by.ts';
import { inCodeOrder } from '../base/text/code-order.ts';
import { inNameOrder } from '../base/text/name-order.ts';
import { squashKey } from '../base/text/text.ts';
import type { SentResult } from '../commune/result/sent-result.ts';
import type { Standing } from '../share/standing.ts';

/** A commune by the name the province admitted it under. */
export interface CommuneSent {
  readonly name: string;
  /** A result for each period, in no order; empty while nothing was sent. */
  readonly results: readonly SentResult[];
}

/** Every commune that was admitted, by name; of several machines of one commune the latest result stands. */
export function communesOf({ devices, counting }: Pick<Standing, 'devices' | 'counting'>): readonly CommuneSent[] {
  const admitted = devices.filter(({ roles }) => roles.includes('commune'));
  const names = new Map(admitted.map(({ device, name }) => [device, name.normalize('NFC').trim()]));
  const sent = counting.flatMap(({ hash, content }) => {
    const name = names.get(content.device);
    return content.fact?.kind === 'result' && name !== undefined
      ? [{ name, hash, n: content.n, device: content.device, result: content.fact.result }]
      : [];
  });
  const byName = groupBy(sent, ({ name }) => squashKey(name));
  // A machine whose rights ended counts only while its commune has no other machine.
  const standing = admitted.filter(({ device, revoked }) => !revoked || sent.some((item) => item.device === device));
  const communes = [...groupBy(standing, ({ name }) => squashKey(name))].map(([key, [first]]): CommuneSent => {
    const periods = groupBy(byName.get(key) ?? [], ({ result }) => result.period);
    const results = [...periods.values()].flatMap((list) => {
      // Of the same machine the later entry counts; of two machines the later day, and for the same day the choice by
      // hash is the same everywhere.
      const last = [...groupBy(list, ({ device }) => device).values()].map((own) =>
        own.reduce((held, item) => (item.n > held.n ? item : held)),
      );
      const [newest] = last.sort((x, y) => inCodeOrder(y.result.asOf, x.result.asOf) || inCodeOrder(x.hash, y.hash));
      return newest ? [newest.result] : [];
    });
    return { name: names.get(first?.device ?? '') ?? '', results };
  });
  return communes.sort((x, y) => inNameOrder(x.name, y.name));
}

/**
 * A sentence that names the communes whose results come from a newer version and cannot be read here: the entries stay in
 * the book, and these communes do not count as silent. Null where there is none.
 */
export function newerSent({ devices, idle }: Pick<Standing, 'devices' | 'idle'>): string | null {
  const admitted = new Map(
    devices.filter(({ roles }) => roles.includes('commune')).map(({ device, name }) => [device, name.normalize('NFC')]),
  );
  const names = idle.flatMap(({ entry, why }) => (why === 'unknown' ? (admitted.get(entry.content.device) ?? []) : []));
  if (names.length === 0) return null;
  const list = [...new Set(names)].sort(inNameOrder).join(', ');
  return `${list} đã gửi kết quả bằng phiên bản mới hơn: kết quả vẫn được giữ nhưng trang này chưa đọc được; hãy cập nhật chương trình ở tỉnh rồi mở lại.`;
}
