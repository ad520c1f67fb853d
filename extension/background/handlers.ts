/**
 * What the worker does for the panel. The only writer of captures; the database and the settings are handed in, so that
 * it is tested without a browser.
 */

import { type Period, parsePeriod, periodKey } from '../../core/base/period/period.ts';
import { foldKey } from '../../core/base/text/text.ts';
import { findMovement } from '../../core/movements/find-movement.ts';
import { HEADINGS } from '../../core/movements/headings.ts';
import type { Province } from '../../core/portal/capture/readers/national-2026/provinces.ts';
import { provincesHeard } from '../../core/portal/capture/readers/national-2026/provinces-heard.ts';
import {
  countryRequest,
  type PortalRequest,
  portalRequests,
} from '../../core/portal/capture/readers/national-2026/requests.ts';
import { unitKey } from '../../core/portal/capture/unit-match.ts';
import { indicatorTargets } from '../../core/portal/indicator/targets.ts';
import { takeUp } from '../files/incoming-report.ts';
import { keepReport } from '../files/keep-report.ts';
import { moversOf } from '../history/movers.ts';
import { failure, type Reply } from '../messages/contract.ts';
import type { Handlers } from '../messages/handle.ts';
import { correct } from '../reading/corrections.ts';
import { ownQuestions } from '../reading/own-questions.ts';
import { makePointed, pointedPeriods } from '../reading/point.ts';
import { type CaptureRead, duplicateOf, previewOf, readCapture } from '../reading/read-capture.ts';
import { OWN_MOVEMENT } from '../settings/own-movement.ts';
import type { SharedBookHandlers } from '../share/handlers.ts';
import { addAnswers, confirm, discard, keepDraft, type RawPart, removeDiscarded, takeBack } from '../store/captures.ts';
import type { Store } from '../store/db.ts';
import { readOwnMovement, takeGiven } from '../store/own-movement.ts';
import { keepReader, removeReader } from '../store/readers.ts';
import type { CaptureDraft, CaptureRecord } from '../store/records.ts';
import { removeCapture, reopen, withdraw } from '../store/revise.ts';
import { forgetAnswer, keepAnswers } from '../store/site-answers.ts';
import { newCourse } from './new-course.ts';

export type CaptureOutcome = 'saved' | 'discarded' | 'waiting';

export interface BackgroundParts {
  readonly db: Store;
  /** The officer's own unit; empty when not set. */
  readonly mine: () => Promise<string>;
  /** Id of the movement the figures are held against; empty when not chosen. */
  readonly movement: () => Promise<string>;
  /** ISO day in Vietnam. */
  readonly today: () => string;
  /** ISO instant with Vietnam's offset. */
  readonly now: () => string;
  /** Asks the portal's page in a tab; undefined when the tab shows another page or may not be read any more. */
  readonly askPage: (
    tabId: number,
    requests: readonly PortalRequest[],
  ) => Promise<
    | {
        /** Questions refused for want of a session or of the right to see it. */
        readonly refused: number;
        /** A firewall or a login page answered. */
        readonly isBlocked: boolean;
        readonly answers: readonly RawPart[];
      }
    | undefined
  >;
  /** A capture was decided on, or waits again. */
  readonly settled: (how: CaptureOutcome, id: string) => void;
}

type RecordReading = {
  readonly record: CaptureRecord;
  readonly read: Exclude<CaptureRead, { kind: 'evidence-changed' }>;
};

/** All but those of the shared book (share/handlers.ts). */
type Own = Omit<Handlers, keyof SharedBookHandlers['answers']>;

export function handlers(around: BackgroundParts): Own {
  return {
    ...ofMovements(around),
    ...ofReading(around),
    ...ofRevising(around),
    ...ofAsking(around),
    ...ofReaders(around),
  };
}

async function opened(
  { db, mine }: BackgroundParts,
  id: string,
  draft: CaptureDraft | null,
): Promise<Reply<RecordReading>> {
  const record = await db.captures.get(id);
  if (!record) return failure('not-found');
  const read = await readCapture(db, record, await mine(), draft);
  return read.kind === 'evidence-changed' ? failure(read.kind) : { ok: true, data: { record, read } };
}

/** The questions answered with yes; `forSite` holds those whose answer also counts next time on the site. */
async function portalRequestOf(around: BackgroundParts, record: CaptureRecord, draft: CaptureDraft) {
  const unanswered = await opened(around, record.id, { ...draft, answers: [] });
  const read = unanswered.ok ? unanswered.data.read : undefined;
  const questions = read?.kind === 'found' ? read.choice.questions : [];
  const forSite = questions.filter(({ isKept }) => isKept).map(({ key, about }) => [key, about] as const);
  return { answered: questions.map(({ about }) => about), forSite: Object.fromEntries(forSite) };
}

/** Sends the requests from the page in a tab and stores the answers with the capture. */
async function askAndKeep(
  { db, askPage }: BackgroundParts,
  id: string,
  tabId: number,
  requests: readonly PortalRequest[],
) {
  const heard = await askPage(tabId, requests);
  if (!heard) return failure('wrong-page');
  const stopped = stoppedBy(heard);
  if (heard.answers.length === 0) return failure(stopped ?? 'portal-silent');
  const stored = await addAnswers(db, id, heard.answers);
  const data = { heard: heard.answers.length, asked: requests.length, stopped };
  return stored ? { ok: true as const, data } : failure('already-settled');
}

async function chosenMovement(db: Store, id: string) {
  return id === OWN_MOVEMENT.taken ? readOwnMovement(db) : findMovement(id);
}

function ofMovements({
  db,
  today,
}: BackgroundParts): Pick<Own, 'movements.list' | 'movement.take' | 'movements.targets'> {
  return {
    'movements.list': async () => {
      const own = await readOwnMovement(db);
      return {
        ok: true,
        data: [...HEADINGS, ...(own ? [{ ...own, id: OWN_MOVEMENT.taken }] : [])].map(({ id, title, issuer }) => ({
          ...{ id, title, commune: issuer.commune },
        })),
      };
    },
    'movement.take': async () => {
      const taken = await takeGiven(db);
      if (!taken.ok) return { ok: true, data: { kind: 'refused', reason: taken.refusal.message } };
      const own = await readOwnMovement(db);
      const followed = new Set(
        own && indicatorTargets(own, today()).map((indicatorTarget) => JSON.stringify(indicatorTarget)),
      );
      const waiting = indicatorTargets(taken.value, today()).filter(
        (indicatorTarget) => !followed.has(JSON.stringify(indicatorTarget)),
      );
      const { title } = taken.value;
      return { ok: true, data: { kind: 'taken', title, followed: followed.size, waiting: waiting.length } };
    },
    'movements.targets': async ({ movement: asked, day }) => {
      const found = await chosenMovement(db, asked);
      return { ok: true, data: found ? { title: found.title, targets: [...indicatorTargets(found, day)] } : null };
    },
  };
}

/** A capture as it is read, and its figures confirmed. */
function ofReading(
  around: BackgroundParts,
): Pick<Own, 'capture.read' | 'capture.movers' | 'capture.confirm' | 'capture.files'> {
  const { db, movement, today, now, settled } = around;
  return {
    'capture.read': async ({ id, draft }) => {
      const found = await opened(around, id, draft);
      if (!found.ok) return found;
      const { record, read } = found.data;
      return { ok: true, data: previewOf(record, read, await chosenMovement(db, await movement()), today()) };
    },
    'capture.movers': async ({ id, draft }) => {
      const found = await opened(around, id, draft);
      if (!found.ok) return found;
      const { read } = found.data;
      if (read.kind === 'not-found') return { ok: true, data: null };
      const { source, choice } = read;
      if (!choice.unit || !choice.period) return { ok: true, data: null };
      const request = { source, period: periodKey(choice.period), unit: unitKey(choice.unit) };
      return { ok: true, data: await moversOf(db, id, request) };
    },
    'capture.confirm': async ({ id, draft }) => {
      const found = await opened(around, id, draft);
      if (!found.ok) return found;
      const { record, read } = found.data;
      if (record.state !== 'raw') return failure('already-settled');
      if (read.kind === 'not-found') return failure('no-figures');
      if (!read.choice.unit) return failure('no-unit');
      if (!read.choice.period) return failure('no-period');
      if (read.choice.questions.length > 0) return failure('open-questions');
      const corrected = correct(read.observations, draft, read.choice);
      if (!corrected.ok) return failure(corrected.code);
      const { observations, corrections } = corrected;
      if (observations.every(({ value, numerator }) => value === null && numerator == null))
        return failure('no-figures');
      const same = duplicateOf(observations, read.last);
      const portalRequest = await portalRequestOf(around, record, draft);
      await keepAnswers(db, record.url, portalRequest.forSite);
      const stored = same
        ? await discard(db, id, same)
        : await confirm(db, id, [...observations, ...(await newCourse(db, read))], corrections, portalRequest.answered);
      if (!stored) return failure('already-settled');
      settled('saved', id);
      return { ok: true, data: { saved: same ? 0 : observations.length, duplicateOf: same } };
    },
    'capture.files': async () => {
      const files = await takeUp(db);
      const stored = await keepReport(db, files, { id: crypto.randomUUID(), at: now() });
      return { ok: true, data: stored };
    },
  };
}

/** A capture put aside, taken back, opened again or taken out. */
function ofRevising({
  db,
  now,
  settled,
}: BackgroundParts): Pick<
  Own,
  | 'capture.draft'
  | 'capture.discard'
  | 'capture.take-back'
  | 'capture.reopen'
  | 'capture.withdraw'
  | 'capture.remove'
  | 'captures.remove-discarded'
> {
  return {
    'capture.draft': async ({ id, draft }) => replyTo(await keepDraft(db, id, draft)),
    'capture.discard': async ({ id }) => {
      const done = await discard(db, id, null);
      if (done) settled('discarded', id);
      return replyTo(done);
    },
    'capture.take-back': async ({ id }) => {
      const done = await takeBack(db, id);
      if (done) settled('waiting', id);
      return replyTo(done);
    },
    'capture.reopen': async ({ id, reason }) => {
      const done = await reopen(db, id, { at: now(), reason: reason.normalize('NFC').trim() });
      if (done) settled('waiting', id);
      return replyTo(done);
    },
    'capture.withdraw': async ({ id, reason }) => {
      const why = reason.normalize('NFC').trim();
      if (why === '') return failure('no-reason');
      const done = await withdraw(db, id, { at: now(), reason: why });
      if (done) settled('discarded', id);
      return replyTo(done);
    },
    'capture.remove': async ({ id }) => ((await removeCapture(db, id)) ? { ok: true, data: {} } : failure('not-found')),
    'captures.remove-discarded': async () => ({ ok: true, data: { removed: await removeDiscarded(db) } }),
  };
}

/** Questions to the portal's page that a capture was taken of. */
function ofAsking(around: BackgroundParts): Pick<Own, 'capture.ask' | 'capture.ask-own'> {
  return {
    'capture.ask': async ({ id, tabId, provinceId, provinceName, period: text }) => {
      const period = parsePeriod(text);
      if (!period) return failure('no-period');
      const named = provinceId === null ? await provinceNamed(around.askPage, tabId, provinceName, period) : null;
      if (named !== null && !named.ok) return named;
      const provinces = named?.data ?? [];
      const province = provinceId ?? provinces.find(({ name }) => isSameProvince(name, provinceName))?.id;
      if (province === undefined) return failure('unknown-province');
      const reply = await askAndKeep(around, id, tabId, portalRequests(province, period));
      return reply.ok ? { ok: true, data: { ...reply.data, provinceId: province, provinces: [...provinces] } } : reply;
    },
    'capture.ask-own': async ({ id, tabId, draft }) => {
      const found = await opened(around, id, draft);
      if (!found.ok) return found;
      const { record, read } = found.data;
      const requests = ownQuestions(record, read);
      return requests.length === 0
        ? { ok: true, data: { heard: 0, asked: 0, stopped: null } }
        : askAndKeep(around, id, tabId, requests);
    },
  };
}

/** Readers made by pointing at a table. */
function ofReaders({
  db,
}: BackgroundParts): Pick<Own, 'point.periods' | 'reader.make' | 'reader.keep' | 'reader.remove' | 'answer.forget'> {
  return {
    'point.periods': async (input) => {
      const proposals = await pointedPeriods(db, input);
      if (!proposals) return failure('evidence-changed');
      return { ok: true, data: proposals.map(({ place, period }) => ({ place, period: period && periodKey(period) })) };
    },
    'reader.make': async ({ id, part, pointed, day }) => {
      const made = await makePointed(db, id, part, pointed, day);
      if (!made) return failure('evidence-changed');
      if (!made.ok) return { ok: true, data: { kind: 'refused', reason: made.reason } };
      return (await keepReader(db, made.definition))
        ? { ok: true, data: { kind: 'kept' } }
        : failure('too-many-readers');
    },
    'reader.keep': async ({ definition }) =>
      (await keepReader(db, definition)) ? { ok: true, data: {} } : failure('too-many-readers'),
    'answer.forget': async ({ host, key }) => {
      await forgetAnswer(db, host, key);
      return { ok: true, data: {} };
    },
    'reader.remove': async ({ id }) => {
      await removeReader(db, id);
      return { ok: true, data: {} };
    },
  };
}

type PageAnswer = NonNullable<Awaited<ReturnType<BackgroundParts['askPage']>>>;

function stoppedBy({ refused, isBlocked }: PageAnswer): 'portal-refused' | 'portal-blocked' | null {
  return refused > 0 ? 'portal-refused' : isBlocked ? 'portal-blocked' : null;
}

/** All provinces by the portal's own list: of most the id is not known beforehand. */
async function provinceNamed(
  askPage: BackgroundParts['askPage'],
  tabId: number,
  name: string | null,
  period: Period,
): Promise<Reply<readonly Province[]>> {
  const request = countryRequest(period);
  if (name === null || request === undefined) return failure('unknown-province');
  const heard = await askPage(tabId, [request]);
  if (!heard) return failure('wrong-page');
  const [answer] = heard.answers;
  if (!answer) return failure(stoppedBy(heard) ?? 'portal-silent');
  return { ok: true, data: provincesHeard(request.body, typeof answer.body === 'string' ? answer.body : '') };
}

function isSameProvince(name: string, provinceId: string | null): boolean {
  return provinceId !== null && foldKey(name) === foldKey(provinceId);
}

function replyTo(done: boolean): Reply<Record<string, never>> {
  return done ? { ok: true, data: {} } : failure('already-settled');
}
