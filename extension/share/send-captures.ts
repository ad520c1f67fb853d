/**
 * Confirmed figures on their way into the shared book. Signed once, sent until the book has them: the network may go
 * at any moment, and the worker may be ended.
 */
import { done, type Result } from '../../core/base/result.ts';
import type { Verify } from '../../core/share/entry.ts';
import { sharedOf } from '../../core/share/shared.ts';
import { deviceOf } from '../../core/share/sign-entry.ts';
import type { Standing } from '../../core/share/standing.ts';
import { synchronise } from '../../core/share/sync.ts';
import { titleOf } from '../../session/share/book-texts.ts';
import { captureFacts } from '../../session/share/facts.ts';
import { addFacts, type Machine } from '../../session/share/take-part.ts';
import type { Store } from '../store/db.ts';
import type { CaptureRecord, SharedBookRecord } from '../store/records.ts';
import { handedFigures } from '../store/revise.ts';
import { waitingCaptures } from './waiting.ts';

/** Captures signed between two requests to the server. */
const BATCH = 200;

export interface Sent {
  readonly part: SharedBookRecord['part'];
  /** Vietnamese sentence on why figures still wait; null = the book has all, or this machine is not admitted yet. */
  readonly why: string | null;
  readonly isAll: boolean;
  /** What else there is to know of the book, a Vietnamese sentence each. */
  readonly notes: readonly string[];
}

/** `at` = ISO instant with offset. */
export async function sendCaptures(
  db: Store,
  { since }: Pick<SharedBookRecord, 'since'>,
  machine: Machine,
  verify: Verify,
  at: string,
): Promise<Result<Sent>> {
  const { space, own, others } = machine;
  let last = await synchronise(space, own, others, verify);
  for (;;) {
    if (!last.ok) return last;
    const { standing } = last.value;
    const batch = await unsigned(db, since);
    if (batch.length === 0) break;
    const observations = (await Promise.all(batch.map((record) => handedFigures(db, record)))).flat();
    const facts = captureFacts(observations, sharedOf(standing));
    const added = await addFacts(machine, standing, { facts, files: new Map() }, at);
    if (!added.ok) return added;
    const { held } = added.value;
    if (held.length > 0) {
      const part = partOf(machine, standing);
      const isAsking = part.roles.length === 0 && !part.ended;
      return done({ part, why: isAsking ? null : held.join(' '), isAll: false, notes: last.value.notes });
    }
    await db.sharedCaptures.bulkPut(batch.map(({ id }) => ({ captureId: id, state: 'signed' })));
    last = await synchronise(space, own, others, verify);
  }
  const { notTaken, notes } = last.value;
  const isAll = notTaken.length === 0;
  if (isAll) await db.sharedCaptures.where('state').equals('signed').modify({ state: 'sent' });
  return done({ part: partOf(machine, last.value.standing), why: isAll ? null : NOT_TAKEN, isAll, notes });
}

const NOT_TAKEN = 'Sổ chung chưa nhận hết số liệu: lần sau sẽ gửi lại.';

/** Confirmed captures of which nothing is signed yet, the earliest first. */
async function unsigned(db: Store, since: string): Promise<readonly CaptureRecord[]> {
  const ids = (await waitingCaptures(db, since)).filter(({ isSigned }) => !isSigned).slice(0, BATCH);
  const records = await db.captures.bulkGet(ids.map(({ id }) => id));
  return records.filter((record) => record !== undefined);
}

function partOf({ signer }: Machine, standing: Standing): NonNullable<SharedBookRecord['part']> {
  const device = deviceOf(signer.key);
  const own = standing.devices.find((item) => item.device === device);
  return {
    title: titleOf(standing),
    roles: own?.roles ?? [],
    ended: own !== undefined && (own.revoked || own.forked),
  };
}
