/** Kết quả: places of each audience with the range still possible, ties explained, a chart that says the same. */

import { useMemo, useState } from 'react';
import { formatPoints, fromPoints } from '../../../core/base/quantity/points.ts';
import type { RunResult } from '../../../core/judge/run/run-result.ts';
import { ChoiceField } from '../../choice-field.tsx';
import { Empty } from '../../empty.tsx';
import { later } from '../../later.tsx';
import { Toggle } from '../../toggle.tsx';
import { usePane } from '../pane-context.ts';
import { NextStep, PlaceBar } from '../place-bar.tsx';
import { classGroups, fieldsIn, placesOf, type RankingRow } from '../ranking-rows.ts';
import { useOpenReport } from '../use-open-report.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

/** Fetched when the ranking is looked at. */
const BarChart = later(async () => (await import('../../bar-chart.tsx')).BarChart);
const HeatSection = later(async () => (await import('./heat-section.tsx')).HeatSection);
const CourseSection = later(async () => (await import('./course-section.tsx')).CourseSection);
const TargetsSection = later(async () => (await import('./targets-section.tsx')).TargetsSection);

export function ResultsPlace() {
  const styles = usePaneStyles();
  const { state } = usePane();
  const run = state.workspace?.run ?? null;
  if (run === null || run.rankings.length === 0) {
    return (
      <div className={styles.place}>
        <PlaceBar place="results" />
        <Empty>
          <p>Chưa có xếp hạng. Thứ hạng hiện ở đây khi báo cáo đã được kiểm tra và chấm điểm.</p>
          <NextStep step="reports" />
        </Empty>
        <CourseSection />
      </div>
    );
  }
  return <Ranking run={run} />;
}

function Ranking({ run }: { readonly run: RunResult }) {
  const styles = usePaneStyles();
  const fields = fieldsIn(run);
  const [chosen, setChosen] = useState('');
  const [detailed, setDetailed] = useState(false);
  const field = fields.find(({ name }) => name === chosen) ?? fields[0];
  const { name = '', audience = '' } = field ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: its name tells a field from another
  const places = useMemo(() => (field ? placesOf(run, field) : []), [run, name]);
  const bars = useMemo(
    () =>
      places.map(({ unit, points, low, high }) => ({
        label: unit,
        value: fromPoints(points),
        low: fromPoints(low),
        high: fromPoints(high),
      })),
    [places],
  );
  const isOpen = places.some(({ best, worst, low, high }) => best !== worst || low !== high);
  return (
    <div className={styles.place}>
      <PlaceBar place="results">
        <NextStep step="papers" />
      </PlaceBar>
      {fields.length < 2 ? null : (
        <ChoiceField label="Đối tượng thi đua" value={name} onPick={setChosen}>
          {fields.map((rankedField) => (
            <option key={rankedField.name}>{rankedField.name}</option>
          ))}
        </ChoiceField>
      )}
      <RankingTable {...{ name, places, detailed }} />
      <span>
        <Toggle isPressed={detailed} onPress={() => setDetailed(!detailed)}>
          Tỷ lệ, khoảng điểm
        </Toggle>
      </span>
      {isOpen ? (
        <p className={styles.quiet}>
          Số nhỏ cạnh hạng, dưới điểm: khoảng hạng, khoảng điểm còn có thể, tùy kết quả xem xét các cảnh báo.
        </p>
      ) : null}
      <Ties places={places} />
      <section className={styles.section} aria-labelledby="chart-heading">
        <h2 id="chart-heading" className={styles.heading}>
          Biểu đồ điểm
        </h2>
        <p className={styles.quiet}>Cột đậm: điểm hiện tính. Cột mảnh: khoảng điểm còn có thể.</p>
        <BarChart bars={bars} name={`Biểu đồ điểm của ${name}; số liệu đọc ở bảng xếp hạng phía trên`} />
      </section>
      <HeatSection run={run} audience={audience} />
      <TargetsSection run={run} />
      <CourseSection />
    </div>
  );
}

interface RankingTableProps {
  readonly name: string;
  readonly places: readonly RankingRow[];
  readonly detailed: boolean;
}

function RankingTable({ name, places, detailed }: RankingTableProps) {
  const styles = usePaneStyles();
  return (
    <table className={styles.table}>
      <caption className={styles.heading} style={{ textAlign: 'start', padding: '4px 0' }}>
        {`Xếp hạng: ${name} (${places.length})`}
      </caption>
      <thead>
        <tr>
          <th scope="col" className="number" style={{ width: '72px' }}>
            Hạng
          </th>
          <th scope="col">Đơn vị</th>
          <th scope="col" className="number">
            Điểm
          </th>
        </tr>
      </thead>
      {classGroups(places).map((group) => (
        <tbody key={group[0]?.unit}>
          <tr>
            <th scope="rowgroup" colSpan={3} className={styles.quiet}>
              {`${group[0]?.className ?? 'Chưa xếp loại'} (${group.length})`}
            </th>
          </tr>
          {group.map((place) => (
            <PlaceRow key={`${place.unit}\n${place.rank}`} place={place} detailed={detailed} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** How units with equal points were ordered. */
function Ties({ places }: Pick<RankingTableProps, 'places'>) {
  const styles = usePaneStyles();
  const ties = places.filter(({ tie }) => tie !== null);
  return ties.length === 0 ? null : (
    <section className={styles.section} aria-labelledby="ties-heading">
      <h2 id="ties-heading" className={styles.heading}>
        Bằng điểm được phân định thế nào
      </h2>
      <ul className={styles.list}>
        {ties.map(({ unit, rank, tie }) => (
          <li key={unit} className={styles.text}>
            <strong>{`Hạng ${rank}, ${unit}:`}</strong> {tie}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PlaceRowProps {
  readonly place: RankingRow;
  readonly detailed: boolean;
}

/** One line, and what stands behind it on request. */
function PlaceRow({ place, detailed }: PlaceRowProps) {
  const styles = usePaneStyles();
  const open = useOpenReport();
  const { rank, best, worst, unit, points, low, high, share, sheet } = place;
  return (
    <tr>
      <td className="number">
        <span className={styles.strong}>{rank}</span>
        {best === worst ? null : <span className={styles.quiet}>{` ${best}–${worst}`}</span>}
      </td>
      <th scope="row" style={{ fontWeight: 'normal' }}>
        {sheet === null ? (
          unit
        ) : (
          <button type="button" className={styles.choice} title="Mở phiếu của đơn vị" onClick={() => void open(sheet)}>
            {unit}
          </button>
        )}
        {detailed && place.tie !== null ? <div className={styles.quiet}>Bằng điểm, xem bên dưới</div> : null}
      </th>
      <td className="number">
        <span className={styles.strong}>{formatPoints(points)}</span>
        {detailed ? <div className={styles.quiet}>{`${formatPoints(share)} %`}</div> : null}
        {detailed && low !== high ? (
          <div className={styles.quiet}>{`${formatPoints(low)}–${formatPoints(high)}`}</div>
        ) : null}
      </td>
    </tr>
  );
}
