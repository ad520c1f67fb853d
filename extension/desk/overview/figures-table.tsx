/** Figures as a plain table: name, value, counts, change. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { countsText, deltaText, valueText } from '../../pieces/words.ts';
import { compared } from '../../reading/compare.ts';
import { instantText } from '../../reading/time.ts';
import type { LatestFigure } from '../../store/series-history.ts';
import type { Against } from './against.ts';

const useStyles = makeStyles({
  title: { margin: '8px 0', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      padding: '6px 12px 6px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      overflowWrap: 'anywhere',
    },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
  },
  figure: { whiteSpace: 'nowrap', '@media (max-width: 559px)': { whiteSpace: 'normal' } },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export function FiguresTable({
  title,
  figures,
  against,
}: {
  readonly title: string;
  readonly figures: readonly LatestFigure[];
  /** The period before; null where nothing of it was taken. */
  readonly against: Against | null;
}) {
  const styles = useStyles();
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Chỉ số</th>
            <th scope="col">Giá trị</th>
            <th scope="col">So với {against?.name ?? 'lần lấy trước của kỳ này'}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ observation, before }) => {
            const held = against ? against.of.get(observation.indicator) : before;
            const [figure] = compared([observation], held ? [held.observation] : null);
            if (!figure) return null;
            return (
              <tr key={figure.indicator}>
                <th scope="row">{figure.name}</th>
                <td className={styles.figure}>
                  {valueText(figure)}
                  <div className={styles.quiet}>{countsText(figure)}</div>
                </td>
                <td>
                  {deltaText(figure)}
                  {!against && before && <div className={styles.quiet}>{instantText(before.at)}</div>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
