/** Brings two carriers to the same entries and the same files: this machine's own store, and what others can reach. */
import { done, type Result } from '../base/result.ts';
import type { Carrier, DamagedFile } from './carrier.ts';
import { type ReadEntry, type Verify, verified } from './entry.ts';
import { bytesNamed } from './fact.ts';
import { digestsIn } from './pieces.ts';
import { sealedIn } from './shared.ts';
import { type Standing, standingOf } from './standing.ts';

export interface Synced {
  readonly standing: Standing;
  /** Entries that went out, and that came in. */
  readonly sent: number;
  readonly received: number;
  readonly filesSent: number;
  readonly filesReceived: number;
  /** What of that the others would not take, a Vietnamese sentence each; in `notes` too. */
  readonly notTaken: readonly string[];
  /** Files that counting entries name, that are not sealed, and that neither has yet. */
  readonly filesMissing: readonly string[];
  readonly notes: readonly string[];
}

/** Entries of devices that only ask: theirs is one entry, and this many of them. */
const ASKING = 200;

/**
 * Makes the union of both sides: each side receives what it lacks. Only entries of the space with a valid signature are
 * passed on; from a device without rights only its request for admission. Ends with a refusal when a side cannot be
 * reached; what was done until then stays done, and repeating it does no harm.
 */
export async function synchronise(
  space: string,
  own: Carrier,
  others: Carrier,
  verify: Verify,
): Promise<Result<Synced>> {
  const [here, there] = [await own.pull(0), await others.pull(0)];
  if (!here.ok) return here;
  if (!there.ok) return there;
  // A damaged file may hold an entry under a signature that is none: beside it stands the sound copy of the other side.
  const all = [
    ...new Map(
      [...here.value.entries, ...there.value.entries].map((readEntry) => [copyKey(readEntry), readEntry]),
    ).values(),
  ];
  const verifiedCopies = await verified(all, verify);
  const sound = [...new Map(verifiedCopies.map((readEntry) => [readEntry.hash, readEntry])).values()];
  const isSound = new Set(verifiedCopies.map(copyKey));
  const standing = standingOf(space, sound);
  const entries = worthKeeping(standing);
  const lacking = (held: readonly ReadEntry[]) => {
    const known = new Set(held.flatMap((readEntry) => (isSound.has(copyKey(readEntry)) ? [readEntry.hash] : [])));
    return entries.filter(({ hash }) => !known.has(hash));
  };
  const [out, in_] = [lacking(there.value.entries), lacking(here.value.entries)];

  const files = await carryFiles(standing, own, others);
  if (!files.ok) return files;
  // Files first: an entry is never there before what it names.
  const pushed = out.length > 0 ? await others.push(out) : null;
  if (pushed && !pushed.ok) return pushed;
  const stored = in_.length > 0 ? await own.push(in_) : null;
  if (stored && !stored.ok) return stored;
  // Last: where one cannot, all the rest is done.
  const sealed = await sealFiles(standing, own, others);
  if (!sealed.ok) return sealed;
  // Entries rescued from a damaged file are stored elsewhere by now.
  const [ownMended, othersMended] = [await mended(own, here.value.damaged), await mended(others, there.value.damaged)];
  if (!ownMended.ok) return ownMended;
  if (!othersMended.ok) return othersMended;
  const notTaken = pushed?.value ?? [];
  const forged = all.length - verifiedCopies.length;
  const notes = [
    ...here.value.notes,
    ...there.value.notes,
    ...here.value.damaged.map(
      ({ name }) => `tệp "${name}" trong bản riêng của máy này bị hỏng: mục nào máy khác còn giữ thì đã lấy lại.`,
    ),
    ...there.value.damaged.map((damagedFile) => damageText(damagedFile, standing)),
    ...(forged > 0 ? [`${forged} mục không mang chữ ký đúng của một máy đã biết: không nhận.`] : []),
    ...notTaken,
  ];
  return {
    ok: true,
    value: { standing, sent: out.length, received: in_.length, notTaken, ...files.value, notes },
  };
}

const copyKey = ({ hash, signature }: ReadEntry): string => `${hash} ${signature}`;

/** Those who give rights before those who get them: what goes out in parts is then never ahead of its right. */
function worthKeeping({ founding, counting, idle, devices, links }: Standing): readonly ReadEntry[] {
  const chairs = new Set(devices.filter(({ roles }) => roles.includes('chair')).map(({ device }) => device));
  const rank = ({ content: { device } }: ReadEntry) =>
    device === founding?.content.device ? 0 : chairs.has(device) ? 1 : links.has(device) ? 3 : 2;
  const asking = new Set(devices.filter(({ roles }) => roles.length === 0).map(({ device }) => device));
  const all = [...counting, ...idle.map(({ entry }) => entry)];
  const strangers = all.filter(({ content }) => asking.has(content.device) && content.fact?.kind === 'joining');
  const entries = [...all.filter(({ content }) => !asking.has(content.device)), ...strangers.slice(0, ASKING)];
  return entries.sort((a, b) => rank(a) - rank(b) || a.content.n - b.content.n);
}

function mended(carrier: Carrier, damaged: readonly DamagedFile[]): Promise<Result<null>> {
  return damaged.some(({ isOwn }) => isOwn) ? carrier.mend() : Promise.resolve(done(null));
}

/** Which file, whose, and what mends it. */
function damageText({ name, device, isOwn }: DamagedFile, { devices }: Standing): string {
  const file = `tệp "${name}" trong thư mục chung chưa về đủ hoặc bị hỏng`;
  if (isOwn) return `${file}; tệp do máy này ghi: đã ghi lại.`;
  const writer = device === null ? undefined : devices.find((item) => item.device.startsWith(device));
  const who = writer ? `máy "${writer.name}"` : 'máy đã ghi tệp';
  return `${file}: chờ đồng bộ xong, hoặc ${who} chạy sync một lần là ghi lại.`;
}

async function sealFiles({ counting }: Standing, own: Carrier, others: Carrier): Promise<Result<null>> {
  const digests = [...sealedIn(counting).keys()];
  if (digests.length === 0) return done(null);
  const here = await own.seal(digests);
  return here.ok ? others.seal(digests) : here;
}

/** Carries a single file or piece at a time. The counts are of whole files. */
async function carryFiles({ counting }: Standing, own: Carrier, others: Carrier) {
  const sealed = sealedIn(counting);
  const named = counting.flatMap(({ content: { fact } }) => (fact && bytesNamed(fact)) ?? []);
  const files = named.filter(({ sha256 }) => !sealed.has(sha256));
  const wanted = [...new Set(files.flatMap(digestsIn))];
  const [here, there] = [await own.has(wanted), await others.has(wanted)];
  if (!here.ok) return here;
  if (!there.ok) return there;
  const [sent, received, missing] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const digest of wanted) {
    const [isHere, isThere] = [here.value.has(digest), there.value.has(digest)];
    if (isHere && isThere) continue;
    const from = isHere ? own : others;
    const bytes = isHere || isThere ? await from.take(digest) : null;
    if (bytes && !bytes.ok) return bytes;
    if (!bytes?.value) {
      missing.add(digest);
      continue;
    }
    const put = await (isHere ? others : own).put(digest, bytes.value);
    if (!put.ok) return put;
    (isHere ? sent : received).add(digest);
  }
  const filesWith = (some: ReadonlySet<string>) => [
    ...new Set(files.filter((file) => digestsIn(file).some((digest) => some.has(digest))).map(({ sha256 }) => sha256)),
  ];
  return done({
    filesSent: filesWith(sent).length,
    filesReceived: filesWith(received).length,
    filesMissing: filesWith(missing),
  });
}
