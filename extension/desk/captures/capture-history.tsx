/** What was confirmed of a capture before and changed since: when, why, and the figures that stood. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { indicatorName } from '../../../core/portal/indicator/indicator-name.ts';
import { periodText, valueText } from '../../pieces/words.ts';
import { instantText } from '../../reading/time.ts';
import type { Revision } from '../../store/records.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const WHAT = { reopened: 'mở lại để sửa', withdrawn: 'rút lại' } as const;

export function CaptureHistory({ history }: { readonly history: readonly Revision[] }) {
  const styles = useStyles();
  if (history.length === 0) return null;
  return (
    <section className={styles.section} aria-label="Lịch sử">
      <h2 className={styles.heading}>Lịch sử</h2>
      <ul className={styles.list}>
        {history.map(({ at, what, reason, observations }) => {
          const [first] = observations;
          return (
            <li key={at} className={styles.item}>
              <div>
                {instantText(at)}: {WHAT[what]}
                {reason === '' ? '' : ` (${reason})`}
              </div>
              <details className={styles.quiet}>
                <summary>
                  {observations.length} số trước đó
                  {first ? ` của ${first.unit.name}, ${periodText(first.period ?? '')}` : ''}
                </summary>
                <ul>
                  {observations.map(({ indicator, value, max }) => (
                    <li key={indicator}>
                      {indicatorName(indicator)}: {valueText({ indicator, value, max: max ?? null })}
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
