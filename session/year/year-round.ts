/** The workbook as it stands → the year beside the reports (YearRound). Changes nothing. */

import { done, type Result } from '../../core/base/result.ts';
import { boardOf } from '../../core/commune/calendar/board.ts';
import { calendarOf, yearFor } from '../../core/commune/calendar/calendar.ts';
import type { CalendarDay, FollowUp } from '../../core/commune/calendar/calendar-day.ts';
import { explanationDay, withDay } from '../../core/commune/calendar/explanation-day.ts';
import type { Journal } from '../../core/commune/calendar/journal.ts';
import { lastVisit, visitWords } from '../../core/commune/calendar/journal.ts';
import { owedDays } from '../../core/commune/calendar/late-days.ts';
import { groupMessages, owedMessages, unitMessage } from '../../core/commune/calendar/messages.ts';
import { returnedUnits } from '../../core/council/returned-units.ts';
import type { Register } from '../../core/report/register.ts';
import { journalIn } from '../book/journal.ts';
import type { Host } from '../host/port.ts';

import { load } from '../run/load.ts';
import { runOver } from '../run/run.ts';

/** The year besides the reports: the plan's dates, the state of each unit, visits, models. */
export interface YearRound {
  /** ISO day it is looked at from. */
  readonly asOf: string;
  readonly days: readonly CalendarDay[];
  /** null = there is no list of units, or no period. */
  readonly board: readonly (FollowUp & { readonly visit: string; readonly message: string | null })[] | null;
  /** The messages to the units of an audience. */
  readonly messages: readonly { readonly group: string; readonly text: string }[];
  /** Half sentences: who registered, whose plan came. */
  readonly registration: readonly string[];
  readonly journal: Journal;
  /** Names to choose from. */
  readonly units: readonly string[];
  /** Vietnamese sentences on rows of the journal that could not be used. */
  readonly faults: readonly string[];
}

export async function yearRound(host: Host, asOf: string): Promise<Result<YearRound>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const { movement, period, register, book, reports } = loaded.value;
  const { result, current } = await runOver(loaded.value);
  const { faults, ...journal } = journalIn(book, register);
  const board = boardOf(result, returnedUnits(current.entries), asOf);
  const about = period && { movement, period };
  const messages = movement.audiences.flatMap(({ kind, name }) => {
    const group = (board ?? []).filter(({ audience }) => audience === kind);
    return about === null ? [] : groupMessages(group, about, asOf).map((text) => ({ group: name, text }));
  });
  return done({
    asOf,
    days: withDay(calendarOf(movement, period?.year ?? yearFor(movement, asOf), asOf), explanationDay(journal, asOf)),
    board:
      board?.map((followUp) => ({
        ...followUp,
        visit: visitWords(lastVisit(journal, followUp.unit, asOf)),
        message: about && unitMessage(followUp, about),
      })) ?? null,
    messages: [...messages, ...owedMessages(owedDays(movement, register ?? [], journal, asOf), { movement }, asOf)],
    registration: register === null ? [] : registrationWords(register),
    journal,
    units: register?.map(({ name }) => name) ?? [...new Set(reports.map(({ unit }) => unit))],
    faults,
  });
}

function registrationWords(register: Register): readonly string[] {
  const names = (units: Register) => units.map(({ name }) => name).join('; ');
  const out = register.filter(({ registered }) => !registered);
  const planned = register.filter(({ planReceived }) => planReceived !== undefined);
  const planless = register.filter(({ registered, planReceived }) => registered && planReceived === undefined);
  return [
    `Đăng ký thi đua: ${register.length - out.length}/${register.length} đơn vị`,
    ...(out.length > 0 ? [`chưa đăng ký: ${names(out)}`] : []),
    ...(planned.length > 0 ? [`đã nhận kế hoạch của ${planned.length} đơn vị`] : []),
    ...(planned.length > 0 && planless.length > 0 ? [`chưa gửi kế hoạch: ${names(planless)}`] : []),
  ];
}
