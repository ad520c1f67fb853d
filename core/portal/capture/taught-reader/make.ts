/**
 * Makes a taught reader from what the officer pointed at and confirmed: checked by its schema, then tried on the same
 * page, so that only a reader that works is stored.
 */
import { checkedOutcome } from '../must.ts';
import type { PageElement } from '../page.ts';
import { controlText, picked } from '../pickers.ts';
import type { Captured, CaptureReading } from '../reader.ts';
import { isUnit } from '../unit-match.ts';
import { addressParts, isTelling } from './address.ts';
import { faultOf, type TaughtReader, type TaughtTable, taughtReaderSchema } from './definition.ts';
import { outlinesOf, WHOLE_PAGE } from './outline.ts';
import { pickText, readTaught, sectionsOf } from './read.ts';

export interface Pointed {
  /** `kept-` and a UUID: a new id, or that of the reader it replaces. */
  readonly id: string;
  readonly label: string;
  readonly address: TaughtReader['address'];
  readonly instead: string | null;
  readonly tables: readonly TaughtTable[];
  /** The reader it takes the place of; its version goes on. */
  readonly before: TaughtReader | null;
}

export type MadeReader =
  | { readonly ok: true; readonly definition: TaughtReader; readonly readings: readonly CaptureReading[] }
  /** A Vietnamese sentence. */
  | { readonly ok: false; readonly reason: string };

/**
 * `page` = the body of `captured` as a tree; `day` = ISO day of the making. The last table is the one just pointed at:
 * figures of its unit must come out of it.
 */
export function makeReader(pointed: Pointed, page: PageElement, captured: Captured, day: string): MadeReader {
  const { id, label, address, instead, tables, before } = pointed;
  const fault = tables.map(faultOf).find((text) => text !== undefined);
  if (fault !== undefined) return refused(`Chưa giữ được: ${fault}.`);
  const parsed = taughtReaderSchema.safeParse({
    ...{ kind: 'thi-dua-so-cach-doc', format: 1, id, version: nextVersion(before?.version, day) },
    ...{ label, address, instead, tables },
    free: freeIn(address, captured.url),
    picks: [...new Set([...picked(page).parts.map(controlText), ...outlinesOf(page).flatMap(sectionsOf)].map(pickText))]
      .filter((text) => text !== '')
      .slice(0, 20),
  });
  if (!parsed.success) {
    const custom = parsed.error.issues.find(({ code }) => code === 'custom')?.message;
    return refused(custom ? `Chưa giữ được: ${custom}.` : wanting(pointed));
  }
  const { data: definition } = parsed;
  const outcome = checkedOutcome(readTaught(definition, page, captured), page);
  if (outcome.kind === 'not-found') return refused(outcome.reason);
  const last = tables.at(-1);
  const name = last?.unit.name ?? '';
  const isOwn = ({ unit }: CaptureReading) =>
    last?.unit.header === WHOLE_PAGE ? unit.name === '' : isUnit(unit, name);
  const wanted = new Set(last?.figures.map((figure) => figure.indicator));
  const readings = outcome.readings.filter((reading) => isOwn(reading) && wanted.has(reading.indicator));
  const lacking = [...wanted].filter((indicator) => !readings.some((reading) => reading.indicator === indicator));
  if (lacking.length > 0) {
    const why = outcome.warnings[0] ?? 'bảng có dòng trùng tên.';
    return refused(`Không đọc chắc chắn được số của “${name}”: ${why}`);
  }
  return { ok: true, definition, readings };
}

/** Parameters of the page pointed at that she left out of its address. */
function freeIn({ query }: TaughtReader['address'], url: string): readonly string[] {
  const telling = [...(addressParts(url)?.query ?? [])].filter(([name, value]) => isTelling(name, value));
  return [...new Set(telling.map(([name]) => name))].filter(
    (name) => !query.some((parameter) => parameter.name === name),
  );
}

/** What the schema found wanting, by what an officer can see. */
function wanting({ label, tables }: Pointed): string {
  if (tables.some(({ figures }) => figures.length === 0)) return 'Chưa giữ được: hãy chọn ít nhất một cột số.';
  if (label.trim() === '') return 'Chưa giữ được: hãy đặt tên cho nguồn số liệu.';
  return 'Chưa giữ được: có tên quá dài hoặc bỏ trống.';
}

/** `2026-03-01.1`, then `.2` on the same day. Never below the previous version, whatever the clock shows. */
export function nextVersion(before: string | undefined, day: string): string {
  const [lastDay = '', count = '0'] = before?.split('.') ?? [];
  return lastDay >= day ? `${lastDay}.${Number(count) + 1}` : `${day}.1`;
}

function refused(reason: string): MadeReader {
  return { ok: false, reason };
}
