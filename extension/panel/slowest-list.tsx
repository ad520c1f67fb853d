/** Which fields or procedures have the most dossiers beyond their day; folded away, because none of it is the commune's. */
import { formatNumber } from '../../core/base/quantity/points.ts';
import type { Preview } from '../messages/contract.ts';

export function SlowestList({ slowest }: Pick<Extract<Preview, { kind: 'found' }>, 'slowest'>) {
  if (slowest === null) return null;
  const { of, rows } = slowest;
  return (
    <details style={{ overflowWrap: 'anywhere' }}>
      <summary>
        Nhiều hồ sơ quá hạn nhất ({rows.length} {of})
      </summary>
      <ol>
        {rows.map(({ name, late, received }) => (
          <li key={name}>
            Của {of} “{name}”: {formatNumber(late)}/{formatNumber(received)} hồ sơ
          </li>
        ))}
      </ol>
    </details>
  );
}
