/** The latest figures of two periods: as bars for the eye, as a table for the figures. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, useMemo } from 'react';
import { isPercent } from '../../../core/portal/indicator/indicator-name.ts';
import type { Observation } from '../../../core/portal/indicator/observation.ts';
import { BarSwatch } from '../../../ui/bar-rows.tsx';
import type { StrandPeriod } from '../../history/strands.ts';
import { useLive } from '../../live/use-store.ts';
import { Notice } from '../../pieces/notice.tsx';
import { countsText, periodText, valueParts } from '../../pieces/words.ts';
import { latestFigures } from '../../store/series-history.ts';
import { capital } from '../mine/period-select.tsx';
import { comparedRows, isAlike, shareOf } from './compared-periods.ts';
import { PeriodBars } from './period-bars.tsx';

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gap: '24px',
    alignItems: 'start',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.2fr)',
    '@media (max-width: 1099px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', margin: '0 0 8px', fontSize: tokens.fontSizeBase200 },
  entry: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      padding: '6px 10px 6px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& tbody th': { fontWeight: tokens.fontWeightRegular, overflowWrap: 'break-word' },
    '& [data-figure]': { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
    '& thead [data-figure]': { whiteSpace: 'normal' },
    '@media (max-width: 559px)': {
      fontSize: tokens.fontSizeBase200,
      '& th, & td': { paddingRight: '6px' },
      // A name takes the width, its figures stand below it.
      '& tr': { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
      '& tr > th:first-child': { gridColumn: '1 / -1', border: 'none', paddingBottom: 0 },
      '& tbody th:first-child': { fontWeight: tokens.fontWeightSemibold },
    },
  },
  // Where there is no room the figure is enough: its table names the unit.
  unit: { fontSize: tokens.fontSizeBase200, '@media (max-width: 559px)': { display: 'none' } },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

const CHARTS = ['Điểm, theo phần trăm mức tối đa của mỗi nhóm.', 'Tỷ lệ, theo phần trăm.'] as const;

interface Props {
  readonly earlier: StrandPeriod;
  readonly later: StrandPeriod;
}

export function PeriodComparison({ earlier, later }: Props) {
  const styles = useStyles();
  const figures = useLive(
    async (db) => {
      const latest = async ({ series }: StrandPeriod) =>
        (await latestFigures(db, series)).map(({ observation }) => observation);
      return { earlier: await latest(earlier), later: await latest(later) };
    },
    [earlier.series, later.series],
  );
  const rows = useMemo(() => (figures ? comparedRows(figures.earlier, figures.later) : []), [figures]);
  // Points and shares mean unlike things: never on one axis.
  const charts = useMemo(
    () =>
      [false, true].map((ofShares) =>
        rows
          .filter(({ indicator }) => isPercent(indicator) === ofShares)
          .map((row) => ({ label: row.name, earlier: share(row.earlier), later: share(row.later) }))
          .filter((pair) => pair.earlier !== null || pair.later !== null),
      ),
    [rows],
  );
  const names = { earlier: capital(periodText(earlier.period)), later: capital(periodText(later.period)) };
  if (figures === undefined) return null;
  return (
    <>
      {isAlike(earlier.period, later.period) ? null : (
        <Notice kind="warning">Hai kỳ dài ngắn khác nhau: số lượng hồ sơ của hai kỳ không so trực tiếp được.</Notice>
      )}
      <div className={styles.both}>
        <section aria-label="Biểu đồ">
          <p className={styles.legend}>
            <span className={styles.entry}>
              <BarSwatch look="second" />
              Thanh trên: {names.earlier}
            </span>
            <span className={styles.entry}>
              <BarSwatch look="main" />
              Thanh dưới: {names.later}
            </span>
          </p>
          {charts.map((pairs, at) =>
            pairs.length === 0 ? null : (
              <Fragment key={CHARTS[at]}>
                <PeriodBars pairs={pairs} earlier={names.earlier} later={names.later} />
                <p className={styles.quiet}>{CHARTS[at]}</p>
              </Fragment>
            ),
          )}
        </section>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Chỉ số</th>
              {[names.earlier, names.later, 'Thay đổi'].map((name) => (
                <th key={name} scope="col" data-figure>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.indicator}>
                <th scope="row">{row.name}</th>
                <Figure of={row.earlier} />
                <Figure of={row.later} />
                <td data-figure>{row.difference}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Figure({ of }: { readonly of: Observation | undefined }) {
  const styles = useStyles();
  if (!of) return <td data-figure>không có</td>;
  const { indicator, value, max = null, numerator = null, denominator = null } = of;
  const [shown, unit] = valueParts({ indicator, value, max });
  return (
    <td data-figure>
      {shown}
      <span className={styles.unit}>{unit}</span>
      <div className={styles.quiet}>{countsText({ numerator, denominator })}</div>
    </td>
  );
}

function share(observation: Observation | undefined): number | null {
  return observation ? shareOf(observation) : null;
}
