/** Units × criteria of one audience: share of points in colour, number and sign; what stands open, and for whom. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { RunResult } from '../../../core/judge/run/run-result.ts';
import { HEAT_FILL, HEAT_NAME, HEAT_SIGN, type HeatCell, heatMaps, SIGN_WORDS } from '../../../core/sheets/heat-map.ts';
import { completeness, toDecide } from '../../../core/sheets/standing.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

/** Pixels of the narrowest column: four signs that can still be read. */
const NARROWEST = 26;

const useStyles = makeStyles({
  // Many criteria in a narrow pane scroll in a frame of their own; the names of the units stay.
  frame: { overflowX: 'auto', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  name: { position: 'sticky', left: 0 },
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: '11px',
    '& td, & thead th': {
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      padding: '1px 0',
      textAlign: 'center',
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
  const map = maps.find((heatMap) => heatMap.audience === audience);
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
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too. */}
          <section className={styles.frame} aria-labelledby="heat-heading" tabIndex={0}>
            <table className={styles.table} style={{ minWidth: map.criteria.length * NARROWEST }}>
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
                      <span className={styles.name}>{`${place.rank}. ${place.unit}`}</span>
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
          </section>
          <p className={pane.quiet}>
            {`Số: phần trăm điểm. ● ${HEAT_NAME.full}; xanh ${HEAT_NAME.high}; vàng ${HEAT_NAME.middle}; đỏ ${HEAT_NAME.low}; – ${HEAT_NAME.none}; ${HEAT_SIGN.error} ${SIGN_WORDS.error}; ${HEAT_SIGN.warning} ${SIGN_WORDS.warning}; ${HEAT_SIGN['to-grade']} ${SIGN_WORDS['to-grade']}.`}
          </p>
        </section>
      )}
    </>
  );
}

/** Ink on the paper's colours, which are pale in both themes and where the system sets its own. */
const PAPER = { color: '#1b1b1b', forcedColorAdjust: 'none' } as const;

function HeatMapCell({ cell }: { readonly cell: HeatCell | null }) {
  if (cell === null) return <td />;
  const fill = HEAT_FILL[cell.level];
  return (
    <td title={cell.words} {...(fill === null ? {} : { style: { ...PAPER, backgroundColor: `#${fill}` } })}>
      {cell.text}
    </td>
  );
}
