/**
 * An indicator of the officer's unit: its name, its course, the distance to the target. Everything shown by colour is
 * also in words.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { PROGRESS_NAME } from '../../../core/portal/indicator/progress-name.ts';
import type { IndicatorTarget } from '../../../core/portal/indicator/targets.ts';
import { Icon } from '../../../ui/icons.tsx';
import { countsText, deltaText, valueText } from '../../pieces/words.ts';
import { type compared, measured } from '../../reading/compare.ts';
import { instantText } from '../../reading/time.ts';
import type { LatestFigure, Point } from '../../store/series-history.ts';
import { DeskLink } from '../desk-link.tsx';
import { capital } from '../mine/period-select.tsx';
import { routeTo } from '../route.ts';
import { type Against, sinceBefore } from './against.ts';
import { Sparkline } from './sparkline.tsx';
import { type DaySpan, spotsOf, trendText } from './trend.ts';

interface Props {
  readonly latest: LatestFigure;
  /** Its place among the communes; null where the source gives none. */
  readonly rank: LatestFigure | null;
  /** The period before; null where nothing of it was taken. */
  readonly against: Against | null;
  /** undefined while they are being read. */
  readonly points: readonly Point[] | undefined;
  readonly gaps: readonly DaySpan[];
  readonly target: IndicatorTarget | null;
  /** Instant of the series' last capture. */
  readonly lastAt: string;
  /** ISO day. */
  readonly today: string;
}

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    minWidth: 0,
    padding: '14px 16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  value: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  delta: { display: 'flex', alignItems: 'center', gap: '4px', fontSize: tokens.fontSizeBase200 },
  target: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    marginTop: 'auto',
    paddingTop: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
  },
  judged: { display: 'flex', alignItems: 'center', gap: '4px', fontWeight: tokens.fontWeightSemibold },
  reached: { color: tokens.colorStatusSuccessForeground3 },
  behind: { color: tokens.colorStatusWarningForeground3 },
  overdue: { color: tokens.colorStatusDangerForeground3 },
});

const SIGNS = { reached: 'done', 'on-pace': 'stale', behind: 'warning', overdue: 'error', unknown: 'info' } as const;

export function IndicatorCard({ latest, rank, against, points, gaps, target, lastAt, today }: Props) {
  const styles = useStyles();
  const { observation, before, at, captureId } = latest;
  const figure = figureOf(latest, target, today);
  const ofEarlier = sinceBefore(latest, against);
  const place = rank && figureOf(rank, null, today);
  const placeOfEarlier = rank ? sinceBefore(rank, against) : undefined;
  const spots = useMemo(() => spotsOf(points ?? [], gaps), [points, gaps]);
  if (!figure) return null;
  const trend = trendText(points ?? [], target?.value ?? null);
  const shown = ofEarlier ?? figure;
  const rise = shown.last?.delta ?? 0;
  const counts = countsText(figure);
  return (
    <article className={styles.card}>
      <h2 className={styles.name}>{figure.name}</h2>
      <div>
        <div className={styles.value}>{valueText(figure)}</div>
        {counts === '' ? null : <div className={styles.quiet}>{counts}</div>}
      </div>
      <div className={styles.delta}>
        {rise === 0 ? null : <Icon name={rise > 0 ? 'up' : 'down'} size={14} />}
        <span>
          {deltaText(shown)}
          {ofEarlier && against ? ` so với ${against.name}` : ''}
          {!ofEarlier && before !== null ? ` so với lần lấy trước của kỳ này (${instantText(before.at)})` : ''}
        </span>
      </div>
      {ofEarlier && before !== null && (
        <div className={styles.quiet}>
          {deltaText(figure)} so với lần lấy trước của kỳ này ({instantText(before.at)})
        </div>
      )}
      {points !== undefined && points.length > 1 && trend !== '' ? (
        <Sparkline spots={spots} target={target?.value ?? null} name={figure.name} description={trend} />
      ) : null}
      {place && (
        <div className={styles.delta}>
          <Icon name="rank" size={14} />
          <span>
            {capital(valueText(place))} trong các xã, phường{placeText(rank, place, placeOfEarlier, against)}
          </span>
        </div>
      )}
      {observation.provenance.correctedByHand && (
        <div className={styles.delta}>
          <Icon name="info" size={14} /> Số sửa tay; số gốc vẫn được giữ.
        </div>
      )}
      {at === lastAt ? null : (
        <div className={styles.delta}>
          <Icon name="stale" size={14} /> Số chụp lúc {instantText(at)}: bản chụp sau không có chỉ số này.
        </div>
      )}
      <div className={styles.target}>
        {figure.target && (
          <>
            <span className={mergeClasses(styles.judged, styleOf(figure.target.state, styles))}>
              <Icon name={SIGNS[figure.target.state]} size={14} />
              {PROGRESS_NAME[figure.target.state]}
            </span>
            <span>
              {capital(figure.target.sentence)} ({figure.target.source}).
            </span>
          </>
        )}
        <DeskLink
          href={routeTo('ban-chup', `${captureId}/${figure.indicator}`)}
          aria-label={`Xem bằng chứng: ${figure.name}`}
        >
          Xem bằng chứng
        </DeskLink>
      </div>
    </article>
  );
}

function figureOf({ observation, before }: LatestFigure, target: IndicatorTarget | null, today: string) {
  return measured([observation], before && [before.observation], target ? [target] : [], today)[0];
}

type FigureChange = ReturnType<typeof compared>[number];

/** How the place has changed: against the period before where it had one. */
function placeText(
  rank: LatestFigure,
  place: FigureChange,
  ofEarlier: FigureChange | undefined,
  against: Against | null,
): string {
  if (ofEarlier && against) return `: ${deltaText(ofEarlier)} so với ${against.name}`;
  return rank.before === null ? '' : `: ${deltaText(place)}`;
}

function styleOf(kind: keyof typeof SIGNS, styles: Readonly<Record<'reached' | 'behind' | 'overdue', string>>) {
  return kind === 'reached' || kind === 'behind' || kind === 'overdue' ? styles[kind] : undefined;
}
