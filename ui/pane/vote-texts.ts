/**
 * What is typed about a vote and the rule it is held to. Text stays text until it is sent; '' = nothing typed or chosen
 * yet.
 */

export const EMPTY_VOTE = {
  voteSubject: '',
  voteMembers: '',
  votePresent: '',
  voteProxies: '',
  voteWritten: '',
  voteWrittenInFavour: '',
  voteIssued: '',
  voteReturned: '',
  voteValid: '',
  voteInvalid: '',
  voteInFavour: '',
  /** `yes` · `no`. */
  voteChair: '',
  ruleName: '',
  ruleQuorum: '',
  ruleThreshold: '',
  /** These by their keys in RULE_WORDS. */
  ruleOver: '',
  ruleOf: '',
  ruleBallot: '',
  ruleProxies: '',
  ruleWritten: '',
  ruleTie: '',
  ruleSource: '',
};

export type VoteTexts = Readonly<typeof EMPTY_VOTE>;

/** Of the next vote all is new but the council and its rule. */
export const NEXT_VOTE = {
  voteSubject: '',
  voteWritten: '',
  voteWrittenInFavour: '',
  voteIssued: '',
  voteReturned: '',
  voteValid: '',
  voteInvalid: '',
  voteInFavour: '',
  voteChair: '',
} as const satisfies Partial<VoteTexts>;
