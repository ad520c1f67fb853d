/** Who issues, where, under which name: from the movement, unless the settings say what it is called now. */

import { periodName } from '../base/period/period.ts';
import { bareCommune, kindOfCommune } from '../base/text/commune-name.ts';
import { citedDocument } from '../base/text/document-kinds.ts';
import { squashKey } from '../base/text/text.ts';
import type { Movement } from '../movement/movement.ts';
import type { PaperFacts } from './facts.ts';
import { NO_DISTRICT_FROM } from './law.ts';
import type { Heading, Signature } from './paper.ts';
import { PAPER_KINDS, type PaperKind } from './paper-kinds.ts';
import { BLANK, capitals, dayWords } from './words.ts';

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
  /** `CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TA MA`: whose decision it is. */
  readonly decider: string;
  /** `Hội đồng Thi đua - Khen thưởng xã Ta Ma`. */
  readonly council: string;
}

export function officeOf({ run, settings }: Pick<PaperFacts, 'run' | 'settings'>): Office {
  const { issuer, signer } = run.movement;
  const commune = settings.commune ?? issuer.commune;
  const chair = issuer.body ? `${headName(signer?.authority)} ${issuer.body}` : `Chủ tịch UBND ${commune}`;
  return {
    commune,
    province: settings.province ?? issuer.province,
    place: settings.place ?? bareCommune(commune),
    committee: issuer.body ?? `UBND ${commune}`,
    chair,
    decider: issuer.body ? capitals(chair) : `CHỦ TỊCH ỦY BAN NHÂN DÂN ${capitals(commune)}`,
    council: `Hội đồng Thi đua - Khen thưởng ${issuer.body ?? commune}`,
  };
}

/** `HIỆU TRƯỞNG`, `PHÓ BÍ THƯ` of the plan's signature as the head of a body. */
function headName(authority: readonly string[] = []): string {
  const post = /HIỆU TRƯỞNG|BÍ THƯ|GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG \p{Lu}+/u.exec(authority.join(' '))?.[0];
  return post ? post.charAt(0) + post.slice(1).toLocaleLowerCase('vi') : 'Thủ trưởng';
}

/** What stands behind the dash of a number of the issuer's papers: `UBND`, or as its plan has it (`12/KH-THSM` → `THSM`). */
function signOf({ plan, issuer }: Movement): string {
  return issuer.body ? (/[-/](\p{Lu}+)$/u.exec(plan.number ?? '')?.[1] ?? '……') : 'UBND';
}

/** Heading of a paper of the people's committee, or of the body that issued the plan; the committee has no body above it. */
export function committeeHeading(
  facts: PaperFacts,
  kind: PaperKind,
  {
    body = signOf(facts.run.movement),
    signedOn = facts.settings.signedOn,
  }: { readonly body?: string; readonly signedOn?: string | null } = {},
): Heading {
  const { commune } = officeOf(facts);
  const own = facts.run.movement.issuer.body;
  return {
    upper: own ? upperOf(own, commune) : null,
    issuer: own ? [capitals(own)] : ['ỦY BAN NHÂN DÂN', capitals(commune)],
    ...numbered(facts, kind, body, signedOn),
  };
}

const UNDER_COMMITTEE = /^(?:trường|trạm|phòng|văn phòng|trung tâm|ban) /iu;

/** Above a Party cell stands the Party's committee of the commune, above a school or an office the people's committee. */
function upperOf(body: string, commune: string): string | null {
  if (/^chi bộ/iu.test(body)) return capitals(`Đảng ủy ${commune}`);
  return UNDER_COMMITTEE.test(body) ? capitals(`UBND ${commune}`) : null;
}

/** Heading of a paper of the council, which stands under the committee. */
export function councilHeading(facts: PaperFacts, kind: PaperKind): Heading {
  const { committee } = officeOf(facts);
  return {
    upper: capitals(committee),
    issuer: ['HỘI ĐỒNG', 'THI ĐUA - KHEN THƯỞNG'],
    ...numbered(facts, kind, 'HĐTĐKT', facts.settings.signedOn),
  };
}

function numbered(
  facts: PaperFacts,
  kind: PaperKind,
  body: string,
  signedOn: string | null,
): Pick<Heading, 'number' | 'placeAndDate'> {
  const { sign } = PAPER_KINDS[kind];
  return {
    number: sign === null ? null : `Số: ${numberOf(facts, kind, body) ?? `………/${sign}-${body}`}`,
    placeAndDate: `${officeOf(facts).place}, ${dayWords(signedOn)}`,
  };
}

/** Number of the settings for a paper of this body (`UBND`, `HĐTĐKT`); null without, or where it is another body's. */
export function numberOf({ settings }: Pick<PaperFacts, 'settings'>, kind: PaperKind, body: string): string | null {
  const number = settings.numbers[kind];
  const [issuer] = number === undefined ? [] : (/-(?:UBND|HĐTĐKT)/iu.exec(number.normalize('NFC')) ?? []);
  return number === undefined || (issuer !== undefined && issuer.slice(1).toUpperCase() !== body) ? null : number;
}

/**
 * The day of the commune's own decision: where the ledger of awards holds the number of the settings, the day it holds
 * with it, as that paper is signed already.
 */
export function decisionDay({ ledger, settings }: Pick<PaperFacts, 'ledger' | 'settings'>): string | null {
  const number = squashKey(settings.numbers['quyet-dinh'] ?? '');
  const signed =
    number === ''
      ? undefined
      : ledger.find((pastAward) => squashKey(pastAward.decision ?? '') === number && pastAward.date);
  return signed?.date ?? settings.signedOn;
}

/** The committee's signature: the settings' lines of authority, else the chair on its behalf. */
export function committeeSignature(facts: PaperFacts): Signature {
  const own = authorityOf(facts);
  const { body } = facts.run.movement.issuer;
  const without = body ? ['THỦ TRƯỞNG ĐƠN VỊ'] : ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'];
  const authority = own.length > 0 ? own : without;
  return { authority: authority.map(capitals), name: signerOf(facts) };
}

/** Of the settings; without them who signed the plan. */
function authorityOf({ settings, run }: PaperFacts): readonly string[] {
  return settings.authority.length > 0 ? settings.authority : (run.movement.signer?.authority ?? []);
}

function signerOf({ settings, run }: PaperFacts): string {
  return nameOnly(settings.signer ?? run.movement.signer?.name ?? '');
}

/** `Nguyễn Văn A, Chủ tịch UBND xã` → `Nguyễn Văn A`: the post stands above the name, not beside it. */
export function nameOnly(text: string): string {
  return text.split(',')[0]?.trim() ?? '';
}

/**
 * Whom the commune's own reports go to: by the settings, else by the plan. What an old plan sends to the district goes
 * to the province where the paper is signed after districts ended.
 */
export function superiorsOf(facts: PaperFacts): readonly string[] {
  const { settings, run } = facts;
  if (settings.superior !== null) return [settings.superior];
  const hasDistrict = settings.signedOn !== null && settings.signedOn < NO_DISTRICT_FROM;
  const ours = `UBND ${officeOf(facts).province}`;
  const own = [ours, ...(hasDistrict && run.movement.issuer.district ? [`UBND ${run.movement.issuer.district}`] : [])];
  // "UBND tỉnh" of a plan is the commune's own province.
  const upward = (to: string) =>
    !hasDistrict && /huyện/iu.test(to) ? ours : (own.find((text) => squashKey(text).startsWith(squashKey(to))) ?? to);
  const named = [...new Set((run.movement.recipients ?? []).map(upward))];
  return named.length > 0 ? named : [BLANK];
}

/** Who in the commune gets a copy of what the committee issues: its leadership and those the plan addresses. */
export function recipientsWithin(facts: PaperFacts): readonly string[] {
  const kind = kindOfCommune(officeOf(facts).commune);
  const village = facts.run.movement.audiences.find((audience) => audience.kind === 'village')?.name;
  const villages = village === undefined ? '' : `, các ${village.charAt(0).toLocaleLowerCase('vi')}${village.slice(1)}`;
  return [`Thường trực Đảng ủy, HĐND ${kind}`, `Các cơ quan, đơn vị${villages}`];
}

/** A decision on awards is the chair's own, not the committee's. */
export function chairSignature(facts: PaperFacts): Signature {
  const own = authorityOf(facts).filter((line) => !/^tm\./iu.test(line));
  return {
    authority: (own.length > 0 ? own : [facts.run.movement.issuer.body ? 'THỦ TRƯỞNG ĐƠN VỊ' : 'CHỦ TỊCH']).map(
      capitals,
    ),
    name: signerOf(facts),
  };
}

export function councilSignature({ settings }: PaperFacts): Signature {
  return { authority: ['TM. HỘI ĐỒNG', 'CHỦ TỊCH'], name: nameOnly(settings.chair ?? '') };
}

/** `Phong trào thi đua “…”, quý IV năm 2025`; a period that the title contains is not repeated. */
export function movementInPeriod({ run: { movement, period } }: Pick<PaperFacts, 'run'>): string {
  const when = period ? periodName(period) : '';
  const title = movementTitle(movement);
  const isSaid = when === '' || squashKey(title).includes(squashKey(when));
  return isSaid ? title : `${title}, ${when}`;
}

/**
 * `phong trào thi đua “Xã Lục Ba …” năm 2024`: adds the words "phong trào thi đua" where the plan's title lacks them.
 */
export function movementTitle({ title }: Pick<Movement, 'title'>): string {
  if (/phong trào/iu.test(title.normalize('NFC'))) return title;
  return `phong trào thi đua ${/[“"]/u.test(title) ? title : `“${title}”`}`;
}

/** The plan as papers cite it; number and day that the plan left blank stay blank. */
export function planCited({ plan, issuer }: Movement): string {
  const day = plan.date === null ? (plan.dateText?.trim() ?? dayWords(null)) : dayWords(plan.date);
  const { named, about } = citedDocument(plan.title, plan.number, '………');
  const filled = day
    .replace(/\s{2,}/g, ' …… ')
    .replace(/ngày tháng/iu, 'ngày …… tháng')
    .replace(/tháng năm/iu, 'tháng …… năm');
  return `${named} ${filled} của ${issuer.body ?? `UBND ${issuer.commune}`} về ${about.charAt(0).toLocaleLowerCase('vi')}${about.slice(1)}`;
}
