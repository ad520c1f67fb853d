/**
 * `sync`: several machines share one book over a folder or a server; each ends with the same reports, decisions and
 * figures.
 */

import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { sharedOf } from '../../core/share/shared.ts';
import type { Standing } from '../../core/share/standing.ts';
import { type Synced, synchronise } from '../../core/share/sync.ts';
import { titleOf } from '../../session/share/book-texts.ts';
import { newVerify } from '../../session/share/web-crypto.ts';
import { parseArguments } from '../arguments.ts';
import { guardOf } from '../files/identity.ts';
import { fromUser } from '../files/paths.ts';
import { makeFolder } from '../files/safe-write.ts';
import { writeJson } from '../files/write-json.ts';
import { addFacts } from '../share/add-facts.ts';
import { follow } from '../share/follow.ts';
import { nodeFolder } from '../share/node-folder.ts';
import { storesFolder } from '../share/own-store.ts';
import { healByPaper, recover } from '../share/recover.ts';
import { saveShared } from '../share/save-shared.ts';
import { openServerSpace } from '../share/server-space.ts';
import { type OpenSpace, openSpace } from '../share/space.ts';
import { releaseStores } from '../share/store-lock.ts';
import { type SyncReport, syncJson, syncText } from '../share/tell.ts';
import { healing, wantedFacts } from '../share/wanted-facts.ts';
import { refuse } from '../usage-error.ts';

const HELP = `Dùng chung một sổ giữa nhiều máy qua một thư mục (ổ mạng, OneDrive, USB…) hoặc một máy chủ: báo cáo, quyết định,
số liệu Cổng.
Không mục nào bị xóa; hai bản khác nhau đứng cạnh nhau. Mất mạng vẫn làm tiếp, lần sau chạy lại là đủ.

Cách dùng: sync <thư mục chung> [tùy chọn]
           sync --server <địa chỉ hoặc liên kết mời> [tùy chọn]

  --server ĐỊA CHỈ      dùng máy chủ thay cho thư mục; lần đầu ghi cả liên kết mời, các lần sau chỉ địa chỉ
  --invite              in một liên kết mời cho một máy nữa (chỉ máy của chủ tịch, chỉ với máy chủ)
  --found "TÊN SỔ"      lập sổ chung mới; máy lập sổ là máy của chủ tịch Hội đồng hoặc người được giao
  --space MÃ            xin tham gia sổ chung có mã này (người lập sổ cho biết)
  --name "TÊN MÁY"      tên máy và người dùng, cần khi lập sổ hoặc xin tham gia
  --admit MÃ-MÁY        cho một máy tham gia, kèm --role
  --role VAI-TRÒ        officer (cán bộ), appraiser (tổ giúp việc: chỉ thẩm định), council (thành viên Hội đồng),
                        chair (chủ tịch), viewer (người xem), commune (xã, trong sổ của tỉnh; kèm --name "Xã …")
  --revoke MÃ-MÁY       thôi quyền của một máy (mất máy, đổi người), kèm --reason
  --seal "TÊN TỆP|ĐƠN VỊ"
                        niêm phong tệp có dữ liệu cá nhân (chỉ máy của chủ tịch), kèm --reason: hủy khóa của tệp ở mọi nơi,
                        không ai mở lại được; điểm đã chấm và các mục khác giữ nguyên, bản đã lấy về máy thì tự xóa
  --heal MÃ-MÁY         khóa của máy ấy bị dùng ở hai nơi do nhầm (chép thư mục, phục hồi bản cũ): chủ tịch nối lại, mọi thứ
                        đã ghi ở cả hai nơi được tính và máy ghi tiếp; máy lập sổ thì kèm --recover MÃ
  --reason "LÝ DO"
  --recover MÃ          máy lập sổ đã mất: dùng mã phục hồi trên giấy để máy này làm chủ tịch thay, kèm --name
  --reports TỆP|THƯ MỤC đưa báo cáo của các đơn vị vào sổ chung (ghi nhiều lần được)
  --units TỆP           đưa danh sách đơn vị vào sổ chung
  --movement TỆP        đưa hồ sơ phong trào (.xlsx, .json) vào sổ chung
  --council TỆP         đưa quyết định, biểu quyết, phiên họp trong sổ của Hội đồng vào sổ chung
  --captures TỆP        đưa số liệu Cổng vào sổ chung
  --results TỆP         gửi kết quả chung của xã (tệp của score --results) vào sổ chung của tỉnh
  -o, --output THƯ MỤC  lấy về: bao-cao/, don-vi/, phong-trao/, so-hoi-dong.xlsx, so-lieu-cong.json; ở sổ của tỉnh:
                        tong-hop-tinh.xlsx, tong-hop-tinh.csv
  --follow              ở lại, có tin là lấy về ngay (qua thư mục: mỗi phút xem một lần); Ctrl+C để dừng
  --home THƯ MỤC        nơi giữ khóa và bản riêng của máy này (mặc định: thư mục dữ liệu của người dùng)
  --json                in kết quả dạng JSON
  -h, --help            in hướng dẫn này

Ví dụ:
  sync Z:\\thi-dua --found "Xã Ta Ma – chuyển đổi số" --name "Máy chủ tịch"
  sync Z:\\thi-dua --reports bao-cao/ -o nhan-ve
  sync --server "https://so-chung.tinh.gov.vn/#…" --name "Máy Văn phòng, Lò Văn A"
  score bao-cao/ -o ket-qua --results ket-qua-xa.json
  sync --server https://so-chung.tinh.gov.vn --results ket-qua-xa.json
  score nhan-ve/bao-cao --council nhan-ve/so-hoi-dong.xlsx --captures nhan-ve/so-lieu-cong.json -o ket-qua
`;

const OPTIONS = {
  server: { type: 'string' },
  invite: { type: 'boolean' },
  found: { type: 'string' },
  space: { type: 'string' },
  name: { type: 'string' },
  admit: { type: 'string' },
  role: { type: 'string' },
  revoke: { type: 'string' },
  seal: { type: 'string' },
  heal: { type: 'string' },
  reason: { type: 'string' },
  recover: { type: 'string' },
  reports: { type: 'string', multiple: true },
  units: { type: 'string' },
  movement: { type: 'string' },
  council: { type: 'string' },
  captures: { type: 'string' },
  results: { type: 'string', multiple: true },
  output: { type: 'string', short: 'o' },
  home: { type: 'string' },
  follow: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs the command on its own arguments; resolves to the exit code: 1 where some input could not be sent. */
export async function sync(args: readonly string[]): Promise<number> {
  try {
    return await run(args);
  } finally {
    releaseStores();
  }
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, OPTIONS);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [typed, extra] = values.server === undefined ? positionals : [values.server, ...positionals];
  if (!typed) return refuse('Thiếu thư mục chung. Ví dụ: sync Z:\\thi-dua -o nhan-ve');
  if (extra) refuse(`Thừa đối số "${extra}". Tên có dấu cách phải đặt trong dấu nháy.`);
  if (values.role !== undefined && values.admit === undefined) refuse('--role đi cùng --admit.');
  if (values.reason !== undefined && [values.revoke, values.seal, values.heal].every((text) => text === undefined))
    refuse('--reason đi cùng --revoke, --seal hoặc --heal.');
  if (values.follow && values.json) refuse('--follow không đi cùng --json.');
  const at = hanoiTime(new Date());
  const stores = storesFolder(values.home === undefined ? undefined : fromUser(values.home));
  const isServer = values.server !== undefined || /^https?:\/\//.test(typed);
  const request = { found: values.found, space: values.space, name: values.name, stores, at };
  const isHealing = values.heal !== undefined;
  const recovered =
    values.recover === undefined || isHealing ? null : await recover(values.recover, typed, isServer, request);
  const wish = recovered === null ? request : { ...request, found: undefined, space: recovered };
  const open = isServer ? await openServerSpace(typed, wish) : await openSpace(nodeFolder(fromUser(typed)), wish);
  const verify = newVerify();
  const bring = async (): Promise<Synced> => {
    const done = await synchronise(open.space, open.own, open.others, verify);
    return done.ok ? done.value : refuse(done.refusal.message);
  };
  const first = await bring();
  const byPaper = values.recover !== undefined && values.heal !== undefined;
  const newFacts = await wantedFacts(
    byPaper ? { ...values, heal: undefined } : values,
    open.store.device,
    first.standing,
  );
  if (values.recover !== undefined && values.heal !== undefined)
    await healByPaper(values.recover, open, first.standing, healing(values.heal, values.reason, first.standing), at);
  const { added, held } = await addFacts(open, first.standing, newFacts, at);
  const last = added > 0 || byPaper ? await bring() : first;
  // Nothing after this line signs an entry.
  open.store.release();
  const shared = sharedOf(last.standing);
  const out = values.output === undefined ? null : fromUser(values.output);
  if (out !== null) makeFolder(out);
  const inputs = [
    ...(values.reports ?? []),
    values.units,
    values.movement,
    values.council,
    values.captures,
    ...(values.results ?? []),
  ];
  const isInput = guardOf(inputs.flatMap((input) => (input === undefined ? [] : [fromUser(input)])));
  const save = async (standing: Standing) =>
    out === null ? null : saveShared(standing, titleOf(standing), open.own, out, isInput);
  const saved = await save(last.standing);
  const invitation = values.invite ? await invited(open) : null;
  const report: SyncReport = { open, first, last, shared, added, held, notes: newFacts.notes, saved, invitation };
  if (values.json) writeJson(syncJson(report));
  else process.stdout.write(`${syncText(report)}\n`);
  if (values.follow) return follow(open, verify, save);
  return held.length > 0 ? 1 : 0;
}

async function invited({ invite }: OpenSpace): Promise<string> {
  if (!invite) return refuse('--invite dùng với --server; qua thư mục thì máy khác tham gia bằng --space.');
  const made = await invite();
  return made.ok ? made.value : refuse(made.refusal.message);
}
