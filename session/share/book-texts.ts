/** What there is to say of a shared book: who takes part, what came, what is awaited. In Vietnamese, a line each. */

import { groupBy } from '../../core/base/group-by.ts';
import { parsePeriod, periodName } from '../../core/base/period/period.ts';
import { inNameOrder } from '../../core/base/text/name-order.ts';
import { isAppraisal } from '../../core/council/entry-kinds.ts';
import { comparisonNumber } from '../../core/share/entry.ts';
import { bytesNamed } from '../../core/share/fact.ts';
import { ROLE_NAMES } from '../../core/share/role.ts';
import type { Shared } from '../../core/share/shared.ts';
import { type Device, IDLE_REASONS, type IdleReason, type Standing, seenBy } from '../../core/share/standing.ts';
import type { Synced } from '../../core/share/sync.ts';

/** Title of the shared book; '' until its founding entry is there. */
export function titleOf({ founding }: Standing): string {
  return founding?.content.fact?.kind === 'founding' ? founding.content.fact.title : '';
}

/** A sentence on the book's content. */
export function heldText(shared: Shared): string {
  const { files, votes, sessions, observations } = shared;
  const reports = files.filter(({ kind }) => kind === 'report').length;
  const { decisions, appraisals } = logCounts(shared);
  return `Đang có: ${reports} báo cáo, ${decisions} quyết định${appraisals > 0 ? `, ${appraisals} điểm thẩm định` : ''}, ${votes.length} biểu quyết, ${sessions.length} dòng sổ phiên họp, ${observations.length} số liệu Cổng.`;
}

/** The two rounds apart: what was put to the council is no decision. */
export function logCounts({ log }: Pick<Shared, 'log'>): { readonly decisions: number; readonly appraisals: number } {
  const appraisals = log.filter(({ kind }) => isAppraisal(kind)).length;
  return { decisions: log.length - appraisals, appraisals };
}

/** By period: how many units handed in by their link, the last ones first, and which are awaited. */
export function handedInLines({ links }: Standing, { handedIn }: Shared): readonly string[] {
  const units = groupBy([...links.values()], ({ fact }) => fact.period);
  return [...units].map(([key, own]) => {
    const period = parsePeriod(key);
    const units = new Set(own.map(({ fact }) => fact.unit));
    const came = new Set(handedIn.flatMap(({ link }) => (link.fact.period === key ? link.fact.unit : [])));
    const awaited = [...units].filter((unit) => !came.has(unit)).sort(inNameOrder);
    const rest = awaited.length === 0 ? '' : ` Chưa nộp: ${awaited.join('; ')}.`;
    return `Nộp qua liên kết, ${period ? periodName(period) : key}: ${came.size}/${units.size} đơn vị.${rest}`;
  });
}

/** A device's role and how far it has read; `own` = this machine. */
export function deviceText(device: Device, standing: Standing, own: Device | undefined): string {
  if (device.roles.length === 0) return `xin tham gia, số đối chiếu ${comparisonNumber(device.device)}`;
  const roles = device.roles.map((role) => ROLE_NAMES[role]).join(', ');
  const state = device.revoked ? ' · đã thôi quyền' : device.forked ? ' · khóa bị dùng ở hai nơi' : '';
  if (device.device === own?.device) return `${roles}${state} · máy này`;
  // A device that never wrote, such as the code on paper, has nothing to read.
  const behind = own?.last && device.last ? own.last.content.n - seenBy(device.device, own.device, standing) : 0;
  const seen = behind > 0 ? ` · theo mục cuối của máy đó thì chưa xem ${behind} mục của máy này` : '';
  return `${roles}${state}${seen}`;
}

/** Irregularities of the book that an officer should know. */
export function attention({ standing, filesMissing, notes }: Synced, own: Device | undefined): readonly string[] {
  // A commune sees the province's entries and its own, never what other communes send.
  const isShownAll = own?.roles.some((role) => role !== 'commune') ?? true;
  const counts = new Map<IdleReason, number>();
  for (const { why } of standing.idle) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [
    ...(isShownAll && standing.missing.length > 0
      ? [`còn ${standing.missing.length} mục máy khác đã thấy mà chưa về tới đây: đang trên đường, hoặc bị giữ lại.`]
      : []),
    ...(filesMissing.length > 0 ? [missingText(filesMissing, standing)] : []),
    ...[...counts].map(([why, count]) => `${count} mục chưa tính: ${IDLE_REASONS[why]}.`),
    ...notes,
  ];
}

const NAMELESS = { appraised: 'kết quả thẩm định gửi đơn vị', link: 'biểu của liên kết' };

/** Files named in one sentence. */
const MOST_NAMED = 5;

/** Which files, whose, and what brings them. */
function missingText(digests: readonly string[], { counting, devices, links }: Standing): string {
  const missing = new Set(digests);
  const named = counting.flatMap(({ content: { device, fact } }) => {
    const file = fact && bytesNamed(fact);
    if (!fact || !file || !missing.delete(file.sha256)) return [];
    const by = links.get(device)?.fact.unit ?? devices.find((item) => item.device === device)?.name ?? '';
    return [
      `"${'file' in fact && typeof fact.file !== 'string' && 'name' in fact.file ? fact.file.name : NAMELESS[fact.kind === 'appraised' ? 'appraised' : 'link']}" (${by})`,
    ];
  });
  const shown = named.slice(0, MOST_NAMED).join('; ');
  const more = named.length > MOST_NAMED ? ' …' : '';
  return `còn ${digests.length} tệp chưa về tới đây hoặc bị hỏng ở nơi chung: ${shown}${more}. Máy nào còn bản lành chạy sync một lần là gửi lại.`;
}
