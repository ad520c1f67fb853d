/**
 * A year of an office at real size, as a backup file: the seven answers of the 2026 portal, captured weekly by the
 * extension's own store and worker code. Times are counted back from the day of the test, so that targets and gaps look
 * as they would. Names and figures are invented.
 */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { hanoiTime } from '../../../core/base/period/hanoi-time.ts';
import { portalRequests } from '../../../core/portal/capture/readers/national-2026/requests.ts';
import { handlers } from '../../../extension/background/handlers.ts';
import { writeBackup } from '../../../extension/backup/write-backup.ts';
import { settingsSchema } from '../../../extension/settings/settings.ts';
import { keepRaw } from '../../../extension/store/captures.ts';
import { openStore } from '../../../extension/store/db.ts';

const PORTAL = 'https://dichvucong.gov.vn/danh-gia-chat-luong-phuc-vu';
const PROVINCE = '019d2be3-6a88-732b-8b17-b68020c8553a';
const NAMES = [
  'Suối Bạc',
  'Đồi Thông',
  'Nà Hoa',
  'Khe Sâu',
  'Bản Mới',
  'Pá Lau',
  'Vườn Chè',
  'Hồ Trong',
  'Thác Trắng',
  'Đèo Gió',
  'Rừng Sa Mu',
  'Cầu Treo',
];
const MINE = 4;
const WEEKS = 14;
const WEEK = 7 * 24 * 3_600_000;

const TITLE = 'Đánh giá chất lượng phục vụ';
const PAGE = `<!doctype html><title>${TITLE}</title><main>${TITLE}</main>`;
const VIEW = { width: 1400, height: 900, scrollY: 0, ratio: 1 };
const NOTHING_TYPED = { unit: null, period: null, values: {}, reason: '' };

/** Weeks without a capture: the officer was on leave. */
const AWAY = new Set([6, 7]);

/** Backup file; the last capture of it is the week before `now` (milliseconds). The officer's commune is `Xã Ta Ma`. */
export async function sampleHistory(now: number): Promise<Uint8Array> {
  const name = 'sample-history';
  const db = openStore(name);
  const settings = settingsSchema.parse({
    unit: 'UBND Xã Ta Ma',
    provinceId: PROVINCE,
    movement: 'ta-ma-2023-2030',
    reminderDay: 20,
  });
  const worker = handlers({
    ...{
      db,
      mine: async () => settings.unit,
      movement: async () => settings.movement,
      today: () => '2026-01-01',
      now: () => '',
    },
    ...{ askPage: async () => undefined, settled: () => undefined },
  });
  const capture = async (id: string, week: number, quarterly: boolean) => {
    const at = hanoiTime(new Date(now - (WEEKS - week) * WEEK));
    const year = Number(at.slice(0, 4));
    const quarter = Math.ceil(Number(at.slice(5, 7)) / 3) as 1 | 2 | 3 | 4;
    const answers = portalRequests(PROVINCE, quarterly ? { kind: 'quarter', year, quarter } : { kind: 'year', year });
    const heard = answers.map(({ path, body }) => ({
      ...{ kind: 'answer' as const, url: `https://dichvucong.gov.vn${path}`, request: body },
      body: JSON.stringify(answerOf(path, week)),
    }));
    const page = { kind: 'page' as const, url: PORTAL, request: null, body: PAGE };
    await keepRaw(db, {
      ...{ id, at, url: PORTAL, title: TITLE, unread: [], view: VIEW, picture: null },
      parts: [page, ...heard],
    });
    const done = await worker['capture.confirm']({ id, draft: NOTHING_TYPED });
    if (!done.ok) throw new Error(done.code);
  };
  for (let week = 0; week < WEEKS; week++) if (!AWAY.has(week)) await capture(`tuan-${week}`, week, false);
  // Thirteen weeks apart: never the same quarter.
  for (const week of [0, WEEKS - 1]) await capture(`quy-${week}`, week, true);
  const backup = await writeBackup(db, settings, hanoiTime(new Date(now)));
  db.close();
  await Dexie.delete(name);
  return new Uint8Array(await backup.arrayBuffer());
}

function answerOf(path: string, week: number): object {
  const units = [...NAMES.slice(0, MINE), 'Ta Ma', ...NAMES.slice(MINE)].map((name, index) =>
    unitOf(name, index, path, week),
  );
  const list = /-tree$|dossier-digitized$/.test(path) ? 'children' : 'evaluation';
  return { code: 'OK', data: { [list]: units } };
}

/** Dossiers grow week by week; the communes differ and change places now and then. */
function unitOf(name: string, index: number, path: string, week: number): object {
  const all = 900 + index * 37 + week * 60;
  const share = 0.62 + ((index * 5) % 9) / 40 + week * 0.008 + ((index + week) % 3) * 0.004;
  const part = Math.min(all, Math.round(all * share));
  const max = MAXIMA.find(([end]) => path.endsWith(end))?.[1] ?? 100;
  return {
    departmentId: `019d2be3-6ab4-74ce-8a81-${String(index + 1).padStart(12, '0')}`,
    departmentName: `UBND Xã ${name}`,
    departmentCode: `H44.${200 + index}`,
    level: 'COMMUNE',
    score: Math.round(max * share * 100) / 100,
    maxScore: max,
    ...{ totalReceived: all, totalOnTime: part, channelTotalSum: all, channelOnlineSum: part - 60 },
    ...{ totalDossierFinancialObligation: all - 300, totalDossierOnlinePaymentSuccess: part - 280 },
  };
}

const MAXIMA = [
  ['service-results', 100],
  ['transparency', 18],
  ['dvc-progress-tree', 20],
  ['provide-online-tree', 12],
  ['formality-online-payment-tree', 10],
  ['handling-satisfaction', 18],
  ['dossier-digitized', 22],
] as const;
