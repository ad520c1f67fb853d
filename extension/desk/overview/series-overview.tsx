/** The cards of one source, unit and period; behind them, as a plain table, what the portal makes its points from. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { dayNumber } from '../../../core/base/period/day.ts';
import { hanoiTime } from '../../../core/base/period/hanoi-time.ts';
import { parsePeriod, periodDays } from '../../../core/base/period/period.ts';
import { sourceName } from '../../../core/portal/capture/source-name.ts';
import { INDICATORS } from '../../../core/portal/indicator/catalogue.ts';
import { isCumulative } from '../../../core/portal/indicator/cumulative.ts';
import { dateLine } from '../../../core/portal/indicator/date-line.ts';
import { captureGaps } from '../../../core/portal/indicator/gaps.ts';
import { communeRank, isRank, metricUnit } from '../../../core/portal/indicator/indicator-name.ts';
import type { Strand, StrandPeriod } from '../../history/strands.ts';
import { useLive } from '../../live/use-store.ts';
import { Notice } from '../../pieces/notice.tsx';
import { ThingsToKnow } from '../../pieces/things-to-know.tsx';
import { instantText } from '../../reading/time.ts';
import { captureDays, type LatestFigure, latestFigures, pointsOf } from '../../store/series-history.ts';
import { DeskLink } from '../desk-link.tsx';
import { routeTo } from '../route.ts';
import { againstBefore } from './against.ts';
import { FiguresTable } from './figures-table.tsx';
import { IndicatorCard } from './indicator-card.tsx';
import { type DaySpan, gapText } from './trend.ts';
import { useTargets } from './use-targets.ts';
import { useWarnings } from './use-warnings.ts';

interface Props {
  readonly strand: Strand;
  readonly shown: StrandPeriod;
  /** Id of the movement; empty = not chosen. */
  readonly movement: string;
}

const MOST_GAPS = 6;
const NO_GAPS: readonly DaySpan[] = [];

const useStyles = makeStyles({
  facts: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  cards: { display: 'grid', gap: '12px', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 290px), 1fr))' },
});

export function SeriesOverview({ strand, shown, movement }: Props) {
  const styles = useStyles();
  const { series, period } = shown;
  const [today] = useState(() => hanoiTime(new Date(Date.now())).slice(0, 10));
  const figures = useLive((db) => latestFigures(db, series), [series]);
  const { source, unit } = strand;
  const against = useLive((db) => againstBefore(db, { source, unit: unit.key, period }), [source, unit.key, period]);
  const way = useLive(
    async (db) => {
      const days = await captureDays(db, series);
      return { days, points: await pointsOf(db, series, days) };
    },
    [series],
  );
  const targets = useTargets(movement, dayWithin(period, today));
  const last = figures?.[0];
  const warnings = useWarnings(last?.captureId, strand.unit.key, period);
  const gaps = useMemo(() => (way ? gapsOf(way.days, period, today) : NO_GAPS), [way, period, today]);
  if (figures === undefined || against === undefined || !last) return null;

  const of = new Map(figures.map((latestFigure) => [latestFigure.observation.indicator, latestFigure]));
  const [whole, parts] = sorted(figures);
  const line = against ? dateLine(source, against.period, period) : null;
  return (
    <>
      <p className={styles.facts}>
        {sourceName(strand.source)} · chụp lần cuối {instantText(last.at)}
        {way === undefined ? '' : ` · ${way.days.length} ngày có bản chụp`}
        {isCumulative(last.observation.provenance.reader.id) && ' · số lũy kế của kỳ, không phải số của ngày'}
      </p>
      {targets === null && (
        <p className={styles.facts}>
          Chưa có chỉ tiêu để so: hãy chọn phong trào trong{' '}
          <DeskLink inline href={routeTo('cai-dat')}>
            Cài đặt
          </DeskLink>
          .
        </p>
      )}
      {targets && (
        <p className={styles.facts}>
          {targets.of.size === 0
            ? `Vào kỳ này, không chỉ số nào ở đây có chỉ tiêu trong: ${targets.title}.`
            : `Chỉ tiêu theo: ${targets.title}.`}
        </p>
      )}
      <ThingsToKnow warnings={line === null ? warnings : [line, ...warnings]} />
      {gaps.length === 0 ? null : <Notice kind="info">{gapsText(gaps)}</Notice>}
      <div className={styles.cards}>
        {whole.map((latest) => (
          <IndicatorCard
            key={latest.observation.indicator}
            latest={latest}
            rank={of.get(communeRank(latest.observation.indicator)) ?? null}
            against={against}
            points={way?.points.get(latest.observation.indicator)}
            gaps={gaps}
            target={targets?.of.get(latest.observation.indicator) ?? null}
            lastAt={last.at}
            today={today}
          />
        ))}
      </div>
      {parts.length === 0 ? null : <FiguresTable title="Số liệu thành phần" figures={parts} against={against} />}
    </>
  );
}

const ORDER = new Map(INDICATORS.map(({ code }, at) => [code, at]));

/**
 * Figures with a card, in the catalogue's order, and the figures from which the portal computes its points. A rank has
 * no card: it is shown with its indicator.
 */
function sorted(figures: readonly LatestFigure[]): readonly [readonly LatestFigure[], readonly LatestFigure[]] {
  const place = ({ observation }: LatestFigure) => ORDER.get(observation.indicator) ?? ORDER.size;
  const shown = figures.filter(({ observation }) => !isRank(observation.indicator));
  const isPart = ({ observation }: LatestFigure) => metricUnit(observation.indicator) === 'điểm';
  return [
    shown.filter((latestFigure) => !isPart(latestFigure)).sort((a, b) => place(a) - place(b)),
    shown.filter(isPart),
  ];
}

/**
 * Held against her own rhythm: who captures weekly misses weeks, else months. Not after the period, when nothing
 * changes any more.
 */
function gapsOf(days: readonly { readonly day: string }[], period: string, today: string): readonly DaySpan[] {
  const captured = days.map(({ day }) => day);
  const distances = captured.map((day, at) => dayNumber(day) - dayNumber(captured[at - 1] ?? day)).slice(1);
  const usual = distances.sort((a, b) => a - b)[distances.length >> 1] ?? 0;
  return captureGaps(captured, usual <= 8 ? 'week' : 'month', dayWithin(period, today));
}

/** Today, or the last day of a period that is over: its figures are compared with the targets of that time. */
function dayWithin(period: string, today: string): string {
  const parsed = parsePeriod(period);
  const end = parsed ? periodDays(parsed).to : today;
  return end < today ? end : today;
}

function gapsText(gaps: readonly DaySpan[]): string {
  const shown = gaps.slice(-MOST_GAPS).map(gapText).join('; ');
  const more = gaps.length > MOST_GAPS ? `; và ${gaps.length - MOST_GAPS} khoảng trước đó` : '';
  return `Không có bản chụp nào trong: ${shown}${more}. Đường biểu đồ đứt ở những khoảng này.`;
}
