/** How many communes rose and fell since the last capture, in one line that opens to their names and figures. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type Mover, type Movers, moverChange, moversText } from '../../core/portal/indicator/movers.ts';

/** Rows on either side; the desk lists all. */
const MOST_NAMED = 20;

const useStyles = makeStyles({
  line: { color: tokens.colorNeutralForeground2, '& > summary': { cursor: 'pointer' } },
  side: { margin: '6px 0 0', fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { display: 'flex', justifyContent: 'space-between', gap: '10px', padding: '1px 0' },
  change: { flexShrink: 0, maxWidth: '60%', textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
});

export function MoversLine({ movers }: { readonly movers: Movers }) {
  const styles = useStyles();
  const { since, rose, fell } = movers;
  const text = moversText(movers);
  if (rose.length + fell.length === 0) return <span className={styles.line}>{text}</span>;
  const side = (name: string, all: readonly Mover[]) =>
    all.length > 0 && (
      <>
        <p className={styles.side}>{name}</p>
        <ul className={styles.list}>
          {all.slice(0, MOST_NAMED).map((mover) => {
            const Words = mover.mine ? 'strong' : 'span';
            return (
              <li key={mover.name} className={styles.item}>
                <Words>{mover.name}</Words>
                <Words className={styles.change}>{moverChange(mover, since)}</Words>
              </li>
            );
          })}
          {all.length > MOST_NAMED && <li>… và {all.length - MOST_NAMED} xã nữa</li>}
        </ul>
      </>
    );
  return (
    <details className={styles.line}>
      <summary>{text}</summary>
      {side('Tăng', rose)}
      {side('Giảm', fell)}
    </details>
  );
}
