/**
 * Comparing the numbers of a scanned plan with their pictures: each is confirmed or typed anew. A typed number changes
 * the plan's text, which is read again; the officer's corrections are preserved.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { nfc } from '../../core/base/text/text.ts';
import { proposeMovement } from '../../core/dossier/propose/propose-movement.ts';
import { type ScannedNumber, scannedNumbers, scanPictures } from '../../core/dossier/propose/scanned-numbers.ts';
import { unitsOfPlan } from '../../core/dossier/propose/units-of-plan.ts';
import type { ScanPictures } from '../../core/dossier/scanned-sheet.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { WAS_READ } from '../../core/movement/was-read.ts';
import type { PlanReading } from '../../core/plan/extract-plan.ts';
import type { ScanFinding } from '../../core/plan/file/scan/scan-text.ts';
import type { Register } from '../../core/report/register.ts';
import { freeId, type PlanDraft, type PlanFinding, readDraft, readingOf } from './plan-draft.ts';

/** The dossier that the book of an own movement starts from. */
export interface PlanDossier {
  readonly movement: Movement;
  /** The units that an annex of the plan lists; [] = it lists none. */
  readonly units: Register;
  /** Of the numbers of a scan, by their codes. */
  readonly pictures: ScanPictures;
}

interface DraftMovement extends PlanDossier {
  /** [] = the plan was no scan. Doubtful numbers first. */
  readonly numbers: readonly ScannedNumber[];
}

/** The movement the draft makes, with the numbers that are to be confirmed. `year` = of today. */
export function draftMovement(draft: PlanDraft, year: number): DraftMovement {
  const reading = readingOf(draft);
  const movement = proposeMovement(reading, { year, unruled: draft.unruled });
  const units = unitsOfPlan(reading, movement.audiences);
  if (draft.scan === null) return { movement, units, numbers: [], pictures: new Map() };
  const confirmed = new Set(draft.scan.confirmed);
  const numbers = scannedNumbers(reading, movement, { ...draft.scan, text: draft.text }).map((scannedNumber) => ({
    ...scannedNumber,
    row: { ...scannedNumber.row, confirmed: confirmed.has(scannedNumber.offset) },
  }));
  return {
    movement: { ...movement, scanned: numbers.map(({ row }) => row) },
    units,
    numbers,
    pictures: scanPictures(numbers),
  };
}

/** Confirms that the number or word at that place of the text matches its picture, or withdraws the confirmation. */
export function withConfirmed(draft: PlanDraft, offset: number, isRight: boolean): PlanDraft {
  const { scan } = draft;
  if (scan === null) return draft;
  const others = scan.confirmed.filter((number) => number !== offset);
  return { ...draft, scan: { ...scan, confirmed: isRight ? [...others, offset] : others } };
}

const LONGEST = 60;

/** Puts what the officer reads in the picture in the place of what was recognised, and reads the plan again. */
export function withTyped(draft: PlanDraft, offset: number, input: string): Result<PlanDraft> {
  const typed = nfc(input).replace(/\s+/g, ' ').trim();
  const { scan, text } = draft;
  const finding = scan?.findings.find((scanFinding) => scanFinding.offset === offset);
  if (!scan || !finding) return refuse('scan', 'Chỗ này không còn trong văn bản: hãy sửa ở dòng đang dùng nó.');
  if (typed === '' || typed.length > LONGEST)
    return refuse('scan', 'Hãy ghi đúng như trong ảnh, ví dụ 80%, không quá 60 ký tự.');
  if (text.slice(offset, offset + finding.read.length) !== finding.read)
    return refuse('scan', 'Văn bản đã khác bản quét: hãy sửa ở dòng đang dùng số này.');
  const shift = typed.length - finding.read.length;
  const moved = (place: number) => (place > offset ? place + shift : place);
  const put: ScanFinding = { ...finding, read: typed, again: `${WAS_READ}${finding.read}`, doubtful: true };
  const next: PlanDraft['scan'] = {
    findings: scan.findings.map((scanFinding) =>
      scanFinding === finding ? put : { ...scanFinding, offset: moved(scanFinding.offset) },
    ),
    starts: scan.starts.map((start) => ({ ...start, offset: moved(start.offset) })),
    confirmed: [...scan.confirmed.filter((number) => number !== offset).map(moved), offset],
  };
  const anew = readDraft(draft.file, text.slice(0, offset) + typed + text.slice(offset + finding.read.length), next);
  const before = readDraft(draft.file, text);
  if (!anew.ok || !before.ok) return anew;
  return done(carried(draft, before.value, anew.value, moved));
}

/** The new reading with the officer's changes to the previous reading. */
function carried(draft: PlanDraft, before: PlanDraft, anew: PlanDraft, moved: (place: number) => number): PlanDraft {
  let next: PlanDraft = { ...anew, movement: identityOf(draft, before, anew) };
  const places = placesOf(draft.findings, moved);
  const standing = new Map([...placesOf(anew.findings, (place) => place)].map(([finding, place]) => [place, finding]));
  for (const finding of draft.findings) {
    if (finding.state === 'found' && !finding.out) continue;
    const same = standing.get(places.get(finding) ?? '');
    if (finding.state === 'found') {
      // The officer took it out: the finding at that place is taken out too, whatever its number.
      if (same)
        next = {
          ...next,
          findings: next.findings.map((planFinding) =>
            planFinding.id === same.id ? { ...planFinding, out: true } : planFinding,
          ),
        };
      continue;
    }
    const place = finding.value.offset < 0 ? finding.value.offset : moved(finding.value.offset);
    const stored = at(
      { ...finding, id: same && finding.state === 'corrected' ? same.id : freeId(next, finding.kind) },
      place,
    );
    next = {
      ...next,
      findings: next.findings.some(({ id }) => id === stored.id)
        ? next.findings.map((planFinding) => (planFinding.id === stored.id ? stored : planFinding))
        : [...next.findings, stored],
    };
  }
  return next;
}

function at(finding: PlanFinding, offset: number): PlanFinding {
  switch (finding.kind) {
    case 'target': {
      const shift = offset - finding.value.offset;
      return { ...finding, value: { ...finding.value, offset, figureOffset: finding.value.figureOffset + shift } };
    }
    case 'quota':
      return { ...finding, value: { ...finding.value, offset } };
    case 'deadline':
      return { ...finding, value: { ...finding.value, offset } };
  }
}

/** By finding: its kind, place and which of those there it is. */
function placesOf(
  findings: readonly PlanFinding[],
  moved: (place: number) => number,
): ReadonlyMap<PlanFinding, string> {
  const seen = new Map<string, number>();
  return new Map(
    findings
      .filter(({ state }) => state !== 'added')
      .map((finding) => {
        const place = `${finding.kind} ${moved(finding.value.offset)}`;
        const nth = seen.get(place) ?? 0;
        seen.set(place, nth + 1);
        return [finding, `${place} ${nth}`];
      }),
  );
}

/** Of the plan's own facts those the officer left are read anew. */
function identityOf({ movement }: PlanDraft, before: PlanDraft, anew: PlanDraft): PlanReading['movement'] {
  const isLeft = (name: keyof PlanReading['movement']) =>
    JSON.stringify(movement[name]) === JSON.stringify(before.movement[name]);
  const fields = (Object.keys(movement) as (keyof PlanReading['movement'])[]).filter((name) => !isLeft(name));
  return { ...anew.movement, ...Object.fromEntries(fields.map((name) => [name, movement[name]])) };
}
