/** Units × criteria of one audience: share of points in colour, number and sign; what stands open, and for whom. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { RunResult } from '../../../core/run/run-result.ts';
import { HEAT_FILL, HEAT_NAME, HEAT_SIGN, type HeatCell, heatMaps, SIGN_WORDS } from '../../../core/sheets/heat-map.ts';
import { completeness, toDecide } from '../../../core/sheets/standing.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

const useStyles = makeStyles({
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase100,
    '& td, & thead th': {
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      padding: '1px 0',
      textAlign: 'center',
      letterSpacing: '-0.2px',
    },
    '& tbody th': {
      padding: '4px 0 1px',
      textAlign: 'start',
      fontWeight: 'normal',
      fontSize: tokens.fontSizeBase200,
    },
  },
});

export function HeatSection({ run, audience }: { readonly run: RunResult; readonly audience: string }) {
  const pane = usePaneStyles();
  const styles = useStyles();
  const maps = useMemo(() => heatMaps(run), [run]);
  const decisions = useMemo(() => toDecide(run), [run]);
  const map = maps.find((one) => one.audience === audience);
  return (
    <>
      <section className={pane.section} aria-labelledby="today-heading">
        <h2 id="today-heading" className={pane.heading}>
          Cần quyết định hôm nay
        </h2>
        <p className={pane.text}>{completeness(run)}</p>
        {decisions.length === 0 ? (
          <p className={pane.text}>Không còn nội dung nào chờ quyết định.</p>
        ) : (
          <ul className={pane.list}>
            {decisions.map((text) => (
              <li key={text} className={pane.text}>
                {text}
              </li>
            ))}
          </ul>
        )}
      </section>
      {map === undefined ? null : (
        <section className={pane.section} aria-labelledby="heat-heading">
          <h2 id="heat-heading" className={pane.heading}>
            Bảng màu: đơn vị và tiêu chí
          </h2>
          <table className={styles.table}>
            <thead>
              <tr>
                {map.criteria.map(({ code, title }) => (
                  <th key={code} scope="col" title={title}>
                    {code}
                  </th>
                ))}
              </tr>
            </thead>
            {map.rows.map(({ place, cells }) => (
              <tbody key={`${place.unit}\n${place.rank}`}>
                <tr>
                  <th scope="rowgroup" colSpan={map.criteria.length}>
                    {`${place.rank}. ${place.unit}`}
                  </th>
                </tr>
                <tr>
                  {cells.map((cell, at) => (
                    <HeatMapCell key={map.criteria[at]?.code ?? at} cell={cell} />
                  ))}
                </tr>
              </tbody>
            ))}
          </table>
          <p className={pane.quiet}>
            {`Số: phần trăm điểm. ● ${HEAT_NAME.full}; xanh ${HEAT_NAME.high}; vàng ${HEAT_NAME.middle}; đỏ ${HEAT_NAME.low}; – ${HEAT_NAME.none}; ${HEAT_SIGN.error} ${SIGN_WORDS.error}; ${HEAT_SIGN.warning} ${SIGN_WORDS.warning}; ${HEAT_SIGN['to-grade']} ${SIGN_WORDS['to-grade']}.`}
          </p>
        </section>
      )}
    </>
  );
}

/** Ink of the paper's colours: they are pale in both themes. */
const INK = '#1b1b1b';

function HeatMapCell({ cell }: { readonly cell: HeatCell | null }) {
  if (cell === null) return <td />;
  const fill = HEAT_FILL[cell.level];
  return (
    <td title={cell.words} {...(fill === null ? {} : { style: { backgroundColor: `#${fill}`, color: INK } })}>
      {cell.text}
    </td>
  );
}
