/** Which fields or procedures have the most dossiers beyond their day; folded away, because none of it is the commune's. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { formatNumber } from '../../core/base/quantity/points.ts';
import type { Preview } from '../messages/contract.ts';

const useStyles = makeStyles({
  fold: { fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  list: { margin: '4px 0 0', paddingInlineStart: '20px' },
});

export function SlowestList({ slowest }: Pick<Extract<Preview, { kind: 'found' }>, 'slowest'>) {
  const styles = useStyles();
  if (slowest === null) return null;
  const { of, rows } = slowest;
  return (
    <details className={styles.fold}>
      <summary>
        {of === 'thủ tục' ? 'Thủ tục' : 'Lĩnh vực'} có nhiều hồ sơ quá hạn nhất ({rows.length})
      </summary>
      <ol className={styles.list}>
        {rows.map(({ name, late, received }) => (
          <li key={name}>
            Của {of} “{name}”: {formatNumber(late)} hồ sơ quá hạn trong {formatNumber(received)} hồ sơ tiếp nhận
          </li>
        ))}
      </ol>
    </details>
  );
}
