/** What the plan asks: its targets, quotas and dates, each with its place in the plan. */
import { makeStyles } from '@fluentui/react-components';
import { dayText } from '../../../core/base/period/day.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { targetText } from '../../../core/movement/rules/wording.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

const useStyles = makeStyles({
  section: { whiteSpace: 'nowrap' },
  wide: { display: 'none', '@container place (min-width: 600px)': { display: 'table-cell', whiteSpace: 'nowrap' } },
});

/** The plan's targets, quotas and dates, in its own words. */
export function PlanAsked({ movement }: { readonly movement: Movement }) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { targets, quotas, calendar, plan } = movement;
  const issued = [plan.number, plan.date === null ? plan.dateText : dayText(plan.date)].filter(Boolean).join(', ');
  return (
    <>
      <section className={styles.section} aria-labelledby="targets-heading">
        <h2 id="targets-heading" className={styles.heading}>{`Chỉ tiêu (${targets.length})`}</h2>
        <p className={styles.quiet}>{`${plan.title}${issued === '' ? '' : ` (${issued})`}`}</p>
        <table className={styles.table} aria-labelledby="targets-heading">
          <thead>
            <tr>
              <th scope="col">Chỉ tiêu</th>
              <th scope="col">Mức</th>
              <th scope="col" className={own.wide}>
                Hạn
              </th>
              <th scope="col">Mục</th>
            </tr>
          </thead>
          <tbody>
            {targets.map(({ code, text, comparator, value, unit, deadline, section }) => (
              <tr key={code}>
                <td>{text}</td>
                <td>
                  {comparator === null || value === null ? 'định tính' : targetText(comparator, value, unit ?? '')}
                </td>
                <td className={own.wide}>{deadline === null ? '' : dayText(deadline)}</td>
                <td className={own.section}>{section}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Listed heading="Khen thưởng" rows={quotas.map(({ code, text, source }) => [code, text, source.section])} />
      <Listed heading="Thời hạn" rows={calendar.map(({ code, text, source }) => [code, text, source.section])} />
    </>
  );
}

interface ListedProps {
  readonly heading: string;
  /** Code, words of the plan, section. */
  readonly rows: readonly (readonly [string, string, string])[];
}

function Listed({ heading, rows }: ListedProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  if (rows.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{`${heading} (${rows.length})`}</h2>
      <table className={styles.table} aria-label={heading}>
        <tbody>
          {rows.map(([code, text, section]) => (
            <tr key={code}>
              <td>{text}</td>
              <td className={own.section}>{section}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
