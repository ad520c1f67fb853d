/** The years before as the place of the year shows them: figures by year, each unit and person, open questions. */
import { done, type Result } from '../../core/base/result.ts';
import { inNameOrder } from '../../core/base/text/name-order.ts';
import { historyOf } from '../../core/judge/history/history-of.ts';
import { questionWords } from '../../core/sheets/history/question-words.ts';
import { summaryLines, yearWords } from '../../core/sheets/history/summary-lines.ts';
import { historyIn } from '../book/history.ts';
import type { Host } from '../host/port.ts';
import { load } from '../run/load.ts';

export interface YearsSeen {
  readonly years: readonly number[];
  /** A text for each year. */
  readonly lines: readonly { readonly label: string; readonly values: readonly string[] }[];
  readonly holders: readonly { readonly name: string; readonly values: readonly string[]; readonly awards: number }[];
  /** Vietnamese sentences on what an officer has to answer in the sheet. */
  readonly questions: readonly string[];
  /** Rows that cannot be used, a Vietnamese sentence each. */
  readonly aside: readonly string[];
}

/** null = the workbook knows no earlier year. Changes nothing. */
export async function seeYears(host: Host): Promise<Result<YearsSeen | null>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const { records, aside } = historyIn(loaded.value.book);
  if (records.length === 0 && aside.length === 0) return done(null);
  const history = historyOf(records, loaded.value.register);
  const { years, questions } = history;
  return done({
    years,
    lines: summaryLines(history),
    holders: [...history.holders]
      .sort((x, y) => inNameOrder(x.name, y.name))
      .map((holder) => ({
        name: holder.of === '' ? holder.name : `${holder.name} (${holder.of})`,
        values: years.map((year) => yearWords(holder, year)),
        awards: holder.awards.length,
      })),
    questions: questions.map(questionWords),
    aside,
  });
}
