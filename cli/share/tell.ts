/** The report of `sync`: for people, and as JSON. */
import { viewPeriodName } from '../../core/province/province-book.ts';
import { communesOf } from '../../core/province/results.ts';
import { rollUp } from '../../core/province/roll-up.ts';
import { comparisonNumber } from '../../core/share/entry.ts';
import type { Shared } from '../../core/share/shared.ts';
import type { Standing } from '../../core/share/standing.ts';
import type { Synced } from '../../core/share/sync.ts';
import { attention, deviceText, handedInLines, heldText, logCounts, titleOf } from '../../session/share/book-texts.ts';
import { carriedFiles, sealedLines } from '../../session/share/sealing.ts';
import type { NotReport } from '../files/walk.ts';
import type { SavedShared } from './save-shared.ts';
import type { OpenSpace } from './space.ts';

export interface SyncReport {
  readonly open: OpenSpace;
  /** Before and after what this command added. */
  readonly first: Synced;
  readonly last: Synced;
  readonly shared: Shared;
  readonly added: number;
  readonly held: readonly string[];
  readonly notes: readonly NotReport[];
  readonly saved: SavedShared | null;
  /** A link for another machine. */
  readonly invitation: string | null;
}

export function syncText({ open, first, last, shared, added, held, notes, saved, invitation }: SyncReport): string {
  const { standing } = last;
  const own = standing.devices.find(({ device }) => device === open.store.device);
  return [
    `Sổ chung "${titleOf(standing)}", mã ${open.space.slice(0, 16)}`,
    ...begunLines(open),
    ...(invitation === null
      ? []
      : [
          `Liên kết mời, cho một máy, trong 7 ngày: ${invitation}`,
          'Gửi riêng cho người được mời.',
          ...watchLines(invitation),
        ]),
    `Nhận về ${first.received + (last === first ? 0 : last.received)} mục, gửi đi ${
      first.sent + (last === first ? 0 : last.sent)
    } mục${added > 0 ? `, trong đó ${added} mục mới của máy này` : ''}.${filesText(first, last)}`,
    heldText(shared),
    ...handedInLines(standing, shared),
    ...sealedLines(standing),
    ...resultLines(standing),
    'Các máy:',
    ...standing.devices.map(
      (device) => `  ${device.device.slice(0, 16)} · ${device.name} · ${deviceText(device, standing, own)}`,
    ),
    ...attention(last, own).map((line) => `Lưu ý: ${line}`),
    ...held.map((line) => `Chưa gửi: ${line}`),
    ...notes.map(({ file, reason }) => `${file}: ${reason}`),
    ...(saved
      ? saved.written.length > 0
        ? [`Đã ghi ${saved.written.length} tệp:`, ...saved.written.map((path) => `  ${path}`)]
        : ['Các tệp lấy về không có gì mới.']
      : []),
    ...(saved?.doubtful ?? []).map(({ file, reason }) => `Cần xem lại ${file}: ${reason}`),
    ...(saved?.kept ?? []).map((path) => `Bản đã sửa tay được giữ lại: ${path}`),
  ].join('\n');
}

function filesText(first: Synced, last: Synced): string {
  const rounds = first === last ? [first] : [first, last];
  const sum = (part: 'filesSent' | 'filesReceived') => rounds.reduce((total, synced) => total + synced[part], 0);
  const lines = [
    sum('filesSent') > 0 ? `gửi ${sum('filesSent')} tệp` : '',
    sum('filesReceived') > 0 ? `nhận ${sum('filesReceived')} tệp` : '',
  ];
  const text = lines.filter((part) => part !== '').join(', ');
  return text === '' ? '' : ` Tệp kèm theo: ${text}.`;
}

/** The same invitation for the page on which a province looks at its communes. */
function watchLines(invitation: string): readonly string[] {
  return [`Chỉ xem bảng tổng hợp của tỉnh thì mở bằng trình duyệt: ${invitation.replace('/#', '/tinh/#')}`];
}

/** In the book of a province: how many communes sent their result, and who has not. */
function resultLines(standing: Standing): readonly string[] {
  const communes = communesOf(standing);
  if (communes.length === 0) return [];
  const { period, sent, rows } = rollUp(communes);
  if (period === null) return [`Chưa xã nào trong ${rows.length} xã gửi kết quả.`];
  const awaited = rows.filter(({ result }) => result === null).map(({ name }) => name);
  const rest = awaited.length === 0 ? '' : ` Chưa gửi: ${awaited.join('; ')}.`;
  return [`Kết quả ${viewPeriodName(period)}: ${sent}/${rows.length} xã đã gửi.${rest}`];
}

function begunLines({ begun, space, store, place, invite, recovery }: OpenSpace): readonly string[] {
  if (begun === 'founded') {
    return [
      'Đã lập sổ chung. Máy này có vai trò chủ tịch.',
      `Mã phục hồi: ${recovery}`,
      'In mã này ra giấy, cất két, không gửi cho ai: máy này mất thì chỉ mã đó thay được máy khác làm chủ tịch. Mã chỉ hiện một lần.',
      invite
        ? `Mời máy khác: sync ${place} --invite in ra liên kết mời, mỗi liên kết cho một máy.`
        : `Máy khác tham gia bằng: sync ${place} --space ${space.slice(0, 16)} --name "Tên máy"`,
    ];
  }
  if (begun === null) return [];
  return [
    `Đã xin tham gia. Mã máy ${store.device.slice(0, 16)}, số đối chiếu ${comparisonNumber(store.device)}.`,
    `Nhờ chủ tịch đối chiếu số đó rồi chạy: sync ${place} --admit ${store.device.slice(0, 16)} --role officer`,
  ];
}

export function syncJson({ open, first, last, shared, added, held, notes, saved, invitation }: SyncReport) {
  const { standing, filesMissing } = last;
  const twice = last !== first;
  return {
    space: open.space,
    title: titleOf(standing),
    device: open.store.device,
    begun: open.begun,
    recovery: open.recovery,
    invitation,
    added,
    sent: first.sent + (twice ? last.sent : 0),
    received: first.received + (twice ? last.received : 0),
    devices: standing.devices.map(({ device, name, roles, revoked, forked, last: end }) => {
      return { device, name, roles, revoked, forked, entries: end?.content.n ?? 0 };
    }),
    reports: shared.files.filter(({ kind }) => kind === 'report').length,
    ...logCounts(shared),
    votes: shared.votes.length,
    sessions: shared.sessions.length,
    observations: shared.observations.length,
    results: communesOf(standing).map(({ name, results }) => ({
      commune: name,
      periods: results.map(({ period }) => period).sort(),
    })),
    missing: standing.missing,
    filesMissing,
    idle: standing.idle.map(({ entry, why }) => ({ entry: entry.hash, device: entry.content.device, why })),
    handedIn: shared.handedIn.map(({ link, entry, file, replaced }) => {
      const { unit, period } = link.fact;
      return {
        unit,
        period,
        at: entry.content.at,
        n: entry.content.n,
        entry: entry.hash,
        sha256: file.sha256,
        replaced,
      };
    }),
    sealed: carriedFiles(standing).flatMap(({ sha256, name, sealed }) => (sealed ? [{ sha256, name, ...sealed }] : [])),
    doubtful: saved?.doubtful ?? [],
    held,
    notes: [...notes, ...last.notes.map((reason) => ({ file: '', reason }))],
    written: saved?.written ?? [],
    kept: saved?.kept ?? [],
  };
}
