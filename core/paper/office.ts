/** Who issues, where, under which name: from the movement, unless the settings say what it is called now. */

import { periodName } from '../base/period/period.ts';
import { bareCommune } from '../base/text/commune-name.ts';
import { citedDocument } from '../base/text/document-kinds.ts';
import { squashKey } from '../base/text/text.ts';
import type { Movement } from '../movement/movement.ts';
import type { PaperFacts } from './facts.ts';
import type { Heading, Signature } from './paper.ts';
import { PAPER_KINDS, type PaperKind } from './paper-kinds.ts';
import { capitals, dayWords } from './words.ts';

interface Office {
  /** `xã Ta Ma`. */
  readonly commune: string;
  /** `tỉnh Điện Biên`. */
  readonly province: string;
  /** `Ta Ma`. */
  readonly place: string;
  /** `UBND xã Ta Ma`. */
  readonly committee: string;
  /** `Chủ tịch UBND xã Ta Ma`. */
  readonly chair: string;
  /** `Hội đồng Thi đua - Khen thưởng xã Ta Ma`. */
  readonly council: string;
}

export function officeOf({ run, settings }: Pick<PaperFacts, 'run' | 'settings'>): Office {
  const { issuer } = run.movement;
  const commune = settings.commune ?? issuer.commune;
  return {
    commune,
    province: settings.province ?? issuer.province,
    place: settings.place ?? bareCommune(commune),
    committee: `UBND ${commune}`,
    chair: `Chủ tịch UBND ${commune}`,
    council: `Hội đồng Thi đua - Khen thưởng ${commune}`,
  };
}

/** Heading of a paper of the people's committee; it has no body above it. */
export function committeeHeading(facts: PaperFacts, kind: PaperKind, body = 'UBND'): Heading {
  const { commune } = officeOf(facts);
  return { upper: null, issuer: ['ỦY BAN NHÂN DÂN', capitals(commune)], ...numbered(facts, kind, body) };
}

/** Heading of a paper of the council, which stands under the committee. */
export function councilHeading(facts: PaperFacts, kind: PaperKind): Heading {
  const { committee } = officeOf(facts);
  return {
    upper: capitals(committee),
    issuer: ['HỘI ĐỒNG', 'THI ĐUA - KHEN THƯỞNG'],
    ...numbered(facts, kind, 'HĐTĐKT'),
  };
}

function numbered(facts: PaperFacts, kind: PaperKind, body: string): Pick<Heading, 'number' | 'placeAndDate'> {
  const { settings } = facts;
  const { sign } = PAPER_KINDS[kind];
  return {
    number: sign === null ? null : `Số: ${settings.numbers[kind] ?? `………/${sign}-${body}`}`,
    placeAndDate: `${officeOf(facts).place}, ${dayWords(settings.signedOn)}`,
  };
}

/** The committee's signature: the settings' lines of authority, else the chair on its behalf. */
export function committeeSignature({ settings }: PaperFacts): Signature {
  const authority = settings.authority.length > 0 ? settings.authority : ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'];
  return { authority: authority.map(capitals), name: settings.signer ?? '' };
}

/** A decision on awards is the chair's own, not the committee's. */
export function chairSignature({ settings }: PaperFacts): Signature {
  const own = settings.authority.filter((line) => !/^tm\./iu.test(line));
  return { authority: (own.length > 0 ? own : ['CHỦ TỊCH']).map(capitals), name: settings.signer ?? '' };
}

export function councilSignature({ settings }: PaperFacts): Signature {
  return { authority: ['TM. HỘI ĐỒNG', 'CHỦ TỊCH'], name: settings.chair ?? '' };
}

/** `Phong trào thi đua “…”, quý IV năm 2025`; what the title says already is not said again. */
export function movementInPeriod({ run: { movement, period } }: Pick<PaperFacts, 'run'>): string {
  const when = period ? periodName(period) : '';
  const isSaid = when === '' || squashKey(movement.title).includes(squashKey(when));
  return isSaid ? movement.title : `${movement.title}, ${when}`;
}

/** The plan as papers cite it; number and day that the plan left blank stay blank. */
export function planCited({ plan, issuer }: Movement): string {
  const day = plan.date === null ? (plan.dateText?.trim() ?? dayWords(null)) : dayWords(plan.date);
  const { named, about } = citedDocument(plan.title, plan.number, '………');
  return `${named} ${day.replace(/\s{2,}/g, ' …… ')} của UBND ${issuer.commune} về ${about.charAt(0).toLocaleLowerCase('vi')}${about.slice(1)}`;
}
