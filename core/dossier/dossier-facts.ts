/** A movement's facts as they stand on the dossier's first sheet. */
import type { Movement } from '../movement/movement.ts';
import { type Facts, factsInWords } from './facts.ts';
import { sourceRow } from './plan-tables.ts';
import type { CellInWords } from './table-words.ts';

/** In words, by their labels. */
export function dossierFacts(movement: Movement): ReadonlyMap<string, CellInWords> {
  return factsInWords(factsOf(movement), movement.awards);
}

export function factsOf(movement: Movement): Facts {
  const { issuer, period, outOfTurn } = movement;
  return {
    id: movement.id,
    title: movement.title,
    otherTitles: movement.otherTitles,
    commune: issuer.commune,
    province: issuer.province,
    district: issuer.district,
    body: issuer.body,
    predecessors: movement.predecessors,
    validFrom: movement.validFrom,
    recipients: movement.recipients,
    planNumber: movement.plan.number,
    planDate: movement.plan.date,
    planDateText: movement.plan.dateText,
    planTitle: movement.plan.title,
    theme: movement.theme,
    from: period.from,
    to: period.to,
    scope: movement.scope,
    signerAuthority: movement.signer?.authority,
    signerName: movement.signer?.name ?? null,
    voteLeast: movement.vote?.least ?? null,
    voteOf: movement.vote?.of ?? null,
    voteSection: movement.vote?.source.section ?? '',
    voteText: movement.vote?.source.text,
    outOfTurn: outOfTurn?.text ?? null,
    outOfTurnAward: outOfTurn?.award ?? null,
    ...sourceRow(outOfTurn?.source ?? { section: '' }),
  };
}
