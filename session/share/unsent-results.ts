/** Results of the commune that its province has not got yet. */
import type { SentResult } from '../../core/commune/result/sent-result.ts';
import { canonicalJson, type Plain } from '../../core/council/canonical-json.ts';
import type { Fact } from '../../core/share/fact.ts';
import type { Standing } from '../../core/share/standing.ts';

/** As facts; a result equal to the last result this device sent for the period is not sent again. */
export function unsentResults(results: readonly SentResult[], device: string, { counting }: Standing): readonly Fact[] {
  const last = new Map<string, string>();
  for (const { content } of counting)
    if (content.device === device && content.fact?.kind === 'result')
      last.set(content.fact.result.period, keyOf(content.fact.result));
  return results.flatMap((result): readonly Fact[] => {
    if (last.get(result.period) === keyOf(result)) return [];
    last.set(result.period, keyOf(result));
    return [{ kind: 'result', result }];
  });
}

/** The day of the calculation does not count as a change. */
function keyOf({ asOf: _day, ...result }: SentResult): string {
  return canonicalJson(JSON.parse(JSON.stringify(result)) as Plain);
}
