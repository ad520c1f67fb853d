/** `link`: a link and QR code for each unit, by which it hands in its report of one period on the server. */

import { join } from 'node:path';
import { dayNumber, dayText, isoDay } from '../../core/base/period/day.ts';
import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { type Period, periodKey, periodName } from '../../core/base/period/period.ts';
import type { Result } from '../../core/base/result.ts';
import { inNameOrder } from '../../core/base/text/name-order.ts';
import { squashKey } from '../../core/base/text/text.ts';
import { faultText } from '../../core/dossier/read-dossier.ts';
import { findAudience } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { outsideMovement } from '../../core/movement/outside-movement.ts';
import { type Register, unitNamed } from '../../core/report/register.ts';
import type { Standing } from '../../core/share/standing.ts';
import { type Synced, synchronise } from '../../core/share/sync.ts';
import { tidyName } from '../../core/share/tidy-name.ts';
import { linkDigest } from '../../session/share/link-key.ts';
import { type AboutLinks, linkAddress, linkPapers, type PrintedLink } from '../../session/share/link-papers.ts';
import type { Additions } from '../../session/share/take-part.ts';
import { isOpen, type LinksMade, linkEnds, newLinks } from '../../session/share/unit-links.ts';
import { newVerify } from '../../session/share/web-crypto.ts';
import { dateArgument, parseArguments, periodArgument } from '../arguments.ts';
import { fromUser } from '../files/paths.ts';
import { makeFolder, safeWrite } from '../files/safe-write.ts';
import { writeJson } from '../files/write-json.ts';
import { loadDossier, refuseChanged } from '../movement/load-movement.ts';
import { loadRegister } from '../run/load-inputs.ts';
import { addFacts } from '../share/add-facts.ts';
import { storesFolder } from '../share/own-store.ts';
import { openServerSpace } from '../share/server-space.ts';
import { releaseStores } from '../share/store-lock.ts';
import { keepLinks, type StoredLink, storedLinks } from '../share/stored-links.ts';
import { refuse } from '../usage-error.ts';

const HELP = `Cấp cho mỗi đơn vị một liên kết (kèm mã QR) để nộp báo cáo của một kỳ qua máy chủ: đơn vị điền biểu ngay trên điện thoại
hoặc gửi tệp .xlsx, thấy ngay chỗ phải xem lại, nhận giấy báo đã nhận. Báo cáo về bằng lệnh sync.

Cách dùng: link <phong trào> --server <địa chỉ> --period <kỳ> --until <ngày> -o <thư mục> [tùy chọn]
           link <phong trào> --server <địa chỉ> --period <kỳ> --end --unit <đơn vị> --reason "LÝ DO"

  --server ĐỊA CHỈ      máy chủ của sổ chung mà máy này đang tham gia (xem lệnh sync)
  --space MÃ            sổ chung nào, khi máy này có nhiều sổ ở đó
  --period KỲ           kỳ báo cáo: 2025, 2025-H1, 2025-Q4, 2025-11, 2025-W40 (tuần), 2025-08-20..2025-10-02 (đợt)
  --units TỆP           danh sách đơn vị; không có thì lấy trang "Đơn vị" của hồ sơ
  --unit TÊN            chỉ các đơn vị này (ghi nhiều lần được); ngoài danh sách thì kèm --audience
  --audience KIỂU       đối tượng của các đơn vị ghi ở --unit
  --until NGÀY          hạn nộp (2025-11-15 hoặc 15/11/2025)
  --grace SỐ            số ngày vẫn nhận sau hạn (mặc định 0)
  --again               cấp lại cho đơn vị đang có liên kết (mất, lộ); liên kết cũ thôi hiệu lực ngay
  --end                 thu hồi liên kết, kèm --unit và --reason; bản đã nộp vẫn còn
  --reason "LÝ DO"
  -o, --output THƯ MỤC  ghi trang in mã QR và tin nhắn gửi từng đơn vị
  --home THƯ MỤC        nơi giữ khóa và bản riêng của máy này
  --json                in kết quả dạng JSON
  -h, --help            in hướng dẫn này

Ví dụ:
  link ho-so.xlsx --server https://so-chung.tinh.gov.vn --period 2025 --until 15/11/2025 --grace 3 -o lien-ket
  link ho-so.xlsx --server https://so-chung.tinh.gov.vn --period 2025 --end --unit "Bản Nà Đắng" --reason "Lộ liên kết"
`;

const OPTIONS = {
  server: { type: 'string' },
  space: { type: 'string' },
  period: { type: 'string' },
  units: { type: 'string' },
  unit: { type: 'string', multiple: true },
  audience: { type: 'string' },
  until: { type: 'string' },
  grace: { type: 'string' },
  again: { type: 'boolean' },
  end: { type: 'boolean' },
  reason: { type: 'string' },
  output: { type: 'string', short: 'o' },
  home: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const MOST_GRACE = 60;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function link(args: readonly string[]): Promise<number> {
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
  const wanted = await readWanted(values, positionals);
  const at = hanoiTime(new Date());
  const stores = storesFolder(values.home === undefined ? undefined : fromUser(values.home));
  const open = await openServerSpace(wanted.server, {
    found: undefined,
    space: values.space,
    name: undefined,
    stores,
    at,
  });
  const bring = async (): Promise<Synced> => {
    const done = await synchronise(open.space, open.own, open.others, newVerify());
    return done.ok ? done.value : refuse(done.refusal.message);
  };
  const { standing } = await bring();
  const keep = async (additions: Additions): Promise<void> => {
    await addFacts(open, standing, { ...additions, notes: [] }, at);
  };
  const book: BookAt = { home: open.store.home, standing, at, bring, keep };
  const [json, text] =
    wanted.giving === null ? await endLinks(wanted, book) : await giveLinks(wanted, wanted.giving, book);
  if (values.json) writeJson(json);
  else process.stdout.write(`${text.join('\n')}\n`);
  return 0;
}

interface LinkWanted {
  readonly server: string;
  readonly movement: Movement;
  readonly period: Period;
  readonly names: readonly string[];
  /** Why links are ended. */
  readonly reason: string;
  /** null = links are ended. */
  readonly giving: Giving | null;
}

interface Giving {
  readonly listed: Register | null;
  readonly units: Register;
  /** ISO day. */
  readonly until: string;
  /** Folder. */
  readonly out: string;
  readonly again: boolean;
}

type Values = ReturnType<typeof parseArguments<typeof OPTIONS>>['values'];

/** Refuses what does not go together. */
async function readWanted(values: Values, positionals: readonly string[]): Promise<LinkWanted> {
  const [id, extra] = positionals;
  if (!id) return refuse('Thiếu phong trào. Thêm --help để xem cách dùng.');
  if (extra) refuse(`Thừa đối số "${extra}". Tên có dấu cách phải đặt trong dấu nháy.`);
  const server = values.server ?? refuse('Thiếu --server: liên kết nộp cần máy chủ của sổ chung.');
  const period = periodArgument(values.period ?? refuse('Thiếu --period, ví dụ --period 2025.'));
  const { movement, units: own, faults, changed } = loadDossier(id);
  if (!values.end) refuseChanged({ changed }, id);
  // A form goes out to the units, so it must match what the officer wrote.
  const [fault] = values.end ? [] : faults;
  if (fault) refuse(`Hồ sơ phong trào "${id}" còn chỗ chưa dùng được nên chưa cấp liên kết. ${faultText(fault)}`);
  const outside = outsideMovement(movement, period);
  if (outside !== null) refuse(outside);
  const names = (values.unit ?? []).map((name) => name.normalize('NFC').trim());
  const isEnding = values.end === true;
  const reason = tidyName(values.reason ?? '');
  if (isEnding && (names.length === 0 || reason === '')) refuse('--end đi cùng --unit và --reason "lý do".');
  if (!isEnding && reason !== '') refuse('--reason đi cùng --end.');
  const listed = values.units === undefined ? own : (await loadRegister(values.units, movement)).register;
  const units = isEnding ? [] : wantedUnits(listed, names, values.audience, movement);
  const until = isEnding ? null : lastDay(values.until, values.grace);
  const out = isEnding ? null : (values.output ?? refuse('Thiếu nơi ghi liên kết: thêm -o, ví dụ -o lien-ket.'));
  return {
    ...{ server, movement, period, names, reason },
    giving: until === null || out === null ? null : { listed, units, until, out, again: values.again === true },
  };
}

/** The shared book, and how facts come into it. */
interface BookAt {
  /** Folder of this machine's own copy. */
  readonly home: string;
  readonly standing: Standing;
  /** ISO instant of Hanoi. */
  readonly at: string;
  readonly bring: () => Promise<Synced>;
  readonly keep: (additions: Additions) => Promise<void>;
}

/** As JSON and as lines. */
type Outcome = readonly [json: Readonly<Record<string, unknown>>, lines: readonly string[]];

async function endLinks({ names, period, reason }: LinkWanted, { standing, bring, keep }: BookAt): Promise<Outcome> {
  const facts = orRefused(linkEnds(names, period, reason, standing));
  await keep({ facts, files: new Map() });
  const { notes } = await bring();
  return [{ ended: names, notes }, [`Đã thu hồi liên kết nộp của: ${names.join('; ')}.`, ...notes]];
}

async function giveLinks(
  { server, movement, period }: LinkWanted,
  { listed, units, until, out, again: isAgain }: Giving,
  { home, standing, at, bring, keep }: BookAt,
): Promise<Outcome> {
  const origin = new URL(server).origin;
  const wanted = { movement, units, period, until, again: isAgain };
  const made = orRefused(await newLinks(wanted, standing, at));
  makeFolder(fromUser(out));
  const ends = `${until}T23:59:59+07:00`;
  // Stored before anything is signed, shown or sent: a lost link can only be replaced by a new link.
  keepLinks(
    home,
    made.links.map((newLink) => ({ ...newLink, until: ends, title: movement.title })),
  );
  await keep(made);
  const { again, others } = openLinks(home, made, standing, { movement, period });
  const about = { movement, period, until: lastMoment(ends), origin };
  const shown = [...made.links, ...again];
  const printed = inOrder([...shown, ...others], listed ?? []);
  const { written, kept } = shown.length === 0 ? { written: [], kept: [] } : save(fromUser(out), printed, about);
  const { notes } = await bring();
  const elsewhere = made.open
    .map(({ unit }) => unit)
    .filter((unit) => again.every((printedLink) => printedLink.unit !== unit));
  const json = {
    links: shown.map((newLink) => ({ unit: newLink.unit, link: linkAddress(origin, newLink) })),
    ...{ until: ends, open: elsewhere, without: made.without },
    printedToo: others.map(({ unit }) => unit),
    ...{ written, kept, notes },
  };
  const lines = [
    `Đã cấp ${made.links.length} liên kết nộp báo cáo ${periodName(period)}, nhận đến ${about.until}.`,
    ...written.map((path) => `  ${path}`),
    ...(written.length > 0
      ? ['Ai có liên kết đều nộp được thay đơn vị: gửi riêng từng đơn vị, giữ kín hai tệp này.']
      : []),
    ...(again.length > 0
      ? [`In lại liên kết đang mở, máy này đã cấp trước đó: ${again.map(({ unit }) => unit).join('; ')}.`]
      : []),
    ...(written.length > 0 && others.length > 0
      ? [`Hai tệp có cả ${others.length} liên kết khác của kỳ này do máy này cấp và đang mở.`]
      : []),
    ...kept.map((path) => `Bản trước được giữ ở ${path}.`),
    ...(elsewhere.length > 0
      ? [`Đang có liên kết do máy khác cấp, không cấp thêm (cấp lại: --again): ${elsewhere.join('; ')}.`]
      : []),
    ...(made.without.length > 0
      ? [`Không cấp liên kết (hộ, cá nhân, hoặc chưa có bộ tiêu chí trong kỳ này): ${made.without.join('; ')}.`]
      : []),
    ...notes.map((note) => `Lưu ý: ${note}`),
  ];
  return [json, lines];
}

interface OpenLinks {
  /** Links requested again. */
  readonly again: readonly PrintedLink[];
  /** Units with links from earlier runs: without them the new sheet would replace the sheet that lists them. */
  readonly others: readonly PrintedLink[];
}

/** Open links of the period that this machine gave before and still has. */
function openLinks(
  home: string,
  { links: made, open }: LinksMade,
  standing: Standing,
  { movement, period }: Pick<AboutLinks, 'period'> & { readonly movement: Movement },
): OpenLinks {
  const key = periodKey(period);
  const digests = new Set(
    [...standing.links.values()].flatMap((sharedLink) =>
      isOpen(sharedLink) && sharedLink.fact.period === key ? [sharedLink.fact.secret] : [],
    ),
  );
  const anew = new Set(made.map(({ unit }) => unit));
  const linkSecrets = new Set(open.flatMap(({ secrets }) => secrets));
  const here = storedLinks(home).filter(({ unit, secret }) => digests.has(linkDigest(secret)) && !anew.has(unit));
  const isAsked = ({ secret }: StoredLink) => linkSecrets.has(linkDigest(secret));
  const printed = ({ unit, secret, until }: StoredLink) => ({ unit, secret, until: lastMoment(until) });
  return {
    again: here.filter(isAsked).map(printed),
    // A slip names the movement, so a link stored without its movement is not printed under this movement.
    others: here.filter((item) => !isAsked(item) && item.title === movement.title).map(printed),
  };
}

/** `hết ngày 15/11/2025`; `until` = ISO instant of Hanoi. */
function lastMoment(until: string): string {
  return `hết ngày ${dayText(until.slice(0, 10))}`;
}

/** As the list of units has them, then by name. */
function inOrder(links: readonly PrintedLink[], listed: Register): readonly PrintedLink[] {
  const order = new Map(listed.map(({ name }, at) => [squashKey(name), at]));
  const placeOf = ({ unit }: PrintedLink) => order.get(squashKey(unit)) ?? order.size;
  return links.toSorted((a, b) => placeOf(a) - placeOf(b) || inNameOrder(a.unit, b.unit));
}

/** All of the list, or those named: as the list says, else of the audience named beside them. */
function wantedUnits(
  listed: Register | null,
  names: readonly string[],
  audience: string | undefined,
  movement: Movement,
): Register {
  if (names.length === 0)
    return listed ?? refuse('Thiếu danh sách đơn vị: thêm --units, hoặc ghi ở trang "Đơn vị" của hồ sơ.');
  const kind = audience === undefined ? null : findAudience(movement, audience)?.kind;
  if (kind === undefined) return refuse(`Phong trào không có đối tượng "${audience}".`);
  return names.map((name) => {
    if (name === '') refuse('--unit để trống: hãy ghi tên đơn vị.');
    const known = listed?.find((unit) => unit.name.normalize('NFC').trim() === name);
    if (known && (kind === null || kind === known.audience)) return known;
    return kind === null
      ? refuse(`"${name}" không có trong danh sách đơn vị: thêm --audience.`)
      : unitNamed(name, kind);
  });
}

/** ISO day on which the last report is taken. */
function lastDay(until: string | undefined, grace: string | undefined): string {
  const deadline = dateArgument(until ?? refuse('Thiếu hạn nộp: thêm --until, ví dụ --until 15/11/2025.'));
  const days = Number(grace ?? 0);
  if (!Number.isInteger(days) || days < 0 || days > MOST_GRACE) refuse(`--grace là số ngày, từ 0 đến ${MOST_GRACE}.`);
  return isoDay(dayNumber(deadline) + days);
}

function save(folder: string, links: readonly PrintedLink[], about: AboutLinks) {
  const saved = linkPapers(links, about).map(({ name, text }) => {
    const path = join(folder, name);
    return { path, kept: safeWrite(path, new TextEncoder().encode(text), () => false).renamed };
  });
  return { written: saved.map(({ path }) => path), kept: saved.flatMap(({ kept }) => (kept === null ? [] : [kept])) };
}

function orRefused<T>(made: Result<T>): T {
  return made.ok ? made.value : refuse(made.refusal.message);
}
