/**
 * The sheet "Quy tắc biểu quyết": how the council votes, as its own rules say. Nothing stands there until the officer
 * writes it.
 */

import { foldKey } from '../../core/base/text/text.ts';
import {
  choicesOf,
  isProposal,
  ofChoices,
  RULE_WORDS,
  readShare,
  sharePercent,
  shareText,
} from '../../core/council/rule-words.ts';
import type { Fraction, VoteRule } from '../../core/council/vote-rule.ts';
import { textValue } from '../../core/sheets/council/look.ts';
import { findTable, numberOf, type OwnTableRow, putTable, rowsOf, textOf } from '../book/own-tables.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { VOTE_RULES } from './council-tables.ts';

export interface ReadRules {
  readonly rules: readonly VoteRule[];
  /** Vietnamese sentences on rows that could not be understood. */
  readonly notes: readonly string[];
}

export function readVoteRules(book: HostBook): ReadRules {
  const table = findTable(book, VOTE_RULES.table);
  const notes: string[] = [];
  const rules = rowsOf(table).flatMap((row, index): VoteRule[] => {
    const rule = ruleOf(row);
    if (rule) return [rule];
    notes.push(`Trang "${table?.sheet}", dòng ${index + 1} của bảng: quy tắc biểu quyết chưa đủ hoặc không hiểu được.`);
    return [];
  });
  return { rules, notes };
}

function ruleOf(row: OwnTableRow): VoteRule | null {
  const name = textOf(row, 'Quy tắc');
  const threshold = shareIn(row, 'Mức đồng ý');
  const quorum = textOf(row, 'Tham gia ít nhất') === '' ? null : shareIn(row, 'Tham gia ít nhất');
  const choices = {
    over: chosen(RULE_WORDS.over, textOf(row, 'So với mức')),
    of: chosen(RULE_WORDS.of, textOf(row, 'Tính trên')),
    ballot: chosen(RULE_WORDS.ballot, textOf(row, 'Hình thức')),
    proxies: chosen(RULE_WORDS.proxies, textOf(row, 'Ủy quyền')),
    written: chosen(RULE_WORDS.written, textOf(row, 'Ý kiến bằng văn bản')),
    tie: chosen(RULE_WORDS.tie, textOf(row, 'Khi ngang mức')),
  };
  const { over, of, ballot, proxies, written, tie } = choices;
  if (name === '' || !threshold || (quorum === null && textOf(row, 'Tham gia ít nhất') !== '')) return null;
  if (!over || !of || !ballot || !proxies || !written || !tie) return null;
  const source = textOf(row, 'Căn cứ');
  const ofChoice = ofChoices({ over, of, ballot, proxies, written, tie });
  return { code: name, name, quorum, threshold, ...ofChoice, source, proposed: isProposal(source) };
}

/** A cell that became a number is a percentage: formatted as one (0,8) or not (80). */
function shareIn(row: OwnTableRow, column: string): Fraction | null {
  const number = numberOf(row, column);
  if (number === null) return readShare(textOf(row, column));
  return sharePercent(number <= 1 ? number * 100 : number);
}

function chosen<K extends string>(words: Readonly<Record<K, string>>, text: string): K | null {
  const key = foldKey(text);
  return (Object.keys(words) as K[]).find((item) => foldKey(words[item]) === key) ?? null;
}

/** Adds the rule, or replaces the rule with the same name. */
export function voteRuleActions(book: HostBook, held: readonly VoteRule[], rule: VoteRule): readonly HostAction[] {
  const at = held.findIndex(({ name }) => foldKey(name) === foldKey(rule.name));
  const rules = at < 0 ? [...held, rule] : held.with(at, rule);
  return putTable(
    book,
    VOTE_RULES,
    ['Ghi theo quy chế của Hội đồng; không có mức chung của cả nước cho giấy khen của xã.'],
    rules.map((rule) => ruleCells(rule).map(textValue)),
  );
}

function ruleCells(rule: VoteRule): readonly string[] {
  const { over, of, ballot, proxies, written, tie } = choicesOf(rule);
  return [
    rule.name,
    rule.quorum ? shareText(rule.quorum) : '',
    shareText(rule.threshold),
    RULE_WORDS.over[over],
    RULE_WORDS.of[of],
    RULE_WORDS.ballot[ballot],
    RULE_WORDS.proxies[proxies],
    RULE_WORDS.written[written],
    RULE_WORDS.tie[tie],
    rule.source,
  ];
}
